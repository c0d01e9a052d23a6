package wizard

import (
	"context"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// A service whose creation was not answered may be there: Enter and Esc look,
// and do not create it again.
func TestUnsureServiceIsNotCreatedAgain(t *testing.T) {
	for _, leave := range []string{"enter", "esc"} {
		unsureService(t, leave)
	}
}

// unsureService presses a key after a creation that was not answered.
func unsureService(t *testing.T, leave string) {
	o := newOptions(i18n.English)
	chosen(&o)
	created, listed := 0, 0
	f := &fakeTwilio{
		services: func(_ context.Context, page func([]account.Service)) error {
			listed++
			page([]account.Service{{SID: "MG1", FriendlyName: "Old"}})
			return nil
		},
		create: func(context.Context, string) (account.Service, error) {
			created++
			return account.Service{}, &account.CallError{Kind: account.TimedOut, OutcomeUnknown: true,
				Effect: account.ServiceCreated, Host: "api.twilio.com"}
		},
	}
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(at(walk.Sender), answered, press("n", "enter"), answered)
		d.shows(d.m.tr.T("new-service.look"))
		before := listed
		d.do(press(leave), answered)
		if created != 1 || listed != before+1 {
			t.Errorf("created %d times, listed %d times more:\n%s", created, listed-before, d.screen())
		}
	})
}

// A purchase whose answer was lost is not left by Esc: what became of it is asked.
func TestUnsurePurchaseIsNotLeftByEsc(t *testing.T) {
	o := newOptions(i18n.English)
	emptied(&o)
	losing(&o)
	driven(t, o, func(t *testing.T, d *direct) {
		for _, s := range numbersScenes() {
			if s.golden == "buy" && s.name == "lost" {
				d.do(s.actions...)
			}
		}
		d.shows(d.m.tr.T("buy.look"))
		d.keys("esc")
		d.shows(d.m.tr.T("buy.look"))
	})
}

// A number that is out of its old service and not in the new one: that is said.
func TestNumberBetweenServicesIsSaid(t *testing.T) {
	o := newOptions(i18n.English)
	signedIn(&o)
	o.Connect = halfMoved().connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), answered, press("down", "a"), answered, press("enter", "y"), answered)
		d.shows(d.m.tr.T("numbers.between", "number", "+447700900120"))
	})
}

// A number of another service is moved after a yes alone.
func TestNumberIsNotMovedAgainstANo(t *testing.T) {
	o := newOptions(i18n.English)
	signedIn(&o)
	removed := 0
	f := halfMoved()
	f.remove = func(context.Context, string, string) error { removed++; return nil }
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), answered, press("down", "a"), answered, press("enter", "enter"), answered)
		if removed != 0 {
			t.Errorf("Enter alone moved it:\n%s", d.screen())
		}
		d.do(press("enter", "n"), answered)
		if removed != 0 {
			t.Errorf("no moved it:\n%s", d.screen())
		}
	})
}
