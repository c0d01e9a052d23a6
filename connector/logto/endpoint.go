package logto

import (
	"net/url"
	"strings"

	"logto-twilio/connector/remote"
)

// ParseEndpoint reads the address of a Logto, as [remote.ParseAddress] does, blanks
// around it left out, and what Logto's own pages show behind it: /api and /oidc.
func ParseEndpoint(s string) (*url.URL, error) {
	u, err := remote.ParseAddress(strings.TrimSpace(s))
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
