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

// An address without its scheme is completed: http on this machine alone.
func TestCompleteEndpoint(t *testing.T) {
	for in, want := range map[string]string{
		" tenant.logto.app/ ":    "https://tenant.logto.app/",
		"auth.example.com:8443":  "https://auth.example.com:8443",
		"localhost:3001":         "http://localhost:3001",
		"LOCALHOST":              "http://LOCALHOST",
		"127.0.0.1:3001/api":     "http://127.0.0.1:3001/api",
		"[::1]:3001":             "http://[::1]:3001",
		"192.168.1.2:3001":       "https://192.168.1.2:3001",
		"localhost.evil.com":     "https://localhost.evil.com",
		"http://example.com":     "http://example.com",
		"https://example.com":    "https://example.com",
		"ftp://example.com":      "ftp://example.com",
		"no address":             "no address",
		"example.com, or so":     "example.com, or so",
		"user@example.com":       "user@example.com",
		"javascript:alert(1)":    "javascript:alert(1)",
		"machine":                "machine",
		"":                       "",
		"example.com/?x=1#there": "example.com/?x=1#there",
	} {
		if got := CompleteEndpoint(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if u, err := ParseEndpoint("tenant.logto.app/api"); err != nil || u.String() != "https://tenant.logto.app" {
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
