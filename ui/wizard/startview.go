package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"logto-twilio/ui/walk"
)

func (st *start) View() view {
	s := st.s
	head := s.heading("start")
	form, top, bottom := st.form.view()
	n := strings.Count(head, "\n")
	text := head + form
	if st.err != nil {
		text += "\n\n" + s.said(s.styles.Fail, "✗", s.tr.Failure(st.err), s.width)
	}
	if st.doc != nil {
		for _, p := range st.doc.Problems() {
			text += "\n"
			if place := walk.PlaceInFile(s.tr, p.At); place != "" {
				text += "\n" + s.styles.Bold.Render(cut(place, s.width))
			}
			text += "\n" + s.problem(p, s.width)
		}
	} else if s.Walk.Opened != "" && !st.path && st.call == nil {
		text += "\n\n" + s.verdictLine()
	}
	if st.call != nil {
		text += "\n\n" + s.styles.Dim.Render(s.tr.T("start.reading"))
	}
	return view{text: text, top: top + n, bottom: bottom + n}
}

func (st *start) ShortHelp() []key.Binding {
	k := st.s.keys
	if st.path {
		return []key.Binding{k.Next, k.Back}
	}
	return []key.Binding{k.Next, k.Up, k.Down}
}
