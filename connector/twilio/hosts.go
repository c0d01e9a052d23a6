package twilio

import (
	"net/url"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/remote"
)

// products are the parts of Twilio that are used; each has a host of its own. Without a
// base URL, only their hosts in the client's region may see the credentials.
var products = []string{"api", "messaging", "pricing"}

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

// regional is the host in the client's region for a host of US1 or of that region; "" for
// any other. twilio-go only knows those of US1, and the address of a next page is in the
// same region.
func (c *Client) regional(host string) string {
	for _, product := range products {
		there := connector.ProductHost(product, c.host)
		if host == there || host == connector.ProductHost(product, connector.DefaultHost) {
			return there
		}
	}
	return ""
}

// route returns where a request really goes: to Twilio's hosts in the client's
// region, or to the base URL if there is one. Any other address is an error of the
// kind Forbidden: what goes out carries the credentials.
func (c *Client) route(u *url.URL) (*url.URL, error) {
	there := c.regional(host(u))
	ours := u.Scheme == "https" && there != ""
	path, raw := u.Path, u.EscapedPath()
	if c.base != nil && host(u) == host(c.base) {
		// a next page, as the server behind the base URL names itself
		ours = true
		path, raw = within(c.base.Path, path), within(c.base.EscapedPath(), raw)
	}
	if !ours || u.User != nil {
		return nil, c.forbidden(u)
	}
	target := *u
	if c.base == nil {
		target.Host = there
		return &target, nil
	}
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

func (c *Client) forbidden(u *url.URL) *account.CallError {
	return &account.CallError{
		Kind:    account.Forbidden,
		Host:    c.line(host(u)),
		Message: c.line("credentials do not go to " + u.Scheme + "://" + host(u)),
	}
}
