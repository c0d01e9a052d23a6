package wizard

import (
	"fmt"
	"io"
	"strings"

	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"logto-twilio/connector"
	"logto-twilio/ui/walk"
)

// serviceItem is a messaging service in the list.
type serviceItem struct{ walk.Service }

// FilterValue is what a search looks into: the name, the SID, the senders.
func (i serviceItem) FilterValue() string {
	words := []string{i.FriendlyName, i.SID}
	for _, s := range i.Senders {
		words = append(words, s.Name)
	}
	return strings.Join(words, " ")
}

// serviceRow draws one service in one line.
type serviceRow struct{ s *session }

func (serviceRow) Height() int                         { return 1 }
func (serviceRow) Spacing() int                        { return 0 }
func (serviceRow) Update(tea.Msg, *list.Model) tea.Cmd { return nil }

// Render draws the name, and what the service sends from at the right of it.
func (r serviceRow) Render(w io.Writer, m list.Model, index int, item list.Item) {
	it := item.(serviceItem)
	st := r.s.styles
	mark, style := "  ", st.Text
	if index == m.Index() {
		mark, style = st.Accent.Render("› "), st.Title
	}
	width := m.Width() - 2
	nameWidth := min(max(width*2/5, 14), 30)
	name := style.Render(cut(it.FriendlyName, nameWidth))
	pad := strings.Repeat(" ", max(nameWidth-lipgloss.Width(name), 0)+1)
	fmt.Fprint(w, mark+name+pad+r.senders(it, width-nameWidth-1))
}

func (r serviceRow) senders(it serviceItem, width int) string {
	st, tr := r.s.styles, r.s.tr
	switch {
	case it.Err != nil:
		return st.Warn.Render(cut("? "+tr.T("sender.unknown"), width))
	case !it.Known:
		return st.Dim.Render("…")
	case len(it.Senders) == 0:
		return st.Fail.Render(cut("✗ "+tr.T("sender.empty"), width))
	}
	names := make([]string, len(it.Senders))
	for i, s := range it.Senders {
		names[i] = s.Name
	}
	text := strings.Join(names, ", ")
	checks := connector.CheckSenders(it.Service.Service, it.Senders)
	switch {
	case failed(checks):
		return st.Fail.Render(cut("✗ "+text, width))
	case worst(checks):
		return st.Warn.Render(cut("! "+text, width))
	}
	return st.OK.Render("✓") + st.Dim.Render(cut(" "+text, width-1))
}

// found is what a search found, with its number: the list searches in commands,
// which may overtake one another.
type found struct {
	search  int
	matches list.FilterMatchesMsg
}

// searching gives what a command of the list finds the number of its search.
func searching(cmd tea.Cmd, search int) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch msg := cmd().(type) {
		case list.FilterMatchesMsg:
			return found{search, msg}
		case tea.BatchMsg:
			for i, c := range msg {
				msg[i] = searching(c, search)
			}
			return msg
		default:
			return msg
		}
	}
}

// newServiceList makes the list, with a search and nothing else around it.
func newServiceList(s *session) list.Model {
	l := list.New(nil, serviceRow{s}, 20, 3)
	l.SetShowTitle(false)
	l.SetShowStatusBar(false)
	l.SetShowHelp(false)
	l.SetShowPagination(false)
	l.DisableQuitKeybindings()
	l.FilterInput.Prompt = s.tr.T("sender.search") + " "
	st := list.DefaultStyles(s.styles.dark)
	st.TitleBar = lipgloss.NewStyle()
	l.Styles = st
	return l
}
