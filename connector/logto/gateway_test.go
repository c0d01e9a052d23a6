package logto

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"logto-twilio/connector/logto/logtosim"
)

// gateway stands before a simulated Logto and answers one request in its place.
type gateway struct {
	to           http.RoundTripper
	method, path string
	status       int
	body         string
	asked        int
}

func (g *gateway) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Method != g.method || !strings.HasSuffix(r.URL.Path, g.path) {
		return g.to.RoundTrip(r)
	}
	g.asked++
	return &http.Response{
		StatusCode: g.status, Header: http.Header{}, Request: r,
		Body: io.NopCloser(bytes.NewBufferString(g.body)),
	}, nil
}

// What a gateway says in Logto's place does not stand for an SMS that was, or was
// not, sent.
func TestGatewayAnswersTheTest(t *testing.T) {
	desired, err := Desired(demoDocument())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		status int
		body   string
		kind   Kind // "" for success
		lost   bool
	}{
		{204, "", "", false}, {200, "{}", "", false}, {200, "<html>Sign in to the network", NotLogto, true},
		{200, "OK", NotLogto, true}, {408, "", ServerError, true}, {499, "<html>", ServerError, true},
		{408, `{"message":"Slow"}`, Refused, false}, {404, "<html>", NotLogto, false},
	} {
		g := &gateway{to: logtosim.New(), method: "POST", path: "/test", status: tt.status, body: tt.body}
		err := over(t, g).Test(t.Context(), desired, "+15551234567")
		var e *CallError
		if errors.As(err, &e) != (tt.kind != "") || e != nil && (e.Kind != tt.kind || e.OutcomeUnknown != tt.lost) || g.asked != 1 {
			t.Errorf("%d %q: %+v, asked %d times", tt.status, tt.body, e, g.asked)
		}
	}
}

// A write that a gateway gave up on is looked for, not repeated.
func TestGatewayGivesUpOnAWrite(t *testing.T) {
	for _, status := range []int{408, 499} {
		g := &gateway{to: logtosim.New(), method: "POST", path: "/api/connectors", status: status}
		c := over(t, g)
		r, err := c.Push(t.Context(), plan(t, c, demoDocument()))
		if r.Outcome != Unknown || !r.Looked || err == nil || g.asked != 1 {
			t.Errorf("%d: %+v, %v, asked %d times", status, r, err, g.asked)
		}
	}
}
