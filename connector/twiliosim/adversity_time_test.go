package twiliosim_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/twiliosim"
	"logto-twilio/connector/twiliosim/adversity"
)

func TestLatency(t *testing.T) {
	for speed, want := range map[float64]time.Duration{1: adversity.LatencyDelay, 4: adversity.LatencyDelay / 4} {
		synctest.Test(t, func(t *testing.T) {
			s := twiliosim.New(twiliosim.Speed(speed))
			adversity.Put(s, adversity.Latency)
			start := time.Now()
			if o := demo(t, s).ask(t.Context(), "GET", services, nil); !success(o) || time.Since(start) != want {
				t.Errorf("after %v: %+v", time.Since(start), o)
			}
		})
	}
}

// What takes time ends with its context at once, or with its body closed, and
// leaves no goroutine behind.
func TestAdversitiesEndWithTheirContext(t *testing.T) {
	for _, a := range []adversity.Kind{adversity.Latency, adversity.EndlessAnswer} {
		synctest.Test(t, func(t *testing.T) { // fails where a goroutine is left behind
			s := twiliosim.New()
			adversity.Put(s, a)
			reason := errors.New("had enough")
			ctx, cancel := context.WithCancelCause(t.Context())
			time.AfterFunc(2530*time.Millisecond, func() { cancel(reason) })
			start := time.Now()
			o := demo(t, s).ask(ctx, "GET", services, nil)
			if !errors.Is(o.err, reason) || time.Since(start) != 2530*time.Millisecond {
				t.Errorf("%s, after %v: %v", a, time.Since(start), o.err)
			}
		})
	}
}

func TestEndlessAnswerEndsWhenClosed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := twiliosim.New()
		adversity.Put(s, adversity.EndlessAnswer)
		r, _ := http.NewRequestWithContext(t.Context(), "GET", services, nil)
		r.SetBasicAuth(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
		resp, err := s.RoundTrip(r)
		if err != nil || resp.ContentLength != -1 {
			t.Fatal(resp, err)
		}
		time.AfterFunc(time.Minute, func() { resp.Body.Close() })
		start := time.Now()
		if _, err := io.Copy(io.Discard, resp.Body); !errors.Is(err, io.ErrClosedPipe) || time.Since(start) != time.Minute {
			t.Errorf("after %v: %v", time.Since(start), err)
		}
	})
}

// Over HTTP no handler outlives its client.
func TestHandlersEndWithTheirClients(t *testing.T) {
	before := runtime.NumGoroutine()
	s := twiliosim.New()
	server := httptest.NewServer(s)
	for _, a := range []adversity.Kind{adversity.Latency, adversity.EndlessAnswer} {
		adversity.Put(s, a)
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		if o := demo(t, rebase{server}).ask(ctx, "GET", services, nil); !errors.Is(o.err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", a, o.err)
		}
		cancel()
	}
	server.CloseClientConnections()
	server.Close() // waits for every handler
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(end); {
		time.Sleep(5 * time.Millisecond)
	}
	if left := runtime.NumGoroutine(); left > before {
		t.Errorf("%d goroutines, %d before", left, before)
	}
}
