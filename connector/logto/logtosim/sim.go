// Package logtosim is a simulated Logto: of its Management API what has to do with
// connectors and with signing in by SMS, and the tokens for it, as a Logto 1.42 answered
// them, its state in memory. A [Server] is an http.RoundTripper that needs no network (the demo, most
// tests) and an http.Handler.
//
// It has the traps of the real one. A POST deletes every other SMS connector. On
// saving, empty values are dropped and the keys get another order. An application
// without its role gets a token all the same, only without a scope. Answers hold
// the auth token in clear. A body over 1 MiB is 404, a NUL is 500. Of several SMS
// connectors none is listed, until a POST mends it. A PATCH of the sign-in experience
// replaces each setting whole, and holds sign-up against sign-in only in parts.
//
// Two applications may sign in: [DemoID] with [DemoSecret], and [UnprivilegedID]
// with the same secret, which lacks the role. What else can go wrong is in package
// faults, for tests alone: it breaks the [Wire] that calls go through.
package logtosim

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"time"
)

// The applications of every simulated Logto, and its Management API. The secret
// opens nothing anywhere.
const (
	DemoID         = "demo0application00000"
	UnprivilegedID = "demo0without0role0000"
	DemoSecret     = "demo-secret-that-opens-nothing"
	Resource       = "https://default.logto.app/api"
)

// DemoEndpoint is where the demo's Logto would be: no name ends in .invalid.
const DemoEndpoint = "https://logto.demo.invalid"

// Server is a simulated Logto, for use by many goroutines at once. It starts none
// of its own.
type Server struct {
	twilio http.RoundTripper // nil: it takes every message

	mu   sync.Mutex
	rows []Row
	experience,
	account columns
	lacks    []string // keys of the experience that an older Logto does not know
	captcha  bool
	codes    map[string]*passcode   // by number
	sent     map[string][]time.Time // codes, by number
	coded    int                    // codes made so far
	log      []Send                 // the newest first
	made     int                    // rows, for their ids
	tokens   map[string]token
	wire     Wire
	requests []Request
}

// token is what was granted.
type token struct {
	scope   string
	expires time.Time
}

// Row is a connector in the table of a Logto.
type Row struct {
	ID        string
	FactoryID string
	Config    json.RawMessage // as it is kept, the auth token in it
}

// Request is what was asked of a Server. It holds no secret.
type Request struct{ Method, Path string }

// Option changes how a Server behaves.
type Option func(*Server)

// Twilio lets the test call go to a simulated Twilio, at Twilio's own address.
// Without it, every message is taken.
func Twilio(t http.RoundTripper) Option { return func(s *Server) { s.twilio = t } }

// New returns a Logto without a connector, of the settings that a new one has.
func New(options ...Option) *Server {
	s := &Server{
		tokens: map[string]token{}, experience: columns{}, account: columns{},
		codes: map[string]*passcode{}, sent: map[string][]time.Time{},
	}
	s.experience.change(seededExperience)
	s.account.change(seededAccount)
	for _, o := range options {
		o(s)
	}
	return s
}

// Put writes connectors as SQL would: nothing is checked and none is deleted, so
// that two for SMS can be there. One of an ID that is there takes its place; an empty
// ID is made up.
func (s *Server) Put(rows ...Row) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, r := range rows {
		if r.ID == "" {
			r.ID = s.newID()
		}
		if i := slices.IndexFunc(s.rows, func(old Row) bool { return old.ID == r.ID }); i >= 0 {
			s.rows[i] = r
			continue
		}
		s.rows = append(s.rows, r)
	}
}

// Rows lists the connectors that are there.
func (s *Server) Rows() []Row {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.rows)
}

// Requests lists what was asked so far, in its order and whatever became of it.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// ExpireTokens ends every token that was granted so far.
func (s *Server) ExpireTokens() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for value, t := range s.tokens {
		t.expires = time.Time{}
		s.tokens[value] = t
	}
}

// newID makes up an id, of twelve characters as Logto's have.
func (s *Server) newID() string {
	s.made++
	return fmt.Sprintf("sim%09d", s.made)
}
