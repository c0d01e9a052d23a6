package remote

import (
	"context"
	"errors"
	"io"
	"net/http"
)

// RoundTrip sends a request over t. An answer of 1xx as the final one, such as 101
// after which a connection belongs to another protocol, ends there: its body is
// empty, for net/http would hand out the connection, which no context ends. Every
// other body ends with the context of the request.
func RoundTrip(t http.RoundTripper, req *http.Request) (*http.Response, error) {
	answer, err := t.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	if answer.StatusCode < http.StatusOK {
		_ = answer.Body.Close() // nothing is read of it
		answer.Body = http.NoBody
		return answer, nil
	}
	ctx := req.Context()
	body := &ending{ReadCloser: answer.Body, ctx: ctx}
	body.stop = context.AfterFunc(ctx, func() { _ = body.ReadCloser.Close() })
	answer.Body = body
	return answer, nil
}

// ending is a body that ends with a context.
type ending struct {
	io.ReadCloser
	ctx  context.Context
	stop func() bool
}

// Read reads, and says that the context ended rather than what closing led to.
func (e *ending) Read(p []byte) (int, error) {
	n, err := e.ReadCloser.Read(p)
	if err != nil && !errors.Is(err, io.EOF) && e.ctx.Err() != nil {
		err = e.ctx.Err()
	}
	return n, err
}

func (e *ending) Close() error {
	e.stop()
	return e.ReadCloser.Close()
}
