//go:build unix

package cli

import (
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/simnet/trouble"
	"logto-twilio/connector/twiliosim"
)

// watched counts how many requests run at a time at most.
type watched struct {
	http.RoundTripper
	running, most *atomic.Int32
}

func (w watched) RoundTrip(r *http.Request) (*http.Response, error) {
	n := w.running.Add(1)
	defer w.running.Add(-1)
	for m := w.most.Load(); n > m && !w.most.CompareAndSwap(m, n); m = w.most.Load() {
	}
	return w.RoundTripper.RoundTrip(r)
}

// A log of 10,000 entries, 50 ms a request: under 3 s, four requests at once at most.
func TestDoctorOfALargeLog(t *testing.T) {
	sim := logtosim.New()
	sim.Put(twilioRow(demoDocument()))
	sends := make([]logtosim.Send, 10_000)
	for i := range sends {
		sends[i] = logtosim.Send{At: time.Now().Add(-time.Duration(i) * time.Second), Event: "SignIn", Phone: somebodysNumber}
	}
	sim.PutSends(sends...)
	faults.Break(sim, faults.Fault{Effect: faults.Slow, Delay: 50 * time.Millisecond})
	w := watched{sim, new(atomic.Int32), new(atomic.Int32)}
	given := map[string]string{environ.TwilioURL: serve(t, twiliosim.New(twiliosim.Speed(1000)))}
	began := time.Now()
	got := withLogto(t, w, given, "doctor", saved(t, demoDocument()))
	took := time.Since(began)
	if got.code != exitOK || !strings.Contains(got.out, "10000 codes by SMS in the last 24 hours") || strings.Contains(got.out, somebodysNumber) {
		t.Errorf("exit code %d\n%s%s", got.code, got.out, got.err)
	}
	if took > 3*time.Second && !trouble.RaceDetector || took > 30*time.Second || w.most.Load() > 4 {
		t.Errorf("%v, %d at once", took, w.most.Load())
	}
}
