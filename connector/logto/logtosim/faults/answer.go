package faults

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"syscall"
	"time"

	"logto-twilio/connector/logto/logtosim"
)

// asks reports whether Logto does what it is asked to all the same.
func (e Effect) asks() bool {
	switch e {
	case "", LostAnswer, Slow, CutOff, DroppedField, Meanwhile:
		return true
	}
	return false
}

// instead is what a caller gets where Logto is not asked.
func (e Effect) instead(r *http.Request) (*http.Response, error) {
	switch e {
	case Down:
		return nil, broken("dial", "connect", syscall.ECONNREFUSED)
	case LostRequest:
		return nil, lost()
	case HTMLPage:
		return page(r, http.StatusOK, "Welcome to this network"), nil
	case BadGateway:
		return page(r, http.StatusBadGateway, "502 Bad Gateway"), nil
	case ServerError:
		return reply(r, http.StatusInternalServerError, `{"message":"Internal server error."}`), nil
	case TooMany:
		return reply(r, http.StatusTooManyRequests, `{"code":"request.too_many","message":"Too many requests."}`), nil
	case Forbidden:
		return reply(r, http.StatusForbidden,
			`{"code":"auth.forbidden","message":"Forbidden. Please check your user roles and permissions."}`), nil
	case OtherAPI:
		return unfitClaim(r, "aud"), nil
	case OtherAddress:
		return unfitClaim(r, "iss"), nil
	case Redirecting:
		a := page(r, http.StatusTemporaryRedirect, "Moved")
		a.Header.Set("Location", RedirectTarget+r.URL.Path)
		return a, nil
	}
	<-r.Context().Done() // Hanging
	return nil, context.Cause(r.Context())
}

// spoil is what becomes of an answer of Logto's.
func (f Fault) spoil(s *logtosim.Server, a *http.Response) (*http.Response, error) {
	switch f.Effect {
	case LostAnswer:
		return nil, lost()
	case Slow:
		return a, wait(a.Request.Context(), cmp.Or(f.Delay, SlowAnswer))
	case CutOff:
		body, err := io.ReadAll(a.Body)
		if err != nil {
			return nil, err
		}
		setBody(a, body[:len(body)/2])
	case DroppedField:
		for _, row := range s.Rows() {
			row.Config = withoutTemplates(row.Config)
			s.Put(row)
		}
	}
	return a, nil
}

// wait waits; the error is the cause of a context that ends before.
func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// withoutTemplates is a stored configuration without its templates.
func withoutTemplates(config json.RawMessage) json.RawMessage {
	var fields map[string]json.RawMessage
	if json.Unmarshal(config, &fields) != nil {
		return config
	}
	delete(fields, "templates")
	rest, _ := json.Marshal(fields) // it was read from JSON
	return rest
}

// lost is the error of a connection that ended.
func lost() error { return broken("read", "read", syscall.ECONNRESET) }

// broken is the error of a connection, as package net makes it.
func broken(op, call string, why syscall.Errno) error {
	return &net.OpError{Op: op, Net: "tcp", Err: os.NewSyscallError(call, why)}
}

// unfitClaim is Logto's answer to a token with a claim that is not as it should be.
func unfitClaim(r *http.Request, claim string) *http.Response {
	return reply(r, http.StatusUnauthorized, `{"code":"auth.unauthorized",`+
		`"data":{"claim":"`+claim+`","code":"ERR_JWT_CLAIM_VALIDATION_FAILED","name":"JWTClaimValidationFailed","reason":"check_failed"},`+
		`"message":"Unauthorized. Please check credentials and its scope."}`)
}

// reply is an answer of Logto's.
func reply(r *http.Request, status int, body string) *http.Response {
	return fresh(r, status, "application/json; charset=utf-8", body)
}

// page is a page of HTML.
func page(r *http.Request, status int, title string) *http.Response {
	return fresh(r, status, "text/html; charset=utf-8",
		"<!doctype html>\n<html><head><title>"+title+"</title></head><body><h1>"+title+"</h1></body></html>\n")
}

// fresh is an answer that the simulated Logto has not made.
func fresh(r *http.Request, status int, contentType, body string) *http.Response {
	a := &http.Response{
		Status: fmt.Sprintf("%d %s", status, http.StatusText(status)), StatusCode: status,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {contentType}}, Request: r,
	}
	setBody(a, []byte(body))
	return a
}

func setBody(a *http.Response, body []byte) {
	a.Body, a.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
}
