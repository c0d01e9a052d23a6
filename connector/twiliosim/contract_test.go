package twiliosim_test

import (
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"

	"logto-twilio/connector/twiliosim"
)

// TestContractOfReads holds every answer to a GET against Twilio's OpenAPI.
func TestContractOfReads(t *testing.T) {
	transport := loadSpec(t, twiliosim.New())
	for _, a := range twiliosim.Accounts() {
		c := caller{t, transport, a.SID, a.AuthToken}
		c.get(c.account() + ".json")
		c.get(c.account() + "/IncomingPhoneNumbers.json")
		c.get(c.account() + "/IncomingPhoneNumbers.json?PhoneNumber=%2B1415&PageSize=2")
		all(c, services+"?PageSize=20", "services", "sid", "next_page_url")
		for _, s := range a.Services {
			address := services + "/" + s.SID
			c.get(address)
			all(c, address+"/PhoneNumbers", "phone_numbers", "sid", "next_page_url")
			all(c, address+"/ShortCodes", "short_codes", "sid", "next_page_url")
			all(c, address+"/AlphaSenders", "alpha_senders", "sid", "next_page_url")
		}
		for _, missing := range []string{c.message("SM" + strings.Repeat("0", 32)), services + "/MG" + strings.Repeat("0", 32)} {
			if status, _, err := c.do("GET", missing, nil); status != 404 || err != nil {
				t.Errorf("%s: %d %v", missing, status, err)
			}
		}
	}
}

// TestContractOfMessages holds every message that can be provoked, at every
// stage of its way, and every refusal against Twilio's OpenAPI.
func TestContractOfMessages(t *testing.T) {
	transport := loadSpec(t, twiliosim.New())
	recipients := []string{somebody, "nonsense"}
	for _, sc := range twiliosim.Scenarios() {
		if sc.Code != 0 || sc.Effect == twiliosim.NeverReported || sc.Effect == twiliosim.Slow {
			recipients = append(recipients, sc.Number)
		}
	}
	synctest.Test(t, func(t *testing.T) {
		c := demo(t, transport)
		for _, to := range recipients {
			if status, m := c.send(to, twiliosim.DemoServiceSID, "123456"); status == 201 {
				follow(c, m)
			}
		}
	})
}

// TestContractOfTokens holds the refusals of credentials against Twilio's shape
// of an error.
func TestContractOfTokens(t *testing.T) {
	transport := loadSpec(t, twiliosim.New())
	for _, sc := range twiliosim.Scenarios() {
		if sc.Token == "" || sc.Code == 0 {
			continue
		}
		c := caller{t, transport, twiliosim.DemoAccountSID, sc.Token}
		if status, _, err := c.do("GET", c.account()+".json", nil); status != sc.HTTPStatus || err != nil {
			t.Errorf("%d: %d %v", sc.Code, status, err)
		}
	}
}

// TestSpecFindsMistakes makes sure that the contract would notice.
func TestSpecFindsMistakes(t *testing.T) {
	s := loadSpec(t, nil)
	const messages = "https://api.twilio.com/2010-04-01/Accounts/" + twiliosim.DemoAccountSID + "/Messages.json"
	good := url.Values{"To": {somebody}, "MessagingServiceSid": {twiliosim.DemoServiceSID}, "RiskCheck": {"enable"}}
	for name, tt := range map[string]struct {
		method, address string
		change          url.Values
		wrong           bool
	}{
		"right":             {"POST", messages, nil, false},
		"misshapen service": {"POST", messages, url.Values{"MessagingServiceSid": {"VA0"}}, true},
		"unknown value":     {"POST", messages, url.Values{"RiskCheck": {"maybe"}}, true},
		"unknown field":     {"POST", messages, url.Values{"Riskcheck": {"enable"}}, true},
		"foreign host":      {"POST", strings.Replace(messages, "api.", "pricing.", 1), nil, true},
		"unknown query":     {"GET", services + "?Size=1", nil, true},
		"page too large":    {"GET", services + "?PageSize=1001", nil, true},
	} {
		form := maps.Clone(good)
		maps.Copy(form, tt.change)
		r, err := http.NewRequestWithContext(t.Context(), tt.method, tt.address, strings.NewReader(form.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.SetBasicAuth(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
		input, err := s.route(r)
		if err == nil {
			err = s.checkRequest(input)
		}
		if (err != nil) != tt.wrong {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSpecFindsWrongAnswers makes sure that the contract would notice those too.
func TestSpecFindsWrongAnswers(t *testing.T) {
	s := loadSpec(t, twiliosim.New())
	r, err := http.NewRequestWithContext(t.Context(), "GET", services+"/"+twiliosim.DemoServiceSID, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.SetBasicAuth(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
	input, err := s.route(r)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := s.next.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		old, new string
		status   int
		wrong    bool
	}{
		"right":          {"", "", 200, false},
		"another status": {"", "", 201, true},
		"no error":       {"", "", 404, true},
		"missing":        {`"usecase":"notifications",`, "", 200, true},
		"surplus":        {`"usecase"`, `"extra":1,"usecase"`, 200, true},
		"type":           {`"smart_encoding":true`, `"smart_encoding":"yes"`, 200, true},
		"enumeration":    {`"inherit"`, `"perhaps"`, 200, true},
		"date":           {`2025-`, `25-`, 200, true},
		"address":        {`"url":"https:`, `"url":"`, 200, true},
	} {
		changed := strings.ReplaceAll(string(body), tt.old, tt.new)
		if tt.old == "" {
			changed = string(body)
		}
		resp.StatusCode = tt.status
		if err := checkAnswer(input, resp, []byte(changed)); (err != nil) != tt.wrong {
			t.Errorf("%s: %v", name, err)
		}
	}
}
