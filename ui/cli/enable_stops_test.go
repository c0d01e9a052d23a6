package cli

import (
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
)

// What changed after it was shown is not written over.
func TestEnableStopsWhereSomebodyElseWas(t *testing.T) {
	t.Parallel()
	sim := signInState(`{}`)()
	typed := &typist{lines: []func() string{func() string {
		sim.ChangeExperience(`{"forgotPasswordMethods":["EmailVerificationCode"]}`)
		return "y"
	}}}
	got := enabling(t, sim, typed, "--sign-in", "--json")
	r := enableDocument(t, got)
	if got.code != exitProblem || r.Error.Code != reasonChangedMeanwhile || count(sim, "PATCH", "/api/sign-in-exp") > 0 ||
		!strings.Contains(string(r.After), "EmailVerificationCode") {
		t.Errorf("exit code %d\n%s\n%s", got.code, got.out, got.err)
	}
}

// What another hand makes of it is said, and what to do.
func TestEnableReadsSomethingElseBack(t *testing.T) {
	t.Parallel()
	sim := signInState(`{}`)()
	faults.Break(sim, faults.Fault{Effect: faults.Meanwhile, Method: "GET", Path: "/api/sign-in-exp", After: 2, Times: 1,
		Hand: func() { sim.ChangeExperience(`{"signIn":{"methods":[]}}`) }})
	got := enabling(t, sim, nil, "--sign-in", "--json", "--yes")
	r := enableDocument(t, got)
	if got.code != exitProblem || r.Error.Code != reasonDifferent || r.Outcome != "different" || r.Undo == nil {
		t.Errorf("exit code %d\n%s\n%s", got.code, got.out, got.err)
	}
}

// The application without a role is told where the role is.
func TestEnableWithoutARole(t *testing.T) {
	t.Parallel()
	sim := signInState(`{}`)()
	got := withLogto(t, sim, map[string]string{environ.LogtoAuth: logtosim.UnprivilegedID + ":" + logtosim.DemoSecret}, "enable", "--sign-in", "--yes")
	if got.code != exitProblem || !strings.Contains(got.err, "Logto Management API access") || slices.ContainsFunc(sim.Requests(), func(r logtosim.Request) bool { return r.Method == "PATCH" }) {
		t.Errorf("exit code %d\n%s", got.code, got.err)
	}
}
