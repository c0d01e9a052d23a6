package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"logto-twilio/connector"
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
	if len(x.list.Items()) > 0 {
		parts = append(parts, x.list.View(), x.about())
	}
	if x.wait != nil {
		parts = append(parts, x.wait.view())
	}
	if x.err != nil {
		parts = append(parts, s.failure(x.err, s.width), wrap(s.tr.T("sender.failed"), s.width))
	}
	if x.wait == nil && x.err == nil && len(x.list.Items()) == 0 {
		parts = append(parts, wrap(s.tr.T("sender.none"), s.width))
	}
	if len(x.list.Items()) > 0 && strings.HasSuffix(head, "\n\n") {
		head = strings.TrimSuffix(head, "\n") // the list begins with the line of its search
	}
	return view{text: head + strings.Join(parts, "\n")}
}

// about says what there is to know of the service under the cursor.
func (x *sender) about() string {
	it, ok := x.list.SelectedItem().(serviceItem)
	if !ok {
		return x.s.styles.Dim.Render(x.s.tr.T("sender.no-match"))
	}
	s := x.s
	where := s.tr.T("sender.place", "n", x.list.Index()+1, "of", len(x.list.VisibleItems()))
	if x.list.IsFiltered() {
		where += " · " + s.tr.T("sender.found", "words", connector.CleanLine(x.list.FilterValue(), 30))
	}
	text := s.styles.Dim.Render(cut("  "+where+" · "+middle(it.SID, s.width-lipgloss.Width(where)-5), s.width))
	if it.Err != nil {
		return text + "\n" + s.failure(it.Err, s.width)
	}
	if !it.Known {
		return text
	}
	for _, c := range walk.WorstFirst(connector.CheckSenders(it.Service.Service, it.Senders)) {
		text += "\n" + s.status(c, s.width)
	}
	if x.doubted == it.SID {
		text += "\n" + s.styles.Bold.Render(wrap(s.tr.T("sender.anyway"), s.width))
	}
	return text
}

func (x *sender) ShortHelp() []key.Binding {
	k := x.s.keys
	switch {
	case x.byHand != nil:
		return []key.Binding{k.Next, k.Back}
	case x.list.SettingFilter() && x.list.FilterValue() == "":
		return []key.Binding{k.Cancel}
	case x.list.SettingFilter():
		return []key.Binding{k.Next, k.Cancel}
	case x.wait != nil && len(x.list.Items()) == 0:
		return []key.Binding{k.Back, k.ByHand}
	case len(x.list.Items()) == 0:
		return []key.Binding{k.Retry, k.ByHand, k.Back}
	}
	keys := []key.Binding{k.Next, k.Back, k.Filter, k.ByHand}
	if x.wait == nil {
		keys = append(keys, k.Retry)
	}
	if len(x.list.VisibleItems()) > 1 {
		keys = append(keys, k.Up, k.Down)
	}
	return keys
}

func (x *sender) FullHelp() [][]key.Binding { return [][]key.Binding{x.ShortHelp()} }
