package logtosim

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/twiliosim"
)

const (
	codesPath  = "/api/verification-codes"
	verifyPath = codesPath + "/verify"
	somebody   = `{"phone":"15551234567"}`
)

// ofPhone is a caller of a Logto whose connector is that of the simulated Twilio.
func ofPhone(t *testing.T) (caller, *twiliosim.Server) {
	twilio := twiliosim.New()
	c := newCaller(t, Twilio(twilio))
	fields := fieldsOf(t, string(recordedConfig("b")))
	fields["accountSID"], fields["authToken"] = twiliosim.DemoAccountSID, twiliosim.DemoAuthToken
	fields["fromMessagingServiceSID"] = twiliosim.DemoServiceSID
	config, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	c.s.Put(Row{FactoryID: connector.FactoryID, Config: config})
	return c, twilio
}

// say makes a call and compares its answer with a status, and a code of Logto's.
func (c caller) say(path, body, want string) {
	c.t.Helper()
	status, answer := c.do("POST", path, body)
	checkRefusal(c.t, status, answer, want)
}

// verify types a code.
func (c caller) verify(phone, code, want string) {
	c.t.Helper()
	c.say(verifyPath, `{"phone":"`+phone+`","verificationCode":"`+code+`"}`, want)
}

// A code of no characters is refused before it is looked for.
func TestEmptyCode(t *testing.T) {
	_, body := newCaller(t).do("POST", verifyPath, `{"phone":"15551234567","verificationCode":""}`)
	if want := `Error in key path \"verificationCode\": (too_small) String must contain at least 1 character(s)"`; !strings.Contains(body, want) {
		t.Error(body)
	}
}

// A code travels the whole way: to the phone, and back.
func TestCodeTravels(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, twilio := ofPhone(t)
		c.verify("15551234567", "000000", "400 verification_code.not_found")
		c.verify("15551234567", "", "400 guard.invalid_input")
		c.say(codesPath, somebody, "204 ")
		code, ok := c.s.Code("15551234567")
		if texts := twilio.Arrived("+15551234567"); !ok || len(texts) > 0 {
			t.Errorf("%s; arrived at once: %q", code, texts)
		}
		time.Sleep(5 * time.Second)
		if texts := twilio.Arrived("+15551234567"); len(texts) != 1 || texts[0] != "Generic: your code is "+code {
			t.Errorf("%q, the code is %s", texts, code)
		}
		if _, other := c.s.Code("15551234568"); other {
			t.Error("another number has a code")
		}
		c.verify("15551234567", "000000", "400 verification_code.code_mismatch")
		c.verify("15551234568", code, "400 verification_code.not_found")
		c.verify("15551234567", code, "204 ")
		c.verify("15551234567", code, "400 verification_code.not_found")
		c.say(codesPath, somebody, "204 ")
		c.say(codesPath, somebody, "204 ")
		if now, _ := c.s.Code("15551234567"); now == code {
			t.Error("the same code again")
		}
	})
}

// How long a code lives, and how often it may be mistyped, is a setting.
func TestCodePolicy(t *testing.T) {
	for name, tc := range map[string]struct {
		policy string
		tries  int
		life   time.Duration
	}{
		"none":             {`{"verificationCodePolicy":{}}`, 10, 10 * time.Minute},
		"shorter and less": {`{"verificationCodePolicy":{"expirationDuration":60,"maxRetryAttempts":1}}`, 1, time.Minute},
		"an hour":          {`{"verificationCodePolicy":{"expirationDuration":3600}}`, 10, time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c, _ := ofPhone(t)
				c.s.ChangeExperience(tc.policy)
				c.say(codesPath, somebody, "204 ")
				code, _ := c.s.Code("15551234567")
				for range tc.tries {
					c.verify("15551234567", "000000", "400 verification_code.code_mismatch")
				}
				c.verify("15551234567", code, "400 verification_code.exceed_max_try")
				c.say(codesPath, somebody, "204 ")
				c.say(codesPath, `{"phone":"15551234560"}`, "204 ")
				code, _ = c.s.Code("15551234567")
				other, _ := c.s.Code("15551234560")
				time.Sleep(tc.life)
				c.s.tokens[c.token] = token{"all", time.Now().Add(time.Hour)}
				c.verify("15551234567", code, "204 ")
				time.Sleep(time.Second)
				c.verify("15551234560", other, "400 verification_code.expired")
			})
		})
	}
}

// Ten go to a number in ten minutes; those that Twilio refuses do not count.
func TestTooManyCodes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, twilio := ofPhone(t)
		for range 10 {
			c.say(codesPath, somebody, "204 ")
			c.say(codesPath, `{"phone":"15000021211"}`, "400 connector.general")
			time.Sleep(time.Second)
		}
		c.say(codesPath, `{"phone":"15000021211"}`, "400 connector.general")
		code, _ := c.s.Code("15551234567")
		c.say(codesPath, somebody, "429 request.message_rate_limited")
		if now, _ := c.s.Code("15551234567"); now != code || len(twilio.Sent()) != 21 {
			t.Errorf("the code is %s, was %s; %d sent", now, code, len(twilio.Sent()))
		}
		c.say(codesPath, `{"phone":"15551234568"}`, "204 ")
		time.Sleep(590*time.Second + time.Millisecond)
		c.say(codesPath, somebody, "204 ")
		c.say(codesPath, somebody, "429 request.message_rate_limited")
	})
}

// What is refused before anything is sent.
func TestCodesRefused(t *testing.T) {
	c := newCaller(t)
	for body, want := range map[string]string{
		`{"phone":"+15551234567"}`: "400 guard.invalid_input", `{"phone":"1555 123"}`: "400 guard.invalid_input",
		`{"phone":""}`: "400 guard.invalid_input", `{"phone":15551234567}`: "400 guard.invalid_input", `{}`: "400 guard.invalid_input",
		`{"email":"a@example.com"}`: "400 guard.invalid_input", `{"phone":`: "400 ", somebody: "501 connector.not_found",
	} {
		c.say(codesPath, body, want)
	}
	c.say(verifyPath, somebody, "400 guard.invalid_input")
	c.say(verifyPath, `{"phone":"15551234567","verificationCode":1}`, "400 guard.invalid_input")
	for config, want := range map[string]string{`{}`: "400 connector.invalid_config", string(recordedConfig("b")): "204 "} {
		c.s.Put(Row{ID: "one", FactoryID: connector.FactoryID, Config: json.RawMessage(config)})
		c.say(codesPath, somebody, want)
	}
	c.s.Put(Row{ID: "one", FactoryID: "vonage-sms"})
	c.say(codesPath, somebody, "204 ")
	if status, body := c.do(http.MethodGet, codesPath, ""); status != 405 {
		t.Errorf("%d %s", status, body)
	}
}

// Twilio's own words are handed on, whatever they are.
func TestCodeRefusedByTwilio(t *testing.T) {
	c, _ := ofPhone(t)
	for phone, want := range map[string]string{"15000021610": `\"code\":21610`, "15000021408": `\"code\":21408`} {
		status, body := c.do("POST", codesPath, `{"phone":"`+phone+`"}`)
		if status != 400 || !strings.Contains(body, want) || !strings.Contains(body, `"data":{"message":"{`) {
			t.Errorf("%d %s", status, body)
		}
	}
}
