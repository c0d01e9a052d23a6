package twilio

import (
	"context"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/account"
)

// However many calls are made at once, a few requests run; the others follow.
func TestAFewRequestsAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		running, most, asked := 0, 0, 0
		c := New(testSID, testToken, Options{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
			mu.Lock()
			running, asked = running+1, asked+1
			most = max(most, running)
			mu.Unlock()
			time.Sleep(time.Second)
			mu.Lock()
			running--
			mu.Unlock()
			return reply(200, everyList("")), nil
		})})
		start := time.Now()
		var all sync.WaitGroup
		for range 10 {
			all.Go(func() {
				if _, err := c.Senders(t.Context(), testService); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if took := time.Since(start); most != maxRequests || asked != 30 || took != 8*time.Second {
			t.Errorf("%d of %d requests at once, %v in all", most, asked, took)
		}
	})
}

// The time-out of a request begins with its turn.
func TestWaitingCostsNoTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := New(testSID, testToken, Options{Timeout: 2 * time.Second, Transport: roundTripper(func(*http.Request) (*http.Response, error) {
			time.Sleep(1500 * time.Millisecond)
			return reply(200, `{"sid":"AC1"}`), nil
		})})
		var all sync.WaitGroup
		for range 3 * maxRequests {
			all.Go(func() {
				if err := askAccount(t.Context(), c); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
	})
}

// Who pauses before another try lets others go first.
func TestPausesHoldNoSlot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := New(testSID, testToken, Options{Transport: roundTripper(func(r *http.Request) (*http.Response, error) {
			if r.Method == http.MethodPost {
				answer := reply(429, "")
				answer.Header.Set("Retry-After", "10")
				return answer, nil
			}
			return reply(200, `{"sid":"AC1"}`), nil
		})})
		var all sync.WaitGroup
		for range 2 * maxRequests {
			all.Go(func() {
				if e := callError(t, send(t.Context(), c)); e.RetryAfter != 10*time.Second {
					t.Errorf("%+v", e)
				}
			})
		}
		synctest.Wait()
		start := time.Now()
		if err := askAccount(t.Context(), c); err != nil || time.Since(start) != 0 {
			t.Errorf("%v after %v", err, time.Since(start))
		}
		all.Wait()
	})
}

// A slot comes back whatever became of its request.
func TestSlotsComeBack(t *testing.T) {
	for _, f := range faults {
		synctest.Test(t, func(t *testing.T) {
			c, _ := inMemory(t, f.handler)
			callError(t, buy(t.Context(), c))
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			callError(t, askAccount(ctx, c))
			if len(c.slots) != 0 {
				t.Errorf("%s: %d slots are taken", f.name, len(c.slots))
			}
		})
	}
}

// Canceled while it waits, a purchase is known not to have been made.
func TestCanceledInTheQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := New(testSID, testToken, Options{Transport: silent})
		for range maxRequests {
			go send(t.Context(), c)
		}
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		start := time.Now()
		e := callError(t, buy(ctx, c))
		if e.Kind != account.TimedOut || e.OutcomeUnknown || e.Effect != account.NumberBought || time.Since(start) != time.Second {
			t.Errorf("%+v after %v", e, time.Since(start))
		}
		time.Sleep(time.Minute) // the others time out
	})
}
