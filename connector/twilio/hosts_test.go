package twilio

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
)

func TestParseBaseURL(t *testing.T) {
	tests := []struct {
		in, want string
		err      error
	}{
		{"https://mock.example.com", "https://mock.example.com", nil},
		{"https://MOCK.example.com:443/twilio/", "https://mock.example.com/twilio", nil},
		{"https://mock.example.com:8443/a%2Fb/", "https://mock.example.com:8443/a%2Fb", nil},
		{"http://localhost:4010", "http://localhost:4010", nil},
		{"http://127.0.0.9:4010/", "http://127.0.0.9:4010", nil},
		{"http://[::1]:4010", "http://[::1]:4010", nil},
		{"http://[::ffff:127.0.0.1]", "http://[::ffff:127.0.0.1]", nil},
		{"http://mock.example.com", "", ErrBaseURLScheme},
		{"http://192.168.1.2", "", ErrBaseURLScheme},
		{"http://127.0.0.1.example.com", "", ErrBaseURLScheme},
		{"http://localhost.example.com", "", ErrBaseURLScheme},
		{"http://0.0.0.0", "", ErrBaseURLScheme},
		{"https://user:password@mock.example.com", "", ErrBaseURLExtra},
		{"https://mock.example.com/?a=b", "", ErrBaseURLExtra},
		{"https://mock.example.com/?", "", ErrBaseURLExtra},
		{"https://mock.example.com/#", "", ErrBaseURLExtra},
		{"", "", ErrBaseURLSyntax},
		{"mock.example.com", "", ErrBaseURLSyntax},
		{"localhost:4010", "", ErrBaseURLSyntax},
		{"ftp://localhost", "", ErrBaseURLSyntax},
		{"https://", "", ErrBaseURLSyntax},
		{"https:///path", "", ErrBaseURLSyntax},
		{"https://a b", "", ErrBaseURLSyntax},
	}
	for _, tt := range tests {
		u, err := ParseBaseURL(tt.in)
		if !errors.Is(err, tt.err) || err == nil && u.String() != tt.want {
			t.Errorf("%q: %v, %v; want %q, %v", tt.in, u, err, tt.want, tt.err)
		}
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
		c := &Client{authToken: testToken}
		if tt.base != "" {
			c.base = mustParse(t, tt.base)
		}
		got, err := c.route(mustParse(t, tt.in))
		if tt.want != "" && (err != nil || got.String() != tt.want) {
			t.Errorf("%s at %q: %v, %v; want %s", tt.in, tt.base, got, err, tt.want)
		}
		if tt.want == "" {
			if e := callError(t, err); e.Kind != connector.Forbidden || e.Host == "" || strings.Contains(e.Message, "pw") {
				t.Errorf("%s at %q: %+v", tt.in, tt.base, e)
			}
		}
	}
}

// Regions and edges of the environment do not choose where credentials go.
func TestEnvironmentChoosesNoHost(t *testing.T) {
	t.Setenv("TWILIO_REGION", "ie1")
	t.Setenv("TWILIO_EDGE", "dublin")
	var hosts []string
	var agent string
	c := over(roundTripper(func(r *http.Request) (*http.Response, error) {
		hosts, agent = append(hosts, r.URL.Host), r.UserAgent()
		return reply(404, ""), nil
	}))
	for _, call := range []string{"Account", "Services", "Send"} {
		for _, known := range calls {
			if known.name == call {
				callError(t, known.do(t.Context(), c))
			}
		}
	}
	if want := []string{"api.twilio.com", "messaging.twilio.com", "api.twilio.com"}; !slices.Equal(hosts, want) {
		t.Errorf("asked %v, want %v", hosts, want)
	}
	if strings.Contains(agent, "ie1") || !strings.HasPrefix(agent, "twilio-go/") {
		t.Errorf("user agent %q", agent)
	}
}

// pagesOf answers the first page of any list with the given next page, and
// every other page as the last.
func pagesOf(next string, seen *[]string) roundTripper {
	return func(r *http.Request) (*http.Response, error) {
		*seen = append(*seen, r.URL.String())
		if r.Header.Get("Authorization") == "" {
			return nil, errors.New("without credentials")
		}
		if r.URL.Query().Get("Page") != "" {
			next = ""
		}
		return reply(200, fmt.Sprintf(`{"meta":{"next_page_url":%q},"services":[{"sid":"MG1"}]}`, next)), nil
	}
}

