package twiliosim

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"syscall"
	"time"
)

// maxBody is the largest request body that is read, in bytes.
const maxBody = 1 << 20

// RoundTrip answers a request in memory. It returns the cause of the request's
// context when that ends first, and a dial error where a Scenario says
// unreachable; a hanging answer needs a context that ends.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := readBody(r.Body)
	if err != nil {
		return nil, err
	}
	ctx := r.Context()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	a := s.handle(r, body)
	if err := a.arrive(ctx, s); err != nil {
		return nil, err
	}
	return a.response(r), nil
}

// ServeHTTP answers one request to any of Twilio's hosts. Where RoundTrip would
// fail it closes the connection without an answer.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := readBody(r.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	a := s.handle(r, body)
	if err := a.arrive(r.Context(), s); err != nil {
		panic(http.ErrAbortHandler)
	}
	w.Header().Set("Content-Type", a.contentType)
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // the client may be gone, which is its affair
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

// arrive waits as long as the answer takes; the error is what the caller gets
// instead of it.
func (a answer) arrive(ctx context.Context, s *Server) error {
	switch {
	case a.fault == Unreachable:
		refused := os.NewSyscallError("connect", syscall.ECONNREFUSED)
		return &net.OpError{Op: "dial", Net: "tcp", Err: refused}
	case a.fault == Hanging:
		<-ctx.Done()
		return context.Cause(ctx)
	case a.delay == 0:
		return nil
	}
	t := time.NewTimer(s.lasts(a.delay))
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// response is the answer as http.Client wants it.
func (a answer) response(r *http.Request) *http.Response {
	return &http.Response{
		Status:        fmt.Sprintf("%d %s", a.status, http.StatusText(a.status)),
		StatusCode:    a.status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        http.Header{"Content-Type": {a.contentType}},
		Body:          io.NopCloser(bytes.NewReader(a.body)),
		ContentLength: int64(len(a.body)),
		Request:       r,
	}
}
