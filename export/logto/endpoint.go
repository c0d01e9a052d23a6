package logto

import (
	"errors"
	"net/netip"
	"net/url"
	"strings"
)

// Why ParseEndpoint refuses an address. The texts do not repeat it: it may hold
// a password.
var (
	ErrEndpointSyntax = errors.New("not an absolute http or https address")
	ErrEndpointScheme = errors.New("http is for a loopback address alone: https is needed")
	ErrEndpointExtra  = errors.New("an address with a user, a query or a fragment")
)

// ParseEndpoint reads the address of a Logto: https, or http on a loopback address
// (localhost, 127.0.0.0/8, ::1); no user, query or fragment. The error is
// ErrEndpointSyntax, ErrEndpointScheme or ErrEndpointExtra.
func ParseEndpoint(s string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Hostname() == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, ErrEndpointSyntax
	}
	if u.User != nil || u.RawQuery != "" || u.ForceQuery || strings.Contains(s, "#") {
		return nil, ErrEndpointExtra
	}
	if u.Scheme == "http" && !loopback(u.Hostname()) {
		return nil, ErrEndpointScheme
	}
	u.Host = strings.ToLower(u.Host)
	u.Path = strings.TrimRight(u.Path, "/")
	u.RawPath = strings.TrimRight(u.RawPath, "/")
	return u, nil
}

func loopback(name string) bool {
	addr, err := netip.ParseAddr(name)
	return strings.EqualFold(name, "localhost") || err == nil && addr.Unmap().IsLoopback()
}

// selfHostedResource is the Management API of a Logto that one runs oneself,
// whatever its address: its tenant is "default".
const selfHostedResource = "https://default.logto.app/api"

// ResourceOf is the resource indicator of the Management API at an endpoint: that
// of the tenant on Logto Cloud, else the one that every self-hosted Logto has. A
// custom domain of Logto Cloud cannot be told from the latter.
func ResourceOf(endpoint *url.URL) string {
	host := strings.ToLower(endpoint.Hostname())
	if strings.HasSuffix(host, ".logto.app") {
		return "https://" + host + "/api"
	}
	return selfHostedResource
}
