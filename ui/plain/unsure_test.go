package plain

import (
	"context"
	"strings"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// halfway is an account that creates a service, or moves a number, and loses the
// answer or stops between the two halves.
type halfway struct {
	walk.Twilio
	created, removed *int
	createErr        error
	addErr           error
}

func (h halfway) CreateService(ctx context.Context, name string) (account.Service, error) {
	*h.created++
	if h.createErr != nil {
		return account.Service{}, h.createErr
	}
	return h.Twilio.CreateService(ctx, name)
}

func (h halfway) RemoveNumber(ctx context.Context, service, number string) error {
	*h.removed++
	return h.Twilio.RemoveNumber(ctx, service, number)
}

func (h halfway) AddNumber(ctx context.Context, service, number string) error {
	if h.addErr != nil {
		return h.addErr
	}
	return h.Twilio.AddNumber(ctx, service, number)
}

// connectHalfway counts what is created and taken out.
func connectHalfway(o *Options, h halfway) (created, removed *int) {
	created, removed = new(int), new(int)
	connect := o.Connect
	o.Connect = func(sid, token string, host *string) walk.Twilio {
		h.Twilio, h.created, h.removed = connect(sid, token, host), created, removed
		return h
	}
	return created, removed
}

// A service whose creation was not answered is looked for, and not created again.
func TestUnsureServiceIsNotCreatedAgain(t *testing.T) {
	o, _ := setup(t, i18n.English)
	created, _ := connectHalfway(&o, halfway{createErr: &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true, Effect: account.ServiceCreated}})
	lines := []string{"", twiliosim.EmptyAccountSID, twiliosim.DemoAuthToken, "", ""}
	r := answers(t, o, lines...)
	if *created != 1 {
		t.Errorf("created %d times:\n%s", *created, r.out)
	}
	if n := strings.Count(r.out, english.T("sender.listing")); n != 2 {
		t.Errorf("listed %d times:\n%s", n, r.out)
	}
}

// toMove are the answers that lead to the move of a number which another service
// sends from, up to the question.
var toMove = []string{"", twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, "Staging", "+14155550120"}

func TestNumberIsNotMovedAgainstANo(t *testing.T) {
	for _, answer := range []string{"", "n"} {
		o, _ := setup(t, i18n.English)
		_, removed := connectHalfway(&o, halfway{})
		r := answers(t, o, append(toMove[:len(toMove):len(toMove)], answer)...)
		r.says(t, english.T("numbers.move.no"))
		if *removed != 0 {
			t.Errorf("%q moved it:\n%s", answer, r.out)
		}
	}
}

// A number that is out of its old service and not in the new one: that is said.
func TestNumberBetweenServicesIsSaid(t *testing.T) {
	o, _ := setup(t, i18n.English)
	connectHalfway(&o, halfway{addErr: &account.CallError{Kind: account.Refused, Code: 21714, HTTPStatus: 409, Effect: account.NumberAdded}})
	r := answers(t, o, append(toMove[:len(toMove):len(toMove)], "y")...)
	r.says(t, english.T("numbers.between", "number", "+14155550120"))
}
