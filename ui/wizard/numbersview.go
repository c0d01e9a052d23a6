package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"logto-twilio/connector/account"
)

// numberItem is a phone number of the account.
type numberItem struct {
	account.PhoneNumber
	holder  string // the name of the service that sends from it, "" for none
	here    bool   // it is in the service of this screen
	certain bool   // all services were looked at: without a holder it is free
}

// FilterValue is what a search looks into.
func (i numberItem) FilterValue() string { return i.Number + "\n" + i.FriendlyName + "\n" + i.holder }

// draw is the number, and who has it.
func (i numberItem) draw(s *session, selected bool, width int) string {
	st, tr := s.styles, s.tr
	style := st.Text
	if selected {
		style = st.Title
	}
	const numberWidth = 17
	number := style.Render(pad(i.Number, numberWidth))
	switch rest := width - numberWidth; {
	case i.here:
		return number + st.OK.Render(cut("✓ "+tr.T("numbers.here"), rest))
	case i.holder != "":
		return number + st.Warn.Render(cut(tr.T("numbers.held", "service", i.holder), rest))
	case !i.certain:
		return number + st.Dim.Render("…")
	default:
		return number + st.Dim.Render(cut(tr.T("numbers.free"), rest))
	}
}

// buyItem leads to the numbers for sale.
type buyItem struct{}

// FilterValue is empty: a search never hides it.
func (buyItem) FilterValue() string { return "" }

func (buyItem) draw(s *session, selected bool, width int) string {
	return toDo(s, selected, cut("+ "+s.tr.T("numbers.buy"), width))
}

// anywayItem takes the service as it is.
type anywayItem struct{}

// FilterValue is empty: a search never hides it.
func (anywayItem) FilterValue() string { return "" }

func (anywayItem) draw(s *session, selected bool, width int) string {
	return toDo(s, selected, cut("→ "+s.tr.T("numbers.anyway"), width))
}

// toDo draws a row that is an action.
func toDo(s *session, selected bool, text string) string {
	if selected {
		return s.styles.Title.Render(text)
	}
	return s.styles.Accent.Render(text)
}

// pad fills a short text with spaces to the width, in cells.
func pad(s string, width int) string {
	s = cut(s, width-1)
	return s + strings.Repeat(" ", max(width-lipgloss.Width(s), 1))
}

func (n *numbers) heading() string {
	s := n.s
	text := s.styles.Title.Render(cut(s.tr.T("title.numbers", "service", s.Walk.NameOf(n.service)), s.width))
	if s.height >= 14 {
		text += "\n" + wrap(s.tr.T(n.introKey()), s.width)
	}
	return text + "\n"
}

// introKey is the sentence over the list.
func (n *numbers) introKey() string {
	if n.s.Walk.NumbersListed && n.s.Walk.NoneCanText() {
		return "numbers.none"
	}
	return "intro.numbers"
}

// listHeight leaves room for the heading and for what is said under the list.
func (n *numbers) listHeight() int {
	return max(n.s.height-strings.Count(n.heading(), "\n")-4, 3)
}

// View draws the numbers, and under them what is asked or went wrong.
func (n *numbers) View() view {
	s := n.s
	parts := []string{}
	if !n.picker.empty() && n.choices == nil {
		parts = append(parts, n.picker.list.View())
		if !n.s.Walk.NoneCanText() {
			parts = append(parts, s.styles.Dim.Render(cut("  "+n.picker.position(), s.width)))
		}
	}
	if n.pending != nil {
		parts = append(parts, n.pending.view())
	}
	if n.err != nil {
		parts = append(parts, s.failure(n.err, s.width))
	}
	if n.placing != nil {
		parts = append(parts, n.placing.view())
	}
	if n.choices != nil {
		parts = append(parts, n.question())
	}
	lines := 1
	if n.choices != nil {
		lines = n.choices.lines()
	}
	return atEnd(n.heading()+strings.Join(parts, "\n"), lines)
}

// question is the open question; above it stands what went wrong, or what a move breaks.
func (n *numbers) question() string {
	s := n.s
	text := n.choices.view().text
	if n.placed == nil {
		var harms strings.Builder
		for _, c := range n.harms {
			harms.WriteString("\n" + s.status(c, s.width) + "\n")
		}
		return harms.String() + "\n" + text
	}
	in, known := n.placed.In()
	var said string
	switch {
	case n.placed.Err != nil:
		said = s.failure(n.placed.Err, s.width) + "\n"
	case known:
		said = marked(s.styles.Warn, "!", s.tr.T("numbers.not-there"), s.width) + "\n"
	}
	if known && in == "" && n.placed.From != "" {
		said += marked(s.styles.Warn, "!", s.tr.T("numbers.between", "number", n.s.Walk.NumberOf(n.placed.Number).Number), s.width) + "\n"
	}
	return "\n" + said + "\n" + text
}

func (n *numbers) ShortHelp() []key.Binding {
	k := n.s.keys
	switch {
	case n.placing != nil:
		return []key.Binding{k.Cancel}
	case n.choices != nil && n.choices.fields[0].isConfirm():
		return []key.Binding{k.Next, k.Change, k.Yes, k.No, k.Back}
	case n.choices != nil:
		return []key.Binding{k.Next, k.Back, k.Up, k.Down}
	case n.picker.typing():
		return n.picker.keys()
	case n.picker.empty():
		return []key.Binding{k.Back, k.Buy}
	}
	enter, back := k.Next, k.Back
	if it, ok := n.picker.chosen().(numberItem); ok && !it.here {
		enter = k.AddIt
		if it.holder != "" {
			enter = k.MoveIt
		}
	}
	if n.picker.searched() {
		back = k.ShowAll
	}
	keys := append([]key.Binding{enter, back, k.Buy}, n.picker.keys()...)
	if n.pending == nil {
		keys = append(keys, k.Retry)
	}
	return keys
}

// fill shows the actions, then the numbers that can text. The cursor is on the first
// number until the person moves it.
func (n *numbers) fill() tea.Cmd {
	w, certain := n.s.Walk, n.s.Walk.HoldersKnown()
	names := make(map[string]string, len(w.Services))
	for _, s := range w.Services {
		names[s.SID] = s.FriendlyName
	}
	items := append(make([]list.Item, 0, len(w.Numbers)+2), buyItem{})
	if n.anyway {
		items = append(items, anywayItem{})
	}
	first := len(items)
	for _, x := range w.Numbers {
		if holder := w.Holder(x.SID); x.SMS {
			items = append(items, numberItem{PhoneNumber: x, holder: names[holder], here: holder == n.service, certain: certain})
		}
	}
	cmd := n.picker.fill(items, 0)
	if !n.cursorMoved && len(items) > first {
		n.picker.list.Select(first)
	}
	return cmd
}