func TestNextPage(t *testing.T) {
	tests := []struct{ name, base, next, want string }{
		{"Twilio", "", "https://messaging.twilio.com/v1/Services?PageSize=50&Page=1&PageToken=PA.5", "https://messaging.twilio.com/v1/Services?PageSize=50&Page=1&PageToken=PA.5"},
		{"relative", "", "/v1/Services?Page=1", "https://messaging.twilio.com/v1/Services?Page=1"},
		{"a mock that copies Twilio", "http://localhost:1/p", "https://messaging.twilio.com/v1/Services?Page=1", "http://localhost:1/p/v1/Services?Page=1"},
		{"a mock that names itself", "http://localhost:1/p", "http://localhost:1/p/v1/Services?Page=1", "http://localhost:1/p/v1/Services?Page=1"},
		{"a mock of many labels", "https://a.b.c.d.e.example.com", "https://a.b.c.d.e.example.com/v1/Services?Page=1", "https://a.b.c.d.e.example.com/v1/Services?Page=1"},
		{"a foreign host", "", "https://evil.example/v1/Services?Page=1", ""},
		{"a foreign host of many labels", "", "https://messaging.a.b.c.d.evil.example/v1/Services?Page=1", ""},
		{"a foreign host behind a mock", "http://localhost:1/p", "http://localhost:2/p/v1/Services?Page=1", ""},
		{"in the clear", "", "http://messaging.twilio.com/v1/Services?Page=1", ""},
		{"another scheme", "", "file:///etc/passwd?Page=1", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var seen []string
			c := over(pagesOf(tt.next, &seen))
			if tt.base != "" {
				c.base = mustParse(t, tt.base)
			}
			pages := 0
			err := c.Services(t.Context(), func([]connector.Service) { pages++ })
			if tt.want == "" {
				if e := callError(t, err); e.Kind != connector.Forbidden || len(seen) != 1 || pages != 1 {
					t.Errorf("%+v after %v", e, seen)
				}
				return
			}
			if err != nil || pages != 2 || len(seen) != 2 || seen[1] != tt.want {
				t.Errorf("%v after %v; want %s", err, seen, tt.want)
			}
		})
	}
}

// Each page is handed on before the next is asked for.
func TestPagesComeOneByOne(t *testing.T) {
	var events []string
	c := over(roundTripper(func(r *http.Request) (*http.Response, error) {
		events = append(events, "asked")
		next := ""
		if len(events) < 5 {
			next = fmt.Sprintf("/v1/Services?Page=%d", len(events))
		}
		return reply(200, fmt.Sprintf(`{"meta":{"next_page_url":%q},"services":[]}`, next)), nil
	}))
	err := c.Services(t.Context(), func([]connector.Service) { events = append(events, "got") })
	if want := []string{"asked", "got", "asked", "got", "asked", "got"}; err != nil || !slices.Equal(events, want) {
		t.Errorf("%v, %v", events, err)
	}
}

func TestListsWithoutEnd(t *testing.T) {
	many := "[" + strings.Repeat(`{},`, 9_999) + `{}]`
	tests := []struct {
		name     string
		next     func(page int) string
		records  string
		requests int
	}{
		{"the same page", func(int) string { return "/v1/Services?Page=1" }, "[]", 2},
		{"ever new pages", func(n int) string { return fmt.Sprint("/v1/Services?Page=", n) }, "[]", maxPages},
		{"too many records", func(n int) string { return fmt.Sprint("/v1/Services?Page=", n) }, many, 3},
		{"an address that is none", func(int) string { return "https://[" }, "[]", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			requests := 0
			start := time.Now()
			err := over(roundTripper(func(*http.Request) (*http.Response, error) {
				requests++
				return reply(200, fmt.Sprintf(`{"meta":{"next_page_url":%q},"services":%s}`, tt.next(requests), tt.records)), nil
			})).Services(t.Context(), func([]connector.Service) {})
			if e := callError(t, err); e.Kind != connector.Unintelligible || e.HTTPStatus != 200 {
				t.Errorf("%+v", e)
			}
			if requests != tt.requests || time.Since(start) > 5*time.Second {
				t.Errorf("%d requests in %v, want %d", requests, time.Since(start), tt.requests)
			}
		})
	}
}
