package wizard

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"logto-twilio/connector/redact"
	"logto-twilio/ui/i18n"
)

// picker is a list of one-line rows with a search; the person chooses one row.
type picker struct {
	s    *session
	list list.Model
	runs int // the number of the last search
	toDo int // how many rows are actions

	width, most int // the room there is
}

// pickerRow is an item of a picker.
type pickerRow interface {
	// FilterValue is what a search looks into.
	FilterValue() string
	// draw makes its line, of so many cells.
	draw(s *session, selected bool, width int) string
}

func newPicker(s *session) *picker {
	l := list.New(nil, rowDrawer{s}, 20, 3)
	l.SetShowTitle(false)
	l.SetShowStatusBar(false)
	l.SetShowHelp(false)
	l.SetShowPagination(false)
	l.DisableQuitKeybindings()
	l.Filter = containing
	l.FilterInput.Prompt = i18n.Prompt(s.tr.T("picker.search"))
	st := list.DefaultStyles(s.styles.dark)
	st.TitleBar = lipgloss.NewStyle()
	l.Styles = st
	return &picker{s: s, list: l}
}

// rowDrawer draws the items.
type rowDrawer struct{ s *session }

func (rowDrawer) Height() int                         { return 1 }
func (rowDrawer) Spacing() int                        { return 0 }
func (rowDrawer) Update(tea.Msg, *list.Model) tea.Cmd { return nil }

func (r rowDrawer) Render(w io.Writer, m list.Model, index int, item list.Item) {
	selected := index == m.Index()
	mark := "  "
	if selected {
		mark = r.s.styles.Accent.Render("› ")
	}
	fmt.Fprint(w, mark+item.(pickerRow).draw(r.s, selected, m.Width()-2))
}

// separator stands in a FilterValue before the part that only a long search looks
// into: a few characters would be found in the 32 digits of nearly every SID.
const separator = "\x00"

// containing finds the items that have every word of a search. First come those with
// the whole term in their name (the first line), then those with it elsewhere, then the
// rest. Items with an empty FilterValue are always found. A fuzzy search would find
// nearly everything, since SIDs and numbers contain all digits.
func containing(term string, items []string) []list.Rank {
	const few = 6
	term = strings.ToLower(term)
	words := strings.Fields(term)
	var named, whole, parts []list.Rank
	for i, item := range items {
		item = strings.ToLower(item)
		if len(term) < few {
			item, _, _ = strings.Cut(item, separator)
		}
		name, _, _ := strings.Cut(item, "\n")
		missing := slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(item, w) })
		switch rank := (list.Rank{Index: i}); {
		case item != "" && strings.Contains(name, term):
			named = append(named, rank)
		case strings.Contains(item, term):
			whole = append(whole, rank)
		case !missing, item == "":
			parts = append(parts, rank)
		}
	}
	return slices.Concat(named, whole, parts)
}

// matched is the result of a search, with the number of the search: the list searches
// in commands, and an older one may end later.
type matched struct {
	run     int
	matches list.FilterMatchesMsg
}

// numberedCmd gives the number of the search to the result of a list's command.
func numberedCmd(cmd tea.Cmd, run int) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch msg := cmd().(type) {
		case list.FilterMatchesMsg:
			return matched{run, msg}
		case tea.BatchMsg:
			for i, c := range msg {
				msg[i] = numberedCmd(c, run)
			}
			return msg
		default:
			return msg
		}
	}
}

// fill shows items. If the list was empty, the cursor goes to item at.
func (p *picker) fill(items []list.Item, at int) tea.Cmd {
	first := len(p.list.Items()) == 0
	p.toDo = 0
	for _, item := range items {
		if item.FilterValue() == "" {
			p.toDo++
		}
	}
	cmd := p.list.SetItems(items)
	p.fit()
	if first && at < len(items) {
		p.list.Select(at)
	}
	p.runs++
	return numberedCmd(cmd, p.runs)
}

// resize takes the lines that the rows need, at most so many: the text about the row
// under the cursor follows directly.
func (p *picker) resize(width, most int) {
	p.width, p.most = width, most
	p.fit()
}

func (p *picker) fit() {
	const search = 1 // the line over the rows
	p.list.SetSize(p.width, min(max(len(p.list.VisibleItems()), 1)+search, max(p.most, 3)))
}

// update takes whatever message is for the list.
func (p *picker) update(msg tea.Msg) tea.Cmd {
	if f, ok := msg.(matched); ok {
		if f.run == p.runs {
			p.list, _ = p.list.Update(f.matches)
			p.fit()
		}
		return nil
	}
	words := p.list.FilterInput.Value()
	var cmd tea.Cmd
	p.list, cmd = p.list.Update(msg)
	p.fit()
	if p.list.FilterInput.Value() != words {
		p.runs++
	}
	return numberedCmd(cmd, p.runs)
}

// chosen is the row under the cursor, nil where there is none.
func (p *picker) chosen() pickerRow {
	r, _ := p.list.SelectedItem().(pickerRow)
	return r
}

func (p *picker) empty() bool { return len(p.list.Items()) == 0 }

// typing reports whether keys go into the search.
func (p *picker) typing() bool { return p.list.SettingFilter() }

// searched reports whether esc ends a search instead of closing the screen.
func (p *picker) searched() bool { return p.list.SettingFilter() || p.list.IsFiltered() }

// position says where the cursor is, and in what search.
func (p *picker) position() string {
	tr := p.s.tr
	n, of := p.count()
	if p.chosen() == nil || of == 0 {
		return tr.T("picker.no-match")
	}
	where := tr.T("picker.place", "n", n, "of", of)
	if p.list.IsFiltered() {
		where += " · " + tr.T("picker.found", "words", redact.Line(p.list.FilterValue(), 30))
	}
	return where
}

// count is the place of the cursor and the number of rows, without the actions. Those
// come first, but in a search last.
func (p *picker) count() (n, of int) {
	of = len(p.list.VisibleItems()) - p.toDo
	n = p.list.Index() + 1
	if !p.list.IsFiltered() {
		n -= p.toDo
	}
	return min(max(n, 1), max(of, 1)), of
}

// keys are those that do something in the list besides choosing.
func (p *picker) keys() []key.Binding {
	k := p.s.keys
	switch {
	case p.list.SettingFilter() && p.list.FilterValue() == "":
		return []key.Binding{k.Cancel}
	case p.list.SettingFilter():
		return []key.Binding{k.Next, k.Cancel}
	case p.list.IsFiltered():
		return []key.Binding{k.ShowAll, k.Up, k.Down}
	case len(p.list.Items()) > 1:
		return []key.Binding{k.Filter, k.Up, k.Down}
	}
	return nil
}
