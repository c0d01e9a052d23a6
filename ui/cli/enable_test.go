package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/twiliosim"
)

// typist answers questions on a terminal, a line each; a line may only be known when it
// is asked for. After the last the input has ended.
type typist struct {
	lines []func() string
	left  []byte
}

// typing is a typist of these lines.
func typing(lines ...string) *typist {
	x := &typist{}
	for _, l := range lines {
		x.lines = append(x.lines, func() string { return l })
	}
	return x
}

func (x *typist) Read(p []byte) (int, error) {
	if len(x.left) == 0 {
		if len(x.lines) == 0 {
			return 0, io.EOF
		}
		x.left, x.lines = []byte(x.lines[0]()+"\n"), x.lines[1:]
	}
	n := copy(p, x.left)
	x.left = x.left[n:]
	return n, nil
}

// enabling runs enable against a simulated Logto; typed is nil where there is no
// terminal.
func enabling(t *testing.T, sim http.RoundTripper, typed *typist, args ...string) pushed {
	t.Helper()
	var out, err bytes.Buffer
	env := Env{In: strings.NewReader(""), Out: &out, Err: &err, Logto: sim, Getenv: func(name string) string {
		return map[string]string{environ.LogtoEndpoint: logtosim.DemoEndpoint, environ.LogtoAuth: logtosim.DemoID + ":" + logtosim.DemoSecret}[name]
	}}
	if typed != nil {
		env.In, env.Terminal = typed, true
	}
	code := Main(append([]string{"enable"}, args...), env)
	for _, secret := range []string{logtosim.DemoSecret, twiliosim.DemoAuthToken, "simulated.access-token"} {
		if strings.Contains(out.String()+err.String(), secret) {
			t.Errorf("a secret is shown:\n%s\n%s", out.String(), err.String())
		}
	}
	return pushed{out.String(), err.String(), code}
}

// enableDocument reads what --json wrote.
func enableDocument(t *testing.T, got pushed) enableReport {
	t.Helper()
	var r enableReport
	if err := json.Unmarshal([]byte(got.out), &r); err != nil {
		t.Fatalf("%v\n%s\n%s", err, got.out, got.err)
	}
	if (r.Error == nil) != (got.code == exitOK) {
		t.Errorf("exit code %d and error %+v", got.code, r.Error)
	}
	return r
}

// signInStates are the Logtos that somebody begins with.
var signInStates = []struct {
	name string
	make func() *logtosim.Server
}{
	{"username only", signInState(`{}`)},
	{"e-mail and password", signInState(`{"signIn":{"methods":[{"identifier":"email","password":true,"verificationCode":true,"isPasswordPrimary":true}]},"signUp":{"identifiers":["email"],"password":true,"verify":true},"forgotPasswordMethods":["EmailVerificationCode"]}`)},
	{"phone with password", signInState(`{"signIn":{"methods":[{"identifier":"phone","password":true,"verificationCode":false,"isPasswordPrimary":true}]},"signUp":{"identifiers":["phone"],"password":true,"verify":true}}`)},
	{"second factor by SMS", signInState(`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`)},
	{"no list of recovery", signInState(`{"forgotPasswordMethods":null}`)},
	{"no sign-up by itself", signInState(`{"signUp":{"identifiers":[],"password":false,"verify":false},"signIn":{"methods":[]}}`)},
	{"nobody signs up", signInState(`{"signInMode":"SignIn"}`)},
	{"an older Logto", signInState(`{}`, logtosim.Older())},
	{"no connector", func() *logtosim.Server { return logtosim.New() }},
}

func signInState(fields string, options ...logtosim.Option) func() *logtosim.Server {
	return func() *logtosim.Server {
		sim := logtosim.New(options...)
		sim.Put(twilioRow(demoDocument()), emailRow("mail"))
		sim.ChangeExperience(fields)
		return sim
	}
}

