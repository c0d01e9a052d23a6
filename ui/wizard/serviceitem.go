package wizard

import (
	"strings"

	"charm.land/lipgloss/v2"

	"logto-twilio/ui/walk"
)

// serviceItem is a messaging service in the list.
type serviceItem struct{ walk.Service }

// FilterValue is what a search looks into: the name, the senders, the SID.
func (i serviceItem) FilterValue() string {
	words := []string{i.FriendlyName}
	for _, s := range i.Senders {
		words = append(words, s.Name)
	}
	return strings.Join(words, "\n") + digits + i.SID
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
		if text.Len() > width { // the rest is not seen
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
