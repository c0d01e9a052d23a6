package plain

import (
	"context"
	"time"

	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// enable says what a Logto uses SMS for, asks what it shall be used for, and changes
// that after a yes.
func (s *session) enable(client walk.Logto) error {
	defer s.helpAbout(walk.EnableHelp(s.tr))()
	for {
		s.say("", s.tr.T("title.enable"))
		r, err := call(s, s.tr.T("enable.looking", "host", client.Host()), func(ctx context.Context) (walk.SignInLook, error) {
			return walk.LookSignIn(ctx, client)
		})
		if err != nil {
			return err
		}
		again, err := s.enableSeen(client, r)
		if err != nil || !again {
			return err
		}
	}
}

// enableSeen goes on from what was seen; again: it is to be looked at anew.
func (s *session) enableSeen(client walk.Logto, r reply[walk.SignInLook]) (again bool, err error) {
	look := r.value
	if r.err != nil {
		s.sayFailure(r.err)
		return s.nextOfEnable(client, look.AfterLook(s.tr, r.err))
	}
	s.Walk.NoteLook(client.Host(), look)
	s.sayUses(client.Host(), look)
	questions := look.EnableQuestions(s.tr)
	if len(questions) == 0 {
		return s.nextOfEnable(client, look.AfterLook(s.tr, nil))
	}
	for {
		plan, notices, err := s.askUses(look, questions)
		if err != nil {
			return false, err
		}
		blocked := walk.WhyBlocked(s.tr, notices)
		if blocked == nil {
			again, err := s.enablePlan(client, plan, notices)
			if isBack, err := back(err); !isBack {
				return again, err
			}
		}
		for _, why := range blocked {
			s.sayStatus(fails, why)
		}
	}
}

// sayUses says what SMS is used for, and what cannot be switched on.
func (s *session) sayUses(host string, look walk.SignInLook) {
	s.say(s.tr.T("enable.today", "host", host))
	for _, u := range look.UsesText(s.tr) {
		s.say(u.Text)
		if u.Why != "" {
			s.say(u.Why)
		}
	}
	if look.NeverUsed() {
		s.sayStatus(warns, i18n.Message{Message: s.tr.T("enable.never")})
	}
	for _, said := range look.NotOffered(s.tr) {
		s.sayStatus(notes, said)
	}
}

// askUses asks what SMS shall be used for, and makes a plan of the answers.
func (s *session) askUses(look walk.SignInLook, questions []walk.EnableQuestion) (signin.Plan, []signin.Notice, error) {
	answers := map[signin.Use]string{}
	ask := make([]func() error, len(questions))
	for i, q := range questions {
		ask[i] = func() error {
			if q.Moot(answers) {
				delete(answers, q.Use)
				return errPass
			}
			choice, err := s.choose(q.Text+"\n"+q.About, q.Choices)
			answers[q.Use] = choice
			return err
		}
	}
	if err := sequence(ask...); err != nil {
		return signin.Plan{}, nil, err
	}
	plan, notices := look.Plan(answers)
	return plan, notices, nil
}

// enablePlan says what a plan changes, asks for a yes, and carries it out, once.
func (s *session) enablePlan(client walk.Logto, plan signin.Plan, notices []signin.Notice) (again bool, err error) {
	host := client.Host()
	s.say("", s.tr.T("title.enable-plan", "host", host))
	s.sayPlan(walk.EnablePlanText(s.tr, plan, notices))
	r := reply[logto.SignInResult]{value: logto.SignInResult{Outcome: logto.Unchanged}}
	if plan.Patch != nil {
		yes, err := s.confirm(s.tr.T("enable.change"), "", s.tr.T("enable.do"), s.tr.T("enable.not-now"), walk.EnableYesIsUsual(notices))
		if err != nil || !yes {
			return false, err
		}
		s.Walk.BeginEnable(host)
		r, err = call(s, s.tr.T("enable.writing", "host", host), func(ctx context.Context) (logto.SignInResult, error) {
			return client.ChangeSignIn(ctx, plan)
		})
		s.Walk.NoteEnable(host, r.value, r.err)
		s.sayEnded(walk.EnableText(s.tr, r.value, r.err))
		if err != nil {
			return false, err
		}
	}
	return s.nextOfEnable(client, walk.AfterEnable(s.tr, r.value, r.err))
}

// nextOfEnable asks what to do then. There is no way back to questions that were about
// something else.
func (s *session) nextOfEnable(client walk.Logto, choices []walk.Choice) (again bool, err error) {
	for {
		choice, err := s.choose(s.tr.T("push.now"), choices)
		if choice == walk.Prove {
			err = s.prove(client)
		}
		if isBack, err := back(err); !isBack || choice == "" {
			return choice == walk.LookAgain, err
		}
	}
}

// prove lets Logto send a code after a yes, asks for what arrived, and lets Logto
// recognise it.
func (s *session) prove(client walk.Logto) error {
	defer s.helpAbout(walk.ProofHelp(s.tr))()
	s.say("", s.tr.T("title.proof"), s.tr.T("proof.about"))
	for {
		yes := false
		err := sequence(s.askNumberToProve, func() (err error) {
			yes, err = s.askToProve(client.Host())
			return err
		})
		if err != nil || !yes {
			return err
		}
		another, err := s.proveOnce(client)
		if err != nil || !another {
			return err
		}
	}
}

// askNumberToProve asks for the number as a test does, but for one without an answer.
func (s *session) askNumberToProve() error {
	q := s.of(walk.TestNumber)
	q.check = func(given string) []problem.Problem {
		if s.Walk.NumbersMeant(s.tr, given) != nil { // which is asked next
			return nil
		}
		return s.Walk.CheckNumber(given)
	}
	number, err := s.text(q)
	if err != nil {
		return err
	}
	if meant := s.Walk.NumbersMeant(s.tr, number); meant != nil {
		return s.askZero(meant)
	}
	walk.TestNumber.Set(s.Walk, number)
	return nil
}

// askToProve asks for the yes.
func (s *session) askToProve(host string) (bool, error) {
	next := s.Walk.LastStep.Proof
	next.Number = s.Walk.TestNumber
	return s.confirm(next.ProofQuestion(s.tr, host), s.TestPrice(s.tr), s.tr.T("test.yes"), s.tr.T("enable.not-now"), s.ProofYes(&next))
}

// proveOnce lets Logto send a code, once, and asks what to do until that is no more
// typing; another: one more code is to be sent.
func (s *session) proveOnce(client walk.Logto) (another bool, err error) {
	x, host := s.Walk.BeginProof(), client.Host()
	phone := s.NewArrival(x.Number)
	r, err := call(s, s.tr.T("proof.sending", "host", host, "number", x.Number), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, client.SendCode(ctx, x.Number)
	})
	s.Walk.NoteProof(r.err)
	s.sayEnded(x.ProofText(s.tr, host))
	if err != nil {
		return false, err
	}
	typing := r.err == nil
	for {
		if typing {
			if err := s.typeCode(client, x, phone); err != nil {
				return false, err
			}
		}
		choice, err := s.choose(s.tr.T("push.now"), x.AfterProof(s.tr))
		if err != nil || choice == walk.GoOn {
			return false, err
		}
		if choice == walk.NewCode {
			return true, nil
		}
		typing = true
	}
}

// typeCode asks for the code that arrived, and has it checked; back asks what to do.
func (s *session) typeCode(client walk.Logto, x *walk.Proof, phone *walk.Arrival) error {
	if err := s.waitForPhone(phone); err != nil {
		return err
	}
	walk.ProofCode.Set(s.Walk, "")
	isBack, err := back(s.answer(walk.ProofCode))
	if err != nil || isBack {
		return err
	}
	code := walk.ProofCode.Get(s.Walk)
	r, err := call(s, s.tr.T("proof.checking", "host", client.Host()), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, client.VerifyCode(ctx, x.Number, code)
	})
	x.NoteCheck(r.err)
	s.sayEnded(x.ProofText(s.tr, client.Host()))
	return err
}

// waitForPhone says what a simulated phone shows.
func (s *session) waitForPhone(phone *walk.Arrival) error {
	if phone == nil {
		return nil
	}
	for !phone.Over() {
		select {
		case <-s.ctx.Done():
			return s.ctx.Err()
		case <-time.After(walk.ArrivalPoll):
			phone.Look(&s.Setup)
		}
	}
	s.say(phone.Text(s.tr))
	return nil
}
