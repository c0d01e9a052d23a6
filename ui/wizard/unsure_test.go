package wizard

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
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

// A number is bought once, whatever is pressed while the purchase is under way
// and after it was cancelled.
func TestNumberIsBoughtOnce(t *testing.T) {
	sim := twiliosim.New()
	o := newOptions(i18n.English)
	emptied(&o)
	o.Connect = func(sid, token string, host *string) walk.Twilio {
		return slowShop{twilio.New(sid, token, twilio.Options{Host: host, Transport: sim})}
	}
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), answered, press("enter", "enter"), answered, press("enter"), answered,
			press("enter", "enter", "enter"), answered, press("enter"), press("y", "y", "enter", "y"), press("esc"))
		d.shows("may or may not have been bought")
		d.do(press("enter"), answered) // to look
		d.shows("+12065550150 now sends for “Logto”.")
		d.do(press("enter"), answered)
		if o.Walk.Step != walk.Templates {
			t.Errorf("the walk is at %s", o.Walk.Step.Key())
		}
	})
	if bought := strings.Join(sim.Bought(), " "); bought != "+12065550150" {
		t.Errorf("bought: %s", bought)
	}
}

// slowShop sells a number, and its answer comes after a minute.
type slowShop struct{ walk.Twilio }

func (s slowShop) BuyNumber(ctx context.Context, e164 string) (account.PhoneNumber, error) {
	n, err := s.Twilio.BuyNumber(ctx, e164)
	if pause(ctx, time.Minute) != nil {
		return account.PhoneNumber{}, &account.CallError{Kind: account.CallCanceled, OutcomeUnknown: true,
			Effect: account.NumberBought, Host: "api.twilio.com"}
	}
	return n, err
}

// A number is put into a service once, whatever is pressed meanwhile.
func TestNumberIsPlacedOnce(t *testing.T) {
	o := newOptions(i18n.English)
	signedIn(&o)
	added := 0
	f := halfMoved()
	f.numbers = func(_ context.Context, page func([]account.PhoneNumber)) error {
		page([]account.PhoneNumber{{SID: "PN2", Number: "+447700900121", SMS: true}})
		return nil
	}
	f.add = func(context.Context, string, string) error {
		added++
		time.Sleep(10 * time.Second)
		return nil
	}
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), answered, press("down", "a"), answered, press("enter"), answered)
		before := d.screen()
		d.keys("enter", "down", "enter", "b", "y")
		if added != 1 || d.screen() != before {
			t.Errorf("it was added %d times:\n%s", added, d.screen())
		}
		if d.wait(time.Minute); added != 1 {
			t.Errorf("it was added %d times", added)
		}
	})
}

// A file that is there is replaced after a yes alone.
func TestFileIsNotReplacedAgainstANo(t *testing.T) {
	for _, no := range []string{"n", "esc"} {
		folder(t)
		o := newOptions(i18n.English)
		openFile("good.json")(&o)
		chosen(&o)
		rotated(&o)
		driven(t, o, func(t *testing.T, d *direct) {
			d.do(at(walk.Templates), press("e"), replaced("Changed: {{code}}"), press("esc"), at(walk.Save), press("enter"), answered)
			d.shows(d.m.tr.T("save.changes", "file", "good.json"))
			d.do(press(no), answered)
			text, err := os.ReadFile("good.json")
			if err != nil || string(text) != files["good.json"] || o.Walk.Saved() != "" {
				t.Errorf("%s: saved as %q, %v:\n%s", no, o.Walk.Saved(), err, text)
			}
		})
	}
}
