package adversity

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"time"

	"logto-twilio/connector/simnet"
	"logto-twilio/connector/twiliosim"
)

// How an endless answer goes on: so many blanks, and a pause at speed 1. In the
// half minute that a client may wait that is about a megabyte.
const (
	dripSize  = 4 << 10
	dripPause = 100 * time.Millisecond
)

// halve lets the body of an answer end in its middle, before its Content-Length; the
// error is what comes in the place of an answer without a body.
func halve(a *http.Response) error {
	data := body(a)
	if len(data) == 0 {
		return io.ErrUnexpectedEOF
	}
	a.Body = io.NopCloser(io.MultiReader(bytes.NewReader(data[:len(data)/2]), cutOff{}))
	return nil
}

// cutOff is the end of a body that was to be longer.
type cutOff struct{}

func (cutOff) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// prolong lets the body of an answer never end. There is no error.
func prolong(s *twiliosim.Server, a *http.Response) error {
	if a.StatusCode == http.StatusNoContent {
		simnet.SetStatus(a, http.StatusOK) // HTTP lets no body follow a 204
	}
	data := body(a)
	ctx, cancel := context.WithCancelCause(a.Request.Context())
	a.ContentLength = -1
	a.Body = &drip{ctx: ctx, cancel: cancel, begin: data[:max(len(data)-1, 0)], server: s}
	return nil
}

// drip is a body without an end: all of an answer but its last byte, then blanks.
type drip struct {
	ctx    context.Context // of the request; Close ends it too
	cancel context.CancelCauseFunc
	begin  []byte
	server *twiliosim.Server
}

// Read gives what there is, or waits for more until the context ends, whose
// cause it returns, or the body is closed.
func (d *drip) Read(p []byte) (int, error) {
	if len(d.begin) > 0 {
		n := copy(p, d.begin)
		d.begin = d.begin[n:]
		return n, nil
	}
	if err := d.server.Wait(d.ctx, dripPause); err != nil {
		return 0, err
	}
	n := min(len(p), dripSize)
	return copy(p, bytes.Repeat([]byte(" "), n)), nil
}

// Close ends a Read that waits.
func (d *drip) Close() error {
	d.cancel(io.ErrClosedPipe)
	return nil
}
