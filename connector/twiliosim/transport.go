package twiliosim

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"syscall"
	"time"
)

// maxBody is the largest request body that is read, in bytes.
const maxBody = 1 << 20

// RoundTrip answers a request in memory. It returns the cause of the request's
// context when that ends first, and where a Scenario or an Adversity says so the
// errors of http.Transport: of dialling, of a connection that was reset, of an
// answer that was cut off. A hanging answer needs a context that ends, and an
// endless one a context that ends or a body that is closed.
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
	return &http.Response{
		Status:        fmt.Sprintf("%d %s", a.status, http.StatusText(a.status)),
		StatusCode:    a.status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        a.header,
		Body:          s.stream(ctx, a),
		ContentLength: a.length(),
		Request:       r,
	}, nil
}

// ServeHTTP answers one request to any of Twilio's hosts. Where RoundTrip, or
// reading its answer, would fail it closes the connection.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := readBody(r.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	a := s.handle(r, body)
	if err := a.arrive(r.Context(), s); err != nil {
		panic(http.ErrAbortHandler)
	}
	for name, values := range a.header {
		w.Header()[name] = values
	}
	if n := a.length(); n > 0 {
		w.Header().Set("Content-Length", strconv.FormatInt(n, 10))
	}
	w.WriteHeader(a.status)
	sent := s.stream(r.Context(), a)
	defer sent.Close()
	if _, err := io.Copy(flushing{w}, sent); err != nil {
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
	if err := sleep(ctx, s.lasts(a.delay)); err != nil {
		return err
	}
	switch {
	case a.transit == unreachable:
		return broken("dial", "connect", syscall.ECONNREFUSED)
	case a.transit == reset:
		return broken("read", "read", syscall.ECONNRESET)
	case a.transit == half && len(a.body) == 0:
		return io.ErrUnexpectedEOF
	case a.transit == hanging:
		<-ctx.Done()
		return context.Cause(ctx)
	}
	return nil
}

// broken is the error of a connection, as package net makes it.
func broken(op, call string, why syscall.Errno) error {
	return &net.OpError{Op: op, Net: "tcp", Err: os.NewSyscallError(call, why)}
}

// sleep waits; the error is the cause of a context that ends before.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
