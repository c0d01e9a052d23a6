package twiliosim

import (
	"cmp"
	"slices"
	"time"

	"logto-twilio/connector/account"
)

// Arrived lists the texts that a phone has got by now, the oldest first: of the messages
// to its number (E.164), those that were delivered.
func (s *Server) Arrived(number string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var got []*message
	for _, m := range s.messages {
		if reached, _ := s.at(m, time.Now()); m.to == number && reached.status == account.Delivered {
			got = append(got, m)
		}
	}
	slices.SortFunc(got, func(a, b *message) int { return cmp.Or(a.created.Compare(b.created), cmp.Compare(a.sid, b.sid)) })
	var texts []string
	for _, m := range got {
		texts = append(texts, m.body)
	}
	return texts
}
