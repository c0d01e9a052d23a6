package logto

import (
	"net/url"
	"strings"

	"logto-twilio/connector/remote"
)

// CompleteEndpoint is the address of a Logto with the scheme that it was typed without:
// http:// on a loopback address, else https://. What looks like no host stays as it is;
// blanks around it are left out.
func CompleteEndpoint(s string) string {
	s = strings.TrimSpace(s)
	host, _, _ := strings.Cut(s, "/")
	if strings.Contains(s, "://") || !strings.ContainsAny(host, ".:") && !strings.EqualFold(host, "localhost") {
		return s
	}
	if _, err := remote.ParseAddress("http://" + s); err == nil {
		return "http://" + s
	}
	if _, err := remote.ParseAddress("https://" + s); err != nil {
		return s
	}
	return "https://" + s
}

// ParseEndpoint reads the address of a Logto, completed by [CompleteEndpoint], as
// [remote.ParseAddress] does, without what Logto's own pages show behind it: /api and
// /oidc.
func ParseEndpoint(s string) (*url.URL, error) {
	u, err := remote.ParseAddress(CompleteEndpoint(s))
	if err != nil {
		return nil, err
	}
	for _, own := range []string{"/api", "/oidc"} {
		if before, ok := strings.CutSuffix(u.Path, own); ok {
			u.Path, u.RawPath = strings.TrimRight(before, "/"), strings.TrimRight(strings.TrimSuffix(u.RawPath, own), "/")
			break
		}
	}
	return u, nil
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
