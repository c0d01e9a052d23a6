package logto

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/signin"
)

// ready is a simulated Logto that has our connector.
func ready(options ...logtosim.Option) *logtosim.Server {
	s := logtosim.New(options...)
	s.Put(row(connector.FactoryID, demoDocument()))
	return s
}

// planned looks at a Logto and plans a choice.
func planned(t *testing.T, c *Client, choice signin.Choice) signin.Plan {
	t.Helper()
	e, err := c.SignInExperience(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	f, err := c.Facts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p, notices := signin.NewPlan(e, f, choice)
	if p.Patch == nil {
		t.Fatalf("%+v writes nothing: %v", choice, notices)
	}
	return p
}

func TestChangeSignIn(t *testing.T) {
	for name, choice := range map[string]signin.Choice{
		"sign-in": {SignIn: true}, "recovery": {Recovery: true}, "second factor": {SecondFactor: true},
		"instead": {SignUp: true, Identifier: signin.Instead}, "besides": {SignUp: true, Identifier: signin.Besides},
		"all that goes together": {SignIn: true, SignUp: true, Recovery: true, Identifier: signin.Besides},
	} {
		s := ready()
		c := over(t, s)
		p := planned(t, c, choice)
		r, err := c.ChangeSignIn(t.Context(), p)
		if err != nil || r.Outcome != Changed || !r.Looked || !r.Now.Equal(p.After) || asked(s, "PATCH", signInPath) != 1 {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		// The way back is taken as well.
		back := signin.Plan{Before: p.After, After: p.Before, Patch: p.Undo}
		if r, err := c.ChangeSignIn(t.Context(), back); err != nil || r.Outcome != Changed {
			t.Errorf("%s, back: %+v, %v", name, r, err)
		}
	}
}

func TestChangeSignInWithoutAPatch(t *testing.T) {
	s := ready()
	if r, err := over(t, s).ChangeSignIn(t.Context(), signin.Plan{}); err != nil || r.Outcome != Unchanged || len(s.Requests()) != 0 {
		t.Errorf("%+v, %v after %v", r, err, s.Requests())
	}
}

// In a new Logto adaptive MFA was never touched; who looks at the second factor, or
// takes the last one away, switches it off, which it was.
func TestUntouchedSwitchIsOff(t *testing.T) {
	s := ready()
	c := over(t, s)
	p := planned(t, c, signin.Choice{SignIn: true})
	s.ChangeExperience(`{"adaptiveMfa":{"enabled":false},"captchaPolicy":{"enabled":false}}`)
	if r, err := c.ChangeSignIn(t.Context(), p); err != nil || r.Outcome != Changed {
		t.Errorf("%s, %v", r.Outcome, err)
	}
	s = ready()
	c = over(t, s)
	p = planned(t, c, signin.Choice{SecondFactor: true})
	if r, err := c.ChangeSignIn(t.Context(), p); err != nil || r.Outcome != Changed {
		t.Errorf("%s, %v", r.Outcome, err)
	}
	r, err := c.ChangeSignIn(t.Context(), signin.Plan{Before: p.After, After: p.Before, Patch: p.Undo})
	if err != nil || r.Outcome != Changed || !strings.Contains(string(r.Now.Fields()), `"adaptiveMfa":{"enabled":false}`) {
		t.Errorf("the way back: %s, %v, %s", r.Outcome, err, r.Now.Fields())
	}
}

// Somebody else was there between looking and writing: nothing is written.
func TestSignInMoved(t *testing.T) {
	for _, fields := range []string{
		`{"signInMode":"Register"}`, `{"mfa":{"factors":["Totp"],"policy":"UserControlled"}}`, `{"forgotPasswordMethods":["PhoneVerificationCode"]}`,
		`{"signUp":{"identifiers":[],"password":false,"verify":false}}`, `{"captchaPolicy":{"enabled":true}}`,
	} {
		s := ready()
		c := over(t, s)
		p := planned(t, c, signin.Choice{SignIn: true})
		s.ChangeExperience(fields)
		r, err := c.ChangeSignIn(t.Context(), p)
		if !errors.Is(err, ErrSignInMoved) || r.Outcome != Unchanged || !r.Looked || asked(s, "PATCH", signInPath) != 0 {
			t.Errorf("%s: %+v, %v", fields, r, err)
		}
	}
}

// Whatever goes wrong at whichever request, what is known is said, and the PATCH goes
// out once at most.
func TestChangeSignInAndTrouble(t *testing.T) {
	for name, tt := range map[string]struct {
		fault   faults.Fault
		outcome Outcome
		kind    Kind
	}{
		"down at once":                {faults.Fault{Effect: faults.Down, Method: "GET"}, Unchanged, Unreachable},
		"a page at once":              {faults.Fault{Effect: faults.HTMLPage, Method: "GET"}, Unchanged, NotLogto},
		"cut off at once":             {faults.Fault{Effect: faults.CutOff, Method: "GET"}, Unchanged, NotLogto},
		"no answer at once":           {faults.Fault{Effect: faults.Hanging, Method: "GET"}, Unchanged, TimedOut},
		"forbidden":                   {faults.Fault{Effect: faults.Forbidden, Method: "PATCH"}, Unchanged, Forbidden},
		"redirected":                  {faults.Fault{Effect: faults.Redirecting, Method: "PATCH"}, Unchanged, Redirected},
		"too many":                    {faults.Fault{Effect: faults.TooMany, Method: "PATCH"}, Unchanged, TooMany},
		"nobody there for the PATCH":  {faults.Fault{Effect: faults.Down, Method: "PATCH"}, Unchanged, Unreachable},
		"the request is lost":         {faults.Fault{Effect: faults.LostRequest, Method: "PATCH"}, Unknown, Unreachable},
		"the answer is lost":          {faults.Fault{Effect: faults.LostAnswer, Method: "PATCH"}, Changed, ""},
		"the answer is cut off":       {faults.Fault{Effect: faults.CutOff, Method: "PATCH"}, Changed, ""},
		"a page for the PATCH":        {faults.Fault{Effect: faults.HTMLPage, Method: "PATCH"}, Unknown, NotLogto},
		"a gateway's page":            {faults.Fault{Effect: faults.BadGateway, Method: "PATCH"}, Unknown, ServerError},
		"trouble of its own":          {faults.Fault{Effect: faults.ServerError, Method: "PATCH"}, Unknown, ServerError},
		"no answer to the PATCH":      {faults.Fault{Effect: faults.Hanging, Method: "PATCH"}, Unknown, TimedOut},
		"it cannot be read back":      {faults.Fault{Effect: faults.Down, Method: "GET", After: 1}, Unverified, Unreachable},
		"it is a page that is read":   {faults.Fault{Effect: faults.HTMLPage, Method: "GET", After: 1}, Unverified, NotLogto},
		"no answer when reading back": {faults.Fault{Effect: faults.Hanging, Method: "GET", After: 1}, Unverified, TimedOut},
	} {
		s := ready()
		c := over(t, s)
		c.timeout = 60 * time.Millisecond
		p := planned(t, c, signin.Choice{SignIn: true})
		tt.fault.Path = signInPath
		before := asked(s, "PATCH", signInPath)
		faults.Break(s, tt.fault)
		r, err := c.ChangeSignIn(t.Context(), p)
		if r.Outcome != tt.outcome || (err == nil) != (tt.kind == "") {
			t.Errorf("%s: %s, %v", name, r.Outcome, err)
			continue
		}
		if err != nil && callError(t, err).Kind != tt.kind {
			t.Errorf("%s: %v", name, err)
		}
		if n := asked(s, "PATCH", signInPath) - before; n > 1 && tt.kind != TooMany && tt.kind != Unreachable {
			t.Errorf("%s: %d times", name, n)
		}
	}
}

// Another hand while it is written: what is there then is said.
func TestChangeSignInDifferent(t *testing.T) {
	s := ready()
	c := over(t, s)
	p := planned(t, c, signin.Choice{SignIn: true})
	faults.Break(s, faults.Fault{Effect: faults.Meanwhile, Method: "GET", Path: signInPath, After: 1,
		Hand: func() { s.ChangeExperience(`{"signInMode":"SignIn"}`) }})
	r, err := c.ChangeSignIn(t.Context(), p)
	if err != nil || r.Outcome != Different || !r.Looked || r.Now.Equal(p.After) {
		t.Errorf("%+v, %v", r, err)
	}
}

// Ctrl+C at each request: nothing more is asked, and nothing is claimed.
func TestChangeSignInCanceled(t *testing.T) {
	for at := range 3 {
		s := ready()
		plain := over(t, s)
		p := planned(t, plain, signin.Choice{SignIn: true})
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
			if r.URL.Path == signInPath {
				if n++; n == at+1 {
					cancel()
					<-r.Context().Done()
					return nil, r.Context().Err()
				}
			}
			return s.RoundTrip(r)
		}))
		r, err := c.ChangeSignIn(ctx, p)
		want := []Outcome{Unchanged, Unknown, Unverified}[at]
		if r.Outcome != want || !errors.Is(err, context.Canceled) || n != at+1 {
			t.Errorf("at %d: %+v, %v after %d", at, r, err, n)
		}
		cancel()
	}
}

