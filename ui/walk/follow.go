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

// Follower sends a message, once, and follows it.
type Follower struct {
	Client Messenger
	Wait   time.Duration      // for the end of the delivery, 0 for not at all
	Seen   func(account.Seen) // is told each new status
}

// Send sends a message and follows it to its last status, for as long as f.Wait.
// Where Twilio has not taken it, or may not have, that is both the delivery's Err
// and the error. Otherwise the error is why the status is not known any more: the
// context's end, or what the last question came to.
func (f Follower) Send(ctx context.Context, out connector.Outgoing) (account.Delivery, error) {
	d := account.Delivery{Outgoing: out}
	m, err := f.Client.Send(ctx, out)
	if err != nil {
		if !errors.As(err, &d.Err) {
			d.Err = &account.CallError{Kind: account.Unintelligible, Message: err.Error(), OutcomeUnknown: true, Effect: account.MessageSent}
		}
		return d, d.Err
	}
	f.note(&d, m)
	return d, f.Follow(ctx, &d)
}

// Follow asks for the status until it is final or f.Wait is over. A question that
// fails is asked again.
func (f Follower) Follow(ctx context.Context, d *account.Delivery) error {
	waiting, cancel := context.WithTimeout(ctx, f.Wait)
	defer cancel()
	var lost error
	for n := 0; !d.Message.Status.Final(); n++ {
		if !pause(waiting, max(account.PollAfter(n), retryAfter(lost))) {
			break
		}
		m, err := f.ask(waiting, d.Message.SID)
		if err != nil && waiting.Err() != nil { // the time was over, which is no answer
			break
		}
		if lost = err; err == nil {
			f.note(d, m)
		}
	}
	if ctx.Err() != nil && !d.Message.Status.Final() {
		return ctx.Err()
	}
	return lost
}

// ask asks for the message as it is now.
func (f Follower) ask(ctx context.Context, sid string) (account.Message, error) {
	ctx, cancel := context.WithTimeout(ctx, pollTime)
	defer cancel()
	return f.Client.Message(ctx, sid)
}

// note takes in the message as it is now, and tells of a new status.
func (f Follower) note(d *account.Delivery, m account.Message) {
	before := len(d.History)
	d.Note(m, time.Now())
	for _, s := range d.History[before:] {
		f.Seen(s)
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

// pause waits, and tells whether it did so to the end.
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
