//go:build unix

package cli

import (
	"strings"
	"testing"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/twiliosim"
)

// What is no answer of Logto's, in the place of any, is said, and Twilio's checks are
// there all the same.
func TestDoctorWithTrouble(t *testing.T) {
	url := serve(t, twiliosim.New(twiliosim.Speed(1000)))
	path := saved(t, demoDocument())
	for at, code := range map[string]string{
		"/oidc/token": "logto-unanswered", "/api/connectors": "logto-unanswered",
		"/api/sign-in-exp": "sms-use-unknown", "/api/logs": "sends-unanswered",
	} {
		for _, effect := range []faults.Effect{faults.HTMLPage, faults.CutOff, faults.Redirecting} {
			sim := logtosim.New()
			sim.Put(twilioRow(demoDocument()))
			faults.Break(sim, faults.Fault{Effect: effect, Path: at})
			got := withLogto(t, sim, map[string]string{environ.TwilioURL: url}, "doctor", path, "--json")
			if got.code != exitUnreachable || !strings.Contains(got.out, `"code": "`+code+`"`) || !strings.Contains(got.out, "a2p-verified") {
				t.Errorf("%s, %s: exit code %d\n%s", at, effect, got.code, got.out)
			}
		}
	}
}
