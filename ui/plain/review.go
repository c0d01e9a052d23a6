package plain

import (
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// review says what Logto will say and every problem, with its number, which leads
// to the step that mends it.
func (s *session) review() (move, error) {
	s.say(s.tr.T("title.review"))
	s.sayVerdict(s.Walk.VerdictText(s.tr))
	v, l := s.Walk.Verdict, &list{}
	var leads []move
	lead := func(to walk.Step, path string) {
		r := row{label: s.tr.T("review.mend", "step", s.tr.T("step."+to.Key())), said: true}
		if place := s.Walk.Where(s.tr, path); place != "" {
			r.label = s.tr.T("plain.in", "place", r.label, "what", place)
		}
		s.sayRow(len(leads), r)
		leads, l.more = append(leads, move{jump: true, to: to, path: path}), append(l.more, r)
	}
	for _, f := range v.Findings {
		s.say("")
		s.sayCheck(f.Check)
		lead(f.Step, "")
	}
	for _, p := range v.Problems {
		s.say("")
		s.sayProblem(p, "")
		if step, ok := walk.StepOf(p.Path); ok {
			lead(step, p.Path)
		} else if place := redact.Line(p.Path, 200); place != "" {
			s.say(place)
		}
	}
	if len(v.Findings)+len(v.Problems) == 0 {
		s.sayStatus(fine, i18n.Message{Message: s.tr.T("review.no-problems")})
	}
	return s.afterReview(l, leads)
}

// afterReview asks where to go, and shows the JSON as often as it is wanted.
func (s *session) afterReview(l *list, leads []move) (move, error) {
	l.label, l.usual = s.tr.T("test.now"), len(leads)
	l.more = append(l.more, row{label: s.tr.T("test.go-on")}, row{label: s.tr.T("plain.json")})
	for {
		i, err := s.pick(l)
		switch {
		case err != nil:
			return move{}, err
		case i < len(leads):
			return leads[i], nil
		case i == len(leads):
			return move{}, nil
		}
		s.say("")
		for line := range strings.Lines(s.masked()) {
			s.sayWhole(strings.TrimSuffix(line, "\n"))
		}
	}
}

// sayVerdict says what Logto says of a configuration.
func (s *session) sayVerdict(v account.CheckStatus, text string) {
	s.sayStatus(status(v), i18n.Message{Message: text})
}
