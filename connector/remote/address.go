package remote

import (
	"errors"
	"net/netip"
	"net/url"
	"strings"
)

// Why ParseAddress refuses an address. The texts do not repeat it: it may hold
// a password.
var (
	ErrSyntax = errors.New("not an absolute http or https address")
	ErrScheme = errors.New("http is for a loopback address alone: https is needed")
	ErrExtra  = errors.New("an address with a user, a query or a fragment")
)

// ParseAddress reads an address that credentials may go to: https, or http on a
// loopback address (localhost, 127.0.0.0/8, ::1); no user, query or fragment. What
// it returns has its host in lower case and no slash at its end. The error is
// ErrSyntax, ErrScheme or ErrExtra.
func ParseAddress(s string) (*url.URL, error) {
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, ErrSyntax
	}
	if u.User != nil || u.RawQuery != "" || u.ForceQuery || strings.Contains(s, "#") {
		return nil, ErrExtra
	}
	if u.Scheme == "http" && !loopback(u.Hostname()) {
		return nil, ErrScheme
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
