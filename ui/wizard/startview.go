package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
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
			text += "\n\n" + s.styles.Bold.Render(cut(s.tr.T("start.place", "line", p.At.Line, "column", p.At.Column), s.width)) +
				"\n" + s.problem(p, s.width)
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

func (st *start) FullHelp() [][]key.Binding { return [][]key.Binding{st.ShortHelp()} }
