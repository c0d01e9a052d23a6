package cli

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// english speaks English.
var english = i18n.In(i18n.English)

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
}

// follow sends a message and follows it, in time that is not real.
func (s *scripted) follow(ctx context.Context, wait time.Duration) followed {
	var f followed
	start := time.Now()
	f.Delivery, f.err = walk.Follower{Client: s, Wait: wait, Seen: func(x account.Seen) { f.seen = append(f.seen, string(x.Status)) }}.Send(ctx, connector.Outgoing{})
	f.took = time.Since(start)
	return f
}

func TestFollow(t *testing.T) {
	lost := &account.CallError{Kind: account.Unreachable}
	busy := &account.CallError{Kind: account.Refused, HTTPStatus: 429, RetryAfter: 20 * time.Second}
	for name, test := range map[string]struct {
		client  scripted
		wait    time.Duration
		seen    string
		outcome outcome
		err     error
		took    time.Duration // at most
		least   time.Duration
	}{
		"delivered": {client: scripted{replies: []reply{{status: account.Accepted}, {status: account.Sent}, {status: account.Sent}, {status: account.Delivered}}},
			wait: time.Minute, seen: "accepted sent delivered", outcome: outcomeDelivered, took: 3 * time.Second},
		"undelivered": {client: scripted{replies: []reply{{status: account.Sent}, {status: account.Undelivered}}},
			wait: time.Minute, seen: "accepted sent undelivered", outcome: outcomeUndelivered, took: time.Second},
		"no word of it": {client: scripted{replies: []reply{{status: account.Sent}}},
			wait: time.Minute, seen: "accepted sent", outcome: outcomePending, took: time.Minute},
		"not followed": {wait: 0, seen: "accepted", outcome: outcomePending},
		"questions that fail, then not": {client: scripted{replies: []reply{{err: lost}, {err: lost}, {status: account.Delivered}}},
			wait: time.Minute, seen: "accepted delivered", outcome: outcomeDelivered, took: 2 * time.Second},
		"questions that fail to the end": {client: scripted{replies: []reply{{status: account.Sent}, {err: lost}}},
			wait: time.Minute, seen: "accepted sent", outcome: outcomePending, err: lost, took: time.Minute},
		"a pause that is asked for": {client: scripted{replies: []reply{{err: busy}, {status: account.Delivered}}},
			wait: time.Minute, seen: "accepted delivered", outcome: outcomeDelivered, took: 21 * time.Second, least: 20 * time.Second},
		"a question without an answer": {client: scripted{replies: []reply{{hang: true}, {status: account.Delivered}}},
			wait: time.Minute, seen: "accepted delivered", outcome: outcomeDelivered, took: 11 * time.Second},
		"the time is over during a question": {client: scripted{replies: []reply{{status: account.Sent}, {hang: true}}},
			wait: 5 * time.Second, seen: "accepted sent", outcome: outcomePending, took: 5 * time.Second},
		"refused": {client: scripted{refuse: &account.CallError{Kind: account.Refused, Code: 21211, HTTPStatus: 400}},
			wait: time.Minute, outcome: outcomeRefused, err: &account.CallError{}},
		"not reached": {client: scripted{refuse: lost}, wait: time.Minute, outcome: outcomeNotSent, err: lost},
		"the answer was lost": {client: scripted{refuse: &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true}},
			wait: time.Minute, outcome: outcomeUnknown, err: &account.CallError{}},
		"an error of no kind": {client: scripted{refuse: errors.New("odd")}, wait: time.Minute, outcome: outcomeUnknown, err: &account.CallError{}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				got := test.client.follow(t.Context(), test.wait)
				if strings.Join(got.seen, " ") != test.seen || outcomeOf(got.Delivery) != test.outcome || got.took > test.took || got.took < test.least {
					t.Errorf("seen %v, %s after %s", got.seen, outcomeOf(got.Delivery), got.took)
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

// The shape that programs rely on, an empty one included.
func TestSentJSON(t *testing.T) {
	at := time.Date(2026, 1, 2, 3, 4, 5, 678_900_000, time.FixedZone("", 3600))
	var d account.Delivery
	d.Note(account.Message{SID: "SM1", Status: account.Undelivered, Segments: 2, ErrorCode: 30034, ErrorMessage: "Unregistered",
		Price: "-0.01580", PriceUnit: "USD"}, at)
	for want, d := range map[string]account.Delivery{
		`{"sid":"SM1","status":"undelivered","final":true,"outcome":"undelivered","errorCode":30034,"errorMessage":"Unregistered",` +
			`"segments":2,"price":"-0.01580","priceUnit":"USD","history":[{"status":"undelivered","at":"2026-01-02T02:04:05.678Z"}],"error":null}`: d,
		`{"sid":"","status":"","final":false,"outcome":"unknown","errorCode":null,"errorMessage":"EOF",` +
			`"segments":0,"price":"","priceUnit":"","history":[],"error":null}`: {Err: &account.CallError{Kind: account.Unreachable, Message: "EOF", OutcomeUnknown: true}},
		`{"sid":"","status":"","final":true,"outcome":"not-sent","errorCode":null,"errorMessage":"",` +
			`"segments":0,"price":"","priceUnit":"","history":[],"error":null}`: {Err: &account.CallError{Kind: account.CallCanceled, Message: context.Canceled.Error()}},
	} {
		got, err := json.Marshal(sentOf(d))
		if err != nil || string(got) != want {
			t.Errorf("%s %v, want\n%s", got, err, want)
		}
	}
	for status, want := range map[account.MessageStatus]outcome{
		account.Read: outcomeDelivered, account.PartiallyDelivered: outcomeUndelivered, account.Failed: outcomeUndelivered,
		account.Canceled: outcomeUndelivered, account.Sent: outcomePending, "new": outcomePending,
	} {
		if got := outcomeOf(account.Delivery{Message: account.Message{Status: status}}); got != want {
			t.Errorf("%s is %s, want %s", status, got, want)
		}
	}
}
