package logtosim

import (
	"context"
	"maps"
	"net/http"

	"logto-twilio/connector/simnet"
)

// Wire is what calls go through, which tests can break. Carry gets a request that was
// recorded and ask, by which Logto takes it and answers, and returns what the caller
// gets. Where it does not ask, Logto knows nothing of the request.
type Wire interface {
	Carry(r *http.Request, ask func() (*http.Response, error)) (*http.Response, error)
}

// Through lets every request from now on go through a wire; nil changes nothing.
func (s *Server) Through(w Wire) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.wire = w
}

// Wire is what requests go through, nil where nothing was given.
func (s *Server) Wire() Wire {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.wire
}

// RoundTrip answers a request in memory. It returns the cause of the request's
// context when that ends first.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Context().Err() != nil {
		return nil, context.Cause(r.Context())
	}
	body, err := simnet.ReadBody(r.Body, maxBody)
	if err != nil {
		return nil, err
	}
	ask := func() (*http.Response, error) { return s.answer(r, body) }
	if wire := s.record(r); wire != nil {
		return wire.Carry(r, ask)
	}
	return ask()
}

// answer has a request carried out.
func (s *Server) answer(r *http.Request, body []byte) (*http.Response, error) {
	a := s.handle(r, body)
	if r.Context().Err() != nil {
		return nil, context.Cause(r.Context())
	}
	header := http.Header{}
	maps.Copy(header, a.header)
	if a.contentType != "" {
		header.Set("Content-Type", a.contentType)
	}
	return simnet.Answer(r, a.status, header, a.body), nil
}

// ServeHTTP answers one request; see [simnet.Serve].
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { simnet.Serve(s, w, r) }
