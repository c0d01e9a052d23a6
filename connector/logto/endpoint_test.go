package logto

import (
	"errors"
	"strings"
	"testing"

	"logto-twilio/connector/remote"
)

// The rule for addresses is remote.ParseAddress's.
func TestParseEndpoint(t *testing.T) {
	for in, want := range map[string]string{
		" https://Tenant.Logto.App/\n":     "https://tenant.logto.app",
		"https://auth.example.com:8443/x/": "https://auth.example.com:8443/x",
		"http://localhost:3001":            "http://localhost:3001",
		"https://tenant.logto.app/api":     "https://tenant.logto.app",
		"https://tenant.logto.app/api/":    "https://tenant.logto.app",
		"https://tenant.logto.app/oidc":    "https://tenant.logto.app",
		"https://example.com/logto/api//":  "https://example.com/logto",
		"https://example.com/a%2Fb/api":    "https://example.com/a%2Fb",
		"https://example.com/rapi":         "https://example.com/rapi",
		"https://example.com/api/v1":       "https://example.com/api/v1",
		"http://localhost:3001/api":        "http://localhost:3001",
	} {
		if u, err := ParseEndpoint(in); err != nil || u.String() != want {
			t.Errorf("%q: %v, %v; want %s", in, u, err, want)
		}
	}
	if u, err := ParseEndpoint("http://example.com"); !errors.Is(err, remote.ErrScheme) || u != nil {
		t.Errorf("%v, %v", u, err)
	}
}

// The tenant is never guessed of a host that is not Logto Cloud's.
func TestResourceOf(t *testing.T) {
	for in, want := range map[string]string{
		"https://tenant.logto.app":          "https://tenant.logto.app/api",
		"https://TENANT.logto.app:443/":     "https://tenant.logto.app/api",
		"https://auth.example.com":          "https://default.logto.app/api",
		"https://tenant.logto.app.evil.com": "https://default.logto.app/api",
		"https://evil-logto.app":            "https://default.logto.app/api",
		"http://localhost:3001":             "https://default.logto.app/api",
	} {
		u, err := ParseEndpoint(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := ResourceOf(u); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
}

func TestParseApplication(t *testing.T) {
	for in, want := range map[string]Application{
		"id:secret": {"id", "secret"}, " id:se:cret\n": {"id", "se:cret"},
	} {
		if a, err := ParseApplication(in); err != nil || a != want {
			t.Errorf("%q: %v, %v", in, a, err)
		}
	}
	for _, in := range []string{"", "id", "id:", ":secret", "id:secret\nid:secret", "id: secret",
		"id:sec\x00ret", "id:sec\x1bret", "id:s\u00e9cret", "id:" + strings.Repeat("s", maxApplication)} {
		if a, err := ParseApplication(in); !errors.Is(err, ErrApplication) {
			t.Errorf("%q: %v, %v", in, a, err)
		}
	}
}
