package logto

import (
	"errors"
	"net/http"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
)

const emailFactory = "simple-mail-transfer-protocol"

// emails are two e-mail connectors, which keep a Logto from listing any.
func emails() []logtosim.Row {
	return []logtosim.Row{{ID: "m1", FactoryID: emailFactory}, {ID: "m2", FactoryID: emailFactory}}
}

// Where the list is closed, a push posts after all, and reads its own connector back.
func TestPushBehindAClosedList(t *testing.T) {
	vonage := logtosim.Row{FactoryID: "vonage-sms", Config: []byte(`{"apiKey":"k"}`)}
	for name, rows := range map[string][]logtosim.Row{
		"nothing for SMS": nil, "another provider": {vonage}, "our own": {row(connector.FactoryID, demoDocument(rotate))},
		"several for SMS": {vonage, row(connector.FactoryID, demoDocument())},
	} {
		s := logtosim.New()
		s.Put(append(emails(), rows...)...)
		c := over(t, s)
		p := plan(t, c, demoDocument())
		if p.State.Hidden != SeveralEmail || p.Action != Post || !p.Destroys() || len(p.State.SMS) > 0 {
			t.Errorf("%s: %+v", name, p)
		}
		r, err := c.Push(t.Context(), p)
		if err != nil || r.Outcome != Pushed || !r.Looked || asked(s, "POST", "/api/") != 1 {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		found := s.Rows()
		if len(found) != 3 || found[0].ID != "m1" || found[1].ID != "m2" || found[2].FactoryID != connector.FactoryID {
			t.Errorf("%s: there is %s", name, found)
		}
	}
}

// What is not known of a push behind a closed list is not claimed.
func TestClosedListAndTrouble(t *testing.T) {
	const list, one = "/api/connectors", "/api/connectors/"
	for name, tt := range map[string]struct {
		fault   faults.Fault
		outcome Outcome
		looked  bool
		kind    Kind
	}{
		"the answer is lost":        {faults.Fault{Effect: faults.LostAnswer, Method: "POST", Path: list}, Unknown, false, Unreachable},
		"the request is lost":       {faults.Fault{Effect: faults.LostRequest, Method: "POST", Path: list}, Unknown, false, Unreachable},
		"refused":                   {faults.Fault{Effect: faults.Forbidden, Method: "POST", Path: list}, Unchanged, false, Forbidden},
		"it cannot be read back":    {faults.Fault{Effect: faults.Down, Method: "GET", Path: one}, Unverified, false, Unreachable},
		"another hand in between":   {faults.Fault{Effect: faults.DroppedField, Method: "POST", Path: list}, Different, true, ""},
		"a page at the connector's": {faults.Fault{Effect: faults.HTMLPage, Method: "GET", Path: one}, Unverified, false, NotLogto},
	} {
		t.Run(name, func(t *testing.T) {
			s := logtosim.New()
			s.Put(emails()...)
			c := over(t, s)
			p := plan(t, c, demoDocument())
			faults.Break(s, tt.fault)
			r, err := c.Push(t.Context(), p)
			if r.Outcome != tt.outcome || r.Looked != tt.looked || asked(s, "POST", "/api/") != 1 {
				t.Errorf("%+v, %v", r, err)
			}
			if (err == nil) != (tt.kind == "") || err != nil && callError(t, err).Kind != tt.kind {
				t.Errorf("%v", err)
			}
		})
	}
}

// A list that closes after the look is a change that nobody was shown.
func TestListClosesMeanwhile(t *testing.T) {
	s := logtosim.New()
	c := over(t, s)
	p := plan(t, c, demoDocument())
	s.Put(emails()...)
	if r, err := c.Push(t.Context(), p); r.Outcome != Unchanged || !errors.Is(err, ErrChangedMeanwhile) {
		t.Errorf("%+v, %v", r, err)
	}
}

// answering is a Logto that grants a token, and answers all else alike.
func answering(status int, body string) roundTripper {
	return func(r *http.Request) (*http.Response, error) {
		if r.URL.Path == "/oidc/token" {
			return reply(r, 200, `{"access_token":"t","expires_in":3600,"scope":"all"}`), nil
		}
		return reply(r, status, body), nil
	}
}

// Each refusal is known for what it is: by its code, and by the claim or the call
// where the code does not tell. The bodies are a Logto's.
func TestRefusalsByTheirWords(t *testing.T) {
	unauthorized := func(data string) string {
		return `{"code":"auth.unauthorized","message":"Unauthorized. Please check credentials and its scope.","data":` + data + `}`
	}
	for name, tt := range map[string]struct {
		status int
		body   string
		call   Call
		want   Kind
	}{
		"audience":               {401, unauthorized(`{"code":"ERR_JWT_CLAIM_VALIDATION_FAILED","claim":"aud","reason":"check_failed"}`), CallList, WrongAudience},
		"issuer":                 {401, unauthorized(`{"code":"ERR_JWT_CLAIM_VALIDATION_FAILED","claim":"iss","reason":"check_failed"}`), CallPatch, WrongIssuer},
		"expired":                {401, unauthorized(`{"code":"ERR_JWT_EXPIRED","claim":"exp"}`), CallList, Unauthorized},
		"keys of another":        {401, unauthorized(`{"code":"ERR_JWKS_NO_MATCHING_KEY"}`), CallList, Unauthorized},
		"a claim of no text":     {401, unauthorized(`{"claim":["aud"]}`), CallList, Unauthorized},
		"data of no object":      {401, unauthorized(`"aud"`), CallList, Unauthorized},
		"a claim elsewhere":      {403, `{"code":"auth.forbidden","message":"x","data":{"claim":"aud"}}`, CallList, Forbidden},
		"not installed":          {422, `{"code":"connector.not_found_with_connector_id","message":"x"}`, CallCreate, NotInstalled},
		"none to test":           {400, `{"code":"connector.not_found","message":"x"}`, CallTest, NotInstalled},
		"half of a character":    {422, `{"code":"entity.invalid_input","message":"Invalid input. Value list must not be empty."}`, CallCreate, NotStorable},
		"a forbidden key":        {400, `{"message":"Object contains forbidden prototype property"}`, CallPatch, NotStorable},
		"malformed":              {400, `{"message":"Unexpected end of JSON input"}`, CallPatch, Refused},
		"out of Twilio's reach":  {500, `{"message":"Internal server error."}`, CallTest, TwilioSilent},
		"a gateway at a test":    {502, `<html>`, CallTest, ServerError},
		"a page of 500 at one":   {500, `<html>`, CallTest, ServerError},
		"the same for a push":    {500, `{"message":"Internal server error."}`, CallCreate, ServerError},
		"several of e-mail":      {400, `{"code":"connector.more_than_one_email","message":"x"}`, CallCreate, SeveralEmail},
		"several of one network": {400, `{"code":"connector.multiple_target_with_same_platform","message":"x"}`, CallCreate, SeveralSocial},
	} {
		c := over(t, answering(tt.status, tt.body))
		c.resource = "https://api.example.com"
		_, e := c.call(t.Context(), &request{call: tt.call, method: http.MethodPost, path: "/api/x"})
		if e == nil || e.Kind != tt.want || e.HTTPStatus != tt.status || e.Resource != c.resource {
			t.Errorf("%s: %+v", name, e)
		}
		if tt.status == 401 && c.token.get() != "" {
			t.Errorf("%s: the token is kept", name)
		}
	}
	c := over(t, answering(400, `{"code":"connector.multiple_target_with_same_platform","message":"x"}`))
	if state, err := c.SMS(t.Context()); err != nil || state.Hidden != SeveralSocial {
		t.Errorf("%+v, %v", state, err)
	}
}

// hard puts a member into a configuration that everybody accepts.
func hard(member string) *connector.Document {
	return connector.Decode([]byte(strings.Replace(string(demoDocument().Bytes()), "{", "{"+member+",", 1)))
}

// What a Logto cannot keep is found before anything is sent, and is what it refuses
// or spoils; what it can keep, it is given.
func TestUnstorable(t *testing.T) {
	text := func(escape string) *connector.Document {
		return connector.Decode([]byte(strings.Replace(string(demoDocument().Bytes()), "is a test code", "is a "+escape+" code", 1)))
	}
	for name, tt := range map[string]struct {
		d    *connector.Document
		path string // "" where all can be kept
	}{
		"half of a character":   {text(`\ud800`), "/templates/4/content"},
		"the other half":        {text(`\uDC00`), "/templates/4/content"},
		"halves in no order":    {text(`\udc00\ud800`), "/templates/4/content"},
		"a half before a text":  {text(`\ud83dx`), "/templates/4/content"},
		"half of one in a key":  {hard(`"a\ud800":1`), "/a\xed\xa0\x80"},
		"NUL":                   {text(`\u0000`), "/templates/4/content"},
		"NUL in a key":          {hard(`"a":{"\u0000":1}`), "/a/\x00"},
		"proto":                 {hard(`"__proto__":{"a":1}`), "/__proto__"},
		"proto, escaped":        {hard(`"__\u0070roto__":1`), "/__proto__"},
		"proto deeper":          {hard(`"a/b":[1,{"__proto__":1}]`), "/a~1b/1/__proto__"},
		"a large number":        {hard(`"n":1e400`), "/n"},
		"a large negative one":  {hard(`"n":[0,-1E+309]`), "/n/1"},
		"all digits":            {hard(`"n":1` + strings.Repeat("0", 309)), "/n"},
		"both halves":           {text(`\ud83d\ude00`), ""},
		"the largest number":    {hard(`"n":1.7976931348623157e308`), ""},
		"the smallest":          {hard(`"n":1e-400`), ""},
		"proto as a text":       {text("__proto__"), ""},
		"a key much like it":    {hard(`"proto":1,"__proto":2,"constructor":{"prototype":3}`), ""},
		"an escaped backslash":  {text(`\\ud800`), ""},
		"the replacement of it": {text(`\ufffd`), ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Desired(tt.d)
			var unfit *UnfitError
			if tt.path == "" && err != nil || tt.path != "" && (!errors.As(err, &unfit) || unfit.Problem == nil || unfit.Path != tt.path || unfit.Reason != Unfit(unfit.Problem.Code)) {
				t.Fatalf("%v", err)
			}
			s := logtosim.New() // which is to learn of it all the same
			c := over(t, s)
			r, err := c.Push(t.Context(), Plan{Action: Post, Desired: Config{kept(tt.d.Root)}})
			if (r.Outcome == Pushed) != (tt.path == "") {
				t.Errorf("%s, %v", r.Outcome, err)
			}
		})
	}
}
