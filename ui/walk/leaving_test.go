package walk

import (
	"context"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
)

// Who leaves while something is billed is told so, in the wizard and in plain mode.
func TestLeavingTellsOfWhatIsBilled(t *testing.T) {
	p := i18n.In(i18n.English)
	told := p.T("quit.spending")
	for name, c := range map[string]struct{ unsaved, spending bool }{
		"nothing": {}, "answers": {unsaved: true}, "billed": {spending: true}, "both": {true, true},
	} {
		s := &Setup{Walk: New(connector.English)}
		if c.unsaved {
			s.Walk.ChooseService("MG1")
		}
		if c.spending {
			s.Walk.BeginSpending()
		}
		q := s.Quitting(p)
		most, text := s.WaitToLeave(p)
		if strings.Contains(q.Why, told) != c.spending || strings.Contains(text, told) != c.spending || (most > 0) != c.spending {
			t.Errorf("%s: %q; waits %s: %q", name, q.Why, most, text)
		}
		if waits := q.Choices[0].Label == p.T("quit.wait"); waits != (c.spending && !c.unsaved) {
			t.Errorf("%s: offers to wait: %t", name, waits)
		}
	}
}

// noLook is a shop whose numbers cannot be asked for.
type noLook struct{ Shop }

func (noLook) FindPhoneNumber(context.Context, string) (account.PhoneNumber, bool, error) {
	return account.PhoneNumber{}, false, &account.CallError{Kind: account.TimedOut}
}

// A look that failed does not say that the number is not there.
func TestFailedLookSaysNothing(t *testing.T) {
	unsure := Purchase{E164: "+15550100", Err: &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true, Effect: account.NumberBought}}
	unsure.Look(t.Context(), noLook{})
	if unsure.Looked || !unsure.Unsure() || PurchaseText(i18n.In(i18n.English), unsure) != "" {
		t.Errorf("%+v", unsure)
	}
}