// Each starting state and each choice: the exit code, what went out, and that nothing
// that was there is gone.
func TestEnableOfEachState(t *testing.T) {
	t.Parallel()
	var table strings.Builder
	for _, state := range signInStates {
		fmt.Fprintf(&table, "%s\n", state.name)
		for _, flags := range []string{
			"--sign-in", "--sign-up", "--sign-up=besides", "--sign-up=instead", "--recovery", "--mfa",
			"--sign-in --mfa", "--sign-in --sign-up=besides --recovery",
		} {
			sim := state.make()
			before := string(sim.Experience())
			got := enabling(t, sim, nil, append(strings.Fields(flags), "--yes", "--json")...)
			r := enableDocument(t, got)
			said := string(r.Outcome)
			if r.Error != nil {
				said = r.Error.Code
			}
			patch, written := oneLineJSON(t, r.Patch), string(r.Patch) != "null"
			fmt.Fprintf(&table, "  %-40s %d %-20s %s\n", flags, got.code, said, patch)
			patches := count(sim, "PATCH", "/api/sign-in-exp")
			if written != (patches == 1) || patches > 1 || patches == 0 && before != string(sim.Experience()) {
				t.Errorf("%s, %s: %d were sent", state.name, flags, patches)
			}
			if patches == 1 { // the way back leads there
				sim.ChangeExperience(string(r.Undo))
				if oneLineJSON(t, sim.Experience()) != oneLineJSON(t, []byte(before)) {
					t.Errorf("%s, %s: undone it is\n%s, it was\n%s", state.name, flags, sim.Experience(), before)
				}
			}
		}
	}
	golden.RequireEqual(t, table.String())
}

// oneLineJSON is JSON on one line, its keys sorted.
func oneLineJSON(t *testing.T, data []byte) string {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	line, _ := json.Marshal(v)
	return string(line)
}

// count is how often a simulated Logto was asked for something.
func count(sim *logtosim.Server, method, path string) int {
	n := 0
	for _, r := range sim.Requests() {
		if r.Method == method && r.Path == path {
			n++
		}
	}
	return n
}

