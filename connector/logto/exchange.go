package logto

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"

	"logto-twilio/connector/redact"
	"logto-twilio/connector/remote"
)

// maxAnswer is how much of an answer is read. A connector has about 9 KB, more
// than half of it its pictures and its readme.
const maxAnswer = 4 << 20

// maxRequest is Logto's limit for a body. What is larger it answers with 404.
const maxRequest = 1 << 20

// request is what is asked, once or more.
type request struct {
	call          Call
	method, path  string
	query         string // encoded
	contentType   string
	authorization string
	body          []byte
}

// writes reports whether the request changes something.
func (r request) writes() bool {
	switch r.call {
	case CallCreate, CallPatch, CallEnable:
		return true
	}
	return r.once()
}

// once reports whether a request is made once only, whatever comes of it: it sends an
// SMS, or uses up a code.
func (r request) once() bool { return r.sends() || r.call == CallVerifyCode }

// sends reports whether a request makes Logto send an SMS.
func (r request) sends() bool { return r.call == CallTest || r.call == CallSendCode }

// send sends a request, again where that is called for, and returns the body of
// the success.
func (c *Client) send(ctx context.Context, r request) ([]byte, *CallError) {
	if len(r.body) > maxRequest {
		return nil, &CallError{Kind: TooLarge, Call: r.call, Host: c.endpoint.Host}
	}
	for try := 1; ; try++ {
		body, err := c.attempt(ctx, r)
		if err == nil || !r.again(err, try) {
			return body, err
		}
		if !remote.Sleep(ctx, remote.Pause(c.pause, try, err.RetryAfter)) {
			return nil, c.ended(ctx, r, true)
		}
	}
}

// again reports whether to repeat a request after its failure number try: never one
// that is made once, and of what else writes only what was certainly not carried out. After two time-outs nothing suggests that a third attempt would
// fare better.
func (r request) again(err *CallError, try int) bool {
	if r.once() || err.OutcomeUnknown || err.lasting ||
		try >= remote.MaxTries || err.RetryAfter > remote.MaxPause {
		return false
	}
	switch err.Kind {
	case TooMany, Unreachable, ServerError:
		return true
	case TimedOut:
		return try == 1
	}
	return false
}

// attempt sends a request once and reads the answer, within the time-out. It
// follows no redirect: an address that leads elsewhere is not the one that the
// secret is meant for, and a POST must not be repeated.
func (c *Client) attempt(ctx context.Context, r request) ([]byte, *CallError) {
	if ctx.Err() != nil {
		return nil, c.ended(ctx, r, true)
	}
	limit := c.timeout
	if r.sends() {
		limit = c.testLimit
	}
	var p remote.Progress
	within, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	req, err := http.NewRequestWithContext(p.Follow(within),
		r.method, c.address(r), bytes.NewReader(r.body))
	if err != nil {
		return nil, c.failed(r, Unreachable, err.Error())
	}
	req.Header.Set("Authorization", r.authorization)
	req.Header.Set("Accept", "application/json")
	if r.contentType != "" {
		req.Header.Set("Content-Type", r.contentType)
	}
	answer, err := remote.RoundTrip(c.transport, req)
	if err != nil {
		return nil, c.unanswered(ctx, within, r, err, p.Unsent(err))
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(io.LimitReader(answer.Body, maxAnswer+1))
	if answer.StatusCode/100 != 2 { // however the reading ended, the status has been said
		return nil, c.rejected(r, answer, body)
	}
	if err != nil {
		return nil, c.unanswered(ctx, within, r, err, false)
	}
	if len(body) > maxAnswer {
		return nil, c.notLogto(r, answer.StatusCode, "an answer of more than 4 MiB")
	}
	return body, nil
}

// address is where a request goes.
func (c *Client) address(r request) string {
	u := c.endpoint.JoinPath(r.path)
	u.RawQuery = r.query
	return u.String()
}

// ended is the failure of a call whose context did not last.
func (c *Client) ended(ctx context.Context, r request, unsent bool) *CallError {
	kind := Canceled
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		kind = TimedOut
	}
	e := c.failed(r, kind, ctx.Err().Error())
	e.OutcomeUnknown = r.writes() && !unsent
	e.lasting = true
	return e
}

// unanswered is the failure of an attempt that got no answer, or not the whole.
func (c *Client) unanswered(ctx, within context.Context, r request, err error, unsent bool) *CallError {
	if ctx.Err() != nil {
		return c.ended(ctx, r, unsent)
	}
	kind := Unreachable
	if remote.TimedOut(within, err) {
		kind = TimedOut
	}
	e := c.failed(r, kind, err.Error())
	e.OutcomeUnknown = r.writes() && !unsent
	e.lasting = remote.Lasting(err)
	return e
}

// failed is a failure of a request without an answer.
func (c *Client) failed(r request, kind Kind, message string) *CallError {
	return &CallError{
		Kind: kind, Call: r.call, Host: c.endpoint.Host, Resource: redact.Line(c.resource, maxWords), Message: c.line(r, message),
	}
}

// notLogto is the failure of a request that was answered with a success that
// Logto does not give. What was to be written may have been.
func (c *Client) notLogto(r request, status int, message string) *CallError {
	e := c.failed(r, NotLogto, message)
	e.HTTPStatus, e.OutcomeUnknown = status, r.writes()
	return e
}
