package twiliosim

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"strconv"
	"syscall"
	"time"
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
	return &http.Response{
		Status:        fmt.Sprintf("%d %s", a.status, http.StatusText(a.status)),
		StatusCode:    a.status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        a.header,
		Body:          io.NopCloser(bytes.NewReader(a.body)),
		ContentLength: int64(len(a.body)),
		Request:       r,
	}, nil
}

// ServeHTTP answers one request to any of Twilio's hosts. Where RoundTrip, or
// reading its answer, would fail it closes the connection.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a, err := s.RoundTrip(r)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	defer a.Body.Close()
	maps.Copy(w.Header(), a.Header)
	if a.ContentLength > 0 {
		w.Header().Set("Content-Length", strconv.FormatInt(a.ContentLength, 10))
	}
	w.WriteHeader(a.StatusCode)
	if _, err := io.Copy(flushing{w}, a.Body); err != nil {
		panic(http.ErrAbortHandler) // the answer was cut off, or the client has gone
	}
}

// flushing writes without delay, so that what was written is sent even where
// the connection is closed next.
type flushing struct{ http.ResponseWriter }

func (f flushing) Write(p []byte) (int, error) {
	n, err := f.ResponseWriter.Write(p)
	if err != nil {
		return n, err
	}
	return n, http.NewResponseController(f.ResponseWriter).Flush()
}

// readBody reads a request's body whole and closes it.
func readBody(body io.ReadCloser) ([]byte, error) {
	if body == nil {
		return nil, nil
	}
	defer body.Close()
	data, err := io.ReadAll(io.LimitReader(body, maxBody+1))
	if err != nil {
		return nil, fmt.Errorf("reading the request: %w", err)
	}
	if len(data) > maxBody {
		return nil, errors.New("reading the request: too large")
	}
	return data, nil
}

// arrive waits until the answer begins; the error is what the caller gets
// instead of it.
func (a answer) arrive(ctx context.Context, s *Server) error {
	if err := s.Wait(ctx, a.delay); err != nil {
		return err
	}
	switch a.transit {
	case unreachable: // as package net says it
		return &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
	case hanging:
		<-ctx.Done()
		return context.Cause(ctx)
	}
	return nil
}

// Wait waits d, a time at speed 1; the error is the cause of a context that ends
// before.
func (s *Server) Wait(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	t := time.NewTimer(s.lasts(d))
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
