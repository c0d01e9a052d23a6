package twilio

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/account"
)

// A removal is repeated until an answer says what is; whether it was carried out
// is unknown as soon as one attempt may have done so.
func TestRemovalIsRepeated(t *testing.T) {
	lost := func() (*http.Response, error) { return nil, errors.New("connection reset") }
	unsent := func() (*http.Response, error) { return nil, &dialError }
	with := func(status int) func() (*http.Response, error) {
		return func() (*http.Response, error) { return reply(status, ""), nil }
	}
	type answers []func() (*http.Response, error)
	for name, tt := range map[string]struct {
		answers answers
		kind    account.ErrorKind // "" for a success
		status  int
		unknown bool
	}{
		"at once":                    {answers{with(204)}, "", 0, false},
		"never there":                {answers{with(404)}, account.Refused, 404, false},
		"answer lost":                {answers{lost, with(404)}, "", 0, false},
		"answer lost, not done":      {answers{lost, with(204)}, "", 0, false},
		"gateway failed":             {answers{with(502), lost, with(404)}, "", 0, false},
		"never sent, never there":    {answers{unsent, with(404)}, account.Refused, 404, false},
		"too many, never there":      {answers{with(429), with(404)}, account.Refused, 404, false},
		"answers lost":               {answers{lost, lost, lost}, account.Unreachable, 0, true},
		"answer lost, then refused":  {answers{lost, with(403)}, account.Refused, 403, true},
		"answer lost, then too many": {answers{lost, with(429), with(429)}, account.Refused, 429, true},
		"answer lost, then no way":   {answers{lost, unsent, unsent}, account.Unreachable, 0, true},
		"gateway, then no answer":    {answers{with(502), lost, lost}, account.Unreachable, 0, true},
		"never a way":                {answers{unsent, unsent, unsent}, account.Unreachable, 0, false},
		"not confirmed":              {answers{with(200)}, account.Unintelligible, 200, true},
	} {
		asked := 0
		err := remove(t.Context(), over(roundTripper(func(*http.Request) (*http.Response, error) {
			asked++
			return tt.answers[asked-1]()
		})))
		if asked != len(tt.answers) {
			t.Errorf("%s: asked %d times", name, asked)
		}
		if tt.kind == "" {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		e := callError(t, err)
		if e.Kind != tt.kind || e.HTTPStatus != tt.status || e.OutcomeUnknown != tt.unknown || e.Effect != account.NumberRemoved {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

// Canceled between two attempts, of which the first may have done it.
func TestRemovalCanceledInAPause(t *testing.T) {
	for status, unknown := range map[int]bool{502: true, 429: false} {
		synctest.Test(t, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
			defer cancel()
			c := New(testSID, testToken, Options{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
				answer := reply(status, "")
				answer.Header.Set("Retry-After", "5")
				return answer, nil
			})})
			if e := callError(t, remove(ctx, c)); e.Kind != account.TimedOut || e.OutcomeUnknown != unknown {
				t.Errorf("after %d: %+v", status, e)
			}
		})
	}
}

// A number that is in the service already was added, whoever did it; one that is
// in another service was not.
func TestAddingTwice(t *testing.T) {
	for body, added := range map[string]bool{
		`{"code":21710,"message":"already in"}`: true,
		`{"code":21712,"message":"elsewhere"}`:  false,
		"":                                      false,
	} {
		asked := 0
		err := over(roundTripper(func(*http.Request) (*http.Response, error) {
			asked++
			return reply(409, body), nil
		})).AddNumber(t.Context(), testService, testNumber)
		if (err == nil) != added || asked != 1 {
			t.Errorf("%q: %v after %d requests", body, err, asked)
		}
		if !added {
			if e := callError(t, err); e.Effect != account.NumberAdded || e.OutcomeUnknown {
				t.Errorf("%q: %+v", body, e)
			}
		}
	}
}
