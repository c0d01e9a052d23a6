package walk

import (
	"slices"
	"time"

	"logto-twilio/connector"
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

// SentTo reports whether the last test message went to a number: another one wants a
// yes that is not the default.
func (w *Walk) SentTo(number string) bool { return w.Sent != nil && w.Sent.Outgoing.To == number }
