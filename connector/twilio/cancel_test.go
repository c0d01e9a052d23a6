package twilio

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector"
)

var quiet = log.New(io.Discard, "", 0)

// Canceling ends the request on the wire: the server sees the connection go,
// and no goroutine stays behind.
func TestCancelEndsTheRequest(t *testing.T) {
	for _, call := range calls {
		for name, answer := range map[string]http.HandlerFunc{
			"before the answer": hang,
			"within the answer": endless(200, 5*time.Millisecond),
		} {
			t.Run(call.name+"/"+name, func(t *testing.T) {
				before := runtime.NumGoroutine()
				arrived, gone := make(chan bool, 9), make(chan bool, 9)
				s := serve(t, func(w http.ResponseWriter, r *http.Request) {
					arrived <- true
					answer(w, r)
					<-r.Context().Done()
					gone <- true
				})
				ctx, cancel := context.WithCancel(t.Context())
				go func() {
					<-arrived
					time.Sleep(20 * time.Millisecond)
					cancel()
				}()
				e := callError(t, call.do(ctx, at(t, s.URL, time.Minute)))
				if e.Kind != connector.CallCanceled || !errors.Is(e, context.Canceled) || e.OutcomeUnknown != call.post {
					t.Errorf("%+v", e)
				}
				select {
				case <-gone:
				case <-time.After(5 * time.Second):
					t.Error("the server still has the request")
				}
				s.Close()
				eventually(t, func() bool { return runtime.NumGoroutine() <= before })
			})
		}
	}
}

func eventually(t *testing.T, done func() bool) {
	t.Helper()
	for range 200 {
		if done() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	stacks := make([]byte, 1<<16)
	t.Errorf("goroutines left:\n%s", stacks[:runtime.Stack(stacks, true)])
}

// A call whose context has ended asks nobody; its outcome is known.
func TestCanceledBefore(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, call := range calls {
		err := call.do(ctx, over(roundTripper(func(*http.Request) (*http.Response, error) {
			t.Error("asked")
			return reply(200, "{}"), nil
		})))
		if e := callError(t, err); e.Kind != connector.CallCanceled || e.OutcomeUnknown {
			t.Errorf("%s: %+v", call.name, e)
		}
	}
}

func TestCancelBetweenAttempts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		tries := 0
		_, err := New(testSID, testToken, Options{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
			tries++
			answer := reply(429, "")
			answer.Header.Set("Retry-After", "5")
			return answer, nil
		})}).Send(ctx, testOutgoing)
		if e := callError(t, err); e.Kind != connector.TimedOut || e.OutcomeUnknown || tries != 1 {
			t.Errorf("%+v after %d tries", e, tries)
		}
	})
}

// The caller's own deadline is a time-out, and nothing is repeated after it.
func TestDeadlineOfTheCaller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		start := time.Now()
		_, err := New(testSID, testToken, Options{Transport: silent}).Account(ctx)
		if e := callError(t, err); e.Kind != connector.TimedOut || time.Since(start) != 2*time.Second {
			t.Errorf("%+v after %v", e, time.Since(start))
		}
	})
}

// When one of a service's lists fails, the others end at once, and the error is
// the one that came first.
func TestSendersEndTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, err := New(testSID, testToken, Options{Transport: roundTripper(func(r *http.Request) (*http.Response, error) {
			if strings.HasSuffix(r.URL.Path, "/ShortCodes") {
				time.Sleep(time.Second)
				return reply(404, `{"code":20404}`), nil
			}
			return silent(r)
		})}).Senders(t.Context(), testService)
		if e := callError(t, err); e.Code != 20404 || time.Since(start) != time.Second {
			t.Errorf("%+v after %v", e, time.Since(start))
		}
	})
}
