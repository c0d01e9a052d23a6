package walk

import (
	"context"
	"errors"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
)

// pollTime bounds one question after a message's status: the next may fare better.
const pollTime = 10 * time.Second

// Messenger is what it takes to send a message and to ask what became of it.
type Messenger interface {
	Send(ctx context.Context, m connector.Outgoing) (account.Message, error)
	Message(ctx context.Context, sid string) (account.Message, error)
}

// Follower follows a message to its last status. After each answer it decides
// whether, and when, to ask again; who shows it asks.
type Follower struct {
	Delivery *account.Delivery
	Wait     time.Duration // for the end of the delivery, 0 for not at all

	until time.Time
	asked int   // how often the status was asked for
	lost  error // what the last question came to, nil where it was answered
}

// Poll is what a Follower decides: to ask for the status After a while, or not again.
type Poll struct {
	After time.Duration
	Ended bool
}

// Sent takes in the answer to sending. Where Twilio has not taken the message, or
// may not have, the reason is the delivery's Err.
func (f *Follower) Sent(m account.Message, err error, now time.Time) Poll {
	if err == nil {
		f.Delivery.Note(m, now)
		return f.Resume(now)
	}
	if !errors.As(err, &f.Delivery.Err) {
		f.Delivery.Err = &account.CallError{Kind: account.Unintelligible, Message: err.Error(), OutcomeUnknown: true, Effect: account.MessageSent}
	}
	return Poll{Ended: true}
}

// Resume begins to follow, for as long as f.Wait from now.
func (f *Follower) Resume(now time.Time) Poll {
	f.until, f.asked, f.lost = now.Add(f.Wait), 0, nil
	return f.next(now)
}

// Told takes in what a question after the status came to. One that failed is asked
// again, when the server wants it; one that failed as the time was over is no answer.
func (f *Follower) Told(m account.Message, err error, now time.Time) Poll {
	f.asked++
	switch {
	case err == nil:
		f.lost = nil
		f.Delivery.Note(m, now)
	case now.Before(f.until):
		f.lost = err
	}
	return f.next(now)
}

// next is the next question, where there is one before the time is over.
func (f *Follower) next(now time.Time) Poll {
	after := max(account.PollAfter(f.asked), retryAfter(f.lost))
	if f.Delivery.Message.Status.Final() || !now.Add(after).Before(f.until) {
		return Poll{Ended: true}
	}
	return Poll{After: after}
}

// Lost reports whether Twilio took the message and its last status is not known.
func (f *Follower) Lost() bool {
	return f.Delivery.Err == nil && !f.Delivery.Message.Status.Final()
}

// Err is why the message was not taken, or may not have been, or else what the last
// question came to.
func (f *Follower) Err() error {
	if f.Delivery.Err != nil {
		return f.Delivery.Err
	}
	return f.lost
}

// Question is what asks for the message as it is, for as long as one question may
// take from now.
func (f *Follower) Question(client Messenger, now time.Time) func(context.Context) (account.Message, error) {
	sid, most := f.Delivery.Message.SID, min(pollTime, f.until.Sub(now))
	return func(ctx context.Context) (account.Message, error) {
		ctx, cancel := context.WithTimeout(ctx, most)
		defer cancel()
		return client.Message(ctx, sid)
	}
}

// Send sends a message, once, and follows it; seen is told each new status. The
// error is that of the context, or f.Err.
func (f *Follower) Send(ctx context.Context, client Messenger, seen func(account.Seen)) error {
	m, err := client.Send(ctx, f.Delivery.Outgoing)
	poll := f.Sent(m, err, time.Now())
	f.tell(0, seen)
	return f.run(ctx, client, seen, poll)
}

// Follow follows a message that was sent. The error is that of Send.
func (f *Follower) Follow(ctx context.Context, client Messenger, seen func(account.Seen)) error {
	return f.run(ctx, client, seen, f.Resume(time.Now()))
}

// run asks as often as f decides.
func (f *Follower) run(ctx context.Context, client Messenger, seen func(account.Seen), poll Poll) error {
	for !poll.Ended {
		if !pause(ctx, poll.After) {
			return ctx.Err()
		}
		before := len(f.Delivery.History)
		m, err := f.Question(client, time.Now())(ctx)
		if err != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		poll = f.Told(m, err, time.Now())
		f.tell(before, seen)
	}
	return f.Err()
}

// tell tells of the statuses that are new.
func (f *Follower) tell(before int, seen func(account.Seen)) {
	for _, s := range f.Delivery.History[before:] {
		seen(s)
	}
}

// retryAfter is how long an error asks to wait, 0 where it does not.
func retryAfter(err error) time.Duration {
	var call *account.CallError
	if !errors.As(err, &call) {
		return 0
	}
	return call.RetryAfter
}

// pause waits, and reports whether it did so to the end.
func pause(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}
