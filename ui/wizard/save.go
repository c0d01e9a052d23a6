package wizard

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/export"
	"logto-twilio/ui/walk"
)

// save asks where the file goes, shows what would change in one that is there,
// writes it, and says what comes next in Logto.
type save struct {
	s       *session
	form    *form
	wait    *waiting
	err     error
	found   *inspected
	diff    page
	confirm *form // shown with the difference, or where Logto would refuse the file
	saved   bool
	done    page // what is said when it was saved
}

// inspected is what was found at the place to save to.
type inspected struct {
	path   string
	old    []byte // nil: there is no file
	exists bool
	diff   []export.DiffLine
	token  bool // the token would change
	doc    *connector.Document
	data   []byte
}

// written is what came of saving.
type written struct {
	path string
	git  export.GitStatus
}

func newSave(s *session) *save {
	x := &save{s: s, diff: newPage(), done: newPage()}
	x.form = newForm(s, s.textQuestion(walk.Target))
	x.saved = s.Walk.Saved != "" && !s.Walk.Unsaved()
	return x
}

func (x *save) Enter() tea.Cmd { return x.form.focus(0) }

func (x *save) Resize(width, height int) {
	x.form.resize(width, height < 14)
	if x.confirm != nil {
		x.confirm.resize(width, true)
	}
	if x.saved {
		x.done.fit(width, height, x.whatNext())
	}
	if x.found != nil {
		x.diff.fit(width, max(height-8, 3), x.s.diffText(x.found.diff, width))
	}
}

func (x *save) Update(msg tea.Msg) (step, tea.Cmd) {
	switch msg := msg.(type) {
	case answer[inspected]:
		return x, x.inspected(msg)
	case answer[written]:
		return x, x.wrote(msg)
	case tea.KeyPressMsg:
		if key.Matches(msg, x.s.keys.Back) && x.wait == nil {
			return x, x.back()
		}
	}
	if x.wait != nil {
		return x, x.wait.update(msg)
	}
	switch {
	case x.saved:
		if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, x.s.keys.Next) {
			return x, x.s.forward()
		}
		return x, x.done.update(msg)
	case x.confirm != nil:
		return x, x.confirming(msg)
	}
	done, cmd := x.form.update(msg)
	walk.Target.Set(x.s.Walk, x.form.value(0))
	if done {
		return x, x.inspect()
	}
	return x, cmd
}

func (x *save) back() tea.Cmd {
	switch {
	case x.saved:
		x.saved = false
		return x.form.focus(0)
	case x.confirm != nil:
		x.confirm, x.found = nil, nil
		return x.form.focus(0)
	}
	return x.s.backward()
}

// confirming takes keys while the difference is shown.
func (x *save) confirming(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, x.s.keys.Up, x.s.keys.Down, x.s.keys.Page) {
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

// inspect looks at the place, before anything is written.
func (x *save) inspect() tea.Cmd {
	x.err = nil
	path, doc, read := x.s.expand(x.s.Walk.Target), x.s.Walk.Result(), x.s.Read
	call, cmd := ask(x.s, func(context.Context) (inspected, error) {
		in := inspected{path: path, doc: doc, data: export.JSON(doc)}
		if err := export.Check(path); err != nil {
			return in, err
		}
		old, err := read(path)
		if errors.Is(err, fs.ErrNotExist) {
			return in, nil
		}
		if err != nil {
			return in, err
		}
		in.exists, in.old = true, old
		in.diff, in.token = export.Diff(old, doc)
		return in, nil
	})
	x.wait = newWaiting(x.s, call, x.s.tr.T("save.looking"))
	return cmd
}

func (x *save) inspected(a answer[inspected]) tea.Cmd {
	if x.wait == nil || a.id != x.wait.id {
		return nil
	}
	x.wait = nil
	if a.err != nil {
		x.err = a.err
		return nil
	}
	x.found = &a.value
	changed := a.value.exists && !bytes.Equal(a.value.old, a.value.data)
	if !changed && x.s.Walk.Verdict.Accepted {
		return x.write()
	}
	tr := x.s.tr
	own := a.value.path == x.s.Walk.Opened || a.value.path == x.s.Walk.Saved // another's file wants a yes that is not the default
	question := "save.overwrite"
	if !changed {
		question = "save.refused"
	}
	x.confirm = newForm(x.s, confirmField(tr.T(question, "file", a.value.path), "", own && x.s.Walk.Verdict.Accepted, tr.T("save.yes"), tr.T("save.no")))
	x.Resize(x.s.width, x.s.height)
	return x.confirm.focus(0)
}

func (x *save) write() tea.Cmd {
	in, git := *x.found, x.s.GitState
	call, cmd := ask(x.s, func(ctx context.Context) (written, error) {
		if err := export.Write(ctx, in.path, in.data); err != nil {
			return written{}, err
		}
		return written{in.path, git(ctx, in.path)}, nil
	})
	x.wait = newWaiting(x.s, call, x.s.tr.T("save.writing"))
	return cmd
}

func (x *save) wrote(a answer[written]) tea.Cmd {
	if x.wait == nil || a.id != x.wait.id {
		return nil
	}
	x.wait, x.confirm = nil, nil
	if a.err != nil {
		x.err = a.err
		return x.form.focus(0)
	}
	x.s.Walk.MarkSaved(a.value.path)
	x.s.Walk.Git = a.value.git
	x.saved = true
	x.Resize(x.s.width, x.s.height)
	if x.s.Drafts == nil {
		return nil
	}
	x.s.serial++
	drafts, serial := x.s.Drafts, x.s.serial
	return func() tea.Msg { drafts.Remove(serial); return nil }
}

func (x *save) View() view {
	s := x.s
	switch {
	case x.saved:
		return view{text: x.done.view.View()}
	case x.confirm != nil:
		return view{text: x.difference()}
	}
	head := s.heading("save")
	text, top, bottom := x.form.view()
	n := strings.Count(head, "\n")
	v := view{text: head + text, top: top + n, bottom: bottom + n}
	if !s.Walk.Verdict.Accepted {
		v.text += "\n\n" + s.styles.Warn.Render("! "+hang(wrap(s.tr.T("save.not-accepted"), s.width-2)))
	}
	if x.wait != nil {
		v.text += "\n\n" + x.wait.view()
	}
	if x.err != nil {
		v.text += "\n\n" + s.failure(x.err, s.width)
		v.bottom = strings.Count(v.text, "\n")
	}
	return v
}

func (x *save) ShortHelp() []key.Binding {
	k := x.s.keys
	switch {
	case x.saved:
		return append(append([]key.Binding{k.Finish}, x.done.scrolls(k)...), k.Back, k.Open)
	case x.confirm != nil:
		return append(append([]key.Binding{k.Next}, x.diff.scrolls(k)...), k.Back, k.Change, k.Yes, k.No)
	case x.wait != nil:
		return []key.Binding{k.Cancel}
	}
	return []key.Binding{k.Save, k.Back}
}

func (x *save) FullHelp() [][]key.Binding { return [][]key.Binding{x.ShortHelp()} }
