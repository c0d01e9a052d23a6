package wizard

import (
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/walk"
)

// draw draws a field; a hidden secret as bullets, always eight, so that not
// even its length shows.
func (f *form) draw(i int) string {
	x, st := f.fields[i], f.s.styles
	if !x.covered() || x.text == "" || x.text == connector.TokenVariable {
		return strings.ReplaceAll(x.View(), "\x00", "") // of a placeholder with wide characters (bubbles 2.2.1)
	}
	look, title := st.fields.Blurred, x.label
	cursor := ""
	if i == f.at && !f.idle {
		look, cursor = st.fields.Focused, st.fields.Focused.TextInput.Cursor.Reverse(true).Render(" ")
	}
	lines := []string{look.Title.Render(wrap(title, f.width-3))}
	if why := f.why(i); why != "" {
		lines = append(lines, look.Description.Render(why))
	}
	lines = append(lines, look.TextInput.Prompt.Render("› ")+redact.Mask+cursor)
	return look.Base.Width(f.width).Render(strings.Join(lines, "\n"))
}

// view draws the form, and tells which lines the field with the focus takes.
func (f *form) view() (text string, top, bottom int) {
	var b strings.Builder
	for i := range f.fields {
		if i > 0 {
			b.WriteString("\n")
			if !f.brief {
				b.WriteString("\n")
			}
		}
		from := strings.Count(b.String(), "\n")
		b.WriteString(f.draw(i))
		b.WriteString(f.remarks(i))
		if i == f.at {
			top, bottom = from, strings.Count(b.String(), "\n")
		}
	}
	return b.String(), top, bottom
}

// lines is how many lines the form takes.
func (f *form) lines() int {
	text, _, _ := f.view()
	return strings.Count(text, "\n") + 1
}

// remarks are what is said under a field: its note and its problems.
func (f *form) remarks(i int) string {
	x, st := f.fields[i], f.s.styles
	var b strings.Builder
	for _, note := range x.notes() {
		b.WriteString("\n" + indent(st.Dim.Render(wrap(note, f.width-3))))
	}
	if !x.shown {
		return b.String()
	}
	for _, p := range f.problems(i) {
		if x.text == "" && !x.asked {
			continue
		}
		b.WriteString("\n" + indent(f.s.problem(walk.Named(p, x.label), f.width-3)))
	}
	return b.String()
}

// indent moves every line two cells to the right.
func indent(s string) string {
	return "  " + strings.ReplaceAll(s, "\n", "\n  ")
}
