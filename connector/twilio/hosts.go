package twilio

import (
	"net/url"
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/remote"
)

// twilioHosts are all that may see credentials unless a base URL is set.
var twilioHosts = []string{"api.twilio.com", "messaging.twilio.com", "pricing.twilio.com"}

// ParseBaseURL reads the value of --twilio-url, as [remote.ParseAddress] does, and
// leaves out a port that goes without saying.
func ParseBaseURL(s string) (*url.URL, error) {
	u, err := remote.ParseAddress(s)
	if err != nil {
		return nil, err
	}
	u.Host = host(u)
	return u, nil
}

// host is host and port of an address in the one form that can be compared.
func host(u *url.URL) string {
	usual := map[string]string{"https": ":443", "http": ":80"}[u.Scheme]
	return strings.TrimSuffix(strings.ToLower(u.Host), usual)
}

// route returns where a request really goes: to Twilio's own hosts as it is, or
// to the base URL if there is one. Any other address is an error of the kind
// Forbidden: what goes out carries the credentials.
func (c *Client) route(u *url.URL) (*url.URL, error) {
	ours := u.Scheme == "https" && slices.Contains(twilioHosts, host(u))
	path, raw := u.Path, u.EscapedPath()
	if c.base != nil && host(u) == host(c.base) {
		// a next page, as the server behind the base URL names itself
		ours = true
		path, raw = within(c.base.Path, path), within(c.base.EscapedPath(), raw)
	}
	if !ours || u.User != nil {
		return nil, c.forbidden(u)
	}
	if c.base == nil {
		return u, nil
	}
	target := *u
	target.Scheme, target.Host = c.base.Scheme, c.base.Host
	target.Path, target.RawPath = c.base.Path+path, c.base.EscapedPath()+raw
	return &target, nil
}

// within returns a path without the prefix that stands before it.
func within(prefix, path string) string {
	if rest, ok := strings.CutPrefix(path, prefix); ok && strings.HasPrefix(rest, "/") {
		return rest
	}
	return path
}

func (c *Client) forbidden(u *url.URL) *connector.CallError {
	return &connector.CallError{
		Kind:    connector.Forbidden,
		Host:    c.line(host(u)),
		Message: c.line("credentials do not go to " + u.Scheme + "://" + host(u)),
	}
}
