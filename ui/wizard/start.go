package wizard

import (
	"context"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/walk"
)

// start asks where the walk begins: anew, from a file, or from a draft.
type start struct {
	s       *session
	form    *form // the choice, or the question for a path
	path    bool
	err     error
	doc     *connector.Document // a file that could not be decoded
	reading *call
}

func newStart(s *session) *start {
	st := &start{s: s}
	switch u := s.Walk.Unopened; {
	case u != nil:
		st.err, st.doc = u.Err, u.Document
		st.askPath(u.Path)
	case s.Walk.Opened != "" && s.Walk.Furthest == walk.Start:
		st.askWay()
	default:
		st.askWhere()
	}
	return st
}

// askWay asks how to go on with a file that was opened, or with a draft of it.
func (st *start) askWay() {
	tr := st.s.tr
	st.choose(tr.T("start.opened", "file", st.s.Walk.Opened), st.s.WaysOn(tr))
}

func (st *start) askWhere() { st.choose(st.s.tr.T("start.ask"), st.s.Beginnings(st.s.tr)) }

func (st *start) choose(label string, choices []walk.Choice) {
	st.path, st.form = false, newForm(st.s, firstOf(label, choices))
}

func (st *start) askPath(path string) {
	tr := st.s.tr
	st.path = true
	st.form = newForm(st.s, textField(tr.T("ask.open"), tr.T("ask.open.why"), walk.DefaultTarget, path,
		walk.Target.Clean, nil))
}

func (st *start) Enter() tea.Cmd {
	st.s.Walk.SaidUnopened()
	return st.form.focus(0)
}

func (st *start) Resize(width, height int) { st.form.resize(width, height < 14) }

func (st *start) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[walk.Opened]:
		return st.opened(msg)
	case answer[walk.Resumed]:
		return st.resumed(msg)
	case tea.KeyPressMsg:
		if key.Matches(msg, st.s.keys.Back) {
			return st.back()
		}
	}
	if st.reading != nil {
		return nil
	}
	done, cmd := st.form.update(msg)
	if done {
		return st.then(st.form.value(0))
	}
	return cmd
}

func (st *start) back() tea.Cmd {
	if !st.path {
		return st.s.backward()
	}
	st.err, st.doc = nil, nil
	st.askWhere()
	st.Resize(st.s.width, st.s.height)
	return st.form.focus(0)
}

func (st *start) then(value string) tea.Cmd {
	switch {
	case st.path:
		return st.read(value)
	case value == walk.BeginNew:
		return st.s.forward()
	case value == walk.BeginEmpty:
		st.s.BeginWithNothing()
		return st.s.forward()
	case value == walk.BeginReview:
		return st.s.resumeAt(walk.Review)
	case value == walk.BeginOpen:
		st.askPath("")
		st.Resize(st.s.width, st.s.height)
		return st.form.focus(0)
	}
	i, _ := strconv.Atoi(value)
	return st.resume(st.s.Walk.Abandoned[i])
}

// read opens a file, outside of Update.
func (st *start) read(path string) tea.Cmd {
	st.err, st.doc = nil, nil
	read, path := st.s.Read, st.s.Expand(path)
	var cmd tea.Cmd
	st.reading, cmd = request(st.s, func(context.Context) (walk.Opened, error) { return walk.ReadFile(read, path) })
	return cmd
}

func (st *start) opened(a answer[walk.Opened]) tea.Cmd {
	if !st.reading.owns(a.id) {
		return nil
	}
	st.reading = nil
	switch {
	case a.err != nil:
		st.err = a.err
		return nil
	case !walk.CanOpen(a.value.Document):
		st.doc = a.value.Document
		return nil
	}
	st.s.OpenFile(a.value)
	if st.s.Walk.AuthToken == "" {
		return st.s.forward()
	}
	st.askWay()
	st.Resize(st.s.width, st.s.height)
	return st.form.focus(0)
}

// resume continues a draft. The file that it edits is read again.
func (st *start) resume(d draft.Info) tea.Cmd {
	drafts, read := st.s.Drafts, st.s.Read
	var cmd tea.Cmd
	st.reading, cmd = request(st.s, func(context.Context) (walk.Resumed, error) { return walk.TakeDraft(drafts, d, read) })
	return cmd
}

func (st *start) resumed(a answer[walk.Resumed]) tea.Cmd {
	if !st.reading.owns(a.id) {
		return nil
	}
	st.reading = nil
	if a.err != nil {
		st.err = a.err
		return nil
	}
	st.s.ResumeDraft(a.value)
	return st.s.resumeAt(a.value.Answers.Step)
}

func (st *start) View() view {
	s := st.s
	v := under(s.heading("start"), st.form.view())
	if st.err != nil {
		v.text += "\n\n" + s.failure(st.err, s.width)
	}
	if st.doc != nil {
		for _, p := range st.doc.Problems() {
			v.text += "\n"
			if place := walk.PlaceInFile(s.tr, p.At); place != "" {
				v.text += "\n" + s.styles.Bold.Render(cut(place, s.width))
			}
			v.text += "\n" + s.problem(p, s.width)
		}
	} else if s.Walk.Opened != "" && !st.path && st.reading == nil {
		v.text += "\n\n" + s.judged(s.Walk.FileText(s.tr))
	}
	if st.reading != nil {
		v.text += "\n\n" + s.styles.Dim.Render(s.tr.T("start.reading"))
	}
	return v
}

func (st *start) ShortHelp() []key.Binding {
	k := st.s.keys
	if st.path {
		return []key.Binding{k.Next, k.Back}
	}
	return []key.Binding{k.Next, k.Up, k.Down}
}
