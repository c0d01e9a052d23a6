package wizard

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/export"
	"logto-twilio/ui/walk"
)

// save asks where the configuration goes and in which format, shows what would
// change in a file that is there, and writes it.
type save struct {
	s       *session
	form    *form
	pending *pending
	err     error
	found   *walk.Saving
	diff    pane
	confirm *form // shown with the difference, or where Logto would refuse the file
}

// The fields of the form.
const (
	savePath = iota
	saveFormat
)

// written is the result of saving.
type written struct {
	paths []string
	git   export.GitStatus // of the file with the auth token
}

// newSave is the screen of the step: the form or, if the configuration is saved already,
// what comes next.
func newSave(s *session) screen {
	if s.Walk.Saved() != "" && !s.Walk.Unsaved() {
		return newWhatNext(s)
	}
	return newSaveForm(s)
}

func newSaveForm(s *session) *save {
	x := &save{s: s, diff: newPane()}
	var choices []walk.Choice
	for _, f := range export.Formats() {
		choices = append(choices, walk.Choice{Value: f.Name, Label: s.tr.T("format." + f.Name)})
	}
	x.form = newForm(s, s.textQuestion(walk.Target), pickField(s.tr.T("save.format"), s.Walk.SaveFormat().Name, choices))
	x.noteFormat()
	return x
}

// noteFormat says what the chosen format is for.
func (x *save) noteFormat() {
	x.form.fields[saveFormat].note = x.s.tr.T("format." + x.s.Walk.SaveFormat().Name + ".about")
}

func (x *save) Enter() tea.Cmd { return x.form.focus(savePath) }

func (x *save) Resize(width, height int) {
	x.form.resize(width, height < 14)
	if x.confirm != nil {
		x.confirm.resize(width, true)
	}
	if x.found != nil {
		x.diff.fitUpTo(width, height-x.around(width), x.differences(width))
	}
}

func (x *save) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[walk.Saving]:
		return x.prepared(msg)
	case answer[written]:
		return x.wrote(msg)
	case tea.KeyPressMsg:
		switch {
		case x.pending != nil:
			return x.pending.update(msg)
		case key.Matches(msg, x.s.keys.Back):
			return x.back()
		case x.confirm != nil:
			return x.confirming(msg)
		case key.Matches(msg, x.s.keys.Next): // from either field
			return x.prepare()
		}
	}
	if x.pending != nil {
		return x.pending.update(msg)
	}
	if x.confirm != nil {
		_, cmd := x.confirm.update(msg)
		return cmd
	}
	_, cmd := x.form.update(msg)
	x.keep()
	return cmd
}

// keep puts the answers into the walk.
func (x *save) keep() {
	w := x.s.Walk
	walk.Target.Set(w, x.form.value(savePath))
	if name := x.form.value(saveFormat); name != w.SaveFormat().Name {
		w.ChooseFormat(name)
		x.form.fields[savePath].set(w.Target)
		x.noteFormat()
		x.err = nil
	}
}

func (x *save) back() tea.Cmd {
	if x.confirm == nil {
		return x.s.backward()
	}
	x.confirm, x.found = nil, nil
	return x.form.focus(savePath)
}

// confirming takes keys while the difference is shown.
func (x *save) confirming(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, x.s.keys.Up, x.s.keys.Down, x.s.keys.Page) {
		return x.diff.update(msg)
	}
	done, cmd := x.confirm.update(msg)
	if !done {
		return cmd
	}
	if !x.confirm.fields[0].yes {
		return x.back()
	}
	return x.write()
}

// prepare looks at the files that are there. It writes nothing.
func (x *save) prepare() tea.Cmd {
	x.keep()
	x.err = nil
	format := x.s.Walk.SaveFormat()
	doc, path, read, tr := x.s.Document(format), x.s.Expand(x.s.Walk.Target), x.s.Read, x.s.tr
	return await(x.s, &x.pending, x.s.tr.T("save.looking"), func(context.Context) (walk.Saving, error) {
		return walk.Prepare(format, doc, path, read, func(key string) string { return tr.T("script." + key) })
	})
}

func (x *save) prepared(a answer[walk.Saving]) tea.Cmd {
	if !takeAnswer(&x.pending, a) {
		return nil
	}
	if a.err != nil {
		x.err = a.err
		return nil
	}
	x.found = &a.value
	c, ask := x.s.Confirm(x.s.tr, a.value)
	if !ask {
		return x.write()
	}
	tr := x.s.tr
	x.confirm = newForm(x.s, confirmField(c.Question, "", c.Usual, tr.T("save.yes"), tr.T("save.no")))
	x.Resize(x.s.width, x.s.height)
	return x.confirm.focus(0)
}

func (x *save) write() tea.Cmd {
	saving, setup := *x.found, x.s.Setup
	return await(x.s, &x.pending, x.s.tr.T("save.writing"), func(ctx context.Context) (written, error) {
		git, err := setup.SaveTo(ctx, saving)
		return written{saving.Paths(), git}, err
	})
}

func (x *save) wrote(a answer[written]) tea.Cmd {
	if !takeAnswer(&x.pending, a) {
		return nil
	}
	x.confirm = nil
	if a.err != nil {
		x.err = a.err
		return x.form.focus(savePath)
	}
	x.s.Walk.MarkSaved(a.value.git, a.value.paths...)
	cmd := x.s.replace(newWhatNext(x.s))
	if x.s.Drafts == nil {
		return cmd
	}
	x.s.serial++
	drafts, serial := x.s.Drafts, x.s.serial
	return tea.Batch(cmd, func() tea.Msg { drafts.Remove(serial); return nil })
}

func (x *save) View() view {
	s := x.s
	if x.confirm != nil {
		return view{text: x.difference()}
	}
	head := s.headingWith("save", s.tr.T(s.Walk.SaveIntroKey()))
	v := under(head, x.form.view())
	if !s.Walk.Verdict.Accepted {
		v.text += "\n\n" + s.notAccepted(s.width)
	}
	if x.pending != nil {
		v.text += "\n\n" + x.pending.view()
	}
	if x.err != nil {
		v.add(s.failure(x.err, s.width))
	}
	return v
}

func (x *save) ShortHelp() []key.Binding {
	k := x.s.keys
	switch {
	case x.confirm != nil:
		return append(append([]key.Binding{k.Next}, x.diff.scrolls(k)...), k.Back, k.Change, k.Yes, k.No)
	case x.pending != nil:
		return []key.Binding{k.Cancel}
	case x.form.at == saveFormat:
		return []key.Binding{k.Save, k.Change, k.ShiftTab, k.Back}
	}
	return []key.Binding{k.Save, k.Back, k.OtherFormat}
}
