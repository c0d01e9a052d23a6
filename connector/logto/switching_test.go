package logto

import (
	"errors"
	"io"
	"net/http"
	"testing"
	"testing/synctest"
)

// switched is the body of an answer of 101: the connection, which no context ends.
type switched struct{ closed chan struct{} }

func (s switched) Read([]byte) (int, error) { <-s.closed; return 0, io.ErrClosedPipe }
func (s switched) Close() error             { close(s.closed); return nil }

type switching struct{}

func (switching) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusSwitchingProtocols, Request: r, Body: switched{make(chan struct{})}}, nil
}

// An answer of 1xx as the final one is an error of the service, for every call; of
// what writes nobody knows what became.
func TestSwitchingProtocols(t *testing.T) {
	for _, call := range []Call{CallSignIn, CallList, CallCreate, CallPatch, CallTest} {
		synctest.Test(t, func(t *testing.T) { // where a body that is never read to its end is a deadlock
			c := over(t, switching{})
			r := request{call: call, method: http.MethodPost, path: "x", authorization: "Basic eA=="}
			_, err := c.send(t.Context(), r)
			var e *CallError
			if !errors.As(err, &e) || !e.Unavailable() || e.HTTPStatus != http.StatusSwitchingProtocols || e.OutcomeUnknown != r.writes() {
				t.Errorf("%s: %+v", call, err)
			}
		})
	}
}
