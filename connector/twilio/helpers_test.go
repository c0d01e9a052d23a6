package twilio

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/remote"
)

// The token has characters that twilio-go itself would refuse.
const (
	testSID     = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	testToken   = "FAKE-token:for/tests only"
	testService = "MGaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	testMessage = "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	testNumber  = "PNaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	testPhone   = "+15005550006"
)

var testOutgoing = connector.Outgoing{
	To:                  testPhone,
	MessagingServiceSID: testService,
	Body:                "Code: 123456 & more + 语",
	RiskCheck:           "enable",
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// reply is an answer made without a network.
func reply(status int, body string) *http.Response {
	return &http.Response{
		StatusCode: status,
		Header:     http.Header{"Content-Type": {"application/json"}},
		Body:       io.NopCloser(strings.NewReader(body)),
	}
}

// over returns a client over a transport, impatient between its attempts.
func over(rt http.RoundTripper) *Client {
	c := New(testSID, testToken, Options{Transport: rt})
	c.pause = time.Millisecond
	return c
}

// answering returns a client to which every request is answered with the body.
func answering(body string) *Client {
	return over(roundTripper(func(*http.Request) (*http.Response, error) { return reply(200, body), nil }))
}

// at returns a client whose Twilio is a server on the loopback.
func at(t *testing.T, address string, timeout time.Duration) *Client {
	t.Helper()
	base, err := ParseBaseURL(address)
	if err != nil {
		t.Fatal(err)
	}
	transport := remote.NewTransport()
	t.Cleanup(transport.CloseIdleConnections)
	c := New(testSID, testToken, Options{BaseURL: base, Timeout: timeout, Transport: transport})
	c.pause = time.Millisecond
	return c
}

// serve reads each request whole before h answers: net/http notices that a
// client has gone only after that.
func serve(t *testing.T, h http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(readingFirst(h))
	t.Cleanup(s.Close)
	return s
}

func readingFirst(h http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		h(w, r)
	})
}

// callError asserts that an error is a CallError, and that no way of printing it
// shows the token or what a terminal would obey.
func callError(t *testing.T, err error) *account.CallError {
	t.Helper()
	var e *account.CallError
	if !errors.As(err, &e) {
		t.Fatalf("error is %T: %v", err, err)
	}
	if _, ok := err.(*account.CallError); !ok {
		t.Errorf("the CallError is wrapped in %T", err)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%q"} {
		s := fmt.Sprintf(verb, err)
		if strings.Contains(s, testToken) || strings.Contains(s, "RkFLRS10b2tlb") {
			t.Errorf("%s shows the token: %s", verb, s)
		}
	}
	for _, s := range []string{e.Message, e.Link, e.Host} {
		if strings.ContainsAny(s, "\x1b\a\n\r\u009b\u202e") || len([]rune(s)) > 300 {
			t.Errorf("unfit for a terminal: %q", s)
		}
	}
	return e
}

func mustParse(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func askAccount(ctx context.Context, c *Client) error { _, err := c.Account(ctx); return err }

func send(ctx context.Context, c *Client) error { _, err := c.Send(ctx, testOutgoing); return err }

func buy(ctx context.Context, c *Client) error { _, err := c.BuyNumber(ctx, testPhone); return err }

func remove(ctx context.Context, c *Client) error {
	return c.RemoveNumber(ctx, testService, testNumber)
}
