package wizard

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/ui/walk"
)

// templates shows the texts, lets one edit them, and asks what else SMS is used for.
type templates struct {
	s    *session
	at   int // a row
	rows []templateRow
	undo []snapshot
}

// snapshot is the state before a change, for undo.
type snapshot struct {
	at    int
	texts walk.Texts
}

func newTemplates(s *session) *templates {
	t := &templates{s: s}
	// "/templates/2/content" puts the cursor on the third row, "/templates" on the
	// first type that is missing.
	place := strings.Split(s.problemPath, "/")
	switch {
	case len(place) > 2:
		t.at, _ = strconv.Atoi(place[2])
	case len(place) == 2 && len(s.Walk.MissingRequired()) > 0:
		t.at = len(s.Walk.Templates)
	}
	t.measure()
	return t
}

// measure makes the rows again.
func (t *templates) measure() {
	t.rows = rowsOf(t.s.Walk)
	t.at = min(t.at, len(t.rows)-1)
}

func (t *templates) Enter() tea.Cmd  { return nil }
func (t *templates) Resize(int, int) {}

// Return measures the text that was edited.
func (t *templates) Return() tea.Cmd {
	t.measure()
	return nil
}

func (t *templates) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	keys := t.s.keys
	switch {
	case key.Matches(k, keys.Back):
		return t.s.backward()
	case key.Matches(k, keys.Next):
		return t.s.forward()
	case key.Matches(k, keys.Up):
		t.at = max(t.at-1, 0)
	case key.Matches(k, keys.Down):
		t.at = min(t.at+1, len(t.rows)-1)
	case key.Matches(k, keys.Edit) && t.rows[t.at].kind == rowTemplate:
		t.remember()
		return t.s.show(newEditor(t.s, t.at))
	case key.Matches(k, keys.Undo):
		t.takeBack()
	default:
		t.change(k)
	}
	return nil
}

// change takes the keys that change the templates.
func (t *templates) change(k tea.KeyPressMsg) {
	keys, w, r := t.s.keys, t.s.Walk, t.rows[t.at]
	var do func()
	switch {
	case key.Matches(k, keys.Toggle) && r.kind == rowUse:
		do = func() { w.Toggle(r.use); t.at += len(rowsOf(w)) - len(t.rows) }
	case key.Matches(k, keys.Toggle) && r.kind == rowAbsent:
		do = func() { w.Add(r.UsageType); t.at = len(w.Templates) - 1 }
	case key.Matches(k, keys.Toggle) && t.removable():
		do = func() { w.Remove(t.at) }
	case key.Matches(k, keys.AddAll) && len(w.MissingRequired()) > 0:
		do = w.AddMissing
	case key.Matches(k, keys.Rename) && t.suggestion() != "":
		do = func() { w.Rename(t.at, t.suggestion()) }
	case key.Matches(k, keys.Default) && r.kind == rowTemplate:
		do = func() { w.SetContent(t.at, connector.DefaultText(r.UsageType, w.TextLanguage)) }
	case key.Matches(k, keys.Language):
		do = func() { w.SwitchTexts(w.OtherTexts()) }
	default:
		return
	}
	t.remember()
	do()
	t.measure()
}

// remember keeps the present state, for undo.
func (t *templates) remember() {
	t.undo = append(t.undo, snapshot{t.at, t.s.Walk.Texts()})
}

// takeBack undoes the last change of this visit.
func (t *templates) takeBack() {
	if len(t.undo) == 0 {
		return
	}
	last := t.undo[len(t.undo)-1]
	t.undo = t.undo[:len(t.undo)-1]
	t.at = last.at
	t.s.Walk.RestoreTexts(last.texts)
	t.measure()
}

// suggestion is the usage type that was probably meant under the cursor, "" for none.
func (t *templates) suggestion() connector.UsageType { return walk.Meant(t.rows[t.at].problems) }

// removable reports whether Logto does without the template under the cursor, or
// never uses it.
func (t *templates) removable() bool {
	return t.rows[t.at].kind == rowTemplate && t.s.Walk.Removable(t.at)
}

func (t *templates) View() view {
	s := t.s
	rows, at := t.list()
	about := t.about()
	head := s.heading("templates")
	if missing := s.Walk.MissingRequired(); len(missing) > 0 {
		head = s.headingWith("templates", s.tr.T("intro.templates-missing", "types", missing))
	}
	top := strings.Count(head, "\n")
	room := s.height - top - strings.Count(about, "\n")
	if room < 4 { // the rows matter more than the text about one
		return view{text: head + rows + about, top: top + at, bottom: top + at}
	}
	return view{text: head + window(rows, room, at, at, 0, s.styles) + about}
}

// list is every row, and the line of the one under the cursor.
func (t *templates) list() (text string, at int) {
	s := t.s
	var lines []string
	for i, r := range t.rows {
		if r.kind == rowUse && t.rows[i-1].kind != rowUse {
			if s.height >= 14 {
				lines = append(lines, "")
			}
			lines = append(lines, s.styles.Bold.Render(cut(s.tr.T("templates.uses"), s.width)))
		}
		if i == t.at {
			at = len(lines)
		}
		lines = append(lines, t.drawRow(i))
	}
	return strings.Join(lines, "\n"), at
}

func (t *templates) ShortHelp() []key.Binding {
	k, r := t.s.keys, t.rows[t.at]
	keys := []key.Binding{k.Next, k.Back}
	if t.suggestion() != "" {
		keys = append(keys, k.Rename)
	}
	if len(t.s.Walk.MissingRequired()) > 0 {
		keys = append(keys, k.AddAll)
	}
	if r.kind == rowTemplate {
		keys = append(keys, k.Edit)
	}
	if r.kind != rowTemplate || t.removable() {
		keys = append(keys, k.Toggle)
	}
	if len(t.undo) > 0 {
		keys = append(keys, k.Undo)
	}
	if r.kind == rowTemplate && !t.isDefault(r) {
		keys = append(keys, k.Default)
	}
	if slices.ContainsFunc(t.rows, t.isDefault) {
		keys = append(keys, k.Language)
	}
	return keys
}

// isDefault reports whether a row has the default text.
func (t *templates) isDefault(r templateRow) bool {
	return r.kind == rowTemplate && r.Content == connector.DefaultText(r.UsageType, t.s.Walk.TextLanguage)
}

func (t *templates) FullHelp() []key.Binding {
	k := t.s.keys
	return append([]key.Binding{k.Up, k.Down}, t.ShortHelp()...)
}