func TestFacts(t *testing.T) {
	mail := logtosim.Row{FactoryID: emailFactory}
	vonage := logtosim.Row{FactoryID: "vonage-sms", Config: []byte(`{"apiKey":"k"}`)}
	ours := row(connector.FactoryID, demoDocument())
	for name, tt := range map[string]struct {
		rows       []logtosim.Row
		sms, email signin.Known
	}{
		"none": {nil, signin.No, signin.No}, "ours": {[]logtosim.Row{ours}, signin.Yes, signin.No},
		"both": {[]logtosim.Row{mail, ours}, signin.Yes, signin.Yes}, "e-mail": {[]logtosim.Row{mail}, signin.No, signin.Yes},
		"another's": {[]logtosim.Row{vonage}, signin.Yes, signin.No}, "two for SMS": {[]logtosim.Row{vonage, ours}, signin.Yes, signin.Unknown},
		"two for e-mail": {emails(), signin.Unknown, signin.Yes},
	} {
		s := logtosim.New()
		s.Put(tt.rows...)
		f, err := over(t, s).Facts(t.Context())
		if err != nil || f.SMS != tt.sms || f.Email != tt.email || f.CAPTCHA != signin.No || !f.AccountCenter.Known {
			t.Errorf("%s: %+v, %v", name, f, err)
		}
	}
	s := ready()
	s.SetCAPTCHA(true)
	s.ChangeAccountCenter(`{"enabled":true,"fields":{"phone":"Edit"}}`)
	f, err := over(t, s).Facts(t.Context())
	if err != nil || f.CAPTCHA != signin.Yes || f.AccountCenter != (signin.AccountCenter{Known: true, Enabled: true, Phone: "Edit"}) {
		t.Errorf("%+v, %v", f, err)
	}
	faults.Break(s, faults.Fault{Effect: faults.HTMLPage, Path: "/api/captcha-provider"})
	if f, err = over(t, s).Facts(t.Context()); err == nil || f.CAPTCHA != signin.Unknown || f.SMS != signin.Yes || !f.AccountCenter.Enabled {
		t.Errorf("a page: %+v, %v", f, err)
	}
}

// An older Logto has no such routes.
func TestFactsOfAnOlderLogto(t *testing.T) {
	s := ready()
	c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
		if slices.Contains([]string{"/api/captcha-provider", "/api/account-center"}, r.URL.Path) {
			return reply(r, 404, "Not Found"), nil
		}
		return s.RoundTrip(r)
	}))
	f, err := c.Facts(t.Context())
	if err != nil || f.CAPTCHA != signin.No || f.AccountCenter.Known || f.SMS != signin.Yes {
		t.Errorf("%+v, %v", f, err)
	}
}
