package logto

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/twiliosim"
)

// Who may not look, and why.
func TestSignIn(t *testing.T) {
	for name, tt := range map[string]struct {
		app      Application
		resource string
		fault    faults.Effect
		want     Kind
		status   int
	}{
		"wrong secret":        {Application{logtosim.DemoID, "wrong"}, "", "", WrongSecret, 401},
		"unknown application": {Application{"nobody", logtosim.DemoSecret}, "", "", UnknownApplication, 400},
		"trailing slash":      {Application{logtosim.DemoID, logtosim.DemoSecret}, logtosim.Resource + "/", "", WrongResource, 400},
		"without the role":    {Application{logtosim.UnprivilegedID, logtosim.DemoSecret}, "", "", NoRole, 200},
		"forbidden":           {Application{logtosim.DemoID, logtosim.DemoSecret}, "", faults.Forbidden, Forbidden, 403},
	} {
		s := logtosim.New()
		if tt.fault != "" {
			faults.Break(s, faults.Fault{Effect: tt.fault, Path: "/api"})
		}
		u, _ := ParseEndpoint(logtosim.DemoEndpoint)
		c := New(u, tt.app, Options{Transport: s, Resource: tt.resource})
		_, err := c.SMS(t.Context())
		if e := callError(t, err); e.Kind != tt.want || e.HTTPStatus != tt.status || e.Unavailable() || e.OutcomeUnknown {
			t.Errorf("%s: %+v", name, e)
		}
		if n := len(s.Requests()); n > 2 {
			t.Errorf("%s: asked %d times", name, n)
		}
	}
}

// A token is used until shortly before its end, and given up where Logto no
// longer takes it.
func TestTokenIsReused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := logtosim.New()
		c := over(t, s)
		look := func(want int) {
			t.Helper()
			if _, err := c.SMS(t.Context()); err != nil {
				t.Fatal(err)
			}
			if n := asked(s, "POST", "/oidc/token"); n != want {
				t.Errorf("%d tokens, want %d", n, want)
			}
		}
		look(1)
		time.Sleep(time.Hour - time.Minute - time.Second)
		look(1)
		time.Sleep(time.Second) // a minute before its end it may end on the way
		look(2)
		s.ExpireTokens()
		_, err := c.SMS(t.Context())
		if e := callError(t, err); e.Kind != Unauthorized {
			t.Errorf("%+v", e)
		}
		look(3)
	})
}

// What can come instead of a list, and how often it is asked for.
func TestListFaults(t *testing.T) {
	for effect, tt := range map[faults.Effect]struct {
		want  Kind
		tries int
	}{
		faults.Down:        {Unreachable, 3},
		faults.LostAnswer:  {Unreachable, 3},
		faults.HTMLPage:    {NotLogto, 1},
		faults.CutOff:      {NotLogto, 1},
		faults.BadGateway:  {ServerError, 3},
		faults.ServerError: {ServerError, 3},
		faults.TooMany:     {TooMany, 3},
		faults.Redirecting: {Redirected, 1},
		faults.Hanging:     {TimedOut, 2},
	} {
		for _, path := range []string{"/api/connectors", "/oidc/token"} {
			t.Run(string(effect)+path, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					s := logtosim.New()
					faults.Break(s, faults.Fault{Effect: effect, Path: path})
					began := time.Now()
					_, err := over(t, s).SMS(t.Context())
					e := callError(t, err)
					if e.Kind != tt.want || !e.Unavailable() || e.OutcomeUnknown {
						t.Errorf("%+v", e)
					}
					if n := asked(s, "", "") + asked(s, "GET", path) + asked(s, "POST", path); n != tt.tries {
						t.Errorf("asked %d times", n)
					}
					if d := time.Since(began); effect == faults.Hanging && d.Round(time.Second) != time.Minute {
						t.Errorf("it took %s", d)
					}
					if effect == faults.Redirecting && e.Location != faults.RedirectTarget {
						t.Errorf("leads to %q", e.Location)
					}
					faults.Mend(s)
					if _, err := over(t, s).SMS(t.Context()); err != nil {
						t.Error(err)
					}
				})
			})
		}
	}
}

// A fault that passes is not seen.
func TestTransientFaults(t *testing.T) {
	for _, effect := range []faults.Effect{faults.Down, faults.LostAnswer, faults.ServerError, faults.TooMany, faults.Slow} {
		synctest.Test(t, func(t *testing.T) {
			s := logtosim.New()
			faults.Break(s, faults.Fault{Effect: effect, Times: 2})
			if _, err := over(t, s).SMS(t.Context()); err != nil {
				t.Errorf("%s: %v", effect, err)
			}
		})
	}
}

