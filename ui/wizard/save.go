package wizard

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
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
	diff    viewport.Model
	confirm *form // shown with the difference, or where Logto would refuse the file
	saved   bool
	done    viewport.Model // what is said when it was saved
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
	x := &save{s: s, diff: viewport.New(), done: viewport.New()}
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
	x.diff.SetWidth(width)
	x.diff.SetHeight(max(height-8, 3))
	if x.saved {
		x.done.SetWidth(width)
		x.done.SetHeight(height)
		x.done.SetContent(x.whatNext())
	}
	if x.found != nil {
		x.diff.SetContent(x.s.diffText(x.found.diff, width))
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
		var cmd tea.Cmd
		x.done, cmd = x.done.Update(msg)
		return x, cmd
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
	if x.confirm != nil {
		x.confirm, x.found = nil, nil
		return x.form.focus(0)
	}
	return x.s.backward()
}

// confirming takes keys while the difference is shown.
func (x *save) confirming(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, x.s.keys.Up, x.s.keys.Down, x.s.keys.PageUp, x.s.keys.PageDown) {
		var cmd tea.Cmd
		x.diff, cmd = x.diff.Update(msg)
		return cmd
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
	path, doc, read := x.s.Walk.Target, x.s.Walk.Result(), x.s.Read
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
		return view{text: x.done.View()}
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

// difference shows what would change in the file that is there.
func (x *save) difference() string {
	s := x.s
	parts := []string{s.styles.Title.Render(cut(s.tr.T("save.changes", "file", x.found.path), s.width))}
	if x.found.token {
		parts = append(parts, s.styles.Warn.Render(cut(s.tr.T("save.token-changed"), s.width)))
	}
	if !s.Walk.Verdict.Accepted {
		parts = append(parts, s.styles.Warn.Render("! "+hang(wrap(s.tr.T("save.not-accepted"), s.width-2))))
	}
	if len(x.found.diff) > 0 {
		parts = append(parts, x.diff.View())
	}
	text, _, _ := x.confirm.view()
	return strings.Join(append(parts, text), "\n")
}

// diffText colours a difference.
func (s *session) diffText(lines []export.DiffLine, width int) string {
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		switch l.Kind {
		case export.Added:
			out = append(out, s.styles.OK.Render(cut("+ "+l.Text, width)))
		case export.Removed:
			out = append(out, s.styles.Fail.Render(cut("- "+l.Text, width)))
		case export.Changed:
			out = append(out, s.styles.Warn.Render(cut("~ "+l.Text+" "+s.tr.T("save.changed"), width)))
		case export.Skipped:
			out = append(out, s.styles.Dim.Render(cut("  "+s.tr.T("save.skipped", "n", l.Count), width)))
		default:
			out = append(out, s.styles.Dim.Render(cut("  "+l.Text, width)))
		}
	}
	return strings.Join(out, "\n")
}

// whatNext says what to do with the file.
func (x *save) whatNext() string {
	s := x.s
	text := s.styles.Title.Render(s.tr.T("save.saved.title")) + "\n\n"
	text += s.styles.OK.Render("✓ "+hang(wrap(s.tr.T("save.saved", "file", s.Walk.Saved), s.width-2))) + "\n"
	if s.Walk.Git.Exposed() {
		text += "\n" + s.styles.Warn.Render("! "+hang(wrap(s.tr.T("save.git"), s.width-2))) + "\n"
	}
	if s.Walk.Document != nil && s.Walk.Document.Wrapped {
		text += "\n" + s.styles.Warn.Render("! "+hang(wrap(s.tr.T("save.wrapped"), s.width-2))) + "\n"
	}
	if s.Demo {
		text += "\n" + s.styles.Warn.Render("! "+hang(wrap(s.tr.T("save.demo"), s.width-2))) + "\n"
	}
	text += "\n" + s.styles.Bold.Render(s.tr.T("save.next")) + "\n"
	for i, line := range strings.Split(s.tr.T("save.next.steps"), "\n") {
		text += s.styles.Accent.Render(string(rune('1'+i))) + " " + hang(wrap(line, s.width-2)) + "\n"
	}
	return text + s.linkLines(walk.LogtoEnableSMS, s.width)
}

func (x *save) ShortHelp() []key.Binding {
	k := x.s.keys
	switch {
	case x.saved:
		return []key.Binding{k.Finish, k.Open, k.Scroll, k.Back}
	case x.confirm != nil:
		return []key.Binding{k.Next, k.Yes, k.No, k.Scroll, k.Back}
	case x.wait != nil:
		return []key.Binding{k.Cancel}
	}
	return []key.Binding{k.Save, k.Back}
}

func (x *save) FullHelp() [][]key.Binding { return [][]key.Binding{x.ShortHelp()} }
