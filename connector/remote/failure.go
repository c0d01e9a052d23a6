package remote

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
)

// TimedOut reports whether a request over ctx failed because no answer came in
// time. That ctx was canceled is not told apart: look at the caller's own first.
func TimedOut(ctx context.Context, err error) bool {
	var slow net.Error
	return ctx.Err() != nil || errors.As(err, &slow) && slow.Timeout()
}

// GaveUp reports whether a status says that a server or a gateway stopped waiting, for
// the request (408) or for an answer to it (nginx's 499). Envoy and others say so of a
// request that they had handed on before: it may have been carried out.
func GaveUp(status int) bool { return status == http.StatusRequestTimeout || status == 499 }

// Lasting reports whether an error would only come again: a certificate that is
// not trusted, a server without TLS.
func Lasting(err error) bool {
	var (
		verification *tls.CertificateVerificationError
		authority    x509.UnknownAuthorityError
		invalid      x509.CertificateInvalidError
		hostname     x509.HostnameError
		record       tls.RecordHeaderError
	)
	return errors.As(err, &verification) || errors.As(err, &authority) || errors.As(err, &invalid) ||
		errors.As(err, &hostname) || errors.As(err, &record)
}

// dialling reports whether an error is one of finding or reaching the host.
func dialling(err error) bool {
	var op *net.OpError
	var name *net.DNSError
	return errors.As(err, &name) || errors.As(err, &op) && (op.Op == "dial" || op.Op == "proxyconnect")
}
