package walk

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
)

// reply is what a scripted messenger answers to a question.
type reply struct {
	status account.MessageStatus
	err    error
	hang   bool // until the context ends
}

// scripted answers one reply after the other, the last one for ever.
type scripted struct {
	refuse  error
	replies []reply

	sends int
	polls []time.Duration // after the message was sent
	since time.Time
}

func (s *scripted) Send(context.Context, connector.Outgoing) (account.Message, error) {
	s.sends++
	s.since = time.Now()
	return account.Message{SID: "SM1", Status: account.Accepted}, s.refuse
}

func (s *scripted) Message(ctx context.Context, sid string) (account.Message, error) {
	s.polls = append(s.polls, time.Since(s.since))
	r := s.replies[min(len(s.polls), len(s.replies))-1]
	if r.hang {
		<-ctx.Done()
		return account.Message{}, &account.CallError{Kind: account.TimedOut}
	}
	return account.Message{SID: sid, Status: r.status}, r.err
}

// followed is how a scripted message went.
type followed struct {
	account.Delivery
	err  error
	took time.Duration
	seen []string
	lost bool
}

// follow sends a message and follows it, in time that is not real.
func (s *scripted) follow(ctx context.Context, wait time.Duration) followed {
	var f followed
	start := time.Now()
	x := Follower{Delivery: &f.Delivery, Wait: wait}
	f.err = x.Send(ctx, s, func(x account.Seen) { f.seen = append(f.seen, string(x.Status)) })
	f.lost = x.Lost()
	f.took = time.Since(start)
	return f
}

func TestFollow(t *testing.T) {
	lost := &account.CallError{Kind: account.Unreachable}
	busy := &account.CallError{Kind: account.Refused, HTTPStatus: 429, RetryAfter: 20 * time.Second}
	for name, test := range map[string]struct {
		client scripted
		wait   time.Duration
		seen   string
		lost   bool
		err    error
		took   time.Duration // at most
		least  time.Duration
	}{
		"delivered": {client: scripted{replies: []reply{{status: account.Accepted}, {status: account.Sent}, {status: account.Sent}, {status: account.Delivered}}},
			wait: time.Minute, seen: "accepted sent delivered", took: 3 * time.Second},
		"undelivered": {client: scripted{replies: []reply{{status: account.Sent}, {status: account.Undelivered}}},
			wait: time.Minute, seen: "accepted sent undelivered", took: time.Second},
		"no word of it": {client: scripted{replies: []reply{{status: account.Sent}}},
			wait: time.Minute, seen: "accepted sent", lost: true, took: time.Minute},
		"not followed": {wait: 0, seen: "accepted", lost: true},
		"questions that fail, then not": {client: scripted{replies: []reply{{err: lost}, {err: lost}, {status: account.Delivered}}},
			wait: time.Minute, seen: "accepted delivered", took: 2 * time.Second},
		"questions that fail to the end": {client: scripted{replies: []reply{{status: account.Sent}, {err: lost}}},
			wait: time.Minute, seen: "accepted sent", lost: true, err: lost, took: time.Minute},
		"a pause that is asked for": {client: scripted{replies: []reply{{err: busy}, {status: account.Delivered}}},
			wait: time.Minute, seen: "accepted delivered", took: 21 * time.Second, least: 20 * time.Second},
		"a question without an answer": {client: scripted{replies: []reply{{hang: true}, {status: account.Delivered}}},
			wait: time.Minute, seen: "accepted delivered", took: 11 * time.Second},
		"the time is over during a question": {client: scripted{replies: []reply{{status: account.Sent}, {hang: true}}},
			wait: 5 * time.Second, seen: "accepted sent", lost: true, took: 5 * time.Second},
		"refused": {client: scripted{refuse: &account.CallError{Kind: account.Refused, Code: 21211, HTTPStatus: 400}},
			wait: time.Minute, err: &account.CallError{}},
		"not reached": {client: scripted{refuse: lost}, wait: time.Minute, err: lost},
		"the answer was lost": {client: scripted{refuse: &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true}},
			wait: time.Minute, err: &account.CallError{}},
		"an error of no kind": {client: scripted{refuse: errors.New("odd")}, wait: time.Minute, err: &account.CallError{}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				got := test.client.follow(t.Context(), test.wait)
				if strings.Join(got.seen, " ") != test.seen || got.lost != test.lost || got.took > test.took || got.took < test.least {
					t.Errorf("seen %v, lost %t, after %s", got.seen, got.lost, got.took)
				}
				if (got.err == nil) != (test.err == nil) || test.client.sends != 1 {
					t.Errorf("error %v, sent %d times", got.err, test.client.sends)
				}
			})
		})
	}
}

