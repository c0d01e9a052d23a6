package wizard

import (
	"context"
	"path/filepath"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/walk"
)

// start asks where the walk begins: anew, from a file, or from a draft.
type start struct {
	s      *session
	form   *form // the choice, or the path where path is set
	path   bool
	err    error
	doc    *connector.Document // that could not be decoded
	call   *call
	drafts []draft.Info
}

// The choices of the first question; a draft is its number.
const (
	startNew    = "new"
	startOpen   = "open"
	startEmpty  = "empty"
	startReview = "review"
)

// opened is a file that was read.
type opened struct {
	path string
	doc  *connector.Document
}

// resumed is a draft that was taken over.
type resumed struct {
	answers walk.Answers
	doc     *connector.Document
}

func newStart(s *session) *start {
	st := &start{s: s, drafts: s.Abandoned, err: s.OpenError, doc: s.OpenDocument}
	switch {
	case st.err != nil || st.doc != nil:
		st.askPath(s.OpenPath)
	case s.Walk.Opened != "" && s.Walk.Furthest == walk.Start:
		st.askWay()
	default:
		st.askWhere()
	}
	return st
}

// askWay asks how to go through a file that was opened, or whether to resume a
// draft of it.
func (st *start) askWay() {
	tr := st.s.tr
	var choices []choice
	for i, d := range st.drafts {
		if st.s.edits(d) {
			choices = append(choices, st.draftChoice(i))
		}
	}
	steps, review := choice{startNew, tr.T("start.walk")}, choice{startReview, tr.T("start.review")}
	if st.s.Walk.Verdict.Accepted && !st.s.Walk.Wants(walk.Templates) {
		choices = append(choices, steps, review)
	} else { // what is wrong is said there, with the way to mend it
		choices = append(choices, review, steps)
	}
	st.path, st.form = false, newForm(st.s, chooseField(tr.T("start.opened", "file", st.s.Walk.Opened), "", choices[0].value, choices))
}

// edits tells whether a draft is one of the file that was opened.
func (s *session) edits(d draft.Info) bool {
	return s.place(d.Target) == s.place(filepath.Clean(s.Walk.Opened))
}

func (st *start) draftChoice(i int) choice {
	d := st.drafts[i]
	return choice{strconv.Itoa(i), st.s.tr.T("start.resume", "target", st.s.place(d.Target), "when", st.s.tr.Ago(d.Saved, st.s.now()))}
}

func (st *start) askWhere() {
	tr := st.s.tr
	label := tr.T("start.new", "file", st.s.place(st.s.Walk.Target))
	if st.s.Walk.Furthest > walk.Start {
		label = tr.T("start.go-on")
	}
	choices := []choice{{startNew, label}}
	for i := range st.drafts {
		choices = append(choices, st.draftChoice(i))
	}
	if st.s.Demo { // it opens no file of anybody's
		choices = append(choices, choice{startEmpty, tr.T("start.empty")})
	} else {
		choices = append(choices, choice{startOpen, tr.T("start.open")})
	}
	st.path, st.form = false, newForm(st.s, chooseField(tr.T("start.ask"), "", startNew, choices))
}

func (st *start) askPath(path string) {
	tr := st.s.tr
	st.path = true
	st.form = newForm(st.s, textField(tr.T("ask.open"), tr.T("ask.open.why"), walk.DefaultTarget, path,
		walk.Target.Clean, nil))
}

func (st *start) Enter() tea.Cmd {
	st.s.OpenError, st.s.OpenDocument = nil, nil // said once
	return st.form.focus(0)
}

func (st *start) Resize(width, height int) { st.form.resize(width, height < 14) }

func (st *start) Update(msg tea.Msg) (step, tea.Cmd) {
	switch msg := msg.(type) {
	case answer[opened]:
		return st, st.onOpened(msg)
	case answer[resumed]:
		return st, st.onResumed(msg)
	case tea.KeyPressMsg:
		if key.Matches(msg, st.s.keys.Back) {
			return st, st.back()
		}
	}
	if st.call != nil {
		return st, nil
	}
	done, cmd := st.form.update(msg)
	if done {
		return st, st.answered()
	}
	return st, cmd
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

func (st *start) answered() tea.Cmd {
	value := st.form.value(0)
	switch {
	case st.path:
		return st.read(value)
	case value == startNew:
		return st.s.forward()
	case value == startEmpty:
		st.s.Walk.SetCredentials(st.s.DemoEmptySID, st.s.Walk.AuthToken)
		st.s.Walk.ServiceSID, st.s.Walk.TestNumber = "", st.s.DemoEmptyNumber
		return st.s.forward()
	case value == startReview:
		return st.s.resumeAt(walk.Review)
	case value == startOpen:
		st.askPath("")
		st.Resize(st.s.width, st.s.height)
		return st.form.focus(0)
	}
	i, _ := strconv.Atoi(value)
	return st.take(st.drafts[i])
}

// read opens a file, outside of Update.
func (st *start) read(path string) tea.Cmd {
	st.err, st.doc = nil, nil
	read, path := st.s.Read, st.s.expand(path)
	var cmd tea.Cmd
	st.call, cmd = ask(st.s, func(context.Context) (opened, error) {
		data, err := read(path)
		if err != nil {
			return opened{}, err
		}
		return opened{path, connector.Decode(data)}, nil
	})
	return cmd
}

func (st *start) onOpened(a answer[opened]) tea.Cmd {
	if st.call == nil || a.id != st.call.id {
		return nil
	}
	st.call = nil
	switch {
	case a.err != nil:
		st.err = a.err
		return nil
	case !walk.CanOpen(a.value.doc):
		st.doc = a.value.doc
		return nil
	}
	st.s.Walk.Open(a.value.path, a.value.doc)
	st.s.Walk.FromEnvironment(st.s.Getenv)
	if st.s.Walk.AuthToken == "" {
		return st.s.forward()
	}
	st.s.Walk.Judge()
	st.askWay()
	st.Resize(st.s.width, st.s.height)
	return st.form.focus(0)
}

// take resumes a draft; the file that it edits is read again.
func (st *start) take(d draft.Info) tea.Cmd {
	drafts, read := st.s.Drafts, st.s.Read
	var cmd tea.Cmd
	st.call, cmd = ask(st.s, func(context.Context) (resumed, error) {
		a, err := drafts.Take(d)
		if err != nil || a.Opened == "" {
			return resumed{answers: a}, err
		}
		data, err := read(a.Opened)
		if err != nil { // the file is gone: the answers are not
			return resumed{answers: a}, nil
		}
		if doc := connector.Decode(data); doc.Root != nil {
			return resumed{a, doc}, nil
		}
		return resumed{answers: a}, nil
	})
	return cmd
}

func (st *start) onResumed(a answer[resumed]) tea.Cmd {
	if st.call == nil || a.id != st.call.id {
		return nil
	}
	st.call = nil
	if a.err != nil {
		st.err = a.err
		return nil
	}
	st.s.Walk.Resume(a.value.answers, a.value.doc)
	st.s.Abandoned = nil
	return st.s.resumeAt(a.value.answers.Step)
}
