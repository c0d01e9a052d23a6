// Package twilio talks to the user's Twilio account, over twilio-go.
//
// twilio-go takes no context, follows a list's next page wherever it points,
// and loses the status of an answer that is not its JSON. So each call runs
// over an [exchange], an http.RoundTripper of its own that knows the call's
// context, decides which host may see the credentials, reads the whole answer
// to a limit, repeats what may be repeated, and turns every failure into a
// [account.CallError]. twilio-go knows the paths, the fields and their types.
package twilio

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/remote"
)

// Options are what a Client may be told; the zero Options talk to Twilio.
type Options struct {
	// Host is the host of the configuration (connector.Config.Host). It decides to which
	// region all calls go; nil is US1. With a host that the connector would refuse, no
	// call is made.
	Host *string
	// BaseURL replaces scheme and host of every call and puts its path before
	// theirs (--twilio-url). See ParseBaseURL.
	BaseURL *url.URL
	// Transport carries the requests; nil is http's own with the proxy of the
	// environment. The demo and the tests put a simulated Twilio here.
	Transport http.RoundTripper
	// Timeout bounds one request, its answer included; 0 is 30 seconds.
	Timeout time.Duration
}

// maxRequests is how many requests of a client run at once. Twilio refuses an
// account's calls above a number that it does not publish (20429).
const maxRequests = 4

// Client is one account's view of Twilio. It can be used by many goroutines at once: no
// more than maxRequests requests run, the others wait. A request that pauses before it is
// repeated is not counted. Every error that its methods return is a *account.CallError.
type Client struct {
	accountSID string
	authToken  string
	host       string // of the API, as connector.Config.APIHost
	base       *url.URL
	transport  http.RoundTripper
	timeout    time.Duration
	pause      time.Duration  // before the first repetition; each next one doubles it
	slots      chan struct{}  // holds one for each request that runs
	filter     *redact.Filter // for all that is shown of an answer
}

// New returns a client for an account SID and its auth token. Twilio checks both. With
// [connector.TokenVariable] in the place of the token no call is made.
func New(accountSID, authToken string, o Options) *Client {
	c := &Client{
		accountSID: accountSID,
		authToken:  authToken,
		host:       connector.Config{Host: o.Host}.APIHost(),
		base:       o.BaseURL,
		transport:  o.Transport,
		timeout:    o.Timeout,
		pause:      remote.FirstPause,
		slots:      make(chan struct{}, maxRequests),
		filter:     redact.NewFilter([]string{authToken}, accountSID),
	}
	if c.transport == nil {
		c.transport = remote.NewTransport()
	}
	if c.timeout == 0 {
		c.timeout = 30 * time.Second
	}
	return c
}

// Format keeps the auth token out of whatever prints a Client, with any verb.
func (c Client) Format(s fmt.State, _ rune) {
	io.WriteString(s, "twilio.Client("+c.accountSID+")")
}
