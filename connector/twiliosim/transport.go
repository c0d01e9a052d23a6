package twiliosim

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"logto-twilio/connector/simnet"
)

// maxBody is the largest request body that is read, in bytes.
const maxBody = 1 << 20

// Wire is what requests and answers go through, which tests can break: it gets a
// request that was recorded and ask, by which Twilio takes it and answers, and returns
// what the caller gets. Where it does not ask, Twilio knows nothing of the request. A
// wire that makes answers sets their Request.
type Wire func(r *http.Request, ask func() (*http.Response, error)) (*http.Response, error)

// Through lets every request from now on go through a wire; nil changes nothing.
func (s *Server) Through(w Wire) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wire = w
}

// RoundTrip answers a request in memory. It returns the cause of the request's
// context when that ends first, and where a Scenario says so the error of
// http.Transport for a connection that cannot be made. A hanging answer needs a
// context that ends.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := readBody(r.Body)
	if err != nil {
		return nil, err
	}
	if r.Context().Err() != nil {
		return nil, context.Cause(r.Context())
	}
	answer, wire := s.receive(r, body)
	ask := func() (*http.Response, error) { return s.deliver(r, answer()) }
	if wire != nil {
		return wire(r, ask)
	}
	return ask()
}

// deliver is an answer as it arrives, or the error that the caller gets instead.
func (s *Server) deliver(r *http.Request, a answer) (*http.Response, error) {
	if err := a.arrive(r.Context(), s); err != nil {
		return nil, err
	}
	return simnet.Answer(r, a.status, a.header, a.body), nil
}

// ServeHTTP answers one request to any of Twilio's hosts; see [simnet.Serve].
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { simnet.Serve(s, w, r) }

// readBody reads a request's body whole and closes it.
func readBody(body io.ReadCloser) ([]byte, error) {
	data, err := simnet.ReadBody(body, maxBody)
	if err == nil && len(data) > maxBody {
		err = errors.New("reading the request: too large")
	}
	return data, err
}

// arrive waits until the answer begins; the error is what the caller gets
// instead of it.
func (a answer) arrive(ctx context.Context, s *Server) error {
	if err := s.Wait(ctx, a.delay); err != nil {
		return err
	}
	switch a.transit {
	case unreachable:
		return simnet.Refused()
	case hanging:
		<-ctx.Done()
		return context.Cause(ctx)
	}
	return nil
}

// Wait waits d, a time at speed 1; the error is the cause of a context that ends
// before.
func (s *Server) Wait(ctx context.Context, d time.Duration) error {
	return simnet.Sleep(ctx, s.lasts(d))
}
