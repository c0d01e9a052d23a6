package remote

import (
	"context"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// A request is sent MaxTries times at most. A server that asks for a longer
// pause than MaxPause is not asked again: somebody waits for the answer.
const (
	MaxTries = 3
	MaxPause = 10 * time.Second
)

// FirstPause is the usual pause before the first repetition of a request.
const FirstPause = 500 * time.Millisecond

// Pause is how long to wait before a request is repeated after its failure number
// try, counted from 1: first, doubled with every try after that, of which half is
// chance so that clients that failed together do not come back together; and no
// less than what the server asked for, 0 where it did not. first is 2 ns at least.
func Pause(first time.Duration, try int, asked time.Duration) time.Duration {
	half := first << (try - 1) / 2
	return max(half+rand.N(half), asked)
}

// Sleep waits, and reports whether it did so to the end.
func Sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// RetryAfter reads the header Retry-After, which is a number of seconds or a
// date (RFC 9110, section 10.2.3); 0 where it is neither.
func RetryAfter(h http.Header) time.Duration {
	value := h.Get("Retry-After")
	if seconds, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(value); err == nil {
		return max(0, time.Until(at))
	}
	return 0
}