// Ctrl+C ends it at once, whatever it waits for.
func TestFollowInterrupted(t *testing.T) {
	for _, r := range []reply{{status: account.Sent}, {hang: true}} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(3*time.Second, cancel)
			client := scripted{replies: []reply{r}}
			got := client.follow(ctx, time.Minute)
			if !errors.Is(got.err, context.Canceled) || got.took != 3*time.Second || got.Message.SID != "SM1" {
				t.Errorf("%+v: ended after %s with %v and %q", r, got.took, got.err, got.Message.SID)
			}
		})
	}
}

// Each answer leads to the next question, or to none.
func TestFollowerDecides(t *testing.T) {
	const sid = "SM1"
	start := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	sent := account.Message{SID: sid, Status: account.Sent}
	lost := &account.CallError{Kind: account.Unreachable}
	busy := func(d time.Duration) error {
		return &account.CallError{Kind: account.Refused, HTTPStatus: 429, RetryAfter: d}
	}
	first, second := account.PollAfter(0), account.PollAfter(1)
	for name, c := range map[string]struct {
		answer account.Message
		err    error
		after  time.Duration // since the message was sent
		want   Poll
		is     error // of the follower then
	}{
		"another status":                {answer: sent, after: time.Second, want: Poll{After: second}},
		"delivered":                     {answer: account.Message{SID: sid, Status: account.Delivered}, after: time.Second, want: Poll{Ended: true}},
		"undelivered":                   {answer: account.Message{SID: sid, Status: account.Undelivered}, after: time.Second, want: Poll{Ended: true}},
		"a question that fails":         {err: lost, after: time.Second, want: Poll{After: second}, is: lost},
		"a pause that is asked for":     {err: busy(20 * time.Second), after: time.Second, want: Poll{After: 20 * time.Second}},
		"a pause shorter than its own":  {err: busy(time.Millisecond), after: time.Second, want: Poll{After: second}},
		"a pause longer than it waits":  {err: busy(time.Hour), after: time.Second, want: Poll{Ended: true}},
		"nothing before the time is up": {answer: sent, after: time.Minute - second, want: Poll{Ended: true}},
		"a failure as the time is up":   {err: lost, after: time.Minute, want: Poll{Ended: true}},
	} {
		f := Follower{Delivery: &account.Delivery{}, Wait: time.Minute}
		if got := f.Sent(account.Message{SID: sid, Status: account.Accepted}, nil, start); got != (Poll{After: first}) {
			t.Errorf("%s: begins with %+v", name, got)
		}
		got := f.Told(c.answer, c.err, start.Add(c.after))
		if got != c.want || c.is != nil && f.Err() != c.is || f.Lost() == f.Delivery.Message.Status.Final() {
			t.Errorf("%s: %+v, %v, want %+v", name, got, f.Err(), c.want)
		}
		if c.after == time.Minute && f.Err() != nil {
			t.Errorf("%s: %v", name, f.Err())
		}
	}
}

// A failure is forgotten with the next answer, and with the next time it is followed.
func TestFollowerForgetsAFailure(t *testing.T) {
	now := time.Now()
	lost := &account.CallError{Kind: account.Unreachable}
	for name, answer := range map[string]func(*Follower){
		"answered": func(f *Follower) { f.Told(account.Message{SID: "SM1", Status: account.Sent}, nil, now) },
		"resumed":  func(f *Follower) { f.Resume(now) },
	} {
		f := Follower{Delivery: &account.Delivery{}, Wait: time.Minute}
		f.Sent(account.Message{SID: "SM1", Status: account.Accepted}, nil, now)
		f.Told(account.Message{}, lost, now)
		answer(&f)
		if f.Err() != nil || !f.Lost() {
			t.Errorf("%s: %v", name, f.Err())
		}
	}
}
