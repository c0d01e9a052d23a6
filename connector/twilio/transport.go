package twilio

import (
	"errors"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"sync/atomic"
	"time"
)

// newTransport returns what carries requests to the real Twilio. Nothing of it
// is shared with http.DefaultTransport, which others may change.
func newTransport() *http.Transport {
	return &http.Transport{
		Proxy:                  proxy,
		ForceAttemptHTTP2:      true,
		IdleConnTimeout:        30 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

// errProxy stands for net/http's own words, which repeat the address of the
// proxy with its password.
var errProxy = errors.New("the proxy's address in the environment cannot be read")

// proxy is the proxy of the environment.
func proxy(r *http.Request) (*url.URL, error) {
	u, err := http.ProxyFromEnvironment(r)
	if err != nil {
		return nil, errProxy
	}
	return u, nil
}

// progress tells how far a request got on its way through an http.Transport.
type progress struct{ asked, connected atomic.Bool }

func (p *progress) trace() *httptrace.ClientTrace {
	return &httptrace.ClientTrace{
		GetConn: func(string) { p.asked.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { p.connected.Store(true) },
	}
}

// unsent tells whether nothing of a request that failed can have been written:
// there never was a connection (with a proxy: through it, TLS included). A
// transport that reports no progress says so by an error of dialling.
func (p *progress) unsent(err error) bool {
	return p.asked.Load() && !p.connected.Load() || dialling(err)
}
