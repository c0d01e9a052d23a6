package twiliosim

import (
	"bytes"
	"context"
	"io"
	"time"
)

// How an endless answer goes on: so many blanks, and a pause at speed 1. In the
// half minute that a client may wait that is about a megabyte.
const (
	dripSize  = 4 << 10
	dripPause = 100 * time.Millisecond
)

// length is the Content-Length of an answer: that of its whole body, even where
// half of it follows; -1 where no end is known.
func (a answer) length() int64 {
	if a.transit == endless {
		return -1
	}
	return int64(len(a.body))
}

// stream is the body of an answer as it arrives.
func (s *Server) stream(ctx context.Context, a answer) io.ReadCloser {
	switch a.transit {
	case half:
		return io.NopCloser(io.MultiReader(bytes.NewReader(a.body[:len(a.body)/2]), cutOff{}))
	case endless:
		ctx, cancel := context.WithCancelCause(ctx)
		return &drip{ctx: ctx, cancel: cancel, begin: a.body[:max(len(a.body)-1, 0)], pause: s.lasts(dripPause)}
	}
	return io.NopCloser(bytes.NewReader(a.body))
}

// cutOff is the end of a body that was to be longer.
type cutOff struct{}

func (cutOff) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// drip is a body without an end: all of an answer but its last byte, then blanks.
type drip struct {
	ctx    context.Context // of the request; Close ends it too
	cancel context.CancelCauseFunc
	begin  []byte
	pause  time.Duration
}

// Read gives what there is, or waits for more until the context ends, whose
// cause it returns, or the body is closed.
func (d *drip) Read(p []byte) (int, error) {
	if len(d.begin) > 0 {
		n := copy(p, d.begin)
		d.begin = d.begin[n:]
		return n, nil
	}
	if err := sleep(d.ctx, d.pause); err != nil {
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
