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

// Leaving is asked about while something would be lost, or would happen unseen.
func TestLeavingIsAskedAbout(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*Walk)
		want bool
	}{
		"nothing was done":           {func(*Walk) {}, false},
		"an answer was changed":      {func(w *Walk) { w.ChooseService("MG1") }, true},
		"a test is being sent":       {func(w *Walk) { w.BeginTest(connector.Outgoing{}) }, true},
		"a test was sent":            {func(w *Walk) { w.BeginTest(connector.Outgoing{}); w.EndSpending() }, false},
		"a number is being bought":   {(*Walk).BeginSpending, true},
		"a number was bought":        {func(w *Walk) { w.NotePurchase(account.PhoneNumber{}) }, true},
		"bought, and saved":          {func(w *Walk) { w.NotePurchase(account.PhoneNumber{}); w.MarkSaved("", "x.json") }, false},
		"saved, and a test is sent":  {func(w *Walk) { w.MarkSaved("", "x.json"); w.BeginTest(connector.Outgoing{}) }, true},
		"changed after it was saved": {func(w *Walk) { w.MarkSaved("", "x.json"); w.ChooseService("MG1") }, true},
	} {
		s := &Setup{Walk: New(connector.English)}
		c.do(s.Walk)
		if got := s.AsksToQuit(); got != c.want {
			t.Errorf("%s: asked %t", name, got)
		}
	}
}
