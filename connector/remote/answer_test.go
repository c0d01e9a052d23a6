package remote

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"
)

// An answer of 1xx that is the final one has no body, and is there at once: the
// connection behind it would be read for ever.
func TestSwitchingProtocolsIsAnAnswerWithoutABody(t *testing.T) {
	for _, extra := range []string{"", "Upgrade: websocket\r\nConnection: Upgrade\r\n", "Content-Length: 9\r\n"} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			conn, _, err := w.(http.Hijacker).Hijack()
			if err != nil {
				t.Error(err)
				return
			}
			defer conn.Close()
			fmt.Fprintf(conn, "HTTP/1.1 101 Switching Protocols\r\n%s\r\n", extra)
			_, _ = io.Copy(io.Discard, conn) // until the other side is gone
		}))
		within(t, 5*time.Second, func() {
			transport := NewTransport()
			transport.Proxy = nil
			defer transport.CloseIdleConnections()
			req, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL, http.NoBody)
			answer, err := RoundTrip(transport, req)
			if err != nil || answer.StatusCode != http.StatusSwitchingProtocols {
				t.Errorf("%v, %v", answer, err)
				return
			}
			if body, err := io.ReadAll(answer.Body); len(body) != 0 || err != nil {
				t.Errorf("%q, %v", body, err)
			}
		})
		s.CloseClientConnections()
		s.Close()
	}
}

// deaf is a body that only closing ends, as that of a switched connection does.
type deaf struct{ closed chan struct{} }

func (d deaf) Read([]byte) (int, error) { <-d.closed; return 0, io.ErrClosedPipe }
func (d deaf) Close() error             { close(d.closed); return nil }

type deafTransport struct{}

func (deafTransport) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusOK, Body: deaf{make(chan struct{})}}, nil
}

func TestABodyEndsWithItsContext(t *testing.T) {
	within(t, 5*time.Second, func() {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer cancel()
		req, _ := http.NewRequestWithContext(ctx, http.MethodGet, "http://localhost", http.NoBody)
		answer, err := RoundTrip(deafTransport{}, req)
		if err != nil {
			t.Error(err)
			return
		}
		if _, err := io.ReadAll(answer.Body); err != context.DeadlineExceeded {
			t.Error(err)
		}
	})
}

func within(t *testing.T, limit time.Duration, do func()) {
	t.Helper()
	done := make(chan struct{})
	go func() { do(); close(done) }()
	select {
	case <-done:
	case <-time.After(limit):
		t.Fatalf("not done after %v", limit)
	}
}
