package plain

import (
	"errors"
	"strings"

	"logto-twilio/connector/problem"
	"logto-twilio/ui/walk"
)

// question is one that is answered by a line of text.
type question struct {
	label, why, note string
	value            string // that an empty answer takes
	secret           bool
	optional         bool // it can be emptied again
	clean            func(string) string
	check            func(string) []problem.Problem
	aside            func(string) bool // takes an answer that means something else
}

// of is the question of the walk.
func (s *session) of(q walk.Question) question {
	return question{
		label: s.tr.T("ask." + q.ID), why: s.tr.T("ask." + q.ID + ".why"), note: s.OriginText(s.tr, q),
		value: q.Get(s.Walk), secret: q.Secret, optional: q.Optional, clean: q.Clean, check: q.Check,
	}
}

// answer asks a question of the walk and keeps what was answered.
func (s *session) answer(q walk.Question) error {
	value, err := s.text(s.of(q))
	if err == nil {
		q.Set(s.Walk, value)
	}
	return err
}

// text asks until there is an answer without an error; a warning is said, and holds
// nobody up.
func (s *session) text(q question) (string, error) {
	for _, about := range []string{q.why, q.note} {
		if about != "" {
			s.say(about)
		}
	}
	for {
		given, err := s.ask(s.promptOf(q), q.secret)
		if err != nil {
			return "", err
		}
		if q.aside != nil && q.aside(strings.TrimSpace(given)) {
			continue
		}
		value := given
		switch answer := strings.TrimSpace(given); {
		case answer == "":
			value = q.value
		case q.optional && (answer == "-" || answer == "－"):
			value = ""
		}
		if q.clean != nil {
			value = q.clean(value)
		}
		if s.sound(q, value) {
			return value, nil
		}
	}
}

// sound says the problems of an answer, and whether it can be taken.
func (s *session) sound(q question, value string) bool {
	if q.check == nil {
		return true
	}
	ok := true
	for _, p := range q.check(value) {
		s.sayProblem(p, q.label)
		ok = ok && p.Severity != problem.Error
	}
	return ok
}

func (s *session) promptOf(q question) string {
	switch {
	case q.value == "":
		return s.tr.T("plain.prompt", "label", q.label)
	case q.secret:
		return s.tr.T("plain.prompt-default", "label", q.label, "default", s.tr.T("plain.kept"))
	case q.optional:
		return s.tr.T("plain.prompt-empty", "label", q.label, "default", q.value)
	}
	return s.tr.T("plain.prompt-default", "label", q.label, "default", q.value)
}

// ask prompts for an answer and takes the two that mean the same everywhere: help,
// after which it prompts again, and back, which is errBack.
func (s *session) ask(prompt string, secret bool) (string, error) {
	if secret && s.Hide != nil { // before it is asked for, or what is typed at once would be seen
		defer s.Hide()()
	}
	for {
		s.prompt(prompt)
		line, err := s.line()
		if err == nil && secret && s.Hide != nil {
			s.print("\n") // which was not shown either
		}
		if err != nil {
			return "", err
		}
		switch strings.TrimSpace(line) {
		case "<", "＜":
			return "", errBack
		case "?", "？":
			s.help()
		default:
			return line, nil
		}
	}
}

// line reads a line. The error is errEnd, or that of the context.
func (s *session) line() (string, error) {
	type read struct {
		text string
		err  error
	}
	got := make(chan read, 1)
	go func() { // which nothing can end but a line: the program does not wait for it
		text, err := s.lines.ReadString('\n')
		got <- read{text, err}
	}()
	select {
	case <-s.ctx.Done():
		return "", s.ctx.Err()
	case r := <-got:
		if s.ctx.Err() != nil {
			return "", s.ctx.Err()
		}
		if r.err != nil {
			return "", errEnd
		}
		s.printing.Lock()
		s.prompted = false
		s.printing.Unlock()
		return clean(strings.TrimRight(r.text, "\r\n")), nil
	}
}

// back reports whether an error is the way back, and any other that ends the walk.
func back(err error) (bool, error) {
	if errors.Is(err, errBack) {
		return true, nil
	}
	return false, err
}
