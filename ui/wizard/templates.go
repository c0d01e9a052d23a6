package wizard

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"logto-twilio/connector"
	"logto-twilio/ui/walk"
)

// templates shows the texts, lets one edit them, and asks what else SMS is used for.
type templates struct {
	s    *session
	at   int // a row: the templates, then the uses
	rows []templateRow
}

// templateRow is a template with what is known of its text, measured once a change.
type templateRow struct {
	connector.Template
	body     string // as a person receives it
	measure  connector.Measure
	problems []connector.Problem
}

func newTemplates(s *session) *templates {
	t := &templates{s: s}
	// "/templates/2/content" puts the cursor on the third row.
	if place := strings.Split(s.mend, "/"); len(place) > 2 {
		t.at, _ = strconv.Atoi(place[2])
	}
	t.measure()
	return t
}

// measure looks at every text anew.
func (t *templates) measure() {
	t.rows = nil
	for _, x := range t.s.Walk.Templates {
		t.rows = append(t.rows, newTemplateRow(x))
	}
	t.at = min(t.at, t.count()-1)
}

func newTemplateRow(x connector.Template) templateRow {
	body := connector.Render(x.Content, connector.SamplePayload(walk.TestCode))
	return templateRow{Template: x, body: body, measure: connector.MeasureText(body), problems: connector.CheckTemplate(x)}
}

func (t *templates) count() int { return len(t.rows) + len(walk.Uses()) }

// use is the use under the cursor.
func (t *templates) use() (walk.Use, bool) {
	if t.at < len(t.rows) {
		return walk.Use{}, false
	}
	return walk.Uses()[t.at-len(t.rows)], true
}

func (t *templates) Enter() tea.Cmd  { return nil }
func (t *templates) Resize(int, int) {}

func (t *templates) Update(msg tea.Msg) (step, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return t, nil
	}
	keys, w := t.s.keys, t.s.Walk
	use, onUse := t.use()
	switch {
	case key.Matches(k, keys.Back):
		return t, t.s.backward()
	case key.Matches(k, keys.Next):
		return t, t.s.forward()
	case key.Matches(k, keys.Up):
		t.at = max(t.at-1, 0)
	case key.Matches(k, keys.Down):
		t.at = min(t.at+1, t.count()-1)
	case key.Matches(k, keys.Toggle) && onUse:
		rows := len(t.rows)
		w.Toggle(use)
		t.measure()
		t.at += len(t.rows) - rows
	case key.Matches(k, keys.Toggle) && t.removable():
		w.Remove(t.at)
		t.measure()
	case key.Matches(k, keys.Edit) && !onUse:
		e := newEditor(t.s, t.at)
		e.Resize(t.s.width, t.s.height)
		return e, e.Enter()
	case key.Matches(k, keys.Default) && !onUse:
		w.SetContent(t.at, connector.DefaultText(t.rows[t.at].UsageType, w.TextLanguage))
		t.measure()
	case key.Matches(k, keys.Language):
		w.SwitchTexts(otherLanguage(w.TextLanguage))
		t.measure()
	}
	return t, nil
}

// removable tells whether Logto does without the template under the cursor, or
// never uses it.
func (t *templates) removable() bool {
	if t.at >= len(t.rows) {
		return false
	}
	u := t.rows[t.at].UsageType
	for _, r := range t.rows[:t.at] {
		if r.UsageType == u {
			return true
		}
	}
	return !walk.Required(u)
}

func otherLanguage(l connector.TextLanguage) connector.TextLanguage {
	if l == connector.Chinese {
		return connector.English
	}
	return connector.Chinese
}

func (t *templates) View() view {
	s := t.s
	rows, at := t.list()
	about := t.about()
	head := s.heading("templates")
	room := s.height - strings.Count(head, "\n") - strings.Count(about, "\n") - 1
	if room < 4 { // what is said of the row gives way to the rows
		return view{text: head + rows + about, top: strings.Count(head, "\n") + at, bottom: strings.Count(head, "\n") + at}
	}
	return view{text: head + window(rows, room, at, at, s.styles) + about}
}

