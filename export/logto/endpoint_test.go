package logto

import (
	"errors"
	"strings"
	"testing"
)

func TestParseEndpoint(t *testing.T) {
	for in, want := range map[string]string{
		"https://tenant.logto.app":         "https://tenant.logto.app",
		" https://Tenant.Logto.App/ ":      "https://tenant.logto.app",
		"https://auth.example.com:8443/x/": "https://auth.example.com:8443/x",
		"http://localhost:3001":            "http://localhost:3001",
		"http://127.0.0.1:3001/":           "http://127.0.0.1:3001",
		"http://[::1]:3001":                "http://[::1]:3001",
	} {
		if u, err := ParseEndpoint(in); err != nil || u.String() != want {
			t.Errorf("%s: %v, %v", in, u, err)
		}
	}
	for in, want := range map[string]error{
		"": ErrEndpointSyntax, "tenant.logto.app": ErrEndpointSyntax, "ftp://x": ErrEndpointSyntax, "https://": ErrEndpointSyntax,
		"http://example.com": ErrEndpointScheme, "http://127.0.0.1.example.com": ErrEndpointScheme,
		"https://user:password@example.com": ErrEndpointExtra, "https://x/?a": ErrEndpointExtra, "https://x/?": ErrEndpointExtra,
		"https://x/#a": ErrEndpointExtra, "https://x/#": ErrEndpointExtra,
	} {
		if u, err := ParseEndpoint(in); !errors.Is(err, want) || strings.Contains(err.Error(), "password") {
			t.Errorf("%s: %v, %v", in, u, err)
		}
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
	for _, in := range []string{"", "id", "id:", ":secret", "id:secret\nid:secret", "id: secret"} {
		if a, err := ParseApplication(in); !errors.Is(err, ErrApplication) {
			t.Errorf("%q: %v, %v", in, a, err)
		}
	}
}