// What is said for people, with and without a terminal, in a line each.
func TestEnableSays(t *testing.T) {
	t.Parallel()
	fresh := signInState(`{}`)
	for name, tt := range map[string]struct {
		make    func() *logtosim.Server
		fault   faults.Fault
		typed   *typist
		args    string
		code    int
		says    []string
		unsaid  string
		patches int
	}{
		"nothing chosen, nobody there":    {args: "", code: exitUsage, says: []string{"Sign-in: off", "Nothing was chosen", "--sign-up"}},
		"nothing chosen, yes":             {typed: typing(), args: "--yes", code: exitUsage, says: []string{"Nothing was chosen"}},
		"only looking":                    {args: "--dry-run", says: []string{"Sign-in: off", "nothing uses it"}, unsaid: "Nothing was chosen"},
		"a difference":                    {args: "--sign-in --dry-run", says: []string{"+ Sign-in: with the phone number", "(--dry-run)"}},
		"not asked":                       {args: "--sign-in", code: exitUsage, says: []string{"+ Sign-in", "There is no terminal to ask on"}},
		"no":                              {typed: typing("n"), args: "--sign-in", code: exitProblem, says: []string{"Nothing was changed in Logto"}},
		"yes":                             {typed: typing("y"), args: "--sign-in", says: []string{"read back and is the same", `{"signIn":{"methods":[{"identifier":"username"`}, patches: 1},
		"besides or instead":              {args: "--sign-up --yes", code: exitUsage, says: []string{"username", "--sign-up=besides", "--sign-up=instead"}},
		"sign-up that costs":              {args: "--sign-up=besides --yes", says: []string{"no CAPTCHA", "Sign-in by SMS is switched on as well"}, patches: 1},
		"neither of the two":              {args: "--sign-up=both --yes", code: exitUsage, says: []string{`--sign-up`}, unsaid: "Sign-in: off"},
		"both that exclude each other":    {args: "--sign-in --mfa --yes", code: exitUsage, says: []string{"exclude each other"}},
		"while a second factor is there":  {make: signInState(`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`), args: "--sign-in --yes", code: exitProblem, says: []string{"only one of the two"}},
		"on already":                      {make: signInState(`{"signIn":{"methods":[{"identifier":"phone","password":false,"verificationCode":true,"isPasswordPrimary":false}]}}`), args: "--sign-in --yes", says: []string{"is on already", "nothing to do"}},
		"no connector":                    {make: func() *logtosim.Server { return logtosim.New() }, args: "--sign-in --yes", code: exitProblem, says: []string{"no SMS connector", "logto-twilio push"}},
		"no connector, only looking":      {make: func() *logtosim.Server { return logtosim.New() }, args: "--dry-run", code: exitProblem, says: []string{"no SMS connector"}},
		"questions":                       {typed: typing("", "", "2", "y"), unsaid: "a second factor?", says: []string{"1. Yes", "2. No", "Recover", "Sign-in: with the phone number"}, patches: 1},
		"questions, a wrong answer first": {typed: typing("9", "two", "1", "1", "1", "y"), says: []string{"Type a number from 1 to 2"}, patches: 1},
		"questions, none wanted":          {typed: typing("2", "1", "1", "1"), code: exitProblem, says: []string{"Nothing was changed in Logto"}},
		"questions, the input ends":       {typed: typing("1"), code: exitProblem, says: []string{"Nothing was changed in Logto"}},
		"nothing is left": {make: signInState(`{"forgotPasswordMethods":["PhoneVerificationCode"],"signUp":{"identifiers":["phone"],"password":true,"verify":true},"signIn":{"methods":[{"identifier":"phone","password":true,"verificationCode":true,"isPasswordPrimary":true}]}}`),
			typed: typing(), says: []string{"nothing to switch on", "Second factor is not offered"}},
		"a role is missing":    {fault: faults.Fault{Effect: faults.Forbidden, Path: "/api/sign-in-exp"}, args: "--sign-in --yes", code: exitProblem, says: []string{"Nothing was changed in Logto"}},
		"a page":               {fault: faults.Fault{Effect: faults.HTMLPage, Path: "/api/sign-in-exp"}, args: "--dry-run", code: exitUnreachable, says: []string{"Nothing was changed in Logto"}},
		"down":                 {fault: faults.Fault{Effect: faults.Down}, args: "--sign-in --yes", code: exitUnreachable, says: []string{"could not be reached"}},
		"500 when writing":     {fault: faults.Fault{Effect: faults.ServerError, Method: "PATCH"}, args: "--sign-in --yes", code: exitUnreachable, says: []string{"did not find the change", "PATCH /api/sign-in-exp"}, patches: 1},
		"a lost answer":        {fault: faults.Fault{Effect: faults.LostAnswer, Method: "PATCH"}, args: "--sign-in --yes", says: []string{"read back and is the same"}, patches: 1},
		"a page when writing":  {fault: faults.Fault{Effect: faults.HTMLPage, Method: "PATCH"}, args: "--sign-in --yes", code: exitUnreachable, says: []string{"did not find the change"}, patches: 1},
		"nothing when writing": {fault: faults.Fault{Effect: faults.Hanging, Method: "PATCH"}, args: "--sign-in --yes", code: exitUnreachable, says: []string{"did not find the change"}, patches: 1},
		"not read back":        {fault: faults.Fault{Effect: faults.ServerError, Method: "GET", Path: "/api/sign-in-exp", After: 2}, args: "--sign-in --yes", code: exitUnreachable, says: []string{"could not be read back", "PATCH /api/sign-in-exp"}, patches: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if tt.make == nil {
				tt.make = fresh
			}
			sim := tt.make()
			if tt.fault.Effect != "" {
				faults.Break(sim, tt.fault)
			}
			got := enabling(t, impatient{sim}, tt.typed, strings.Fields(tt.args)...)
			if got.code != tt.code || got.out != "" || tt.unsaid != "" && strings.Contains(got.err, tt.unsaid) {
				t.Errorf("exit code %d, standard output %q\n%s", got.code, got.out, got.err)
			}
			for _, s := range tt.says {
				if !strings.Contains(strings.ToLower(got.err), strings.ToLower(s)) {
					t.Errorf("not said: %s\n%s", s, got.err)
				}
			}
			if n := count(sim, "PATCH", "/api/sign-in-exp"); n != tt.patches {
				t.Errorf("%d were written\n%s", n, got.err)
			}
		})
	}
}
