package walk

import (
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
)

// A message costs money: Enter alone sends one in the demo only, and only one to a number.
func TestEnterSendsNothingThatCosts(t *testing.T) {
	const number, other = "+15551234567", "+15557654321"
	sent := &account.Delivery{Outgoing: connector.Outgoing{To: number}}
	for name, c := range map[string]struct {
		demo bool
		sent *account.Delivery
		to   string
		want bool
	}{
		"the demo":                          {demo: true, to: number, want: true},
		"the demo, the same number again":   {demo: true, sent: sent, to: number},
		"the demo, another number":          {demo: true, sent: sent, to: other, want: true},
		"for real":                          {to: number},
		"for real, the same number again":   {sent: sent, to: number},
		"for real, another number":          {sent: sent, to: other},
		"the demo, one that was not taken":  {demo: true, sent: &account.Delivery{Outgoing: sent.Outgoing, Err: &account.CallError{}}, to: number},
		"the demo, no number yet":           {demo: true, want: true},
		"for real, one that was not taken":  {sent: &account.Delivery{Outgoing: sent.Outgoing, Err: &account.CallError{}}, to: number},
		"for real, no number was given yet": {},
	} {
		s := &Setup{Demo: c.demo, Walk: New(connector.English)}
		s.Walk.Sent = c.sent
		if got := s.TestYes(c.to); got != c.want {
			t.Errorf("%s: Enter means yes: %v", name, got)
		}
	}
}
