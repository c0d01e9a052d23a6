package remote

import (
	"context"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
	"time"
)

// NewTransport returns what carries requests to a real server, through the proxy
// of the environment. Nothing of it is shared with http.DefaultTransport, which
// others may change.
func NewTransport() *http.Transport {
	return &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		ForceAttemptHTTP2:      true,
		IdleConnTimeout:        30 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

// Progress tells how far one request got on its way through an http.Transport.
type Progress struct{ asked, connected atomic.Bool }

// Follow returns the context for the request that p is to tell about.
func (p *Progress) Follow(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn: func(string) { p.asked.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { p.connected.Store(true) },
	})
}

// Unsent reports whether nothing of a request that failed can have been written:
// there never was a connection (with a proxy: through it, TLS included). A
// transport that reports no progress says so by an error of dialling.
func (p *Progress) Unsent(err error) bool {
	return p.asked.Load() && !p.connected.Load() || dialling(err)
}
