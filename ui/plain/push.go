package plain

import (
	"context"
	"reflect"
	"slices"

	"logto-twilio/connector/logto"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// theEnd offers what else can be done with what was saved, until nothing is wanted;
// errBack leads to the form.
func (s *session) theEnd() error {
	for {
		choices := slices.DeleteFunc(s.AtTheEnd(s.tr), func(c walk.Choice) bool { return c.Value == walk.Copy }) // a terminal of this kind has no clipboard
		choice, err := s.choose(s.tr.T("done.now"), choices)
		switch {
		case err != nil:
			return err
		case choice == walk.Finish:
			return nil
		case choice == walk.OtherForm:
			return errBack
		}
		do, before := s.push, s.WhatNext(s.tr)
		switch choice {
		case walk.Enable:
			do = func() error { return s.enable(s.ConnectLogto(s.Walk.Logto)) }
		case walk.Prove:
			do = func() error { return s.prove(s.ConnectLogto(s.Walk.Logto)) }
		}
		_, err = back(do())
		if !reflect.DeepEqual(before, s.WhatNext(s.tr)) {
			s.whatNext()
		}
		if err != nil {
			return err
		}
	}
}

// push asks for a running Logto, says what a push would do there, and does it after
// a yes.
func (s *session) push() error {
	defer s.helpAbout(walk.PushHelp(s.tr))()
	s.Walk.LogtoFromEnvironment(s.Getenv)
	s.say("")
	s.heading("push")
	questions := make([]func() error, 0, len(walk.LogtoQuestions())+1)
	for _, q := range walk.LogtoQuestions() {
		questions = append(questions, func() error { return s.answerAbout(q) })
	}
	return sequence(append(questions, s.pushThere)...)
}

// answerAbout asks a question about the Logto; of the resource it says what no
// answer stands for.
func (s *session) answerAbout(q walk.Question) error {
	if u, err := logto.ParseEndpoint(s.Walk.Logto.Endpoint); err == nil && q.ID == walk.LogtoResource.ID {
		s.say(s.tr.T("push.resource", "resource", logto.ResourceOf(u)))
	}
	return s.answer(q)
}

// pushThere looks at the Logto, asks, and pushes.
func (s *session) pushThere() error {
	client := s.ConnectLogto(s.Walk.Logto)
	for {
		doc := s.Usable()
		r, err := call(s, s.tr.T("push.looking", "host", client.Host()), func(ctx context.Context) (logto.Plan, error) {
			return walk.PlanPush(ctx, client, doc)
		})
		switch {
		case err != nil:
			return err
		case r.err != nil:
			s.sayFailure(r.err)
			if at, ok := walk.Blamed(r.err); ok {
				return backTo(at)
			}
			return errBack
		}
		s.say("", s.tr.T("title.push-plan", "host", client.Host()))
		s.sayPlan(walk.PlanText(s.tr, client.Host(), r.value))
		again, err := s.pushPlan(client, r.value)
		if err != nil || !again {
			return err
		}
	}
}

// sayPlan says a plan, in words and not by signs.
func (s *session) sayPlan(lines []walk.PlanLine) {
	for _, l := range lines {
		switch {
		case l.Warns:
			s.sayStatus(warns, i18n.Message{Message: l.Text})
		case l.Change == logto.Added:
			s.sayWhole(s.tr.T("plain.added", "line", l.Text))
		case l.Change == logto.Removed:
			s.sayWhole(s.tr.T("plain.removed", "line", l.Text))
		case l.Change != "":
			s.sayWhole(s.tr.T("plain.changed", "line", l.Text))
		default:
			s.say(l.Text)
		}
	}
}

// pushPlan asks for a yes, carries a plan out, once, and asks what to do then;
// again: it is to be looked at anew.
func (s *session) pushPlan(client walk.Logto, plan logto.Plan) (again bool, err error) {
	r := reply[logto.Result]{value: logto.Result{Outcome: logto.Unchanged}}
	if plan.Action != logto.Nothing {
		key, usual := walk.PushQuestion(plan)
		yes, err := s.confirm(s.tr.T(key), "", s.tr.T("push.yes"), s.tr.T("push.no"), usual)
		if err != nil || !yes {
			return false, err
		}
		r, err = call(s, s.tr.T("push.pushing", "host", client.Host()), func(ctx context.Context) (logto.Result, error) {
			return client.Push(ctx, plan)
		})
		s.sayPushed(plan, r)
		if err != nil {
			return false, err
		}
	}
	s.Walk.NotePush(client.Host(), plan, r.value)
	return s.afterPush(client, plan, r)
}

// sayPushed says how a push ended.
func (s *session) sayPushed(plan logto.Plan, r reply[logto.Result]) {
	s.sayEnded(walk.PushText(s.tr, plan, r.value, r.err))
	if r.value.Outcome == logto.Different {
		s.sayPlan(walk.ChangeText(s.tr, r.value.Changes(plan.Desired)))
	}
}

// afterPush asks what to do after a push; Logto is asked for a message once.
func (s *session) afterPush(client walk.Logto, plan logto.Plan, r reply[logto.Result]) (again bool, err error) {
	tested := false
	for {
		choice, err := s.choose(s.tr.T("push.now"), s.Walk.AfterPush(s.tr, r.value, r.err, tested))
		switch {
		case err == nil && choice == walk.Enable:
			isBack, err := back(s.enable(client))
			if !isBack {
				return false, err
			}
			continue
		case err != nil || choice != walk.SendTest:
			return choice == walk.Again, err
		}
		number := s.Walk.TestNumber
		yes, err := s.confirm(s.Walk.LogtoTestQuestion(s.tr, client.Host()), s.TestPrice(s.tr), s.tr.T("test.yes"), s.tr.T("enable.not-now"), s.LogtoTestYes())
		if isBack, err := back(err); isBack || err == nil && !yes {
			continue
		} else if err != nil {
			return false, err
		}
		s.Walk.BeginSpending()
		sent, err := call(s, s.tr.T("push.testing", "host", client.Host(), "number", number), func(ctx context.Context) (struct{}, error) {
			return struct{}{}, client.Test(ctx, plan.Desired, number)
		})
		s.sayEnded(walk.LogtoTestText(s.tr, number, sent.err))
		if err != nil {
			return false, err
		}
		tested = walk.LogtoTestOf(sent.err) != walk.TestRefused
	}
}
