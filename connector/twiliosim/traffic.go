package twiliosim

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"logto-twilio/connector/account"
)

// Past is a message of an earlier time.
type Past struct {
	At      time.Time
	Service string
	To      string
	Status  account.MessageStatus
	Code    int // Twilio's error code, 0 for none
}

// PutMessages writes messages that an account sent before: they are listed, and nothing
// more becomes of them.
func (s *Server) PutMessages(accountSID string, past ...Past) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range past {
		m := &message{
			sid: s.messageSID(), account: accountSID, service: p.Service, to: p.To, body: "123456", segments: 1,
			created: p.At, stages: []stage{{0, account.Sent}, {0, p.Status}}, errorCode: p.Code, warned: p.Code != 0,
		}
		if p.Status == account.Failed || p.Status == account.Accepted { // before it was sent
			m.stages = m.stages[1:]
		}
		m.errorText = outcomeOf(p.Code).text
		s.messages[m.sid] = m
	}
}

// messageSID is the SID of the next message.
func (s *Server) messageSID() string { return fmt.Sprintf("SM%s%04x", fake, len(s.messages)+1) }

// sentAt is when a message was sent, or else made.
func (c *call) sentAt(m *message) time.Time {
	if _, sent := c.at(m, c.now); sent != nil {
		return m.created.Add(c.after(*sent))
	}
	return m.created
}

// listMessages is ListMessage, the newest first.
func (c *call) listMessages() answer {
	var list []*message
	for _, m := range c.messages {
		fits, ok := c.asked(m)
		if !ok {
			return invalid("DateSent is invalid")
		}
		if fits {
			list = append(list, m)
		}
	}
	slices.SortFunc(list, func(a, b *message) int {
		return cmp.Or(c.sentAt(b).Compare(c.sentAt(a)), cmp.Compare(b.sid, a.sid))
	})
	return apiListing(c, "messages", list, func(m *message) string { return m.sid }, func(m *message) any { return c.renderMessage(m) })
}

// asked reports whether a message is among those that the query asks for; ok is false
// where the query makes no sense.
func (c *call) asked(m *message) (fits, ok bool) {
	fits = m.account == c.account.SID
	for name, value := range map[string]string{"To": m.to, "From": m.from} {
		fits = fits && (!c.query.Has(name) || c.query.Get(name) == value)
	}
	at := c.sentAt(m).Truncate(time.Second)
	for _, name := range []string{"DateSent", "DateSent<", "DateSent>"} {
		if !c.query.Has(name) {
			continue
		}
		from, to, known := period(c.query.Get(name))
		if !known {
			return false, false
		}
		after, before := !at.Before(from), at.Before(to)
		fits = fits && (after || strings.HasSuffix(name, "<")) && (before || strings.HasSuffix(name, ">"))
	}
	return fits, true
}

// period is what a date of a query stands for: its day, or its second.
func period(s string) (from, to time.Time, ok bool) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t, t.AddDate(0, 0, 1), true
	}
	t, err := time.Parse(time.RFC3339, s)
	return t, t.Add(time.Second), err == nil
}
