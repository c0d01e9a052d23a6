package logto

import (
	"net/url"
	"strings"

	"logto-twilio/connector/remote"
)

// ParseEndpoint reads the address of a Logto, as [remote.ParseAddress] does, blanks
// around it left out.
func ParseEndpoint(s string) (*url.URL, error) {
	return remote.ParseAddress(strings.TrimSpace(s))
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
