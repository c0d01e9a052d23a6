package twilio

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/remote"
)

// The rule for addresses is remote.ParseAddress's.
func TestParseBaseURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://MOCK.example.com:443/twilio/": "https://mock.example.com/twilio",
		"https://mock.example.com:80":          "https://mock.example.com:80",
		"http://localhost:80":                  "http://localhost",
		"http://127.0.0.9:4010/":               "http://127.0.0.9:4010",
	} {
		if u, err := ParseBaseURL(in); err != nil || u.String() != want {
			t.Errorf("%s: %v, %v; want %s", in, u, err, want)
		}
	}
	if u, err := ParseBaseURL("http://mock.example.com"); !errors.Is(err, remote.ErrScheme) || u != nil {
		t.Errorf("%v, %v", u, err)
	}
}

func TestRoute(t *testing.T) {
	tests := []struct{ base, in, want string }{
		{"", "https://api.twilio.com/x?y=z", "https://api.twilio.com/x?y=z"},
		{"", "https://pricing.twilio.com/x", "https://pricing.twilio.com/x"},
		{"", "http://api.twilio.com/x", ""},
		{"", "https://api.ie1.twilio.com/x", ""},
		{"", "https://api.twilio.com.example.com/x", ""},
		{"", "https://api.twilio.com:8443/x", ""},
		{"", "https://api.twilio.com@example.com/x", ""},
		{"", "https://user:pw@api.twilio.com/x", ""},
		{"", "https://video.twilio.com/x", ""},
		{"https://m.example/p", "https://api.twilio.com/x?y=z", "https://m.example/p/x?y=z"},
		{"https://m.example/p", "https://m.example/p/x?y", "https://m.example/p/x?y"},
		{"https://m.example/p", "https://m.example/x", "https://m.example/p/x"},
		{"https://m.example/p", "https://m.example:443/px", "https://m.example/p/px"},
		{"https://m.example/p", "http://m.example/p/x", "https://m.example/p/x"},
		{"https://m.example/p", "https://other.example/p/x", ""},
		{"https://m.example/p", "https://user:pw@m.example/p/x", ""},
		{"https://m.example/a%2Fb", "https://api.twilio.com/c%2Fd", "https://m.example/a%2Fb/c%2Fd"},
		{"http://127.0.0.1:4010", "https://messaging.twilio.com/x", "http://127.0.0.1:4010/x"},
		{"https://api.twilio.com/p", "https://api.twilio.com/p/x", "https://api.twilio.com/p/x"},
	}
	for _, tt := range tests {
		c := New(testSID, testToken, Options{})
		if tt.base != "" {
			c.base = mustParse(t, tt.base)
		}
		got, err := c.route(mustParse(t, tt.in))
		if tt.want != "" && (err != nil || got.String() != tt.want) {
			t.Errorf("%s at %q: %v, %v; want %s", tt.in, tt.base, got, err, tt.want)
		}
		if tt.want == "" {
			if e := callError(t, err); e.Kind != account.Forbidden || e.Host == "" || strings.Contains(e.Message, "pw") {
				t.Errorf("%s at %q: %+v", tt.in, tt.base, e)
			}
		}
	}
}

// Regions and edges of the environment do not choose where credentials go.
func TestEnvironmentChoosesNoHost(t *testing.T) {
	t.Setenv("TWILIO_REGION", "ie1")
	t.Setenv("TWILIO_EDGE", "dublin")
	for _, call := range calls {
		var asked *http.Request
		callError(t, call.do(t.Context(), over(roundTripper(func(r *http.Request) (*http.Response, error) {
			asked = r
			return reply(404, ""), nil
		}))))
		if want := call.host + ".twilio.com"; asked.Method != call.method || asked.URL.Host != want || asked.Host != want {
			t.Errorf("%s asked %s %s, want %s %s", call.name, asked.Method, asked.URL, call.method, want)
		}
		if agent := asked.UserAgent(); strings.Contains(agent, "ie1") || !strings.HasPrefix(agent, "twilio-go/") {
			t.Errorf("%s: user agent %q", call.name, agent)
		}
		if user, password, _ := asked.BasicAuth(); user != testSID || password != testToken {
			t.Errorf("%s: credentials %q, %q", call.name, user, password)
		}
	}
}

// What a call is about cannot choose another path, least of all that of
// something else to delete.
func TestPathsAreEscaped(t *testing.T) {
	tests := map[string]func(context.Context, *Client, string) error{
		"GET messaging.twilio.com/v1/Services/ID": func(ctx context.Context, c *Client, id string) error {
			_, err := c.Service(ctx, id)
			return err
		},
		"GET messaging.twilio.com/v1/Services/ID/PhoneNumbers?PageSize=1000": func(ctx context.Context, c *Client, id string) error {
			_, err := c.Senders(ctx, id)
			return err
		},
		"POST messaging.twilio.com/v1/Services/ID/PhoneNumbers": func(ctx context.Context, c *Client, id string) error {
			return c.AddNumber(ctx, id, id)
		},
		"DELETE messaging.twilio.com/v1/Services/ID/PhoneNumbers/ID": func(ctx context.Context, c *Client, id string) error {
			return c.RemoveNumber(ctx, id, id)
		},
		"GET messaging.twilio.com/v1/Services/ID/Compliance/Usa2p?PageSize=1000": func(ctx context.Context, c *Client, id string) error {
			_, err := c.Campaigns(ctx, id)
			return err
		},
		"GET api.twilio.com/2010-04-01/Accounts/" + testSID + "/AvailablePhoneNumbers/ID/TollFree.json?PageSize=30&SmsEnabled=true": func(ctx context.Context, c *Client, id string) error {
			_, err := c.AvailableNumbers(ctx, account.NumberSearch{Country: id, Kind: account.TollFreeNumber})
			return err
		},
		"GET pricing.twilio.com/v1/PhoneNumbers/Countries/ID": func(ctx context.Context, c *Client, id string) error {
			_, err := c.NumberPrices(ctx, id)
			return err
		},
		"GET api.twilio.com/2010-04-01/Accounts/" + testSID + "/Messages/ID.json": func(ctx context.Context, c *Client, id string) error {
			_, err := c.Message(ctx, id)
			return err
		},
		"GET api.twilio.com/2010-04-01/Accounts/ID/Balance.json": func(ctx context.Context, c *Client, id string) error {
			c.accountSID = id
			_, err := c.Balance(ctx)
			return err
		},
	}
	for id, escaped := range map[string]string{
		"../x?y#z": "..%2Fx%3Fy%23z", "..": "-..", ".": "-.", "": "-", "{Sid}": "%7BSid%7D", "a%2Fb": "a%252Fb", "语": "%E8%AF%AD",
	} {
		for want, do := range tests {
			asked := ""
			callError(t, do(t.Context(), over(roundTripper(func(r *http.Request) (*http.Response, error) {
				asked = r.Method + " " + r.URL.Host + r.URL.RequestURI()
				return reply(404, ""), nil
			})), id))
			if want := strings.ReplaceAll(want, "ID", escaped); asked != want {
				t.Errorf("%q: %s, want %s", id, asked, want)
			}
		}
	}
}
