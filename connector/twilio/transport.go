package twilio

import (
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
	"time"
)

// newTransport returns what carries requests to the real Twilio. Nothing of it
// is shared with http.DefaultTransport, which others may change.
func newTransport() *http.Transport {
	return &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		ForceAttemptHTTP2:      true,
		IdleConnTimeout:        30 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
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