// What Logto asks Twilio for, and what comes of it. An SMS is never asked for twice.
func TestTest(t *testing.T) {
	desired, err := Desired(demoDocument())
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		phone string
		fault faults.Effect
		code  int // Twilio's
		want  Kind
		lost  bool // whether it was sent is not known
		away  bool // a service could not be reached
	}{
		"sent":                  {"+15551234567", "", 0, "", false, false},
		"refused by Twilio":     {"+15000021610", "", 21610, TwilioRefused, false, false},
		"Twilio is busy":        {"+15000020429", "", 20429, TwilioRefused, false, true},
		"Twilio answers HTML":   {"+15000000502", "", 0, TwilioRefused, true, true},
		"Twilio is unreachable": {"+15000000503", "", 0, TwilioSilent, true, true},
		"a gateway in between":  {"+15551234567", faults.BadGateway, 0, ServerError, true, true},
		"Twilio never answers":  {"+15000000504", "", 0, TimedOut, true, true},
		"no number":             {"+15 55", "", 0, Refused, false, false},
		"Logto is down":         {"+15551234567", faults.Down, 0, Unreachable, false, true},
		"Logto is busy":         {"+15551234567", faults.TooMany, 0, TooMany, false, true},
		"the answer is lost":    {"+15551234567", faults.LostAnswer, 0, Unreachable, true, true},
		"not allowed":           {"+15551234567", faults.Forbidden, 0, Forbidden, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				twilio := twiliosim.New()
				s := logtosim.New(logtosim.Twilio(twilio))
				if tt.fault != "" {
					faults.Break(s, faults.Fault{Effect: tt.fault, Path: "/api/connectors/" + connector.FactoryID + "/test"})
				}
				began := time.Now()
				err := over(t, s).Test(t.Context(), desired, tt.phone)
				if n := asked(s, "POST", "/api"); n != 1 || len(twilio.Sent()) > 1 {
					t.Errorf("asked for %d times, sent %d times", n, len(twilio.Sent()))
				}
				if tt.want == "" {
					out := connector.Outgoing{To: tt.phone, MessagingServiceSID: twiliosim.DemoServiceSID, RiskCheck: "enable",
						Body: strings.ReplaceAll(connector.DefaultText(connector.Generic, connector.English), "{{code}}", "000000")}
					if err != nil || !slices.Equal(twilio.Sent(), []connector.Outgoing{out}) {
						t.Errorf("%v, sent %+v", err, twilio.Sent())
					}
					return
				}
				e := callError(t, err)
				if e.Kind != tt.want || e.OutcomeUnknown != tt.lost || e.Unavailable() != tt.away {
					t.Errorf("%+v", e)
				}
				if (e.Twilio != nil) != (tt.want == TwilioRefused) || e.Twilio != nil && e.Twilio.Code != tt.code {
					t.Errorf("Twilio: %+v", e.Twilio)
				}
				if d := time.Since(began); tt.want == TimedOut && d != time.Minute {
					t.Errorf("it took %s", d)
				}
			})
		})
	}
}

// What Logto's own guards refuse, with the places.
func TestRefusals(t *testing.T) {
	s := logtosim.New()
	c := over(t, s)
	documented := connector.NewDocument(connector.Config{AccountSID: "AC", AuthToken: "token", FromMessagingServiceSID: "MG",
		Templates: []connector.Template{{UsageType: "Register", Content: "x"}}})
	_, err := c.Push(t.Context(), plan(t, c, documented))
	e := callError(t, err)
	if e.Kind != InvalidConfig || e.Code != "connector.invalid_config" || e.HTTPStatus != 400 || e.OutcomeUnknown || len(s.Rows()) > 0 {
		t.Errorf("%+v", e)
	}
	want := []Issue{{"/templates", "Template with UsageType (SignIn, ForgotPassword, Generic) should be provided!"}}
	if !slices.Equal(e.Issues, want) {
		t.Errorf("%+v", e.Issues)
	}
	large := demoDocument(func(c *connector.Config) { c.Templates[0].Content = strings.Repeat("x", jsondoc.MaxSize-900) })
	_, err = c.Push(t.Context(), plan(t, c, large))
	desired, _ := Desired(demoDocument())
	if _, e := c.write(t.Context(), Patch, "gone", desired); e == nil || e.Kind != NotFound || e.OutcomeUnknown {
		t.Errorf("%+v", e)
	}
	if e := callError(t, err); e.Kind != TooLarge || asked(s, "POST", "/api") != 1 {
		t.Errorf("%+v", e)
	}
}

// A call that is canceled ends at once, even where another is asking for a token.
func TestCanceledCalls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := logtosim.New()
		faults.Break(s, faults.Fault{Effect: faults.Hanging})
		c := over(t, s)
		for range 3 {
			go func() { _, _ = c.SMS(t.Context()) }()
		}
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		began := time.Now()
		_, err := c.SMS(ctx)
		if e := callError(t, err); e.Kind != TimedOut || time.Since(began) != time.Second || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%+v after %s", e, time.Since(began))
		}
		ctx, stop := context.WithCancel(t.Context())
		stop()
		if _, err := c.SMS(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%v", err)
		}
	})
}
