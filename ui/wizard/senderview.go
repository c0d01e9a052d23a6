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
		form, top, bottom := x.byHand.view()
		n := strings.Count(head, "\n")
		v := view{text: head + form, top: top + n, bottom: bottom + n}
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

// tight takes the blank line from a heading over a list, which begins with the
// line of its search.
func (s *session) tight(head string) string {
	if strings.HasSuffix(head, "\n\n") {
		return strings.TrimSuffix(head, "\n")
	}
	return head
}

// about says what there is to know of the service under the cursor.
func (x *sender) about() string {
	s := x.s
	where := x.picker.place()
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
		if c.Code == account.NoSender || c.Code == account.NoSMSSender { // it can be mended right here
			said := s.tr.Check(c)
			said.Hint = s.tr.T("sender.press-a")
			text += "\n" + s.said(s.styles.Fail, "✗", said, s.width)
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

// Page is the page on which the matter of the service under the cursor is settled.
func (x *sender) Page() string {
	if it, ok := x.picker.chosen().(serviceItem); ok && x.byHand == nil {
		return pageOf(it.Checks)
	}
	return ""
}

// pageOf is the first page that checks lead to, "" where there is none.
func pageOf(checks []account.Check) string {
	for _, c := range checks {
		if url := walk.CheckLink(c); url != "" {
			return url
		}
	}
	return ""
}
