package walk

import (
	"logto-twilio/connector/problem"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/i18n"
)

// NumbersMeant are the numbers that an answer may stand for in which a 0 follows a
// country code that has none there, the likelier first; none where it is clear, or
// was asked before.
func (w *Walk) NumbersMeant(p i18n.Printer, answer string) []Choice {
	_, found := sms.ParsePhone(answer)
	if found == nil || found.Code != problem.PhoneTrunkZero || answer == w.zeroMeant {
		return nil
	}
	short, whole := found.Args["suggestion"].(string), found.Args["number"].(string)
	return []Choice{{short, p.T("test.zero.without", "number", short)}, {whole, p.T("test.zero.with", "number", whole)}}
}

// MeanNumber takes the number that was chosen of those, which is what it is.
func (w *Walk) MeanNumber(number string) {
	w.zeroMeant = number
	TestNumber.Set(w, number)
}
