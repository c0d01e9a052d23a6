package logto

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/redact/redacttest"
)

// A Logto that repeats the auth token that it has, or was sent, in whatever field and
// however written, cannot get it shown: what it lists, what differs, why it refuses.
func TestNoAnswerCarriesATokenOut(t *testing.T) {
	for name, encode := range redacttest.Encodings {
		for _, frame := range []string{"%s", "My %s name", "AC%s"} {
			word := fmt.Sprintf(frame, encode(redacttest.Token))
			for _, status := range []int{200, 400, 422} {
				for _, has := range []bool{true, false} {
					shown := pushed(t, word, status, has)
					if leak := redacttest.Leak(shown, redacttest.Token); leak != "" {
						t.Fatalf("%s in %q, %d: %s in %s", name, frame, status, leak, shown)
					}
				}
			}
		}
	}
}

// pushed is all that is shown of a push to a Logto that answers a write with that
// status, and says that word wherever it can: from the start where it has the token,
// else once it was sent it.
func pushed(t *testing.T, word string, status int, has bool) string {
	t.Helper()
	document := demoDocument(func(c *connector.Config) { c.AuthToken = redacttest.Token })
	desired, err := Desired(document)
	if err != nil {
		t.Fatal(err)
	}
	quoted, _ := json.Marshal(word)
	fill := func(shape string) string { return strings.ReplaceAll(shape, "§", string(quoted)) }
	sent, token, factory := false, "", "§"
	if has {
		factory = `"` + connector.FactoryID + `"`
		token = `"authToken":"` + redacttest.Token + `",`
	}
	c := over(t, roundTripper(func(r *http.Request) (*http.Response, error) {
		switch {
		case r.URL.Path == "/oidc/token":
			return reply(r, 200, `{"access_token":"granted","expires_in":3600,"scope":"openid all"}`), nil
		case r.Method == http.MethodGet && !has && !sent:
			return reply(r, 200, `[]`), nil
		case r.Method == http.MethodGet:
			return reply(r, 200, fill(`[{"id":§,"connectorId":`+factory+`,"type":"Sms","name":{"en":§,§:§},"config":{`+token+
				`"accountSID":§,§:§,"templates":[{"usageType":§,"content":§}]}}]`)), nil
		}
		sent = true
		return reply(r, status, fill(`{"id":§,"code":§,"message":§,"data":{"issues":[{"path":[§],"message":§}]}}`)), nil
	}))
	p := plan(t, c, document)
	r, err := c.Push(t.Context(), p)
	shown := fmt.Sprintf("%#v %#v", p.Changes, r.Changes(desired))
	for _, found := range append(p.State.SMS, r.Now.SMS...) {
		shown += fmt.Sprintf("%q %q %q", found.ID, found.FactoryID, found.Names)
	}
	if err != nil {
		shown += fmt.Sprintf("%#v", *callError(t, err))
	}
	return shown
}

// What is shown as a number is none that a piece of the token could be.
func TestNoNumberIsAPieceOfAToken(t *testing.T) {
	c := over(t, nil)
	for raw, want := range map[string]int{
		`{"code":20003,"status":401}`: 20003, `{"code":999999}`: 999999, `{"code":12345678,"status":401}`: 0,
		`{"code":20003,"status":12345678}`: 0, `{"code":20003,"status":600}`: 0,
	} {
		if e := c.twilio(request{}, raw); e.Code != want || e.HTTPStatus > 599 {
			t.Errorf("%s: %+v", raw, e)
		}
	}
}
