package adversity

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"syscall"
)

// fresh is an answer that is not from Twilio.
func fresh(r *http.Request, status int, contentType string, body []byte) *http.Response {
	a := &http.Response{
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: http.Header{"Content-Type": {contentType}}, Request: r,
	}
	setStatus(a, status)
	setBody(a, body)
	return a
}

func setStatus(a *http.Response, status int) {
	a.Status, a.StatusCode = fmt.Sprintf("%d %s", status, http.StatusText(status)), status
}

func setBody(a *http.Response, body []byte) {
	a.Body, a.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
}

// page is a page of HTML, as from something on the way.
func page(r *http.Request, status int) *http.Response {
	title := fmt.Sprintf("%d %s", status, http.StatusText(status))
	return fresh(r, status, "text/html; charset=utf-8", []byte("<!doctype html>\n<html><head><title>"+title+"</title></head>\n"+
		"<body><h1>"+title+"</h1><p>The network has a bad day.</p></body></html>\n"))
}

// refusal is an answer with an error in Twilio's shape.
func refusal(r *http.Request, status, code int, text string) *http.Response {
	body, _ := json.Marshal(map[string]any{ // a map of texts and numbers
		"code": code, "message": text, "more_info": "https://www.twilio.com/docs/errors/" + strconv.Itoa(code), "status": status,
	})
	return fresh(r, status, "application/json", body)
}

// throttle is the refusal of one request too many; with a Retry-After where it is not "".
func throttle(retryAfter string) func(*http.Request) (*http.Response, error) {
	return func(r *http.Request) (*http.Response, error) {
		a := refusal(r, http.StatusTooManyRequests, 20429, "Too Many Requests")
		if retryAfter != "" {
			a.Header.Set("Retry-After", retryAfter)
		}
		return a, nil
	}
}

// redirect is an answer that leads elsewhere.
func redirect(r *http.Request, status int, location string) *http.Response {
	a := fresh(r, status, "", nil)
	a.Header = http.Header{"Location": {location}}
	return a
}

// reset is the error of a connection that was reset, as package net makes it.
func reset() error {
	return &net.OpError{Op: "read", Net: "tcp", Err: os.NewSyscallError("read", syscall.ECONNRESET)}
}
