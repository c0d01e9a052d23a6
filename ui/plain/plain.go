// Package plain asks the walk as questions, line by line, for screen readers and
// simple terminals: the steps, checks and words of the wizard, in lines that are
// read in their order. It prints no escape sequence.
//
// What is decided here is how to ask; what is asked, checked and offered is
// ui/walk's, as it is for ui/wizard.
package plain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"sync"

	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// Options are what plain mode works with.
type Options struct {
	walk.Setup

	In  io.Reader // of a terminal in its own line mode
	Out io.Writer
	// Hide lets the terminal not show what is typed, until show is called; nil where
	// it shows nothing by itself.
	Hide func() (show func())
	// Insist ends when the person, who wanted to leave, does not want to wait either; nil
	// where nobody can say so.
	Insist context.Context
	// Size is that of the terminal, in cells; 0 where it is not known.
	Size func() (width, height int)
}

// ErrLeft says that the person left before a file was saved.
var ErrLeft = errors.New("left before the end")

// Crash is a fault of the program. Its report holds no auth token.
type Crash struct{ Report string }

func (c *Crash) Error() string { return c.Report }

// Ways out of a question.
var (
	errBack = errors.New("back to the question before")
	errEnd  = errors.New("the end of the input")
	errPass = errors.New("there is nothing to ask")
)

// session is one walk.
type session struct {
	Options
	ctx     context.Context
	calling context.Context // of the call under way
	tr      i18n.Printer
	course  walk.Course
	lines   *bufio.Reader
	serial  int        // of the last draft
	mend    string     // the place of the problem that a step was opened for
	target  string     // the usual answer to where the file goes
	helpOf  *walk.Page // the help where it is not the step's

	// settled is called when a request that is billed was answered, and its call goes on.
	settled func()

	printing sync.Mutex
	prompted bool // the last line is a question that waits for its answer
}

// Run asks the whole walk. Where ctx ends while a request that is billed is under way,
// it waits for the answer first, see [walk.Setup.WaitToLeave]. The error is nil when a file was saved, ErrLeft, that of
// the context when it ended, or a *Crash. The answers are kept in a draft then,
// unless they were to be discarded.
func Run(ctx context.Context, o Options) (err error) {
	if o.Insist == nil {
		o.Insist = context.WithoutCancel(ctx)
	}
	s := &session{Options: o, ctx: ctx, tr: i18n.In(o.Lang), course: walk.Course{Walk: o.Walk}, lines: bufio.NewReader(o.In), settled: func() {}}
	defer func() {
		if r := recover(); r != nil {
			report := fmt.Sprintf("%v\n\n%s", r, debug.Stack())
			err = &Crash{s.Walk.MaskReport(report)}
			s.endLine()
			s.keepDraft()
		}
	}()
	s.welcome()
	err = s.steps()
	switch {
	case err == nil || errors.Is(err, ErrLeft):
		return err
	case ctx.Err() != nil:
		err = ctx.Err()
	default: // the end of the input, or a terminal that is gone
		err = s.ended()
	}
	s.endLine()
	s.leave()
	return err
}

// welcome says what can be answered.
func (s *session) welcome() {
	s.say(s.tr.T("frame.about"))
	if s.Drafts != nil {
		s.say(s.tr.T("plain.keys-draft"))
	} else {
		s.say(s.tr.T("plain.keys"))
	}
}

// move is where an answered step leads to: the next one, unless it names another.
type move struct {
	resume bool // the step of a draft, or of a shorter way
	jump   bool // the step that mends something, and back
	to     walk.Step
	path   string // of what is to be mended, a JSON Pointer
}

// steps asks step after step.
func (s *session) steps() error {
	at, more := s.First(), true
	for more {
		s.open(at)
		m, err := s.step(at)
		s.mend = m.path
		switch {
		case errors.Is(err, errBack):
			at, more = s.course.Back()
			if !more {
				if err := s.quit(); err != nil {
					return err
				}
				at, more = walk.Start, true
			}
			continue
		case err != nil:
			return err
		case m.resume:
			at = s.course.Resume(m.to)
		case m.jump:
			at = s.course.Jump(m.to)
		default:
			at, more = s.course.Next()
		}
		s.Walk.Reach(at)
		s.keepDraft()
	}
	return nil
}

// open begins a step.
func (s *session) open(at walk.Step) {
	s.Walk.Reach(at)
	s.Walk.Judge()
	s.say("", s.tr.T("plain.step", "n", int(at)+1, "of", len(walk.Steps()), "step", s.tr.T("step."+at.Key())))
	switch { // whom the answers go to, if not to Twilio
	case s.Demo:
		s.say(s.tr.T("plain.in", "place", s.tr.T("frame.demo"), "what", s.tr.T("frame.demo-about")))
	case s.BaseURL != "":
		s.say(s.tr.T("cli.twilio-url-set", "url", s.BaseURL))
	}
}

func (s *session) step(at walk.Step) (move, error) {
	switch at {
	case walk.Credentials:
		return s.credentials()
	case walk.Sender:
		return s.sender()
	case walk.Templates:
		return s.templates()
	case walk.Review:
		return s.review()
	case walk.Test:
		return s.test()
	case walk.Save:
		return s.save()
	}
	return s.start()
}

// backTo is the way back to a question of a sequence, by its number.
type backTo int

func (backTo) Error() string { return "back to an earlier question" }

// sequence asks one question after the other; back leads to the one before. A
// question that is errPass is gone past in the direction that led to it.
func sequence(questions ...func() error) error {
	for i, by := 0, 1; i < len(questions); i += by {
		var to backTo
		switch err := questions[i](); {
		case errors.Is(err, errPass):
		case errors.As(err, &to):
			i, by = int(to)-1, 1
		case errors.Is(err, errBack) && i > 0:
			by = -1
		case err != nil:
			return err
		default:
			by = 1
		}
	}
	return nil
}

// masked is the file that would be saved, its token masked.
func (s *session) masked() string { return string(export.Masked(s.Walk.Result())) }
