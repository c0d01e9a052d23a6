package cli

import (
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/twiliosim"
)

// Every situation of a push: its exit code, its words, and what is left in Logto.
func TestPushSituations(t *testing.T) {
	t.Parallel()
	const id, api = logtosim.DemoID + ":", "/api/connectors"
	ours := twilioRow(demoDocument())
	for name, tt := range map[string]struct {
		there   []logtosim.Row
		wanted  *connector.Document
		args    []string
		environ map[string]string
		fault   faults.Fault
		code    int
		says    []string
		changed bool // Logto has what was wanted, and only that
	}{
		"first time": {args: []string{"--yes"}, changed: true, says: []string{
			"has no SMS connector", "+ accountSID: \"" + twiliosim.DemoAccountSID, "+ authToken: (set, not shown)", "+ templates.SignIn: ", "read back"}},
		"no change": {there: []logtosim.Row{ours}, changed: true, says: []string{"Twilio SMS Service (ours)", "nothing to do"}},
		"changed templates": {there: []logtosim.Row{ours}, wanted: demoDocument(newText), args: []string{"--yes"}, changed: true,
			says: []string{`~ templates.SignIn: "`, `" → "New: {{code}}"`, "read back"}},
		"a rotated token": {there: []logtosim.Row{ours}, wanted: demoDocument(rotated), args: []string{"--yes"}, changed: true,
			says: []string{"What changes:\n  ~ authToken: (changed, not shown)\nLogto now has"}},
		"another provider in place": {there: []logtosim.Row{vonageRow()}, args: []string{"--yes"}, changed: true,
			says: []string{"Vonage SMS Service (theirs), which would be deleted."}},
		"another provider in place, nobody to ask": {there: []logtosim.Row{vonageRow()}, code: exitUsage,
			says: []string{"which would be deleted", "no terminal to ask on", "--yes"}},
		"another provider in place, only looking": {there: []logtosim.Row{vonageRow()}, args: []string{"--dry-run"},
			says: []string{"which would be deleted", "(--dry-run)"}},
		"two SMS connectors": {there: []logtosim.Row{ours, vonageRow()}, args: []string{"--yes"}, changed: true,
			says: []string{"more than one SMS connector", "deletes them all"}},
		"two SMS connectors, nobody to ask": {there: []logtosim.Row{ours, vonageRow()}, code: exitUsage, says: []string{"no terminal to ask on"}},
		"wrong secret":                      {environ: map[string]string{environ.LogtoAuth: id + "wrong"}, code: exitProblem, says: []string{"secret", "LOGTO_AUTH"}},
		"unknown application": {environ: map[string]string{environ.LogtoAuth: "nobody:" + logtosim.DemoSecret}, code: exitProblem,
			says: []string{"does not know this application"}},
		"wrong resource": {args: []string{"--resource", logtosim.Resource + "/"}, code: exitProblem,
			says: []string{"has no API resource " + logtosim.Resource + "/", "without a trailing slash"}},
		"no role": {environ: map[string]string{environ.LogtoAuth: logtosim.UnprivilegedID + ":" + logtosim.DemoSecret}, code: exitProblem,
			says: []string{"Logto Management API access"}},
		"no permission (403)": {fault: faults.Fault{Effect: faults.Forbidden, Path: api}, code: exitProblem,
			says: []string{"HTTP 403", "Logto Management API access"}},
		"no permission to write": {fault: faults.Fault{Effect: faults.Forbidden, Method: "POST", Path: api}, args: []string{"--yes"}, code: exitProblem,
			says: []string{"HTTP 403", "Nothing was changed in Logto."}},
		"Logto down": {fault: faults.Fault{Effect: faults.Down}, code: exitUnreachable, says: []string{"could not be reached", "Nothing was changed in Logto."}},
		"Logto slow": {fault: faults.Fault{Effect: faults.Slow}, args: []string{"--yes"}, changed: true},
		"Logto silent": {fault: faults.Fault{Effect: faults.Hanging}, code: exitUnreachable,
			says: []string{"did not answer in time", "Nothing was changed in Logto."}},
		"HTML instead of JSON": {fault: faults.Fault{Effect: faults.HTMLPage}, code: exitUnreachable,
			says: []string{"does not look like one from Logto (HTTP 200)", "endpoint"}},
		"a gateway's page": {fault: faults.Fault{Effect: faults.BadGateway}, code: exitUnreachable, says: []string{"HTTP 502"}},
		"a redirect": {fault: faults.Fault{Effect: faults.Redirecting}, code: exitUnreachable,
			says: []string{"redirects to another address: " + faults.RedirectTarget}},
		"too many requests": {fault: faults.Fault{Effect: faults.TooMany}, code: exitUnreachable, says: []string{"HTTP 429"}},
		"refused by the guard": {args: []string{"--yes"}, wanted: demoDocument(func(c *connector.Config) { c.Templates = c.Templates[:2] }), code: exitProblem,
			says: []string{"error[missing-usage-types]", "No request was sent to Logto"}},
		"an empty usage type": {args: []string{"--yes"}, wanted: demoDocument(func(c *connector.Config) { c.Templates[4].UsageType = "" }), code: exitProblem,
			says: []string{"/templates/4/usageType is empty", "Nothing was changed in Logto."}},
		"the answer was lost": {fault: faults.Fault{Effect: faults.LostAnswer, Method: "POST", Path: api}, args: []string{"--yes"}, changed: true,
			says: []string{"read back"}},
		"the request was lost": {fault: faults.Fault{Effect: faults.LostRequest, Method: "POST", Path: api}, args: []string{"--yes"}, code: exitUnreachable,
			says: []string{"A check afterwards did not find the configuration."}},
		"cannot be read back": {fault: faults.Fault{Effect: faults.Down, Method: "GET", After: 2}, args: []string{"--yes"}, code: exitUnreachable, changed: true,
			says: []string{"could not be reached", "accepted the configuration, but it could not be read back"}},
		"something else is read back": {fault: faults.Fault{Effect: faults.DroppedField, Method: "POST", Path: api}, args: []string{"--yes"}, code: exitProblem,
			says: []string{"+ templates.SignIn", "something else is there now"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := logtosim.New()
			sim.Put(tt.there...)
			before := sim.Rows()
			if tt.fault.Effect != "" {
				faults.Break(sim, tt.fault)
			}
			wanted := tt.wanted
			if wanted == nil {
				wanted = demoDocument()
			}
			got := withLogto(t, impatient{sim}, tt.environ, append([]string{"push", saved(t, wanted)}, tt.args...)...)
			if got.code != tt.code || got.out != "" {
				t.Errorf("exit code %d, standard output %q\n%s", got.code, got.out, got.err)
			}
			for _, s := range tt.says {
				if !strings.Contains(got.err, s) {
					t.Errorf("not said: %s\n%s", s, got.err)
				}
			}
			after := sim.Rows()
			if tt.changed != (len(after) == 1 && sameConfig(after[0].Config, wanted)) {
				t.Errorf("there is %s", after)
			}
			if spoilt := tt.fault.Effect == faults.DroppedField; !tt.changed && !spoilt && !slices.EqualFunc(before, after, sameRow) {
				t.Errorf("something was done: %s", after)
			}
		})
	}
}
