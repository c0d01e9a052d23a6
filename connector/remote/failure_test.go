package remote

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"syscall"
	"testing"
)

// ask sends one request, and returns how far it got and why it failed.
func ask(t *testing.T, address string) (*Progress, error) {
	t.Helper()
	transport := NewTransport()
	transport.Proxy = nil
	defer transport.CloseIdleConnections()
	var p Progress
	req, err := http.NewRequestWithContext(p.Follow(t.Context()), http.MethodPost, address, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := transport.RoundTrip(req)
	if err == nil {
		answer.Body.Close()
		t.Fatalf("%s: an answer, %s", address, answer.Status)
	}
	return &p, err
}

// gone closes every connection before its answer.
var gone = http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })

func TestRefusedConnectionIsUnsent(t *testing.T) {
	s := httptest.NewServer(gone)
	s.Close() // nobody listens there any more
	p, err := ask(t, s.URL)
	if !p.Unsent(err) || Lasting(err) || TimedOut(t.Context(), err) {
		t.Errorf("%v: unsent %v, lasting %v, timed out %v", err, p.Unsent(err), Lasting(err), TimedOut(t.Context(), err))
	}
}

func TestLostAnswerIsNotUnsent(t *testing.T) {
	s := httptest.NewServer(gone)
	defer s.Close()
	if p, err := ask(t, s.URL); p.Unsent(err) || Lasting(err) {
		t.Errorf("%v: unsent %v, lasting %v", err, p.Unsent(err), Lasting(err))
	}
}

// https where only http is spoken, before anything was written.
func TestServerWithoutTLSIsLasting(t *testing.T) {
	s := httptest.NewServer(gone)
	defer s.Close()
	if p, err := ask(t, "https"+s.URL[len("http"):]); !p.Unsent(err) || !Lasting(err) {
		t.Errorf("%v: unsent %v, lasting %v", err, p.Unsent(err), Lasting(err))
	}
}

// A transport that reports no progress says by its error that nothing was sent.
func TestUnsentWithoutProgress(t *testing.T) {
	for err, want := range map[error]bool{
		&net.DNSError{Err: "no such host", Name: "example.com", IsNotFound: true}:            true,
		&net.OpError{Op: "dial", Net: "tcp", Err: syscall.ECONNREFUSED}:                      true,
		&net.OpError{Op: "proxyconnect", Net: "tcp", Err: syscall.ECONNREFUSED}:              true,
		&url.Error{Op: "Post", Err: &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED}}:     true,
		&net.OpError{Op: "read", Net: "tcp", Err: os.NewSyscallError("read", syscall.EPIPE)}: false,
		errors.New("dial"): false,
	} {
		if got := new(Progress).Unsent(err); got != want {
			t.Errorf("%v: %v", err, got)
		}
	}
}

func TestLasting(t *testing.T) {
	for err, want := range map[error]bool{
		&tls.CertificateVerificationError{Err: errors.New("x")}: true,
		fmt.Errorf("tls: %w", x509.UnknownAuthorityError{}):     true,
		fmt.Errorf("tls: %w", x509.CertificateInvalidError{}):   true,
		&net.OpError{Op: "dial", Err: syscall.ECONNREFUSED}:     false,
		errors.New("connection reset"):                          false,
	} {
		if got := Lasting(err); got != want {
			t.Errorf("%T: %v", err, got)
		}
	}
}

func TestTimedOut(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	slow := &net.OpError{Op: "read", Err: os.ErrDeadlineExceeded}
	switch {
	case TimedOut(t.Context(), errors.New("reset")):
		t.Error("a reset")
	case !TimedOut(t.Context(), slow):
		t.Error("a deadline of the connection")
	case !TimedOut(ended, errors.New("reset")):
		t.Error("a context that ended")
	}
}
