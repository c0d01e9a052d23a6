package twilio

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/account"
)

// times runs one call in a bubble of fake time and returns when each request
// came, counted from the first.
func times(t *testing.T, c *Client, call func(context.Context, *Client) error) (at []time.Duration, took time.Duration, err error) {
	t.Helper()
	inner := c.transport
	start := time.Now()
	c.transport = roundTripper(func(r *http.Request) (*http.Response, error) {
		at = append(at, time.Since(start))
		return inner.RoundTrip(r)
	})
	err = call(t.Context(), c)
	return at, time.Since(start), err
}

func TestPausesDouble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := New(testSID, testToken, Options{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
			return reply(503, ""), nil
		})})
		at, took, err := times(t, c, askAccount)
		callError(t, err)
		if len(at) != 3 || took > 1500*time.Millisecond {
			t.Fatalf("requests at %v, %v in all", at, took)
		}
		if first, second := at[1], at[2]-at[1]; first < 250*time.Millisecond || first > 500*time.Millisecond ||
			second < 500*time.Millisecond || second > time.Second {
			t.Errorf("pauses of %v and %v", first, second)
		}
	})
}

func TestRetryAfterIsHonoured(t *testing.T) {
	for _, form := range []string{"seconds", "date"} {
		t.Run(form, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				tries := 0
				c := New(testSID, testToken, Options{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
					if tries++; tries > 1 {
						return reply(201, `{"sid":"SM1","status":"accepted"}`), nil
					}
					answer := reply(429, "")
					answer.Header.Set("Retry-After", map[string]string{
						"seconds": "7",
						"date":    time.Now().Add(7 * time.Second).UTC().Format(http.TimeFormat),
					}[form])
					return answer, nil
				})})
				at, _, err := times(t, c, send)
				if err != nil || len(at) != 2 || at[1] != 7*time.Second {
					t.Errorf("requests at %v, %v", at, err)
				}
			})
		})
	}
}

// What the server asked for is in the error too, of every call.
func TestRetryAfterIsReported(t *testing.T) {
	for _, call := range calls {
		for value, want := range map[string]time.Duration{"": 0, "0": 0, "40": 40 * time.Second, "3600": time.Hour} {
			e := callError(t, call.do(t.Context(), over(roundTripper(func(*http.Request) (*http.Response, error) {
				answer := reply(429, `{"code":20429}`)
				answer.Header.Set("Retry-After", value)
				return answer, nil
			}))))
			if e.RetryAfter != want || e.Code != 20429 || e.OutcomeUnknown || e.Effect != call.effect {
				t.Errorf("%s, %q: %+v", call.name, value, e)
			}
		}
	}
}

// silent answers nothing until the request's context ends.
var silent = roundTripper(func(r *http.Request) (*http.Response, error) {
	<-r.Context().Done()
	return nil, r.Context().Err()
})

func TestTimeoutIsThirtySeconds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		at, took, err := times(t, New(testSID, testToken, Options{Transport: silent}), askAccount)
		if e := callError(t, err); e.Kind != account.TimedOut || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%+v", e)
		}
		if len(at) != 2 || took < time.Minute || took > 61*time.Second {
			t.Errorf("requests at %v, %v in all", at, took)
		}
		at, took, err = times(t, New(testSID, testToken, Options{Transport: silent}), send)
		if e := callError(t, err); !e.OutcomeUnknown || len(at) != 1 || took != 30*time.Second {
			t.Errorf("%+v; requests at %v, %v in all", e, at, took)
		}
	})
}

var dialError = net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}

// A transport without a trace, as a simulated Twilio is, says by an error of
// dialling that nothing was sent.
func TestDialErrorsOfAnyTransport(t *testing.T) {
	for _, cause := range []error{
		&dialError,
		&net.DNSError{Err: "no such host", Name: "api.twilio.com", IsNotFound: true},
	} {
		tries := 0
		_, err := over(roundTripper(func(*http.Request) (*http.Response, error) {
			tries++
			return nil, cause
		})).Send(t.Context(), testOutgoing)
		if e := callError(t, err); e.Kind != account.Unreachable || e.OutcomeUnknown || tries != 3 {
			t.Errorf("%+v after %d tries", e, tries)
		}
	}
}

// What passes is repeated until it passes.
func TestRecovery(t *testing.T) {
	tries := 0
	_, err := over(roundTripper(func(r *http.Request) (*http.Response, error) {
		if tries++; tries < 3 {
			return nil, errors.New("connection reset")
		}
		return reply(200, `{"sid":"AC1"}`), nil
	})).Account(t.Context())
	if err != nil || tries != 3 {
		t.Errorf("%v after %d tries", err, tries)
	}
}

// A certificate that is not trusted stays so.
func TestUntrustedCertificate(t *testing.T) {
	s := httptest.NewUnstartedServer(http.NotFoundHandler())
	var connections atomic.Int32
	s.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connections.Add(1)
		}
	}
	s.Config.ErrorLog = quiet
	s.StartTLS()
	defer s.Close()
	e := callError(t, send(t.Context(), at(t, s.URL, 5*time.Second)))
	if e.Kind != account.Unreachable || e.OutcomeUnknown || connections.Load() != 1 {
		t.Errorf("%+v after %d connections", e, connections.Load())
	}
}

// https where only http is spoken.
func TestServerWithoutTLS(t *testing.T) {
	var seen atomic.Int32
	s := serve(t, func(http.ResponseWriter, *http.Request) { seen.Add(1) })
	c := at(t, "https"+s.URL[len("http"):], 5*time.Second)
	e := callError(t, send(t.Context(), c))
	if e.Kind != account.Unreachable || e.OutcomeUnknown || seen.Load() != 0 {
		t.Errorf("%+v, %d requests", e, seen.Load())
	}
}
