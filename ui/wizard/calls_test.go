package wizard

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// deaf answers after its time, whether anybody still waits or not.
func deaf[T any](after time.Duration, answer T) (T, error) {
	time.Sleep(after)
	return answer, nil
}

func TestAnswerOfACancelledCheckIsDropped(t *testing.T) {
	o := newOptions(i18n.English)
	signedIn(&o)
	f := &fakeTwilio{onAccount: func(context.Context) (account.Account, error) {
		return deaf(10*time.Second, account.Account{FriendlyName: "Too late", Type: account.FullAccount, Status: account.ActiveAccount})
	}}
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.keys("enter", "enter", "enter", "esc")
		d.wait(time.Minute)
		if o.Walk.Checked() || o.Walk.Step != walk.Credentials {
			t.Errorf("the answer was taken: %+v at %s", o.Walk.Account, o.Walk.Step.Key())
		}
		d.shows("┃ Auth Token")
	})
}

func TestLateServicesOfALeftListingAreDropped(t *testing.T) {
	o := newOptions(i18n.English)
	signedIn(&o)
	times := 0
	f := &fakeTwilio{services: func(_ context.Context, page func([]account.Service)) error {
		times++
		name := map[int]string{1: "Of the first listing", 2: "Of the second listing"}[times]
		list, _ := deaf(time.Duration(40/times)*time.Second, []account.Service{{SID: twiliosim.DemoServiceSID, FriendlyName: name}})
		page(list)
		return nil
	}}
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), after(time.Second), press("esc"))
		if o.Walk.Step != walk.Credentials {
			t.Fatalf("esc leads to %s:\n%s", o.Walk.Step.Key(), d.screen())
		}
		d.do(press("enter", "enter"), after(time.Minute))
		d.shows("Of the second listing")
		d.hides("Of the first listing")
		if len(o.Walk.Services) != 1 {
			t.Errorf("there are %d services", len(o.Walk.Services))
		}
	})
}

func TestCancelledMessageIsUnknownAndNotRepeated(t *testing.T) {
	o := newOptions(i18n.English)
	numbered(arriving)(&o)
	sent := 0
	f := &fakeTwilio{send: func(ctx context.Context, _ connector.Outgoing) (account.Message, error) {
		sent++
		<-ctx.Done()
		return account.Message{}, &account.CallError{Kind: account.CallCanceled, OutcomeUnknown: true, Effect: account.MessageSent, Host: "api.twilio.com"}
	}}
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(at(walk.Test), sending, press("esc"), after(time.Minute))
		d.shows("The SMS may or may not have been sent.")
		d.shows("› Continue")
		d.do(press("down", "enter"), after(time.Minute)) // the form again, not the message
		if sent != 1 {
			t.Errorf("it was sent %d times", sent)
		}
		d.do(press("enter", "enter", "enter")) // no is the default
		if sent != 1 || o.Walk.Step != walk.Save {
			t.Errorf("Enter alone sent it %d times and led to %s", sent, o.Walk.Step.Key())
		}
	})
}

func TestSendingWantsAYes(t *testing.T) {
	o := newOptions(i18n.English)
	numbered(arriving)(&o)
	sent := 0
	f := &fakeTwilio{send: func(context.Context, connector.Outgoing) (account.Message, error) {
		sent++
		return account.Message{SID: "SM1", Status: account.Delivered}, nil
	}}
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(at(walk.Test), press("enter", "enter", "enter"))
		if sent != 0 || o.Walk.Step != walk.Save {
			t.Fatalf("Enter alone sent it %d times and led to %s", sent, o.Walk.Step.Key())
		}
		d.keys("esc")
		d.do(sending, press("down", "enter", "enter", "enter"))
		if d.m.top().(*test).form.fields[testSend].yes {
			t.Error("yes is the default")
		}
		d.keys("enter")
		if sent != 1 || o.Walk.Step != walk.Save {
			t.Fatalf("Enter alone sent it %d times and led to %s", sent, o.Walk.Step.Key())
		}
		d.keys("esc", "enter", "enter", "y")
		if sent != 2 {
			t.Errorf("yes sent it %d times", sent)
		}
	})
}

