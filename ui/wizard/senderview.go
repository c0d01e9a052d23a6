package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// View draws the list, or the question for the SID.
func (x *sender) View() view {
	s := x.s
	head := s.heading("sender")
	if x.byHand != nil {
		v := under(head, x.byHand.view())
		if x.err != nil {
			v.text += "\n\n" + s.failure(x.err, s.width)
		}
		return v
	}
	var parts []string
	if !x.picker.empty() {
		parts = append(parts, x.picker.list.View(), x.about())
		head = s.tight(head)
	}
	if x.pending != nil {
		parts = append(parts, x.pending.view())
	}
	if x.err != nil {
		parts = append(parts, s.failure(x.err, s.width), wrap(s.tr.T("sender.failed"), s.width))
	}
	if x.none() {
		parts = append(parts, wrap(s.tr.T("sender.none"), s.width))
	}
	return view{text: head + strings.Join(parts, "\n")}
}

// tight removes the blank line under a heading: a list begins with the line of its search.
func (s *session) tight(head string) string {
	if strings.HasSuffix(head, "\n\n") {
		return strings.TrimSuffix(head, "\n")
	}
	return head
}

// about tells the facts about the service under the cursor.
func (x *sender) about() string {
	s := x.s
	where := x.picker.position()
	it, ok := x.picker.chosen().(serviceItem)
	if !ok {
		return s.styles.Dim.Render(cut("  "+where, s.width))
	}
	if use := walk.UseCaseText(s.tr, it.UseCase); use != "" {
		where += " · " + use
	}
	text := s.styles.Dim.Render(cut("  "+where+" · "+middle(it.SID, s.width-lipgloss.Width(where)-5), s.width))
	if it.Err != nil {
		return text + "\n" + s.failure(it.Err, s.width)
	}
	if !it.Known {
		return text
	}
	for _, c := range it.Checks {
		if c.Code == account.NoSender || c.Code == account.NoSMSSender { // it can be fixed here
			said := s.tr.Check(c)
			said.Hint = s.tr.T("sender.press-a")
			text += "\n" + s.message(s.styles.Fail, "✗", said, s.width)
			continue
		}
		text += "\n" + s.status(c, s.width)
	}
	return text
}

func (x *sender) ShortHelp() []key.Binding {
	k := x.s.keys
	switch {
	case x.byHand != nil:
		return []key.Binding{k.Next, k.Back}
	case x.picker.typing():
		return x.picker.keys()
	case x.pending != nil && x.picker.empty():
		return []key.Binding{k.Back, k.ByHand}
	case x.none():
		return []key.Binding{k.Create, k.Back, k.ByHand, k.Retry}
	case x.picker.empty():
		return []key.Binding{k.Retry, k.ByHand, k.Back}
	}
	back := k.Back
	if x.picker.searched() {
		back = k.ShowAll
	}
	keys := append([]key.Binding{k.Next, back, k.Numbers, k.New}, x.picker.keys()...)
	keys = append(keys, k.ByHand)
	if x.pending == nil {
		keys = append(keys, k.Retry)
	}
	return keys
}

// Link is the page that the checks of the service under the cursor lead to.
func (x *sender) Link() string {
	if it, ok := x.picker.chosen().(serviceItem); ok && x.byHand == nil {
		return linkOf(it.Checks)
	}
	return ""
}

// linkOf is the first page that checks lead to, "" for none.
func linkOf(checks []account.Check) string {
	for _, c := range checks {
		if url := walk.CheckLink(c); url != "" {
			return url
		}
	}
	return ""
}

// serviceItem is a messaging service in the list.
type serviceItem struct{ walk.Service }

// FilterValue is what a search looks into: the name, the senders, the SID.
func (i serviceItem) FilterValue() string {
	words := []string{i.FriendlyName}
	for _, s := range i.Senders {
		words = append(words, s.Name)
	}
	return strings.Join(words, "\n") + separator + i.SID
}

// draw is the name, and what the service sends from at the right of it.
func (i serviceItem) draw(s *session, selected bool, width int) string {
	style := s.styles.Text
	if selected {
		style = s.styles.Title
	}
	nameWidth := min(max(width*2/5, 14), 30)
	name := style.Render(cut(i.FriendlyName, nameWidth))
	pad := strings.Repeat(" ", max(nameWidth-lipgloss.Width(name), 0)+1)
	return name + pad + i.senders(s, width-nameWidth-1)
}

func (i serviceItem) senders(s *session, width int) string {
	st, tr := s.styles, s.tr
	switch {
	case i.Err != nil:
		return st.Warn.Render(cut("? "+tr.T("sender.unknown"), width))
	case !i.Known:
		return st.Dim.Render("…")
	case len(i.Senders) == 0:
		return st.Fail.Render(cut("✗ "+tr.T("sender.empty"), width))
	}
	var text strings.Builder
	for n, x := range i.Senders {
		if n > 0 {
			text.WriteString(", ")
		}
		text.WriteString(x.Name)
		if text.Len() > width { // the rest has no room
			break
		}
	}
	switch {
	case walk.Failed(i.Checks):
		return st.Fail.Render(cut("✗ "+text.String(), width))
	case walk.Worth(i.Checks):
		return st.Warn.Render(cut("! "+text.String(), width))
	}
	return st.OK.Render("✓") + st.Dim.Render(cut(" "+text.String(), width-1))
}
