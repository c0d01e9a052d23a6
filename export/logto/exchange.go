package logto

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
	"time"
)

// maxAnswer is how much of an answer is read. A connector has about 9 KB, more
// than half of it its pictures and its readme.
const maxAnswer = 4 << 20

// maxRequest is Logto's limit for a body. What is larger it answers with 404.
const maxRequest = 1 << 20

// A request is sent maxTries times at most. A server that asks for a longer
// pause than maxPause is not asked again: somebody waits for the answer.
const (
	maxTries = 3
	maxPause = 10 * time.Second
)

// request is what is asked, once or more.
type request struct {
	call          Call
	method, path  string
	contentType   string
	authorization string
	body          []byte
	secrets       []string // what of the body must not come back in an error
}

// writes tells whether the request changes something.
func (r request) writes() bool {
	return r.call == CallCreate || r.call == CallPatch || r.call == CallTest
}

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
		half := c.pause << (try - 1) / 2 // of the pause; the rest is chance
		if !sleep(ctx, max(half+rand.N(half), err.RetryAfter)) {
			return nil, c.ended(ctx, r, true)
		}
	}
}

// again tells whether to repeat a request after its failure number try: never a
// test, which is an SMS, and of what else writes only what was certainly not
// carried out. After two time-outs nothing suggests that a third attempt would
// fare better.
func (r request) again(err *CallError, try int) bool {
	if r.call == CallTest || try >= maxTries || err.OutcomeUnknown || err.lasting || err.RetryAfter > maxPause {
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

// sleep waits, and tells whether it did so to the end.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// attempt sends a request once and reads the answer, within the time-out. It
// follows no redirect: an address that leads elsewhere is not the one that the
// secret is meant for, and a POST must not be repeated.
func (c *Client) attempt(ctx context.Context, r request) ([]byte, *CallError) {
	if ctx.Err() != nil {
		return nil, c.ended(ctx, r, true)
	}
	limit := c.timeout
	if r.call == CallTest {
		limit = c.testLimit
	}
	var p progress
	within, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	req, err := http.NewRequestWithContext(httptrace.WithClientTrace(within, p.trace()),
		r.method, c.endpoint.JoinPath(r.path).String(), bytes.NewReader(r.body))
	if err != nil {
		return nil, c.failed(r, Unreachable, err.Error())
	}
	req.Header.Set("Authorization", r.authorization)
	req.Header.Set("Accept", "application/json")
	if r.contentType != "" {
		req.Header.Set("Content-Type", r.contentType)
	}
	answer, err := c.transport.RoundTrip(req)
	if err != nil {
		return nil, c.unanswered(ctx, within, r, err, p.unsent(err))
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
	var slow net.Error
	if within.Err() != nil || errors.As(err, &slow) && slow.Timeout() {
		kind = TimedOut
	}
	e := c.failed(r, kind, err.Error())
	e.OutcomeUnknown = r.writes() && !unsent
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	e.lasting = errors.As(err, &certificate) || errors.As(err, &record) // it would only come again
	return e
}

// failed is a failure of a request without an answer.
func (c *Client) failed(r request, kind Kind, message string) *CallError {
	return &CallError{Kind: kind, Call: r.call, Host: c.endpoint.Host, Message: c.line(r, message)}
}

// notLogto is the failure of a request that was answered with a success that
// Logto does not give. What was to be written may have been.
func (c *Client) notLogto(r request, status int, message string) *CallError {
	e := c.failed(r, NotLogto, message)
	e.HTTPStatus, e.OutcomeUnknown = status, r.writes()
	return e
}

// progress tells how far a request got on its way through an http.Transport.
type progress struct{ asked, connected atomic.Bool }

func (p *progress) trace() *httptrace.ClientTrace {
	return &httptrace.ClientTrace{
		GetConn: func(string) { p.asked.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { p.connected.Store(true) },
	}
}

// unsent tells whether nothing of a request that failed can have been written:
// there never was a connection. A transport that reports no progress says so by
// an error of dialling.
func (p *progress) unsent(err error) bool {
	var op *net.OpError
	return p.asked.Load() && !p.connected.Load() || errors.As(err, &op) && op.Op == "dial"
}
