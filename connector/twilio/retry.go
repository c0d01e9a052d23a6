package twilio

import (
	"context"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"

	"logto-twilio/connector"
)

// A request is sent maxTries times at most. A server that asks for a longer
// pause than maxPause is not asked again: somebody waits for the answer.
const (
	maxTries = 3
	maxPause = 10 * time.Second
)

// failure is one attempt that failed.
type failure struct {
	err       *connector.CallError
	transient bool // the same request, repeated, may succeed and does no harm
}

// again tells whether to repeat a request after its failure number try, and
// after what pause: doubling, of which half is chance so that clients that failed
// together do not come back together. After two time-outs nothing suggests that
// a third attempt would fare better.
func (c *Client) again(f *failure, try int) (time.Duration, bool) {
	timedOutTwice := f.err.Kind == connector.TimedOut && try > 1
	if !f.transient || try >= maxTries || timedOutTwice || f.err.RetryAfter > maxPause {
		return 0, false
	}
	pause := c.pause << (try - 1)
	return max(pause/2+rand.N(pause/2), f.err.RetryAfter), true
}

// sleep waits, and tells whether it did so to the end.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// retryAfter reads the header Retry-After, which is a number of seconds or a
// date (RFC 9110, section 10.2.3); 0 where it is neither.
func retryAfter(h http.Header) time.Duration {
	value := h.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, time.Until(at))
	}
	return 0
}
