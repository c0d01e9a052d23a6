package twiliosim_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"logto-twilio/connector/twiliosim"
)

// caller asks with the credentials of one account.
type caller struct {
	t          *testing.T
	transport  http.RoundTripper
	sid, token string
}

// demo asks a server as its demo account.
func demo(t *testing.T, transport http.RoundTripper) caller {
	return caller{t, transport, twiliosim.DemoAccountSID, twiliosim.DemoAuthToken}
}

// do asks and returns the status and the decoded answer, and the error of the transport.
func (c caller) do(method, address string, form url.Values) (int, map[string]any, error) {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), method, address, strings.NewReader(form.Encode()))
	if err != nil {
		c.t.Fatal(err)
	}
	if form == nil {
		r.Body = nil
	} else {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	r.SetBasicAuth(c.sid, c.token)
	resp, err := c.transport.RoundTrip(r)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusNoContent {
		return resp.StatusCode, nil, nil
	}
	var body map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&body); err != nil {
		c.t.Errorf("%s: %v", address, err)
	}
	return resp.StatusCode, body, nil
}

// get asks for what must be there.
func (c caller) get(address string) map[string]any {
	c.t.Helper()
	status, body, err := c.do(http.MethodGet, address, nil)
	if err != nil || status != http.StatusOK {
		c.t.Fatalf("GET %s: %d %v %v", address, status, body, err)
	}
	return body
}

// post makes what must be possible to make.
func (c caller) post(address string, form url.Values) map[string]any {
	c.t.Helper()
	status, body, err := c.do(http.MethodPost, address, form)
	if err != nil || status != http.StatusCreated {
		c.t.Fatalf("POST %s: %d %v %v", address, status, body, err)
	}
	return body
}

// refused asks for what must be refused.
func (c caller) refused(method, address string, form url.Values, wantStatus, wantCode int) {
	c.t.Helper()
	status, body, err := c.do(method, address, form)
	if err != nil || status != wantStatus || code(body) != wantCode {
		c.t.Errorf("%s %s %v: %d %v %v, want %d with code %d", method, address, form, status, body, err, wantStatus, wantCode)
	}
}

// as is the caller with the credentials of another account.
func (c caller) as(sid string) caller {
	c.sid = sid
	return c
}

// send posts a message as the connector does.
func (c caller) send(to, service, body string) (int, map[string]any) {
	c.t.Helper()
	status, answer, err := c.do(http.MethodPost, c.account()+"/Messages.json", url.Values{
		"To": {to}, "MessagingServiceSid": {service}, "Body": {body}, "RiskCheck": {"enable"},
	})
	if err != nil {
		c.t.Fatalf("POST to %s: %v", to, err)
	}
	return status, answer
}

// account is where what belongs to the account is.
func (c caller) account() string { return "https://api.twilio.com/2010-04-01/Accounts/" + c.sid }

// message is where a message is.
func (c caller) message(sid any) string { return fmt.Sprintf("%s/Messages/%v.json", c.account(), sid) }

// form is made of names, each with the value that follows it.
func form(pairs ...string) url.Values {
	values := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	return values
}

// code is Twilio's error code in an answer, 0 where there is none.
func code(answer map[string]any) int {
	n, _ := answer["code"].(float64)
	return int(n)
}

const (
	services      = "https://messaging.twilio.com/v1/Services"
	verifications = "https://messaging.twilio.com/v1/Tollfree/Verifications"
	prices        = "https://pricing.twilio.com/v1/PhoneNumbers/Countries/"
)
