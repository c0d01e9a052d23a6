// Package simnet is the network of the simulated servers (twiliosim, logtosim): how
// requests are read, how answers are made and written, and how a connection fails.
package simnet

import (
	"bytes"
	"context"
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

// Answer returns an answer to a request, with its body in memory.
func Answer(r *http.Request, status int, header http.Header, body []byte) *http.Response {
	a := &http.Response{Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, Header: header, Request: r}
	SetStatus(a, status)
	SetBody(a, body)
	return a
}

// PageBody is a page of HTML, as a proxy or another site on the way sends it.
func PageBody(title string) []byte {
	return []byte("<!doctype html>\n<html><head><title>" + title + "</title></head>\n" +
		"<body><h1>" + title + "</h1><p>The simulated network has a bad day.</p></body></html>\n")
}

// SetStatus gives an answer another status.
func SetStatus(a *http.Response, status int) {
	a.Status, a.StatusCode = StatusLine(status), status
}

// StatusLine is a status and its name: "404 Not Found".
func StatusLine(status int) string { return fmt.Sprintf("%d %s", status, http.StatusText(status)) }

// SetBody gives an answer another body.
func SetBody(a *http.Response, body []byte) {
	a.Body, a.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
}

// ReadBody reads the body of a request up to one byte more than limit, and closes it.
// The body may be nil.
func ReadBody(body io.ReadCloser, limit int64) ([]byte, error) {
	if body == nil {
		return nil, nil
	}
	defer body.Close()
	data, err := io.ReadAll(io.LimitReader(body, limit+1))
	if err != nil {
		return nil, fmt.Errorf("reading the request: %w", err)
	}
	return data, nil
}

// Serve writes the answer of t to a request that came over a connection. Where there is
// none, or it is cut off, the connection is closed.
func Serve(t http.RoundTripper, w http.ResponseWriter, r *http.Request) {
	a, err := t.RoundTrip(r)
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

// flushing writes without delay, so that what was written is sent even where the
// connection is closed next.
type flushing struct{ http.ResponseWriter }

func (f flushing) Write(p []byte) (int, error) {
	n, err := f.ResponseWriter.Write(p)
	if err != nil {
		return n, err
	}
	return n, http.NewResponseController(f.ResponseWriter).Flush()
}

// Refused is the error of a connection that nobody accepts, as package net makes it.
func Refused() error {
	return &net.OpError{Op: "dial", Net: "tcp", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
}

// Sleep waits d; the error is the cause of a context that ends before.
func Sleep(ctx context.Context, d time.Duration) error {
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
