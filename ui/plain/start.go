package plain

import (
	"context"
	"errors"
	"strconv"

	"logto-twilio/connector"
	"logto-twilio/ui/walk"
)

// start asks where the walk begins: anew, from a file, or from a draft.
func (s *session) start() (move, error) {
	s.heading("start")
	if u := s.Walk.Unopened; u != nil {
		s.Walk.SaidUnopened()
		s.sayUnreadable(u.Err, u.Document)
		m, err := s.openFile(u.Path)
		if isBack, err := back(err); !isBack {
			return m, err
		}
	}
	for {
		ask := s.begin
		if s.Walk.Opened != "" && s.Walk.Furthest == walk.Start {
			ask = s.wayOn
		}
		m, err := ask()
		if !errors.Is(err, errBack) || s.AsksToQuit() { // else there is nothing to leave, and nowhere to go
			return m, err
		}
		s.say("", s.tr.T("plain.first"))
	}
}

// begin asks for the beginning.
func (s *session) begin() (move, error) {
	for {
		choice, err := s.choose(s.tr.T("start.ask"), s.Beginnings(s.tr))
		if err != nil {
			return move{}, err
		}
		var m move
		switch choice {
		case walk.BeginNew:
			return move{}, nil
		case walk.BeginEmpty:
			s.BeginWithNothing()
			return move{}, nil
		case walk.BeginOpen:
			m, err = s.openFile("")
		default:
			var ok bool
			if m, ok, err = s.resume(choice); err == nil && !ok {
				continue
			}
		}
		if isBack, err := back(err); !isBack {
			return m, err
		}
	}
}

// openFile asks for a file until one can be read.
func (s *session) openFile(path string) (move, error) {
	q := question{label: s.tr.T("ask.open"), why: s.tr.T("ask.open.why"), value: path, clean: walk.Target.Clean}
	if path == "" {
		q.value = walk.DefaultTarget
	}
	for {
		given, err := s.text(q)
		if err != nil {
			return move{}, err
		}
		r, err := call(s, s.tr.T("start.reading"), func(context.Context) (walk.Opened, error) {
			return walk.ReadFile(s.Read, s.Expand(given))
		})
		switch {
		case err != nil:
			return move{}, err
		case r.err != nil || !walk.CanOpen(r.value.Document):
			s.sayUnreadable(r.err, r.value.Document)
			q.why = "" // said once
			continue
		}
		s.OpenFile(r.value)
		if s.Walk.AuthToken == "" {
			return move{}, nil
		}
		return s.wayOn()
	}
}

// sayUnreadable says why a file cannot be opened: err, or what is wrong in it.
func (s *session) sayUnreadable(err error, doc *connector.Document) {
	if err != nil {
		s.sayFailure(err)
		return
	}
	for _, p := range doc.Problems() {
		if place := walk.PlaceInFile(s.tr, p.At); place != "" {
			s.say(place)
		}
		s.sayProblem(p, "")
	}
}

// wayOn asks how to go through a file that was opened, or whether to resume a
// draft of it.
func (s *session) wayOn() (move, error) {
	status, text := s.Walk.FileText(s.tr)
	s.sayVerdict(status, text)
	for {
		choice, err := s.choose(s.tr.T("start.opened", "file", s.Walk.Opened), s.WaysOn(s.tr))
		switch {
		case err != nil:
			return move{}, err
		case choice == walk.BeginNew:
			return move{}, nil
		case choice == walk.BeginReview:
			return move{resume: true, to: walk.Review}, nil
		}
		if m, ok, err := s.resume(choice); ok || err != nil {
			return m, err
		}
	}
}

// resume goes on with a draft; false where it cannot be had, which is said.
func (s *session) resume(number string) (move, bool, error) {
	i, _ := strconv.Atoi(number)
	info := s.Walk.Abandoned[i]
	r, err := call(s, s.tr.T("start.reading"), func(context.Context) (walk.Resumed, error) {
		return walk.TakeDraft(s.Drafts, info, s.Read)
	})
	switch {
	case err != nil:
		return move{}, false, err
	case r.err != nil:
		s.sayFailure(r.err)
		return move{}, false, nil
	}
	s.ResumeDraft(r.value)
	return move{resume: true, to: r.value.Answers.Step}, true, nil
}
