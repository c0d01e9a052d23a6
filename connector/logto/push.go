package logto

import (
	"context"
	"errors"
)

// Outcome says how a push ended. It is stable: scripts match on it.
type Outcome string

// How a push ends.
const (
	Unchanged  Outcome = "unchanged"  // nothing was written
	Pushed     Outcome = "pushed"     // written, and read back as it was meant
	Changed    Outcome = "changed"    // the same, of the sign-in experience
	Unverified Outcome = "unverified" // written, and could not be read back
	Different  Outcome = "different"  // written, and something else is there
	Unknown    Outcome = "unknown"    // it may or may not have been written
)

// Result is what is known after a push.
type Result struct {
	Outcome Outcome
	// Looked is set where Now is what was found after writing.
	Looked bool
	Now    State
}

// Changes lists, of an outcome that is not Pushed, what is missing in Now.
func (r Result) Changes(desired Config) []Change {
	twilio, _ := r.Now.Twilio()
	return twilio.Config.Changes(desired)
}

// ErrChangedMeanwhile is why Push does nothing where somebody has changed the
// connectors since the plan was made: it might delete what nobody was shown.
var ErrChangedMeanwhile = errors.New("logto: the connectors were changed since they were looked at")

// Push carries a plan out and reads back what is there then. A write whose answer
// was lost is never repeated: looking reports whether it arrived. When ctx ends,
// nothing more is asked of Logto, and the result says what is known.
//
// The error is ErrChangedMeanwhile or a *CallError: with Unchanged, why nothing
// was written; with Unverified, why it could not be read back; with Unknown, how
// the answer was lost. With Pushed and Different there is none.
func (c *Client) Push(ctx context.Context, p Plan) (Result, error) {
	if p.Action == Nothing {
		return Result{Outcome: Unchanged}, nil
	}
	now, err := c.sms(ctx)
	if err != nil {
		return Result{Outcome: Unchanged}, err
	}
	if !now.same(p.State) {
		return Result{Outcome: Unchanged}, ErrChangedMeanwhile
	}
	id := ""
	if p.Action == Patch {
		id = now.SMS[0].ID
	}
	id, lost := c.write(ctx, p.Action, id, p.Desired)
	switch {
	case lost != nil && !lost.OutcomeUnknown:
		return Result{Outcome: Unchanged}, lost
	case lost != nil && ctx.Err() != nil:
		return Result{Outcome: Unknown}, lost
	}
	return c.readBack(ctx, id, p.Desired, lost)
}

// readBack looks at what is there after a write, which gave the connector that id,
// or whose answer was lost where lost is not nil.
func (c *Client) readBack(ctx context.Context, id string, desired Config, lost *CallError) (Result, error) {
	now, err := c.look(ctx, id)
	o, why := afterWrite(err == nil && now.has(desired), Pushed, lost, err)
	return Result{Outcome: o, Looked: err == nil, Now: now}, why
}

// afterWrite is how a write ended whose answer was lost where lost is not nil, as looking
// then told: there is set where what was meant was found, which is done; failed is why it
// could not be looked.
func afterWrite(there bool, done Outcome, lost, failed *CallError) (Outcome, error) {
	switch {
	case there:
		return done, nil
	case lost != nil:
		return Unknown, lost
	case failed != nil:
		return Unverified, failed
	}
	return Different, nil
}
