package logto

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
)

const (
	sendPath   = "/api/verification-codes"
	verifyPath = "/api/verification-codes/verify"
	proofPhone = "+15551234567"
)

// The whole way: a code is sent, a wrong one refused, the right one recognised, once.
func TestSendAndVerify(t *testing.T) {
	s := ready()
	c := over(t, s)
	if err := c.VerifyCode(t.Context(), proofPhone, "123456"); callError(t, err).Kind != NoCode {
		t.Errorf("none was sent: %v", err)
	}
	if err := c.SendCode(t.Context(), proofPhone); err != nil {
		t.Fatal(err)
	}
	code, ok := s.Code("15551234567")
	if !ok {
		t.Fatal("no code was sent to the digits")
	}
	if err := c.VerifyCode(t.Context(), proofPhone, "000000"); callError(t, err).Kind != WrongCode {
		t.Errorf("a wrong code: %v", err)
	}
	if err := c.VerifyCode(t.Context(), proofPhone, " "+code[:3]+" "+code[3:]+"\n"); err != nil {
		t.Errorf("the right code, with blanks: %v", err)
	}
	if err := c.VerifyCode(t.Context(), proofPhone, code); callError(t, err).Kind != NoCode {
		t.Errorf("a used code: %v", err)
	}
}

func TestTenSends(t *testing.T) {
	s := ready()
	c := over(t, s)
	for range 10 {
		if err := c.SendCode(t.Context(), proofPhone); err != nil {
			t.Fatal(err)
		}
	}
	before := asked(s, "POST", sendPath)
	err := callError(t, c.SendCode(t.Context(), proofPhone))
	if err.Kind != RateLimited || err.OutcomeUnknown || !err.Unavailable() || asked(s, "POST", sendPath) != before+1 {
		t.Errorf("%v", err)
	}
}

// What Logto and Twilio answer, and what it is.
func TestVerificationRefusals(t *testing.T) {
	const refusal = `{"code":"connector.general","data":{"message":"{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}"},"message":"Error"}`
	for name, tt := range map[string]struct {
		verify  bool
		status  int
		body    string
		kind    Kind
		unknown bool
		twilio  int
	}{
		"Twilio refuses (j04)":     {false, 400, refusal, TwilioRefused, false, 20003},
		"Twilio has trouble":       {false, 400, `{"code":"connector.general","data":{"message":"<html>"},"message":"Error"}`, TwilioRefused, true, 0},
		"Twilio is silent":         {false, 500, `{"message":"Internal server error."}`, TwilioSilent, true, 0},
		"a gateway":                {false, 502, `<html>`, ServerError, true, 0},
		"a page":                   {false, 200, `<html>`, NotLogto, true, 0},
		"limited (j05)":            {false, 429, `{"code":"request.message_rate_limited","message":"Too many"}`, RateLimited, false, 0},
		"too many requests":        {false, 429, `{"code":"x","message":"Too many"}`, TooMany, false, 0},
		"no connector":             {false, 501, `{"code":"connector.not_found","message":"Cannot find any available connector for type: Sms."}`, NoConnector, false, 0},
		"digits alone (j02)":       {false, 400, `{"code":"guard.invalid_input","message":"The request body is invalid."}`, Refused, false, 0},
		"forbidden":                {false, 403, `{"code":"auth.forbidden","message":"Forbidden."}`, Forbidden, false, 0},
		"wrong (j03)":              {true, 400, `{"code":"verification_code.code_mismatch","message":"Invalid verification code."}`, WrongCode, false, 0},
		"another phone":            {true, 400, `{"code":"verification_code.phone_mismatch","message":"Phone"}`, WrongCode, false, 0},
		"expired":                  {true, 400, `{"code":"verification_code.expired","message":"Expired"}`, CodeExpired, false, 0},
		"none":                     {true, 400, `{"code":"verification_code.not_found","message":"Not found"}`, NoCode, false, 0},
		"too often":                {true, 400, `{"code":"verification_code.exceed_max_try","message":"Retries"}`, CodeTries, false, 0},
		"trouble while it checked": {true, 500, `{"message":"Internal server error."}`, ServerError, true, 0},
		"a page for the check":     {true, 200, `<html>`, NotLogto, true, 0},
	} {
		s, n := ready(), 0
		c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
			if r.URL.Path != sendPath && r.URL.Path != verifyPath {
				return s.RoundTrip(r)
			}
			n++
			return reply(r, tt.status, tt.body), nil
		}))
		err := c.SendCode(t.Context(), proofPhone)
		if tt.verify {
			n = 0
			err = c.VerifyCode(t.Context(), proofPhone, "123456")
		}
		e := callError(t, err)
		twilio := 0
		if e.Twilio != nil {
			twilio = e.Twilio.Code
		}
		if e.Kind != tt.kind || e.OutcomeUnknown != tt.unknown || twilio != tt.twilio || n != 1 {
			t.Errorf("%s: %v, unknown %v, Twilio's %d, asked %d times", name, e, e.OutcomeUnknown, twilio, n)
		}
	}
}

// A lost answer may stand for an SMS, or a code used up: neither is asked for again.
func TestNothingIsSentTwice(t *testing.T) {
	for _, path := range []string{sendPath, verifyPath} {
		for _, effect := range []faults.Effect{faults.LostAnswer, faults.LostRequest, faults.CutOff, faults.Hanging, faults.BadGateway, faults.ServerError, faults.TooMany, faults.Down} {
			s := ready()
			c := over(t, s)
			c.timeout, c.testLimit = 50*time.Millisecond, 50*time.Millisecond
			if _, err := c.SMS(t.Context()); err != nil {
				t.Fatal(err)
			}
			if path == verifyPath {
				if err := c.SendCode(t.Context(), proofPhone); err != nil {
					t.Fatal(err)
				}
			}
			n := 0
			faults.Break(s, faults.Fault{Effect: effect, Method: "POST", Path: path})
			c.transport = roundTripper(func(r *http.Request) (*http.Response, error) {
				if r.URL.Path == path {
					n++
				}
				return s.RoundTrip(r)
			})
			code, _ := s.Code("15551234567")
			ask := func() error { return c.SendCode(t.Context(), proofPhone) }
			if path == verifyPath {
				ask = func() error { return c.VerifyCode(t.Context(), proofPhone, code) }
			}
			err := ask()
			certain := effect == faults.TooMany || effect == faults.Down
			if err == nil && effect == faults.CutOff && n == 1 {
				continue // of an answer without a body nothing is cut off
			}
			if e := callError(t, err); n != 1 || e.OutcomeUnknown == certain {
				t.Errorf("%s at %s: %v, unknown %v, %d times", effect, path, e, e.OutcomeUnknown, n)
			}
		}
	}
}

func TestSendCodeCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := ready()
	c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
		if r.URL.Path == sendPath {
			cancel()
			<-r.Context().Done()
			return nil, r.Context().Err()
		}
		return s.RoundTrip(r)
	}))
	if err := c.SendCode(ctx, proofPhone); !errors.Is(err, context.Canceled) || !callError(t, err).OutcomeUnknown {
		t.Errorf("%v", err)
	}
}

func TestSendCodeWithoutAConnector(t *testing.T) {
	if err := callError(t, over(t, logtosim.New()).SendCode(t.Context(), proofPhone)); err.Kind != NoConnector || err.OutcomeUnknown {
		t.Errorf("%v", err)
	}
}
