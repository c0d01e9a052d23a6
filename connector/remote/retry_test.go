package remote

import (
	"context"
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

func TestPause(t *testing.T) {
	for range 100 {
		for try, longest := range map[int]time.Duration{1: 500 * time.Millisecond, 2: time.Second, 3: 2 * time.Second} {
			if got := Pause(FirstPause, try, 0); got < longest/2 || got >= longest {
				t.Errorf("after failure %d: %v, want from %v to %v", try, got, longest/2, longest)
			}
		}
	}
	if got := Pause(FirstPause, 1, 7*time.Second); got != 7*time.Second {
		t.Errorf("%v where 7s were asked for", got)
	}
	if got := Pause(2, 1, 0); got != 1 {
		t.Errorf("%v of two nanoseconds", got)
	}
}

func TestSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		if !Sleep(t.Context(), time.Minute) || time.Since(start) != time.Minute {
			t.Errorf("not to its end: %v", time.Since(start))
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		start = time.Now()
		if Sleep(ctx, time.Minute) || time.Since(start) != time.Second {
			t.Errorf("on after the context: %v", time.Since(start))
		}
	})
}

func TestRetryAfter(t *testing.T) {
	for value, want := range map[string]time.Duration{
		"": 0, "x": 0, "-1": 0, "1.5": 0, "3": 3 * time.Second, "99999999999999999999": 0,
		"2147483647":                    2147483647 * time.Second,
		"Wed, 21 Oct 2015 07:28:00 GMT": 0,
	} {
		if got := RetryAfter(http.Header{"Retry-After": {value}}); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}

func TestRetryAfterDate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		at := time.Now().Add(40 * time.Second).UTC().Format(http.TimeFormat)
		if got := RetryAfter(http.Header{"Retry-After": {at}}); got != 40*time.Second {
			t.Errorf("%s: %v", at, got)
		}
	})
}
