package plain

import (
	"context"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// unsold answers every purchase with an error.
type unsold struct {
	walk.Twilio
	err error
}

func (u unsold) BuyNumber(context.Context, string) (account.PhoneNumber, error) {
	return account.PhoneNumber{}, u.err
}

// Going back leaves a purchase that was refused, after it was said that nothing was
// charged, and not one that may have been made.
func TestGoingBackFromAPurchase(t *testing.T) {
	for name, c := range map[string]struct {
		err   *account.CallError
		says  string // key
		asked int    // what to do
	}{
		"refused": {&account.CallError{Kind: account.Refused, Code: 21422, HTTPStatus: 400}, "buy.not-bought", 1},
		"unsure":  {&account.CallError{Kind: account.TimedOut, OutcomeUnknown: true, Effect: account.NumberBought}, "buy.not-there", 2},
	} {
		o, _ := setup(t, i18n.English)
		connect := o.Connect
		o.Connect = func(sid, token string, host *string) walk.Twilio { return unsold{connect(sid, token, host), c.err} }
		r := answers(t, o, slices.Concat(fromEmpty[:10], []string{"<"})...)
		r.says(t, english.T(c.says, "number", "+447700900700"))
		if n := strings.Count(r.out, english.T("buy.leave")); n != c.asked {
			t.Errorf("%s: asked %d times:\n%s", name, n, r.out)
		}
	}
}
