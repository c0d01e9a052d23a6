package twilio

import (
	"context"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/remote"
)

// network is a server of net/http and the connections to it, all in memory, for
// bubbles of fake time.
type network struct {
	down chan struct{} // closed once nobody listens any more
	ways chan net.Conn // to the server
	open atomic.Int32  // connections that the client holds

	// dial is what the client does for a connection; it may be replaced.
	dial func(ctx context.Context) (net.Conn, error)
}

// inMemory returns a client whose Twilio is h, and the network between the two.
// At the end of the test no connection may be left but idle ones, which are
// closed, and no goroutine: a bubble does not end before its goroutines.
func inMemory(t *testing.T, h http.HandlerFunc) (*Client, *network) {
	t.Helper()
	n := &network{down: make(chan struct{}), ways: make(chan net.Conn)}
	n.dial = n.connect
	transport := remote.NewTransport()
	transport.ReadBufferSize = 64 << 10 // long answers in a few steps
	transport.DialContext = func(ctx context.Context, _, _ string) (net.Conn, error) { return n.dial(ctx) }
	server := &http.Server{Handler: readingFirst(h), ErrorLog: quiet}
	go server.Serve(n)
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		synctest.Wait()
		if open := n.open.Load(); open != 0 {
			t.Errorf("%d connections left", open)
		}
		server.Close()
		time.Sleep(2 * time.Second) // for handlers that sleep: time stands still once the test is over
	})
	return New(testSID, testToken, Options{BaseURL: mustParse(t, "http://localhost"), Transport: transport}), n
}

func (n *network) connect(ctx context.Context) (net.Conn, error) {
	near, far := net.Pipe()
	select {
	case n.ways <- far:
		n.open.Add(1)
		return &held{Conn: near, gone: func() { n.open.Add(-1) }}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// held is the client's end of a connection, which is counted.
type held struct {
	net.Conn
	once sync.Once
	gone func()
}

func (h *held) Close() error {
	h.once.Do(h.gone)
	return h.Conn.Close()
}

// network is the net.Listener of its server.

func (n *network) Accept() (net.Conn, error) {
	select {
	case conn := <-n.ways:
		return conn, nil
	case <-n.down:
		return nil, net.ErrClosed
	}
}

func (n *network) Close() error {
	close(n.down)
	return nil
}

func (n *network) Addr() net.Addr { return &net.UnixAddr{Name: "memory", Net: "unix"} }
