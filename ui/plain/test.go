package plain

import (
	"context"
	"errors"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// test asks where a test message goes and which one, and for a clear yes; it sends
// it and says what became of it.
func (s *session) test() (move, error) {
	s.heading("test")
	if s.Walk.AsksForVerified() {
		r, err := call(s, s.tr.T("plain.verified"), s.Client().VerifiedNumbers)
		if err != nil {
			return move{}, err
		}
		s.Walk.NoteVerified(r.value, r.err)
	}
	for {
		yes := false
		err := sequence(s.askNumberToTest, s.askType, func() (err error) {
			yes, err = s.askToSend()
			return err
		})
		if err != nil && !errors.Is(err, errSkip) {
			return move{}, err
		}
		if err != nil || !yes {
			return move{}, nil
		}
		m, again, err := s.sendTest()
		if isBack, err := back(err); err != nil || !again && !isBack {
			return m, err
		}
	}
}

// errSkip goes on without a test.
var errSkip = errors.New("no test is wanted")

// askNumberToTest asks for the phone number. Where there is none yet, an empty
// answer skips the test.
func (s *session) askNumberToTest() error {
	q := s.of(walk.TestNumber)
	q.note = s.Walk.VerifiedText(s.tr)
	q.check = func(given string) []problem.Problem {
		if given == "" || s.Walk.NumbersMeant(s.tr, given) != nil { // which is asked next
			return nil
		}
		return s.Walk.CheckNumber(given)
	}
	if q.value == "" {
		q.why = s.tr.Join(q.why, s.tr.T("plain.skip"))
	}
	number, err := s.text(q)
	if err != nil {
		return err
	}
	if meant := s.Walk.NumbersMeant(s.tr, number); meant != nil {
		return s.askZero(meant)
	}
	walk.TestNumber.Set(s.Walk, number)
	if number == "" {
		return errSkip
	}
	return nil
}

// askZero asks which number is meant; back leads to the number, which is asked for
// anew where the chosen one is none to send to.
func (s *session) askZero(meant []walk.Choice) error {
	number, err := s.choose(s.tr.T("test.zero"), meant)
	isBack, err := back(err)
	switch {
	case err != nil:
		return err
	case isBack:
		return s.askNumberToTest()
	}
	s.Walk.MeanNumber(number)
	if problems := s.Walk.CheckNumber(number); len(problems) > 0 {
		s.sayProblem(problems[0], "")
		if problems[0].Severity == problem.Error {
			return s.askNumberToTest()
		}
	}
	return nil
}

// askType asks which template is sent.
func (s *session) askType() error {
	l := &list{label: s.tr.T("test.which")}
	types := s.Walk.TestTypes()
	for i, u := range types {
		l.rows = append(l.rows, row{label: string(u)})
		if u == s.Walk.TestType {
			l.usual = i
		}
	}
	i, err := s.pick(l)
	if err == nil {
		s.Walk.ChooseTestType(types[i])
	}
	return err
}

// askToSend asks for the yes.
func (s *session) askToSend() (bool, error) {
	to := s.Walk.TestNumber
	return s.confirm(s.Walk.TestQuestion(s.tr, to), s.TestPrice(s.tr), s.tr.T("test.yes"), s.tr.T("test.skip"), s.TestYes(to))
}

// sendTest sends the message, once, and follows it to its end. again: another is
// wanted.
func (s *session) sendTest() (m move, again bool, err error) {
	out, ok := s.Walk.TestMessage()
	if !ok {
		s.sayStatus(fails, i18n.Message{Message: s.tr.T("test.no-template")})
		return s.afterTest(false, nil)
	}
	s.say("", s.tr.T("test.to", "to", out.To), out.Body)
	client, f := s.Client(), &walk.Follower{Delivery: s.Walk.BeginTest(out), Wait: walk.DeliveryTime}
	r, err := call(s, s.tr.T("test.sending", "to", out.To), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, f.Send(ctx, client, s.seen)
	})
	if sid := s.Walk.Sent.Message.SID; sid != "" { // what Twilio's support asks for
		s.say(s.tr.T("test.sid", "sid", sid))
	}
	switch {
	case err == nil:
		return s.afterTest(s.outcome(r.err))
	case s.Walk.Sent.Err != nil && !walk.Unsure(r.err): // else call has said it
		_, _ = s.outcome(r.err) // the walk is left
	}
	return move{}, false, err
}

// seen says a new status, with its time.
func (s *session) seen(x account.Seen) {
	s.settled()
	said := s.tr.Status(x.Status)
	s.say(s.tr.T("plain.status", "time", x.At.Format("15:04:05"), "status", said.Message, "about", said.Hint))
}

// outcome says how it ended, and returns what afterTest wants to know.
func (s *session) outcome(err error) (lost bool, why error) {
	d := s.Walk.Sent
	m := d.Message
	switch {
	case err != nil && s.Walk.Refusal() != 0:
		s.explain(fails, s.Walk.Refusal())
	case err != nil:
		s.sayFailure(err)
	default:
		s.sayEnding(walk.EndingOf(s.tr, m))
	}
	return d.Err == nil && !m.Status.Final(), err
}

// sayEnding says how it stands with the message, and what Twilio's code has to do
// with that.
func (s *session) sayEnding(e walk.Ending) {
	if e.Text != "" {
		s.sayStatus(status(e.Status), i18n.Message{Message: e.Text})
	}
	switch {
	case e.Code == 0:
	case e.Status == account.CheckFailed:
		s.explain(fails, e.Code)
	default:
		s.explain(warns, e.Code)
	}
}

// explain says what one of Twilio's error codes means and what to do.
func (s *session) explain(kind string, code int) {
	e := s.tr.TwilioError(code)
	s.sayStatus(kind, i18n.Message{Message: s.tr.T("test.error", "title", e.Title, "code", code), Hint: e.Why})
	s.say(e.Do)
	s.sayWhole(e.Link)
}

// afterTest asks what to do, until that is no more waiting.
func (s *session) afterTest(lost bool, why error) (m move, again bool, err error) {
	for {
		choice, err := s.choose(s.tr.T("test.now"), s.Walk.AfterTest(s.tr, lost, why))
		if err != nil {
			return move{}, false, err
		}
		switch choice {
		case walk.Again:
			return move{}, true, nil
		case walk.Mend:
			to, _ := walk.MendStep(s.Walk.ErrorCode())
			return move{jump: true, to: to}, false, nil
		case walk.GoOn:
			return move{}, false, nil
		}
		client, f := s.Client(), walk.Follower{Delivery: s.Walk.Sent, Wait: walk.DeliveryTime}
		r, err := call(s, s.tr.T("test.following", "n", int(walk.DeliveryTime.Seconds())), func(ctx context.Context) (struct{}, error) {
			return struct{}{}, f.Follow(ctx, client, s.seen)
		})
		if err != nil {
			return move{}, false, err
		}
		lost, why = s.outcome(r.err)
	}
}
