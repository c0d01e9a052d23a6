// Package logto puts a configuration into a running Logto, and gets it out, by
// Logto's Management API: https://openapi.logto.io. It signs in as a
// machine-to-machine application, looks at the SMS connectors that are there
// ([Client.SMS]), plans the least that has to be done ([NewPlan]), does it and
// reads it back ([Client.Push]), and can have Logto itself send a test
// ([Client.Test]).
//
// What Logto does beyond its documentation was recorded from Logto 1.42: a POST
// deletes every other SMS connector, empty values are dropped on saving, an
// application without its role gets a token all the same, and every answer holds
// the auth token in clear. So no body of an answer is ever repeated: of an error,
// its fields are, cleaned.
package logto

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"logto-twilio/connector/remote"
)

// Application is a machine-to-machine application of a Logto.
type Application struct{ ID, Secret string }

// ErrApplication is why ParseApplication refuses a text, which it does not repeat.
var ErrApplication = errors.New("not an application id and its secret with a colon between them")

// maxApplication bounds id:secret, in bytes. Logto's have 54.
const maxApplication = 4 << 10

// ParseApplication reads id:secret, blanks around it left out. Both are of visible
// ASCII, as RFC 6749 has it (appendix A). The error is ErrApplication.
func ParseApplication(s string) (Application, error) {
	id, secret, ok := strings.Cut(strings.TrimSpace(s), ":")
	odd := func(r rune) bool { return r <= ' ' || r > '~' }
	if !ok || id == "" || secret == "" || len(s) > maxApplication || strings.ContainsFunc(id+secret, odd) {
		return Application{}, ErrApplication
	}
	return Application{id, secret}, nil
}

// Format keeps the secret out of whatever prints an Application, with any verb.
func (a Application) Format(s fmt.State, _ rune) {
	io.WriteString(s, "logto.Application("+a.ID+")")
}

// Options are what a Client may be told.
type Options struct {
	// Resource is the API that a token is asked for; "" is ResourceOf the endpoint.
	Resource string
	// Transport carries the requests; nil is http's own with the proxy of the
	// environment. The demo and the tests put a simulated Logto here.
	Transport http.RoundTripper
	// Timeout bounds one request, its answer included; 0 is 30 seconds.
	Timeout time.Duration
	// TestTimeout bounds Test, in which Logto waits for Twilio without a limit of
	// its own; 0 is 60 seconds.
	TestTimeout time.Duration
}

// Client is an application's view of a Logto. It holds the application's secret
// and, from the first call on, an access token, both in memory alone, and serves
// any number of calls at once. Every error that its methods return is a
// *CallError unless they say otherwise.
type Client struct {
	endpoint  *url.URL
	resource  string
	app       Application
	transport http.RoundTripper
	timeout   time.Duration
	testLimit time.Duration
	pause     time.Duration // before the first repetition; each next one doubles it
	token     *accessToken
	secrets   *knownSecrets
}

// accessToken is the token of a client, shared by its calls. Who asks for a new
// one takes its turn, so that one is asked for at a time; those who wait share what
// comes of it, a failure too.
type accessToken struct {
	turn chan struct{}

	mu       sync.Mutex
	value    string // "" until there is one
	expires  time.Time
	failures int // so far
	failure  *CallError
}

// New returns a client for the Logto at endpoint, as ParseEndpoint returns it.
func New(endpoint *url.URL, app Application, o Options) *Client {
	c := &Client{
		endpoint:  endpoint,
		resource:  o.Resource,
		app:       app,
		transport: o.Transport,
		timeout:   o.Timeout,
		testLimit: o.TestTimeout,
		pause:     remote.FirstPause,
		token:     &accessToken{turn: make(chan struct{}, 1)},
		secrets:   &knownSecrets{},
	}
	if c.resource == "" {
		c.resource = ResourceOf(endpoint)
	}
	if c.transport == nil {
		c.transport = remote.NewTransport()
	}
	if c.timeout == 0 {
		c.timeout = 30 * time.Second
	}
	if c.testLimit == 0 {
		c.testLimit = 60 * time.Second
	}
	return c
}

// Endpoint is the address of the Logto.
func (c *Client) Endpoint() string { return c.endpoint.String() }

// Host is host and port of that address.
func (c *Client) Host() string { return c.endpoint.Host }

// Resource is the API that the client asks for tokens of.
func (c *Client) Resource() string { return c.resource }

// Format keeps secret and token out of whatever prints a Client, with any verb.
func (c Client) Format(s fmt.State, _ rune) {
	io.WriteString(s, "logto.Client("+c.endpoint.Host+", "+c.app.ID+")")
}
