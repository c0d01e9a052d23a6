package redact

import "testing"

// A server's words lead to Twilio's pages and Logto's alone.
func TestWordsLeadNowhereElse(t *testing.T) {
	for in, want := range map[string]string{
		"see https://www.twilio.com/docs/errors/21211.":            "see https://www.twilio.com/docs/errors/21211.",
		"https://TWILIO.com/a, https://docs.logto.io/x?y#z":        "https://TWILIO.com/a, https://docs.logto.io/x?y#z",
		"see https://example.com/login?next=1#a.":                  "see https://example.com.",
		"(https://example.com/login) or http://example.com:8080/x": "(https://example.com) or http://example.com:8080",
		"https://twilio.com.example.com/a":                         "https://twilio.com.example.com",
		"https://nottwilio.com/a":                                  "https://nottwilio.com",
		"http://www.twilio.com/a":                                  "http://www.twilio.com",
		"https://www.twilio.com@example.com/a":                     "https://example.com",
		"https%3A%2F%2Fexample.com%2Fa":                            "https://example.com",
		"https:&#47;&#47;example.com/a":                            "https://example.com",
		"ssh://example.com/a":                                      "ssh://example.com",
		`Get "https://example.com/api": EOF`:                       `Get "https://example.com": EOF`,
		"见 https://example.com/a，或 https://www.twilio.com/b。":      "见 https://example.com，或 https://www.twilio.com/b。",
		`https://example.com\\@www.twilio.com/a`:                   "https://www.twilio.com/a",
		"/templates/0/content":                                     "/templates/0/content",
		"read tcp [::1]:52310->[::1]:443":                          "read tcp [::1]:52310->[::1]:443",
	} {
		got := Words(in, 300)
		if got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
		if again := Words(got, 300); again != got {
			t.Errorf("%q, again %q", got, again)
		}
	}
}
