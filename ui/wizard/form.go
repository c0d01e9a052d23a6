package wizard

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"logto-twilio/connector/problem"
)

// form asks a few questions on one screen. Only form and field know huh. The form
// drives huh's fields itself, because a huh.Form has two faults here: it moves on by an
// asynchronous command, so that the next keys go to the old field, and it does not let
// one go back from a field that is not valid.
type form struct {
	s      *session
	fields []*field
	at     int
	width  int
	brief  bool // too little room for the descriptions of all
	idle   bool // the focus is elsewhere
}

func newForm(s *session, fields ...*field) *form {
	f := &form{s: s, fields: fields}
	theme := huh.ThemeFunc(func(bool) *huh.Styles { return s.styles.fields })
	keys := huh.NewDefaultKeyMap()
	keys.Select.Filter.SetEnabled(false)
	keys.Confirm.Accept.SetEnabled(false)
	keys.Confirm.Reject.SetEnabled(false)
	for _, x := range fields {
		x.Field = x.WithTheme(theme).WithKeyMap(keys)
		if h, ok := x.Field.(*huh.Select[string]); ok { // without a theme, huh would make one for each option
			h.Options(x.options...).Value(&x.text)
		}
	}
	return f
}

// focus starts the form at its i-th field.
func (f *form) focus(i int) tea.Cmd {
	left := f.leave()
	f.at, f.idle = min(i, len(f.fields)-1), false
	f.describe()
	return tea.Batch(left, f.fields[f.at].Focus())
}

// blur takes the focus away.
func (f *form) blur() tea.Cmd {
	f.idle = true
	return f.leave()
}

// leave takes the focus from the field that has it, and covers its secret.
func (f *form) leave() tea.Cmd {
	f.fields[f.at].bare = false
	return f.fields[f.at].Blur()
}

// resize fits the form to a width. A brief form describes only the field with the focus.
func (f *form) resize(width int, brief bool) {
	f.width, f.brief = width, brief
	for _, x := range f.fields {
		title := wrap(x.label, width-3)
		switch h := x.Field.(type) {
		case *huh.Input:
			h.Title(title).Prompt("› ")
		case *huh.Select[string]:
			if x.inline {
				title += "  "
			}
			h.Title(title)
		case *huh.Confirm:
			h.Title(title)
		}
		x.Field = x.WithWidth(width)
	}
	f.describe()
}

// describe gives the fields their descriptions.
func (f *form) describe() {
	for i, x := range f.fields {
		why := f.why(i)
		switch h := x.Field.(type) {
		case *huh.Input:
			h.Description(why)
		case *huh.Select[string]:
			h.Description(why)
		case *huh.Confirm:
			h.Description(why)
		}
	}
}

// why is the description of the i-th field, "" where there is no room for it.
func (f *form) why(i int) string {
	if f.brief && i != f.at {
		return ""
	}
	return wrap(f.fields[i].why, f.width-3)
}

// value is the cleaned answer of the i-th field.
func (f *form) value(i int) string {
	x := f.fields[i]
	if x.clean == nil {
		return x.text
	}
	return x.clean(x.text)
}

// problems judges the i-th field.
func (f *form) problems(i int) []problem.Problem {
	if x := f.fields[i]; x.check != nil {
		return x.check(f.value(i))
	}
	return nil
}

// update takes a message; done is set when the last field was answered.
func (f *form) update(msg tea.Msg) (done bool, cmd tea.Cmd) {
	x := f.fields[f.at]
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		keys := f.s.keys
		switch {
		case key.Matches(msg, keys.Next):
			return f.next()
		case key.Matches(msg, keys.Tab), x.input != nil && key.Matches(msg, keys.Down):
			return false, f.move(1)
		case key.Matches(msg, keys.ShiftTab), x.input != nil && key.Matches(msg, keys.Up):
			return false, f.move(-1)
		case x.secret && key.Matches(msg, keys.Reveal):
			x.bare = !x.bare
			return false, nil
		}
		if yes, no := key.Matches(msg, keys.Yes), key.Matches(msg, keys.No); x.isConfirm() && (yes || no) {
			x.yes = yes
			return f.next()
		}
		f.replaceHidden(x, msg)
	case coverMsg:
		x.bare = false
		return false, nil
	case tea.PasteMsg:
		if x.input != nil {
			return false, f.paste(x, msg)
		}
	}
	return false, f.pass(msg)
}

// paste takes a paste and cleans it. The paste replaces a value that is covered, or that
// the person did not type: nobody wants to append to those.
func (f *form) paste(x *field, msg tea.PasteMsg) tea.Cmd {
	x.shown = true
	if x.clean != nil {
		msg.Content = x.clean(msg.Content)
	}
	if !x.edited || x.covered() {
		x.set("")
	}
	x.edited = true
	return f.pass(msg)
}

// replaceHidden empties a covered value when somebody types over it: one cannot edit
// what one does not see.
func (f *form) replaceHidden(x *field, msg tea.KeyPressMsg) {
	typed := msg.Text != "" || msg.Code == tea.KeyBackspace
	if x.covered() && !x.edited && typed {
		x.set("")
	}
	x.edited = x.edited || typed
}

// pass hands a message to the field that has the focus.
func (f *form) pass(msg tea.Msg) tea.Cmd {
	m, cmd := f.fields[f.at].Update(msg)
	f.fields[f.at].Field = m.(huh.Field)
	return cmd
}

// next moves on from a field that has no error.
func (f *form) next() (done bool, cmd tea.Cmd) {
	f.fields[f.at].shown, f.fields[f.at].asked = true, true
	if f.unfit(f.at) {
		return false, nil
	}
	if f.at == len(f.fields)-1 {
		for i := range f.fields {
			if f.blocked(i) {
				return false, f.focus(i)
			}
		}
		f.fields[f.at].bare = false // the form is done: cover the secret
		return true, nil
	}
	return false, f.move(1)
}

// unfit reports whether a field has an error.
func (f *form) unfit(i int) bool {
	return slices.ContainsFunc(f.problems(i), func(p problem.Problem) bool { return p.Severity == problem.Error })
}

// blocked reports whether a field has an error, and shows it.
func (f *form) blocked(i int) bool {
	if !f.unfit(i) {
		return false
	}
	f.fields[i].shown, f.fields[i].asked = true, true
	return true
}

// move gives the focus to another field, even if this one has an error.
func (f *form) move(by int) tea.Cmd {
	to := f.at + by
	if to < 0 || to >= len(f.fields) {
		return nil
	}
	left := f.fields[f.at]
	left.shown = left.shown || left.text != ""
	return f.focus(to)
}
