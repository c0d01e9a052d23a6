// Package twilio talks to the user's Twilio account, over twilio-go.
package twilio

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"logto-twilio/connector"
)

// Options are what a Client may be told; the zero Options talk to Twilio.
type Options struct {
	// BaseURL replaces scheme and host of every call and puts its path before
	// theirs (--twilio-url). See ParseBaseURL.
	BaseURL *url.URL
	// Transport carries the requests; nil is http's own with the proxy of the
	// environment. The demo and the tests put a simulated Twilio here.
	Transport http.RoundTripper
	// Timeout bounds one request, its answer included; 0 is 30 seconds.
	Timeout time.Duration
}

// Client is one account's view of Twilio. It holds the credentials and no other state.
type Client struct{}

// New returns a client for an account SID and its auth token.
func New(accountSID, authToken string, o Options) *Client { return &Client{} }

// ParseBaseURL reads the value of --twilio-url: https, or http on a loopback
// address; no user, query or fragment.
func ParseBaseURL(s string) (*url.URL, error) { return nil, errors.New("unset") }

// Account fetches the account itself.
func (c *Client) Account(ctx context.Context) (connector.Account, error) {
	return connector.Account{}, nil
}

// Services lists the messaging services, page by page: each is called with the
// services of one page as soon as it is there.
func (c *Client) Services(ctx context.Context, page func([]connector.Service)) error { return nil }

// Senders lists what a service sends from: phone numbers, short codes and
// alphanumeric sender IDs, all pages, the three lists at once.
func (c *Client) Senders(ctx context.Context, serviceSID string) ([]connector.Sender, error) {
	return nil, nil
}

// Send posts a message, once. It is never repeated when its outcome is unknown
// (CallError.OutcomeUnknown).
func (c *Client) Send(ctx context.Context, m connector.Outgoing) (connector.Message, error) {
	return connector.Message{}, nil
}

// Message fetches a message as it is now.
func (c *Client) Message(ctx context.Context, sid string) (connector.Message, error) {
	return connector.Message{}, nil
}
