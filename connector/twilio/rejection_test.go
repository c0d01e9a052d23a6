package twilio

import (
	"net/http"
	"strings"
	"testing"

	"logto-twilio/connector/account"
)

func TestParseRejection(t *testing.T) {
	tests := []struct {
		body string
		want rejection
	}{
		{`{"code":20003,"message":"Authenticate","more_info":"https://x","status":401}`, rejection{20003, "Authenticate", "https://x"}},
		{`{"code":20003,"message":"Authent`, rejection{Code: 20003}},
		{`{"details":{"a":[1,{"b":2}]},"code":21211`, rejection{Code: 21211}},
		{`{"status":400,"message":"Words",`, rejection{Message: "Words"}},
		{`{"code":"21211","message":null}`, rejection{}},
		{`{"code":-1}`, rejection{}},
		{`{"code":1e99}`, rejection{}},
		{`{"code":12345678}`, rejection{}},
		{`[{"code":20003}]`, rejection{}},
		{`"code"`, rejection{}},
		{"<html>", rejection{}},
		{"", rejection{}},
	}
	for _, tt := range tests {
		if got := parseRejection([]byte(tt.body)); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.body, got, tt.want)
		}
	}
}

// Who only stopped waiting has not said that nothing was done.
func TestGivenUpIsNoRefusal(t *testing.T) {
	for _, tt := range []struct {
		status  int
		body    string
		unknown bool
	}{
		{408, "", true}, {499, "<html>", true}, {408, `{"message":"stream timeout"}`, true},
		{408, `{"code":20408}`, false}, {400, "", false}, {425, "", false},
	} {
		requests := 0
		c := over(roundTripper(func(*http.Request) (*http.Response, error) {
			requests++
			return reply(tt.status, tt.body), nil
		}))
		_, err := c.Send(t.Context(), testOutgoing)
		e := callError(t, err)
		if e.OutcomeUnknown != tt.unknown || (e.Kind == account.Refused) == tt.unknown || requests != 1 {
			t.Errorf("%d %q: %+v after %d requests", tt.status, tt.body, e, requests)
		}
	}
}

func TestLink(t *testing.T) {
	const built = "https://www.twilio.com/docs/api/errors/20003"
	for named, want := range map[string]string{
		"https://www.twilio.com/docs/errors/20003":            "https://www.twilio.com/docs/errors/20003",
		"https://www.twilio.com/a\u202eb":                     built,
		"https://www.twilio.com/" + testToken:                 built,
		"":                                                    built,
		"http://www.twilio.com/docs":                          built,
		"https://www.twilio.com.example.com/":                 built,
		"https://www.twilio.com@example.com/":                 built,
		"https://user@www.twilio.com/":                        built,
		"javascript:alert(1)":                                 built,
		"https://www.twilio.com/\x1b[31m":                     built,
		"https://www.twilio.com/" + strings.Repeat("a", 200):  built,
		"https://www.twilio.com/" + strings.Repeat("no-", 60): built, // 204 bytes, and nothing that could be a secret
		"https://www.twilio.com/" + strings.Repeat("no-", 59): "https://www.twilio.com/" + strings.Repeat("no-", 59),
	} {
		if got := over(nil).link(named, 20003); got != want {
			t.Errorf("link(%q) = %q, want %q", named, got, want)
		}
	}
	if got := over(nil).link("https://example.com", 0); got != "" {
		t.Errorf("without a code: %q", got)
	}
}

func FuzzParseRejection(f *testing.F) {
	f.Add([]byte(`{"code":20003,"message":"Authenticate","more_info":"https://www.twilio.com/docs/errors/20003"}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		r := parseRejection(body)
		if r.Code < 0 {
			t.Errorf("code %d", r.Code)
		}
		l := over(nil).link(r.MoreInfo, r.Code)
		if l != "" && !strings.HasPrefix(l, "https://www.twilio.com") || strings.ContainsAny(l, "\x1b\n\u202e ") {
			t.Errorf("link %q", l)
		}
	})
}
