package wizard

import (
	"slices"
	"strings"

	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/walk"
)

// field is one question of a form.
type field struct {
	huh.Field
	input *huh.Input // where text is typed
	label string
	why   string
	note  string // shown under the field
	began string // the first value
	from  string // where the first value came from

	text    string               // the value of an input or a choice
	yes     bool                 // the value of a confirmation
	options []huh.Option[string] // of a choice
	clean   func(string) string
	check   func(string) []problem.Problem
	shown   bool // problems are shown: the field was left, or something was pasted
	asked   bool // the person has tried to go on: now an empty answer is a problem
	edited  bool // the person changed the value: a paste is inserted, and replaces nothing
	secret  bool
	bare    bool // the secret is shown, until the field is left
	inline  bool
}

// textField asks for a line of text. Its answer passes through clean, then check.
func textField(label, why, example, value string, clean func(string) string, check func(string) []problem.Problem) *field {
	x := &field{label: label, why: why, text: value, clean: clean, check: check}
	x.input = huh.NewInput().Value(&x.text).Placeholder(example)
	x.Field = x.input
	return x
}

// hide makes the value a secret: it is shown on ctrl+r only.
func (x *field) hide() { x.secret = true }

// covered reports whether bullets are shown for the value.
func (x *field) covered() bool { return x.secret && !x.bare }

// chooseField asks for one of several choices.
func chooseField(label, value string, choices []walk.Choice) *field {
	x := &field{label: label, text: value}
	for _, c := range choices {
		x.options = append(x.options, huh.NewOption(c.Label, c.Value))
	}
	x.Field = huh.NewSelect[string]()
	return x
}

// firstOf is a chooseField with the first choice under the cursor.
func firstOf(label string, choices []walk.Choice) *field {
	return chooseField(label, choices[0].Value, choices)
}

// pickField is a chooseField of one line, for choices that seldom change.
func pickField(label, value string, choices []walk.Choice) *field {
	x := chooseField(label, value, choices)
	x.Field.(*huh.Select[string]).Inline(true)
	x.inline = true
	return x
}

// confirmField asks yes or no.
func confirmField(label, why string, value bool, yes, no string) *field {
	x := &field{label: label, why: why, yes: value}
	x.Field = huh.NewConfirm().Affirmative(yes).Negative(no).Value(&x.yes).WithButtonAlignment(lipgloss.Left)
	return x
}

// set changes the value of an input.
func (x *field) set(text string) {
	x.text = text
	x.input.Value(&x.text)
}

func (x *field) isConfirm() bool {
	_, ok := x.Field.(*huh.Confirm)
	return ok
}

// notes are the texts under the field.
func (x *field) notes() []string {
	notes := []string{x.note}
	if x.text == x.began {
		notes = append(notes, x.from)
	}
	return slices.DeleteFunc(notes, func(note string) bool { return note == "" })
}

// draw draws a field. A covered secret is always eight bullets, which hides its length.
func (f *form) draw(i int) string {
	x, st := f.fields[i], f.s.styles
	if !x.covered() || x.text == "" || x.text == connector.TokenVariable {
		return strings.ReplaceAll(x.View(), "\x00", "") // bubbles 2.2.1 leaves NULs in a placeholder with wide characters
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

// view draws the form. The field with the focus must be in sight.
func (f *form) view() view {
	var v view
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
			v.top, v.bottom = from, strings.Count(b.String(), "\n")
		}
	}
	v.text = b.String()
	return v
}

// lines is how many lines the form takes.
func (f *form) lines() int {
	return strings.Count(f.view().text, "\n") + 1
}

// remarks are the notes and the problems under a field.
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