func TestFollowingStopsAtOnceAndGoesOn(t *testing.T) {
	o := newOptions(i18n.English)
	numbered(arriving)(&o)
	asked := 0
	f := &fakeTwilio{
		send: func(context.Context, connector.Outgoing) (account.Message, error) {
			return account.Message{SID: "SM1", Status: account.Accepted}, nil
		},
		message: func(context.Context, string) (account.Message, error) {
			asked++
			return account.Message{SID: "SM1", Status: account.Sent}, nil
		},
	}
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(at(walk.Test), sending, after(5*time.Minute))
		d.shows("Delivery is unconfirmed")
		for range 2 { // it is asked for again and again, not once
			before := asked
			d.do(press("enter"), after(time.Minute))
			if asked < before+10 {
				t.Errorf("in a minute it was asked for %d times", asked-before)
			}
			d.key("esc")
			d.shows("› Keep waiting for this message")
		}
		before := asked
		d.wait(time.Minute)
		if asked != before {
			t.Error("it is still asked for")
		}
	})
}

// A question that fails is asked again, as late as Twilio wants it, and is no end.
func TestFollowingOutlivesAFailure(t *testing.T) {
	o := newOptions(i18n.English)
	numbered(arriving)(&o)
	asked := 0
	f := &fakeTwilio{
		send: func(context.Context, connector.Outgoing) (account.Message, error) {
			return account.Message{SID: "SM1", Status: account.Accepted}, nil
		},
		message: func(context.Context, string) (account.Message, error) {
			switch asked++; asked {
			case 1:
				return account.Message{}, &account.CallError{Kind: account.Unreachable}
			case 2:
				return account.Message{}, &account.CallError{Kind: account.Refused, HTTPStatus: 429, RetryAfter: 30 * time.Second}
			}
			return account.Message{SID: "SM1", Status: account.Delivered}, nil
		},
	}
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(at(walk.Test), sending, after(20*time.Second))
		if asked != 2 {
			t.Errorf("asked for %d times before the pause is over:\n%s", asked, d.screen())
		}
		d.wait(20 * time.Second)
		d.shows("It has arrived")
	})
}

func TestManyServicesComeInWhileOneChooses(t *testing.T) {
	o := newOptions(i18n.English)
	signedIn(&o)
	var mu sync.Mutex
	now, most, all := 0, 0, 0
	f := serving(100, 50, 100*time.Millisecond, func(string) func() {
		mu.Lock()
		defer mu.Unlock()
		now, all = now+1, all+1
		most = max(most, now)
		return func() { mu.Lock(); now--; mu.Unlock() }
	})
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), after(time.Second))
		d.shows("Listing the messaging services")
		for range 4 {
			d.do(press("down"), after(200*time.Millisecond))
		}
		d.shows("› Service 004")
		d.do(press("/"), typed("service 07"), press("enter"), after(time.Minute))
		d.shows("search “service 07”")
		d.do(press("esc"))
		if known := len(o.Walk.Services); known != 100 || all != 100 || most > walk.ParallelLists {
			t.Errorf("%d services, %d asked for, %d at once", known, all, most)
		}
		for _, s := range o.Walk.Services {
			if !s.Known || len(s.Senders) != 50 {
				t.Fatalf("%s has %d senders", s.FriendlyName, len(s.Senders))
			}
		}
	})
}

func TestLeavingTheListEndsItsRequests(t *testing.T) {
	o := newOptions(i18n.English)
	signedIn(&o)
	var asked atomic.Int32
	f := serving(100, 1, time.Second, func(string) func() { asked.Add(1); return func() {} })
	o.Connect = f.connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), after(3*time.Second), press("enter"))
		if o.Walk.Step != walk.Templates {
			t.Fatalf("Enter leads to %s", o.Walk.Step.Key())
		}
		before := asked.Load()
		d.wait(time.Minute)
		if more := asked.Load() - before; more > walk.ParallelLists {
			t.Errorf("%d more services were asked for", more)
		}
	})
}
