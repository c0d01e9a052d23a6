package walk

import (
	"slices"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
)

// DeliveryTime is how long a test message is followed.
const DeliveryTime = 90 * time.Second

// TestTypes are the usage types that a test message can be of.
func (w *Walk) TestTypes() []connector.UsageType {
	var types []connector.UsageType
	for _, t := range w.Templates {
		if !slices.Contains(types, t.UsageType) {
			types = append(types, t.UsageType)
		}
	}
	if len(types) == 0 {
		return []connector.UsageType{connector.Generic}
	}
	return types
}

// TestMessage is the message that a test sends, false where no template serves the
// chosen type.
func (w *Walk) TestMessage() (connector.Outgoing, bool) {
	return w.Config().Outgoing(w.TestNumber, w.TestType, TestCode)
}

// ChooseTestType chooses the template that a test sends.
func (w *Walk) ChooseTestType(u connector.UsageType) { w.TestType = u }

// BeginTest notes that a message is handed to Twilio, which bills it, and returns what
// becomes of it.
func (w *Walk) BeginTest(m connector.Outgoing) *account.Delivery {
	w.Sent, w.spending = &account.Delivery{Outgoing: m}, true
	return w.Sent
}

// BeginSpending notes that Twilio is asked for a number, or Logto for a message through
// Twilio: both are billed.
func (w *Walk) BeginSpending() { w.spending = true }

// EndSpending notes that Twilio has answered, or that nobody waits for it any more.
func (w *Walk) EndSpending() { w.spending = false }

// TestPrice says what a test costs: nothing in the demo.
func (s *Setup) TestPrice(p i18n.Printer) string {
	if s.Demo {
		return p.T("test.price-demo")
	}
	return p.T("test.price")
}

// AsksForVerified reports whether the numbers that the account can text are still to
// be asked for.
func (w *Walk) AsksForVerified() bool { return w.OnTrial() && !w.Verified.Asked }

// NoteVerified notes the numbers that the account can text, or why they are not known.
func (w *Walk) NoteVerified(numbers []string, err error) { w.Verified = Found(numbers, err) }

// VerifiedText says which numbers a trial account can text, "" where that is not
// known or it can text any.
func (w *Walk) VerifiedText(p i18n.Printer) string {
	switch {
	case !w.OnTrial() || !w.Verified.Known():
		return ""
	case len(w.Verified.Value) == 0:
		return p.T("test.verified-none")
	}
	const most = 5 // a company may have verified dozens
	return p.T("test.verified", "numbers", w.Verified.Value[:min(most, len(w.Verified.Value))])
}

// TestQuestion asks whether a test message is to be sent to a number.
func (w *Walk) TestQuestion(p i18n.Printer, to string) string {
	if w.Sent != nil {
		return p.T("test.send-another", "to", to)
	}
	return p.T("test.send", "to", to)
}

// TestYes reports whether Enter answers that question with yes: only in the demo, where
// nothing is charged, and only for a number that the last message did not go to.
func (s *Setup) TestYes(number string) bool {
	sent := s.Walk.Sent
	return s.Demo && (sent == nil || sent.Outgoing.To != number)
}

// LogtoTestQuestion asks whether a Logto is to send a test message to the number in hand.
func (w *Walk) LogtoTestQuestion(p i18n.Printer, host string) string {
	return p.T("push.ask-test", "host", host, "number", w.TestNumber)
}

// LogtoTestYes reports whether Enter answers that question with yes: in the demo alone.
func (s *Setup) LogtoTestYes() bool { return s.Demo }
