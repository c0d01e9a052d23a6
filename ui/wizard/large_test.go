package wizard

import (
	"net/http"
	"sync"
	"testing"
	"time"

	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// distant is the simulated Twilio far away, and counts what is asked at once.
type distant struct {
	sim *twiliosim.Server

	mu             sync.Mutex
	now, most, all int
}

func (x *distant) RoundTrip(r *http.Request) (*http.Response, error) {
	x.count(1)
	defer x.count(-1)
	if err := pause(r.Context(), 50*time.Millisecond); err != nil {
		return nil, err
	}
	return x.sim.RoundTrip(r)
}

func (x *distant) count(n int) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.now += n
	x.most = max(x.most, x.now)
	x.all += max(n, 0)
}

// largeAccount is that of a hundred services of fifty numbers each.
func largeAccount(x *distant) Options {
	o := newOptions(i18n.English)
	onAccount(twiliosim.LargeAccountSID)(&o)
	o.Connect = func(sid, token string, host *string) walk.Twilio {
		return twilio.New(sid, token, twilio.Options{Host: host, Transport: x})
	}
	return o
}

func TestLargeAccountStaysUsable(t *testing.T) {
	x := &distant{sim: twiliosim.New()}
	o := largeAccount(x)
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), after(160*time.Millisecond)) // account, balance, the first page
		first := o.Walk.Services[0].FriendlyName
		d.shows("› " + first)
		d.shows("1 of 50")
		d.do(press("down", "a")) // numbers are listed beside the services
		d.do(after(time.Minute), press("esc"))
		if n := len(o.Walk.Services); n != 100 || !o.Walk.Listed {
			t.Errorf("%d services", n)
		}
		last := o.Walk.Services[99]
		d.do(press("/"), typed(last.Senders[49].Name), press("enter"), after(time.Second))
		d.shows("› " + last.FriendlyName)
		d.shows("1 of 1")
		d.do(press("a"), after(time.Minute), press("/"), typed(last.Senders[0].Name), press("enter"), after(time.Second))
		d.shows("› " + last.Senders[0].Name)
		d.shows("already in this service")
	})
	if x.most > 4 {
		t.Errorf("%d requests at once", x.most)
	}
	t.Logf("%d requests, %d at once", x.all, x.most)
}
