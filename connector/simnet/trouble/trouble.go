// Package trouble is what goes wrong between a client and a simulated server. Only
// tests play it: the program does not import it.
package trouble

import (
	"cmp"
	"net"
	"net/http"
	"os"
	"syscall"

	"logto-twilio/connector/simnet"
)

// Page returns a page of HTML, as a proxy or another site on the way sends it. Its
// title is the status where it is "".
func Page(r *http.Request, status int, title string) *http.Response {
	header := http.Header{"Content-Type": {"text/html; charset=utf-8"}}
	return simnet.Answer(r, status, header, simnet.PageBody(cmp.Or(title, simnet.StatusLine(status))))
}

// Reset is the error of a connection that was reset while an answer was awaited, as
// package net makes it.
func Reset() error {
	return &net.OpError{Op: "read", Net: "tcp", Err: os.NewSyscallError("read", syscall.ECONNRESET)}
}
