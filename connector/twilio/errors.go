package twilio

import (
	"context"
	"errors"
	"net/http"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/remote"
)

// maxWords bounds what an error says, in code points.
const maxWords = 300

// failed is the error of a call, from what twilio-go returned: one of ours, or
// its complaint about a success that it could not read.
func (x *exchange) failed(err error) *account.CallError {
	var ours *account.CallError
	if errors.As(err, &ours) {
		return ours
	}
	return x.unintelligible(err.Error())
}

// callError is a failure of the last request. The outcome of what changes
// something is unknown unless the caller knows better.
func (x *exchange) callError(kind account.ErrorKind, message string) *account.CallError {
	return &account.CallError{
		Kind:           kind,
		HTTPStatus:     x.status,
		Host:           x.asked.Host,
		Regional:       connector.ElsewhereThanUS(x.host),
		Message:        x.line(message),
		OutcomeUnknown: x.method == http.MethodPost || x.method == http.MethodDelete,
		Effect:         x.effect,
	}
}

// repeatable reports whether a failed request may be sent again: it is known that it
// was not done, or doing it twice makes no difference (RFC 9110, section 9.2.2).
func (x *exchange) repeatable(err *account.CallError) bool {
	return !err.OutcomeUnknown || x.method == http.MethodDelete
}

func (x *exchange) unintelligible(message string) *account.CallError {
	return x.callError(account.Unintelligible, message)
}

// ended is the failure of a call whose context ended.
func (x *exchange) ended(unsent bool) *failure {
	kind := account.CallCanceled
	if errors.Is(x.ctx.Err(), context.DeadlineExceeded) {
		kind = account.TimedOut
	}
	f := &failure{err: x.callError(kind, x.ctx.Err().Error())}
	f.err.OutcomeUnknown = f.err.OutcomeUnknown && !unsent
	return f
}

// unanswered is the failure of an attempt that got no answer.
func (x *exchange) unanswered(ctx context.Context, err error, unsent bool) *failure {
	if x.ctx.Err() != nil {
		return x.ended(unsent)
	}
	f := &failure{err: x.callError(account.Unreachable, err.Error())}
	if remote.TimedOut(ctx, err) {
		f.err.Kind = account.TimedOut
	}
	f.err.OutcomeUnknown = f.err.OutcomeUnknown && !unsent
	f.transient = x.repeatable(f.err) && !remote.Lasting(err)
	return f
}

// cutOff is the failure of an attempt whose answer ended too early. The answer
// would have been a success.
func (x *exchange) cutOff(ctx context.Context, err error) *failure {
	if x.ctx.Err() != nil {
		return x.ended(false)
	}
	f := &failure{err: x.unintelligible(err.Error())}
	if remote.TimedOut(ctx, err) {
		f.err.Kind = account.TimedOut
	}
	f.transient = x.repeatable(f.err)
	return f
}

// line makes one line to be shown out of what a server or the network said. They may
// repeat what they were sent, so secrets are hidden.
func (c *Client) line(s string) string { return c.filter.Words(s, maxWords) }
