package cli

import (
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
)

// emailRow is an e-mail connector; two of them keep a Logto from listing any.
func emailRow(id string) logtosim.Row {
	return logtosim.Row{ID: id, FactoryID: "simple-mail-transfer-protocol", Config: []byte("{}")}
}

// What Logto says of a refusal is said in its words' meaning, with the way out; and
// what it cannot store is not even sent.
func TestPushSaysWhatLogtoSaid(t *testing.T) {
	t.Parallel()
	const api = "/api/connectors"
	text := func(escape string) string {
		return strings.Replace(string(demoDocument().Bytes()), "is a test code", "is a "+escape+" code", 1)
	}
	member := func(m string) string { return strings.Replace(string(demoDocument().Bytes()), "{", "{"+m+",", 1) }
	for name, tt := range map[string]struct {
		there []logtosim.Row
		file  string // "" is a good one
		args  []string
		fault faults.Fault
		code  int
		says  []string
		posts int
	}{
		"audience": {args: []string{"--yes"}, fault: faults.Fault{Effect: faults.OtherAPI, Path: api}, code: exitProblem,
			says: []string{"it is for https://default.logto.app/api, which is not the Management API of this Logto (HTTP 401)", "--resource"}},
		"issuer": {args: []string{"--yes"}, fault: faults.Fault{Effect: faults.OtherAddress, Path: api}, code: exitProblem,
			says: []string{"names another address as its issuer", "--endpoint"}},
		"audience, when writing": {args: []string{"--yes"}, fault: faults.Fault{Effect: faults.OtherAPI, Method: "POST", Path: api}, code: exitProblem,
			says: []string{"not the Management API", "Nothing was changed in Logto."}, posts: 1},
		"two e-mail connectors": {there: []logtosim.Row{emailRow("a"), emailRow("b")}, args: []string{"--yes"}, posts: 1,
			says: []string{"more than one e-mail connector", "cannot be seen", "deletes any SMS connector", "read back and is the same"}},
		"two e-mail connectors, in place of another provider": {there: []logtosim.Row{emailRow("a"), emailRow("b"), vonageRow()}, args: []string{"--yes"}, posts: 1,
			says: []string{"read back and is the same"}},
		"two e-mail connectors, nobody to ask": {there: []logtosim.Row{emailRow("a"), emailRow("b")}, code: exitUsage,
			says: []string{"cannot be seen", "no terminal to ask on"}},
		"two e-mail connectors, only looking": {there: []logtosim.Row{emailRow("a"), emailRow("b")}, args: []string{"--dry-run"},
			says: []string{"cannot be seen", "(--dry-run)"}},
		"half of a character": {file: text(`\ud800`), args: []string{"--yes"}, code: exitProblem, says: []string{"error[lone-surrogate]"}},
		"a key __proto__":     {file: member(`"__proto__":{"a":1}`), args: []string{"--yes"}, code: exitProblem, says: []string{"error[prototype-key]"}},
		"one deeper":          {file: member(`"x":[{"__proto__":1}]`), args: []string{"--yes"}, code: exitProblem, says: []string{"error[prototype-key]"}},
		"a number too large":  {file: member(`"n":1e400`), args: []string{"--yes"}, code: exitProblem, says: []string{"error[huge-number]"}},
		"a NUL":               {file: text(`\u0000`), args: []string{"--yes"}, code: exitProblem, says: []string{"nul-character"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := logtosim.New()
			sim.Put(tt.there...)
			before := sim.Rows()
			if tt.fault.Effect != "" {
				faults.Break(sim, tt.fault)
			}
			d := demoDocument()
			if tt.file != "" {
				d = connector.Decode([]byte(tt.file))
			}
			got := withLogto(t, impatient{sim}, nil, append([]string{"push", saved(t, d)}, tt.args...)...)
			if got.code != tt.code || got.out != "" {
				t.Errorf("exit code %d, standard output %q\n%s", got.code, got.out, got.err)
			}
			for _, s := range tt.says {
				if !strings.Contains(got.err, s) {
					t.Errorf("not said: %s\n%s", s, got.err)
				}
			}
			posts := 0
			for _, r := range sim.Requests() {
				if r.Method == "POST" && r.Path == api {
					posts++
				}
			}
			if done := tt.code == exitOK && tt.posts > 0; posts != tt.posts || done == slices.EqualFunc(before, sim.Rows(), sameRow) {
				t.Errorf("posted %d times; there is %s", posts, sim.Rows())
			}
		})
	}
}

// A test that Logto's server could not get through to Twilio is about that server.
func TestPushTestWithoutTwilio(t *testing.T) {
	t.Parallel()
	sim := logtosim.New()
	sim.Put(twilioRow(demoDocument()))
	faults.Break(sim, faults.Fault{Effect: faults.ServerError, Path: "/api/connectors/twilio-short-message-service/test"})
	got := withLogto(t, impatient{sim}, nil, "push", saved(t, demoDocument()), "--test", "+15551234567", "--json")
	for _, want := range []string{`"code": "twilio-silent"`, `"test": "unknown"`, "Logto got no answer from Twilio (HTTP 500)", "cannot reach api.twilio.com"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("not said: %s", want)
		}
	}
	if got.code != exitUnreachable {
		t.Errorf("exit code %d\n%s\n%s", got.code, got.out, got.err)
	}
}

// Behind a closed list there is nothing to pull; it says why, and what to do.
func TestPullBehindAClosedList(t *testing.T) {
	t.Parallel()
	sim := logtosim.New()
	sim.Put(emailRow("a"), emailRow("b"), twilioRow(demoDocument()))
	got := withLogto(t, impatient{sim}, nil, "pull")
	if got.code != exitProblem || got.out != "" || !strings.Contains(got.err, "more than one e-mail connector") ||
		!strings.Contains(got.err, "DELETE /api/connectors/ID") {
		t.Errorf("exit code %d\n%s\n%s", got.code, got.out, got.err)
	}
	faults.Break(sim, faults.Fault{Effect: faults.OtherAddress, Path: "/api"})
	if got := withLogto(t, impatient{sim}, nil, "pull"); got.code != exitProblem || !strings.Contains(got.err, "issuer") {
		t.Errorf("exit code %d\n%s", got.code, got.err)
	}
}
