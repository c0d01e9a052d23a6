package twiliosim_test

import (
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"logto-twilio/connector/account"
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
		c.get(c.account() + "/Balance.json")
		c.get(c.account() + "/OutgoingCallerIds.json")
		c.get(verifications + "?Status=PENDING_REVIEW&PageSize=2")
		c.get(verifications)
		all(c, services+"?PageSize=20", "services", "sid", "next_page_url")
		for _, s := range telling(a) {
			address := services + "/" + s.SID
			c.get(address)
			all(c, address+"/PhoneNumbers", "phone_numbers", "sid", "next_page_url")
			all(c, address+"/ShortCodes", "short_codes", "sid", "next_page_url")
			all(c, address+"/AlphaSenders", "alpha_senders", "sid", "next_page_url")
			all(c, address+"/Compliance/Usa2p", "compliance", "sid", "next_page_url")
			for _, n := range s.Senders[:min(len(s.Senders), 1)] {
				if n.Kind == account.LongCode {
					c.get(address + "/PhoneNumbers/" + n.SID)
				}
			}
		}
		for _, missing := range []string{c.message("SM" + strings.Repeat("0", 32)), services + "/MG" + strings.Repeat("0", 32)} {
			if status, _, err := c.do("GET", missing, nil); status != 404 || err != nil {
				t.Errorf("%s: %d %v", missing, status, err)
			}
		}
	}
}

// telling are the services of an account without those that are like others: of
// the large account's hundred two are enough.
func telling(a twiliosim.Account) []twiliosim.Service {
	if a.SID == twiliosim.LargeAccountSID {
		return a.Services[:2]
	}
	return a.Services
}

// TestContractOfShop holds what is asked before a number is bought against
// Twilio's OpenAPI.
func TestContractOfShop(t *testing.T) {
	c := demo(t, loadSpec(t, twiliosim.New()))
	available := c.account() + "/AvailablePhoneNumbers"
	for _, item := range c.get(available + ".json")["countries"].([]any) {
		country := item.(map[string]any)
		code := country["country_code"].(string)
		c.get(available + "/" + code + ".json")
		c.get(prices + code)
		for _, path := range country["subresource_uris"].(map[string]any) {
			c.get(api + path.(string))
			c.get(api + path.(string) + "?SmsEnabled=true&Contains=55&PageSize=2")
		}
	}
	c.get(available + "/US/Local.json?AreaCode=415&SmsEnabled=true&PageSize=30")
	c.refused("GET", available+"/XX.json", nil, 404, 20404)
	c.refused("GET", prices+"XX", nil, 404, 20404)
}

// TestContractOfChanges holds every call that changes an account, and a refusal
// of each, against Twilio's OpenAPI.
func TestContractOfChanges(t *testing.T) {
	c := demo(t, loadSpec(t, twiliosim.New())).as(twiliosim.EmptyAccountSID)
	c.refused("POST", services, form("FriendlyName", "Codes", "Usecase", "gossip"), 400, 21713)
	service := c.post(services, form("FriendlyName", "Codes", "Usecase", "notifications"))
	pool := service["url"].(string) + "/PhoneNumbers"
	c.refused("POST", c.account()+"/IncomingPhoneNumbers.json", form("PhoneNumber", twiliosim.TakenNumber), 400, 21422)
	number := c.post(c.account()+"/IncomingPhoneNumbers.json", form("PhoneNumber", "+46701740650"))["sid"].(string)
	c.refused("DELETE", pool+"/"+number, nil, 404, 20404)
	c.post(pool, form("PhoneNumberSid", number))
	c.refused("POST", pool, form("PhoneNumberSid", number), 409, 21710)
	c.get(pool + "/" + number)
	if status, _, err := c.do("DELETE", pool+"/"+number, nil); status != 204 || err != nil {
		t.Errorf("%d %v", status, err)
	}
}

// TestCampaignsAreAsInTheExample compares the registrations, of which Twilio's
// OpenAPI has no schema, with its example of them.
func TestCampaignsAreAsInTheExample(t *testing.T) {
	s := loadSpec(t, twiliosim.New())
	operation := s.doc.Paths.Value("/v1/Services/{MessagingServiceSid}/Compliance/Usa2p").Get
	examples := operation.Responses.Status(200).Value.Content.Get("application/json").Examples
	example := examples["readFailed"].Value.Value.(map[string]any)["compliance"].([]any)[0].(map[string]any)
	got := demo(t, s).get(services + "/" + twiliosim.RefusedServiceSID + "/Compliance/Usa2p")["compliance"].([]any)[0].(map[string]any)
	sameNames(t, "", got, example)
	sameNames(t, "errors/", got["errors"].([]any)[0].(map[string]any), example["errors"].([]any)[0].(map[string]any))
}

// sameNames compares the fields of two objects; at is where they are.
func sameNames(t *testing.T, at string, got, want map[string]any) {
	t.Helper()
	if g, w := slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)); !slices.Equal(g, w) {
		t.Errorf("%s%v, want %v", at, g, w)
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
