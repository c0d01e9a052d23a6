package walk

import (
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
)

// Ending is how it stands with a message that Twilio took and that is followed no
// more. The status decides; Twilio's code explains it, and on a message that arrived
// (30018), arrived in part or may still arrive it is but a warning.
type Ending struct {
	Status account.CheckStatus
	Text   string // "" where Code says all
	Code   int    // Twilio's error code, 0 where there is none
	Missed bool   // nothing more comes, and the user has not got the whole text
}

// EndingOf says how it stands with a message.
func EndingOf(p i18n.Printer, m account.Message) Ending {
	d := account.Delivery{Message: m}
	e := Ending{Status: account.CheckWarning, Code: m.ErrorCode, Missed: m.Status.Final() && !d.Arrived()}
	switch {
	case m.Status.Failed():
		e.Status = account.CheckFailed
		if m.ErrorCode == 0 {
			e.Text = p.T("test.failed")
		}
	case e.Missed: // in part
		e.Text = p.Status(m.Status).Hint
	case !d.Arrived():
		e.Text = p.T("test.no-word", "status", p.Status(m.Status).Message)
	case m.Price != "":
		e.Status = account.CheckOK
		e.Text = p.T("test.delivered-price", "n", m.Segments, "price", strings.TrimPrefix(m.Price, "-"), "unit", m.PriceUnit)
	default:
		e.Status, e.Text = account.CheckOK, p.T("test.delivered")
	}
	return e
}

// Refusal is Twilio's code for a test message that it did not take, 0 where it took
// it, may have taken it, or gave no code.
func (w *Walk) Refusal() int {
	if w.Sent == nil || w.Sent.Err == nil || w.Sent.Err.OutcomeUnknown {
		return 0
	}
	return w.Sent.Err.Code
}
