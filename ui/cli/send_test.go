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
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// english speaks English.
var english = i18n.In(i18n.English)

// reply is what a scripted messenger answers to a question.
type reply struct {
	status connector.MessageStatus
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

func (s *scripted) Send(context.Context, connector.Outgoing) (connector.Message, error) {
	s.sends++
	s.since = time.Now()
	return connector.Message{SID: "SM1", Status: connector.Accepted}, s.refuse
}

func (s *scripted) Message(ctx context.Context, sid string) (connector.Message, error) {
	s.polls = append(s.polls, time.Since(s.since))
	r := s.replies[min(len(s.polls), len(s.replies))-1]
	if r.hang {
		<-ctx.Done()
		return connector.Message{}, &connector.CallError{Kind: connector.TimedOut}
	}
	return connector.Message{SID: sid, Status: r.status}, r.err
}

// followed is how a scripted message went.
type followed struct {
	connector.Delivery
	err  error
	took time.Duration
	seen []string
}

// follow sends a message and follows it, in time that is not real.
func (s *scripted) follow(ctx context.Context, wait time.Duration) followed {
	var f followed
	start := time.Now()
	f.Delivery, f.err = walk.Follower{Client: s, Wait: wait, Seen: func(x connector.Seen) { f.seen = append(f.seen, string(x.Status)) }}.Send(ctx, connector.Outgoing{})
	f.took = time.Since(start)
	return f
}

func TestFollow(t *testing.T) {
	lost := &connector.CallError{Kind: connector.Unreachable}
	busy := &connector.CallError{Kind: connector.Refused, HTTPStatus: 429, RetryAfter: 20 * time.Second}
	for name, test := range map[string]struct {
		client  scripted
		wait    time.Duration
		seen    string
		outcome outcome
		err     error
		took    time.Duration // at most
		least   time.Duration
	}{
		"delivered": {client: scripted{replies: []reply{{status: connector.Accepted}, {status: connector.Sent}, {status: connector.Sent}, {status: connector.Delivered}}},
			wait: time.Minute, seen: "accepted sent delivered", outcome: outcomeDelivered, took: 3 * time.Second},
		"undelivered": {client: scripted{replies: []reply{{status: connector.Sent}, {status: connector.Undelivered}}},
			wait: time.Minute, seen: "accepted sent undelivered", outcome: outcomeUndelivered, took: time.Second},
		"no word of it": {client: scripted{replies: []reply{{status: connector.Sent}}},
			wait: time.Minute, seen: "accepted sent", outcome: outcomePending, took: time.Minute},
		"not followed": {wait: 0, seen: "accepted", outcome: outcomePending},
		"questions that fail, then not": {client: scripted{replies: []reply{{err: lost}, {err: lost}, {status: connector.Delivered}}},
			wait: time.Minute, seen: "accepted delivered", outcome: outcomeDelivered, took: 2 * time.Second},
		"questions that fail to the end": {client: scripted{replies: []reply{{status: connector.Sent}, {err: lost}}},
			wait: time.Minute, seen: "accepted sent", outcome: outcomePending, err: lost, took: time.Minute},
		"a pause that is asked for": {client: scripted{replies: []reply{{err: busy}, {status: connector.Delivered}}},
			wait: time.Minute, seen: "accepted delivered", outcome: outcomeDelivered, took: 21 * time.Second, least: 20 * time.Second},
		"a question without an answer": {client: scripted{replies: []reply{{hang: true}, {status: connector.Delivered}}},
			wait: time.Minute, seen: "accepted delivered", outcome: outcomeDelivered, took: 11 * time.Second},
		"the time is over during a question": {client: scripted{replies: []reply{{status: connector.Sent}, {hang: true}}},
			wait: 5 * time.Second, seen: "accepted sent", outcome: outcomePending, took: 5 * time.Second},
		"refused": {client: scripted{refuse: &connector.CallError{Kind: connector.Refused, Code: 21211, HTTPStatus: 400}},
			wait: time.Minute, outcome: outcomeRefused, err: &connector.CallError{}},
		"not reached": {client: scripted{refuse: lost}, wait: time.Minute, outcome: outcomeNotSent, err: lost},
		"the answer was lost": {client: scripted{refuse: &connector.CallError{Kind: connector.TimedOut, OutcomeUnknown: true}},
			wait: time.Minute, outcome: outcomeUnknown, err: &connector.CallError{}},
		"an error of no kind": {client: scripted{refuse: errors.New("odd")}, wait: time.Minute, outcome: outcomeUnknown, err: &connector.CallError{}},
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
	for _, r := range []reply{{status: connector.Sent}, {hang: true}} {
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
	var d connector.Delivery
	d.Note(connector.Message{SID: "SM1", Status: connector.Undelivered, Segments: 2, ErrorCode: 30034, ErrorMessage: "Unregistered",
		Price: "-0.01580", PriceUnit: "USD"}, at)
	for want, d := range map[string]connector.Delivery{
		`{"sid":"SM1","status":"undelivered","final":true,"outcome":"undelivered","errorCode":30034,"errorMessage":"Unregistered",` +
			`"segments":2,"price":"-0.01580","priceUnit":"USD","history":[{"status":"undelivered","at":"2026-01-02T02:04:05.678Z"}],"error":null}`: d,
		`{"sid":"","status":"","final":false,"outcome":"unknown","errorCode":null,"errorMessage":"EOF",` +
			`"segments":0,"price":"","priceUnit":"","history":[],"error":null}`: {Err: &connector.CallError{Kind: connector.Unreachable, Message: "EOF", OutcomeUnknown: true}},
		`{"sid":"","status":"","final":true,"outcome":"not-sent","errorCode":null,"errorMessage":"",` +
			`"segments":0,"price":"","priceUnit":"","history":[],"error":null}`: {Err: &connector.CallError{Kind: connector.CallCanceled, Message: context.Canceled.Error()}},
	} {
		got, err := json.Marshal(sentOf(d))
		if err != nil || string(got) != want {
			t.Errorf("%s %v, want\n%s", got, err, want)
		}
	}
	for status, want := range map[connector.MessageStatus]outcome{
		connector.Read: outcomeDelivered, connector.PartiallyDelivered: outcomeUndelivered, connector.Failed: outcomeUndelivered,
		connector.Canceled: outcomeUndelivered, connector.Sent: outcomePending, "new": outcomePending,
	} {
		if got := outcomeOf(connector.Delivery{Message: connector.Message{Status: status}}); got != want {
			t.Errorf("%s is %s, want %s", status, got, want)
		}
	}
}
