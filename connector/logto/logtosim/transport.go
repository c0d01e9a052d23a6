package logtosim

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
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
	body, err := readBody(r.Body)
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
	return &http.Response{
		Status:        fmt.Sprintf("%d %s", a.status, http.StatusText(a.status)),
		StatusCode:    a.status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        header,
		Body:          io.NopCloser(bytes.NewReader(a.body)),
		ContentLength: int64(len(a.body)),
		Request:       r,
	}, nil
}

// ServeHTTP answers one request. Where RoundTrip would fail it closes the
// connection without an answer.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a, err := s.RoundTrip(r)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	defer a.Body.Close()
	maps.Copy(w.Header(), a.Header)
	w.WriteHeader(a.StatusCode)
	_, _ = io.Copy(w, a.Body) // the client may be gone, which is its affair
}

// readBody reads a request's body to a byte past Logto's limit and closes it.
func readBody(body io.ReadCloser) ([]byte, error) {
	if body == nil {
		return nil, nil
	}
	defer body.Close()
	data, err := io.ReadAll(io.LimitReader(body, maxBody+1))
	if err != nil {
		return nil, fmt.Errorf("reading the request: %w", err)
	}
	return data, nil
}
