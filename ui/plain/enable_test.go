package plain

import (
	"strings"
	"testing"

	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/signin"
)

// toEnable are the answers up to the questions about the uses of SMS in a Logto.
var toEnable = append(append([]string{}, who...), "yes", "let users")

// enabling is a walk that goes on from a push to such a Logto.
func enabling(t *testing.T, before func(*logtosim.Server), lines ...string) (outcome, *logtosim.Server) {
	t.Helper()
	return pushingTo(t, before, append(toEnable[:len(toEnable):len(toEnable)], lines...)...)
}

// asked counts the calls to a Logto.
func asked(s *logtosim.Server, method, path string) int {
	n := 0
	for _, q := range s.Requests() {
		if q.Method == method && q.Path == path {
			n++
		}
	}
	return n
}

// methods is how users sign in.
func methods(s *logtosim.Server) string { return string(s.Experience()) }

// The plain walk from the questions to the end: nothing that is there is taken away, and
// what was done is said at the end.
func TestEnable(t *testing.T) {
	r, server := enabling(t, func(*logtosim.Server) {}, "yes", "", "", "y", "continue", "finish")
	if r.err != nil {
		t.Fatalf("%v\n%s", r.err, r.out)
	}
	r.says(t, english.T("enable.never"), english.T("signin.change.sign-in-method-added"), english.T("signin.outcome.changed"),
		english.T("done.used", "host", "logto.demo.invalid", "uses", english.SignInUse(signin.SignIn)), english.T("save.next.used"))
	if e := methods(server); !strings.Contains(e, `"username"`) || !strings.Contains(e, `"phone"`) || asked(server, "PATCH", "/api/sign-in-exp") != 1 {
		t.Errorf("%s", e)
	}
}

// What excludes another use is not asked about, no is no, and nothing chosen is no mistake.
func TestEnableAsksWhatCanBe(t *testing.T) {
	factor := english.T("enable.ask.second-factor")
	for name, c := range map[string]struct {
		lines         []string
		factor, wrote int
	}{
		"sign-in":       {[]string{"yes", "", "", "n", "finish"}, 0, 0},
		"sign-up":       {[]string{"no", "3", "", "n", "finish"}, 0, 0},
		"nothing":       {[]string{"no", "", "", "", "continue", "finish"}, 1, 0},
		"second factor": {[]string{"no", "", "", "yes", "y", "continue", "finish"}, 1, 1},
		"back":          {[]string{"<", "<", "let users", "yes", "", "", "n", "finish"}, 0, 0},
	} {
		r, server := enabling(t, func(*logtosim.Server) {}, c.lines...)
		if n := strings.Count(squeeze(r.out), squeeze(factor)); r.err != nil || n != c.factor {
			t.Errorf("%s: %v, asked %d times about a second factor\n%s", name, r.err, n, r.out)
		}
		if n := asked(server, "PATCH", "/api/sign-in-exp"); n != c.wrote {
			t.Errorf("%s: written %d times\n%s", name, n, r.out)
		}
		if name == "nothing" {
			r.says(t, english.T("enable.nothing"))
		}
	}
}

// Trouble is said, and what may have been done is a warning.
func TestEnableTrouble(t *testing.T) {
	fault := func(e faults.Effect, method string) func(*logtosim.Server) {
		return func(s *logtosim.Server) {
			faults.Break(s, faults.Fault{Effect: e, Method: method, Path: "/api/sign-in-exp"})
		}
	}
	moved := func(s *logtosim.Server) {
		faults.Break(s, faults.Fault{Effect: faults.Meanwhile, Method: "GET", Path: "/api/sign-in-exp", After: 1, Times: 1,
			Hand: func() { s.ChangeExperience(`{"signInMode":"SignIn"}`) }})
	}
	change := []string{"yes", "", "", "y", "continue", "finish", "finish"}
	for name, c := range map[string]struct {
		before func(*logtosim.Server)
		lines  []string
		says   string
		writes int
	}{
		"not reached": {fault(faults.Down, "GET"), []string{"continue", "finish"}, "could not be reached", 0},
		"forbidden":   {fault(faults.Forbidden, "GET"), []string{"look again", "continue", "finish"}, english.T("logto.forbidden.hint"), 0},
		"HTML":        {fault(faults.HTMLPage, "GET"), []string{"continue", "finish"}, "does not look like one from Logto", 0},
		"moved":       {moved, change, english.T("signin.moved"), 0},
		"lost":        {fault(faults.LostRequest, "PATCH"), change, english.T("signin.outcome.absent"), 1},
		"500":         {fault(faults.ServerError, "PATCH"), change, english.T("signin.outcome.absent"), 1},
		"hanging":     {fault(faults.Hanging, "PATCH"), change, english.T("signin.outcome.absent"), 1},
	} {
		r, server := enabling(t, c.before, c.lines...)
		if r.err != nil {
			t.Errorf("%s: %v\n%s", name, r.err, r.out)
		}
		r.says(t, c.says)
		if n := asked(server, "PATCH", "/api/sign-in-exp"); n != c.writes {
			t.Errorf("%s: written %d times", name, n)
		}
	}
}

// proving is a walk to a proof, with a phone at which nothing is simulated.
func proving(t *testing.T, before func(*logtosim.Server), lines ...string) (outcome, *logtosim.Server) {
	t.Helper()
	return enabling(t, before, append([]string{"yes", "", "", "y", "prove", ""}, lines...)...)
}

// A code is sent after a yes alone, a wrong one is typed again, and another costs
// another yes.
func TestProof(t *testing.T) {
	const path = "/api/verification-codes"
	for name, c := range map[string]struct {
		lines []string
		says  string
		sends int
	}{
		"no is usual": {[]string{"", "finish"}, english.T("proof.about"), 0},
		"wrong":       {[]string{"y", "000012", "", "000034", "continue", "finish"}, english.T("logto.wrong-code"), 1},
		"no code":     {[]string{"y", "y", "12ab", "000034", "continue", "finish"}, english.T("problem.bad-proof-code", "digits", 6), 1},
		"not typed":   {[]string{"y", "<", "continue", "finish"}, english.T("done.not-proved", "number", arriving), 1},
		"another":     {[]string{"y", "000012", "have", "", "", "finish"}, english.T("proof.ask-again", "host", "logto.demo.invalid", "number", arriving), 1},
		"two":         {[]string{"y", "000012", "have", "", "y", "000034", "continue", "finish"}, english.T("logto.wrong-code"), 2},
	} {
		r, server := proving(t, func(*logtosim.Server) {}, c.lines...)
		if r.err != nil {
			t.Errorf("%s: %v\n%s", name, r.err, r.out)
		}
		r.says(t, c.says)
		if n := asked(server, "POST", path); n != c.sends {
			t.Errorf("%s: sent %d times\n%s", name, n, r.out)
		}
	}
	r, _ := proving(t, func(*logtosim.Server) {}, "y") // left before the code was typed
	r.says(t, english.T("done.not-proved", "number", arriving))
	r, server := proving(t, func(s *logtosim.Server) {
		faults.Break(s, faults.Fault{Effect: faults.LostAnswer, Method: "POST", Path: path, Times: 1})
	}, "y", "continue", "finish")
	r.says(t, english.T("call.outcome-unknown.message-sent"))
	if n := asked(server, "POST", path); r.err != nil || n != 1 {
		t.Errorf("%v, sent %d times\n%s", r.err, n, r.out)
	}
}