// list is every row, and the line of the one under the cursor.
func (t *templates) list() (text string, at int) {
	s := t.s
	var lines []string
	for i, r := range t.rows {
		lines = append(lines, t.row(i, r))
	}
	if s.height >= 14 {
		lines = append(lines, "")
	}
	lines = append(lines, s.styles.Bold.Render(cut(s.tr.T("templates.uses"), s.width)))
	at = t.at
	if _, onUse := t.use(); onUse {
		at += len(lines) - len(t.rows)
	}
	for i, u := range walk.Uses() {
		lines = append(lines, t.useRow(len(t.rows)+i, u))
	}
	return strings.Join(lines, "\n"), at
}

// row is one template in one line: type, size, text.
func (t *templates) row(i int, r templateRow) string {
	s := t.s
	mark, style := "  ", s.styles.Text
	if i == t.at {
		mark, style = s.styles.Accent.Render("› "), s.styles.Title
	}
	sign := s.styles.OK.Render("✓")
	for _, p := range r.problems {
		if p.Severity != connector.Info {
			sign = s.severity(p.Severity).Render(s.mark(p.Severity))
			break
		}
	}
	name := style.Render(cut(string(r.UsageType), 24))
	head := mark + sign + " " + name + strings.Repeat(" ", max(17-lipgloss.Width(string(r.UsageType)), 1))
	size := s.tr.T("templates.size", "n", r.measure.Segments)
	rest := s.width - lipgloss.Width(head) - lipgloss.Width(size) - 2
	if rest < 12 {
		return head + s.styles.Dim.Render(cut(size, s.width-lipgloss.Width(head)))
	}
	return head + s.styles.Dim.Render(size+"  "+cut(oneLine(connector.CleanText(r.Content, 200)), rest))
}

func (t *templates) useRow(i int, u walk.Use) string {
	s := t.s
	mark, box := "  ", "[ ]"
	if s.Walk.Has(u) {
		box = s.styles.OK.Render("[✓]")
	}
	style := s.styles.Text
	if i == t.at {
		mark, style = s.styles.Accent.Render("› "), s.styles.Title
	}
	return mark + box + " " + style.Render(cut(s.tr.T("use."+u.ID), s.width-6))
}

// about shows the text under the cursor as it is received, and its problems.
func (t *templates) about() string {
	s := t.s
	if use, ok := t.use(); ok {
		names := make([]string, len(use.Types))
		for i, u := range use.Types {
			names[i] = string(u)
		}
		return "\n\n" + s.styles.Dim.Render(wrap(s.tr.T("templates.use-adds", "types", strings.Join(names, ", ")), s.width))
	}
	r := t.rows[t.at]
	text := "\n\n" + s.styles.Dim.Render(wrap(s.usage(r.UsageType), s.width)) + "\n"
	text += s.bubble(r.body)
	for _, p := range r.problems {
		text += "\n" + s.problem(p, s.width)
	}
	return text
}

// usage says when a message of a type is sent.
func (s *session) usage(u connector.UsageType) string {
	if !slices.Contains(knownTypes(), u) {
		return s.tr.T("usage.other")
	}
	return s.tr.T("usage." + strings.ToLower(string(u)))
}

// knownTypes are the usage types that some release knows.
func knownTypes() []connector.UsageType {
	var all []connector.UsageType
	for _, r := range connector.Releases() {
		all = append(all, r.Known...)
	}
	return all
}

// bubble is a message as a phone shows it.
func (s *session) bubble(body string) string {
	width := min(s.width-2, 46)
	return s.styles.Bubble.Render(wrap(connector.CleanText(body, maxContent), width-4))
}

func (t *templates) ShortHelp() []key.Binding {
	k := t.s.keys
	keys := []key.Binding{k.Next}
	if _, onUse := t.use(); onUse {
		keys = append(keys, k.Toggle)
	} else {
		keys = append(keys, k.Edit, k.Default)
		if t.removable() {
			keys = append(keys, k.Toggle)
		}
	}
	return append(keys, k.Language, k.Back)
}

func (t *templates) FullHelp() [][]key.Binding {
	k := t.s.keys
	return [][]key.Binding{{k.Up, k.Down, k.Next, k.Edit, k.Toggle, k.Default, k.Language, k.Back}}
}
