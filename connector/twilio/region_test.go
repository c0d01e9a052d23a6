package twilio

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
)

// overHost is over for a configuration with a host.
func overHost(host string, rt http.RoundTripper) *Client {
	c := New(testSID, testToken, Options{Host: &host, Transport: rt})
	c.pause = time.Millisecond
	return c
}

// Every call goes to the hosts of its region, with the credentials, and follows no
// redirect out of it.
func TestCallsStayInTheirRegion(t *testing.T) {
	for host, suffix := range map[string]string{
		"api.twilio.com":            ".twilio.com",
		"API.twilio.com":            ".twilio.com",
		"api.dublin.ie1.twilio.com": ".dublin.ie1.twilio.com",
		"api.Sydney.AU1.twilio.com": ".sydney.au1.twilio.com",
		"api.a-b.0.twilio.com":      ".a-b.0.twilio.com",
	} {
		for _, call := range calls {
			for _, status := range []int{http.StatusMultipleChoices, http.StatusMovedPermanently, http.StatusFound, http.StatusTemporaryRedirect, http.StatusPermanentRedirect} {
				var asked []*http.Request
				err := call.do(t.Context(), overHost(host, roundTripper(func(r *http.Request) (*http.Response, error) {
					asked = append(asked, r)
					answer := reply(status, "")
					answer.Header.Set("Location", "https://api.twilio.com"+r.URL.Path)
					return answer, nil
				})))
				if e := callError(t, err); e.HTTPStatus != status || e.Host != call.host+suffix || e.Regional != (suffix != ".twilio.com") {
					t.Errorf("%s at %s, %d: %+v", call.name, host, status, e)
				}
				for _, r := range asked {
					user, password, _ := r.BasicAuth()
					if r.URL.Scheme != "https" || r.URL.Host != call.host+suffix || r.Host != r.URL.Host || user != testSID || password != testToken {
						t.Errorf("%s at %s asked %s", call.name, host, r.URL)
					}
				}
				if len(asked) != 1 {
					t.Errorf("%s at %s, %d: %d requests", call.name, host, status, len(asked))
				}
			}
		}
	}
}

// A next page leads nowhere else, however it is named.
func TestPagesStayInTheirRegion(t *testing.T) {
	for next, want := range map[string]string{
		"https://messaging.twilio.com/v1/Services?Page=1":            "messaging.dublin.ie1.twilio.com",
		"https://messaging.dublin.ie1.twilio.com/v1/Services?Page=1": "messaging.dublin.ie1.twilio.com",
		"/v1/Services?Page=1": "messaging.dublin.ie1.twilio.com",
		"https://messaging.sydney.au1.twilio.com/v1/Services?Page=1": "",
		"https://messaging.ie1.twilio.com/v1/Services?Page=1":        "",
		"http://messaging.dublin.ie1.twilio.com/v1/Services?Page=1":  "",
		"https://messaging.dublin.ie1.twilio.com:8443/v1/Services":   "",
	} {
		var hosts []string
		c := overHost(connector.IrelandHost, roundTripper(func(r *http.Request) (*http.Response, error) {
			hosts = append(hosts, r.URL.Host)
			if len(hosts) > 1 {
				return reply(200, `{"services":[],"meta":{}}`), nil
			}
			return reply(200, `{"services":[],"meta":{"next_page_url":"`+next+`"}}`), nil
		}))
		err := c.Services(t.Context(), func([]account.Service) {})
		if want != "" && (err != nil || len(hosts) != 2 || hosts[1] != want) {
			t.Errorf("%s: %v, %v", next, hosts, err)
		}
		if want == "" && (len(hosts) != 1 || callError(t, err).Kind != account.Forbidden) {
			t.Errorf("%s: %v, %v", next, hosts, err)
		}
	}
	// Nor into a region.
	_, err := over(nil).route(mustParse(t, "https://messaging.dublin.ie1.twilio.com/v1/Services"))
	if callError(t, err).Kind != account.Forbidden {
		t.Error(err)
	}
}

// A host that the connector would refuse is asked nothing, and neither is another
// one in its place.
func TestUnfitHostsAreNotAsked(t *testing.T) {
	for _, host := range []string{"", "ie1", "https://api.twilio.com", "api.twilio.com:443", "api.twilio.com.evil.example", "evil.example", "messaging.twilio.com", "api.twilio.com\n", strings.Repeat("a", 300)} {
		for _, call := range calls {
			err := call.do(t.Context(), overHost(host, roundTripper(func(r *http.Request) (*http.Response, error) {
				t.Errorf("%q: %s asked %s", host, call.name, r.URL)
				return reply(404, ""), nil
			})))
			if e := callError(t, err); e.Kind != account.UnfitHost || e.OutcomeUnknown {
				t.Errorf("%q: %s: %+v", host, call.name, e)
			}
		}
	}
}

// With another base address the region is that server's affair.
func TestBaseURLStandsForEveryRegion(t *testing.T) {
	host := connector.IrelandHost
	c := New(testSID, testToken, Options{Host: &host, BaseURL: mustParse(t, "https://mock.example/p")})
	for _, in := range []string{"https://api.twilio.com/x", "https://api.dublin.ie1.twilio.com/x", "https://mock.example/p/x"} {
		if got, err := c.route(mustParse(t, in)); err != nil || got.String() != "https://mock.example/p/x" {
			t.Errorf("%s: %v, %v", in, got, err)
		}
	}
}
