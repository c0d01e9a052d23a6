package twiliosim_test

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"logto-twilio/connector/twiliosim"
)

func TestAuthentication(t *testing.T) {
	const demoSID, token = twiliosim.DemoAccountSID, twiliosim.DemoAuthToken
	tests := []struct {
		name, sid, token, path string
		status, code           int
	}{
		{"right", demoSID, token, demoSID, 200, 0},
		{"wrong token", demoSID, strings.Repeat("0", 32), demoSID, 401, 20003},
		{"token with a code that is none", demoSID, strings.Repeat("0", 25) + "0021608", demoSID, 401, 20003},
		{"no credentials", "", "", demoSID, 401, 20003},
		{"unknown account", "AC" + strings.Repeat("0", 32), token, demoSID, 401, 20003},
		{"unknown account with a telling token", "AC" + strings.Repeat("0", 32), strings.Repeat("0", 25) + "0000504", demoSID, 401, 20003},
		{"foreign account", demoSID, token, twiliosim.TrialAccountSID, 404, 20404},
		{"misshapen account", demoSID, token, "AC123", 404, 20404},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := caller{t, twiliosim.New(), tt.sid, tt.token}
			status, body, err := c.do("GET", "https://api.twilio.com/2010-04-01/Accounts/"+tt.path+".json", nil)
			if err != nil || status != tt.status || code(body) != tt.code {
				t.Errorf("got %d %v %v, want %d with code %d", status, body, err, tt.status, tt.code)
			}
		})
	}
}

func TestAccounts(t *testing.T) {
	want := map[string][2]string{
		twiliosim.DemoAccountSID:      {"Full", "active"},
		twiliosim.TrialAccountSID:     {"Trial", "active"},
		twiliosim.SuspendedAccountSID: {"Full", "suspended"},
		twiliosim.EmptyAccountSID:     {"Full", "active"},
		twiliosim.LargeAccountSID:     {"Full", "active"},
	}
	for sid, w := range want {
		c := caller{t, twiliosim.New(), sid, twiliosim.DemoAuthToken}
		got := c.get(c.account() + ".json")
		if got["sid"] != sid || got["type"] != w[0] || got["status"] != w[1] {
			t.Errorf("%s: %v", sid, got)
		}
	}
}

func TestHostsKnowTheirOwnOperations(t *testing.T) {
	s := twiliosim.New()
	account := "/2010-04-01/Accounts/" + twiliosim.DemoAccountSID + ".json"
	for address, want := range map[string]int{
		"https://api.twilio.com" + account:           200,
		"https://messaging.twilio.com" + account:     404,
		"http://127.0.0.1:8080" + account:            200,
		"https://api.twilio.com/v1/Services":         404,
		"https://messaging.twilio.com/v1/Services":   200,
		"https://pricing.twilio.com/v1/Services":     404,
		prices + "US":                                200,
		services + "/Countries/US":                   404,
		"http://localhost/v1/Services":               200,
		"https://api.twilio.com/2010-04-01/Accounts": 404,
		services + "/MG00/Nothing":                   404,
	} {
		if status, body, err := demo(t, s).do("GET", address, nil); status != want || err != nil {
			t.Errorf("GET %s: %d %v %v, want %d", address, status, body, err, want)
		}
	}
}

func TestScenariosOfTokens(t *testing.T) {
	seen := 0
	for _, sc := range twiliosim.Scenarios() {
		if sc.Token == "" || sc.Effect != twiliosim.Refused {
			continue
		}
		seen++
		if len(sc.Token) != 32 {
			t.Errorf("token of %d has %d characters", sc.Code, len(sc.Token))
		}
		c := caller{t, twiliosim.New(), twiliosim.DemoAccountSID, sc.Token}
		for _, address := range []string{c.account() + ".json", services} {
			status, body, err := c.do("GET", address, nil)
			if err != nil || status != sc.HTTPStatus || code(body) != sc.Code {
				t.Errorf("GET %s with the token of %d: %d %v %v", address, sc.Code, status, body, err)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d tokens are refused", seen)
	}
}

func TestRequestsAreRecorded(t *testing.T) {
	s := twiliosim.New()
	c := demo(t, s)
	c.get(services + "?PageSize=5")
	c.send("+447700900000", twiliosim.DemoServiceSID, "Your code is 123456.")
	c.send("nonsense", twiliosim.DemoServiceSID, "refused")
	c.token = strings.Repeat("0", 25) + "0000503"
	if _, _, err := c.do("GET", services, nil); err == nil {
		t.Error("unreachable, and no error")
	}
	requests := s.Requests()
	if len(requests) != 4 {
		t.Fatalf("%d requests", len(requests))
	}
	first, post := requests[0], requests[1]
	if first.Method != "GET" || first.Host != "messaging.twilio.com" || first.Path != "/v1/Services" ||
		first.Query.Get("PageSize") != "5" || first.AccountSID != twiliosim.DemoAccountSID {
		t.Errorf("first: %+v", first)
	}
	if post.Method != "POST" || post.Form.Get("RiskCheck") != "enable" {
		t.Errorf("second: %+v", post)
	}
	sent := s.Sent()
	if len(sent) != 2 || sent[0].To != "+447700900000" || sent[0].Body != "Your code is 123456." ||
		sent[0].MessagingServiceSID != twiliosim.DemoServiceSID || sent[0].RiskCheck != "enable" {
		t.Errorf("sent: %+v", sent)
	}
	if taken := s.Taken(); len(taken) != 1 || !strings.HasPrefix(taken[0], "SM") {
		t.Errorf("taken: %v", taken)
	}
	if said := fmt.Sprintf("%+v", requests); strings.Contains(said, twiliosim.DemoAuthToken) || strings.Contains(said, c.token) {
		t.Error("the record holds a token")
	}
	post.Form.Set("To", "changed")
	if s.Sent()[0].To == "changed" {
		t.Error("the record can be changed from outside")
	}
}

func TestBodies(t *testing.T) {
	c := demo(t, twiliosim.New())
	for name, body := range map[string]string{"not a form": "%zz", "too large": strings.Repeat("a", 2<<20)} {
		r, err := http.NewRequestWithContext(t.Context(), "POST", c.account()+"/Messages.json", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.SetBasicAuth(c.sid, c.token)
		resp, err := c.transport.RoundTrip(r)
		if err == nil && resp.StatusCode != 400 {
			t.Errorf("%s: %d", name, resp.StatusCode)
		}
	}
	r, _ := http.NewRequest("POST", c.account()+"/Messages.json", brokenBody{})
	if _, err := c.transport.RoundTrip(r); !errors.Is(err, errBroken) {
		t.Errorf("broken body: %v", err)
	}
}

var errBroken = errors.New("broken")

// brokenBody is a body that cannot be read.
type brokenBody struct{}

func (brokenBody) Read([]byte) (int, error) { return 0, errBroken }
