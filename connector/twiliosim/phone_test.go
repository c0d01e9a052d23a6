package twiliosim_test

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/twiliosim"
)

// A phone gets what is sent to it, once it was delivered, and nothing else.
func TestArrived(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		sim := twiliosim.New()
		c := demo(t, sim)
		send := func(to, body string) {
			if status, answer := c.send(to, twiliosim.DemoServiceSID, body); status != 201 {
				t.Fatalf("%s: %d %v", to, status, answer)
			}
		}
		check := func(when, number string, want ...string) {
			t.Helper()
			if got := sim.Arrived(number); !slices.Equal(got, want) {
				t.Errorf("%s: %s got %q, want %q", when, number, got, want)
			}
		}
		send(somebody, "one")
		send(somebody, "two")
		send("+15000030003", "lost") // undelivered
		check("at once", somebody)
		time.Sleep(3200*time.Millisecond - 1)
		check("a moment before", somebody)
		time.Sleep(time.Nanosecond)
		check("then", somebody, "one", "two")
		send(somebody, "three")
		check("before the next", somebody, "one", "two")
		time.Sleep(10 * time.Second)
		check("at last", somebody, "one", "two", "three")
		check("at last", "+15000030003")
		check("at last", "+15551230000")
	})
}
