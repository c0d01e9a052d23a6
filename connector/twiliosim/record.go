package twiliosim

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"logto-twilio/connector"
)

// Request is what was asked of a Server. It holds no auth token.
type Request struct {
	Method     string
	Host       string // without a port
	Path       string
	AccountSID string // the user name of the Basic authentication
	Query      url.Values
	Form       url.Values // of the body
}

// Requests lists what was asked so far, in its order and whatever became of it:
// a request that found Twilio unreachable is among them.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := slices.Clone(s.requests)
	for i, r := range list {
		list[i].Query, list[i].Form = maps.Clone(r.Query), maps.Clone(r.Form)
	}
	return list
}

// Taken lists the messages that were taken so far, by SID and in their order: one
// for each that goes out or fails on its way, whatever became of the answer.
func (s *Server) Taken() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Keys(s.messages))
}

// Sent lists the messages that were posted so far, the refused ones included.
func (s *Server) Sent() []connector.Outgoing {
	var list []connector.Outgoing
	for _, r := range s.Requests() {
		if r.Method == http.MethodPost && strings.HasSuffix(r.Path, "/Messages.json") {
			list = append(list, connector.Outgoing{
				To:                  r.Form.Get("To"),
				MessagingServiceSID: r.Form.Get("MessagingServiceSid"),
				Body:                r.Form.Get("Body"),
				RiskCheck:           r.Form.Get("RiskCheck"),
			})
		}
	}
	return list
}
