package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/twiliosim"
)

// onTerminal runs the program on a terminal on which these lines are typed.
func onTerminal(sim *logtosim.Server, typed *typist, args ...string) pushed {
	var out, err bytes.Buffer
	code := Main(args, Env{In: typed, Out: &out, Err: &err, Terminal: true, Logto: sim, Getenv: func(name string) string {
		return map[string]string{environ.LogtoEndpoint: logtosim.DemoEndpoint, environ.LogtoAuth: logtosim.DemoID + ":" + logtosim.DemoSecret}[name]
	}})
	return pushed{out.String(), err.String(), code}
}

// A file that is there stays as it is where the answer is no.
func TestPullDeclined(t *testing.T) {
	t.Parallel()
	for answer, written := range map[string]bool{"n": false, "": false, "of course": false, "y": true} {
		sim := logtosim.New()
		sim.Put(twilioRow(demoDocument(newText)))
		file := saved(t, demoDocument())
		before, _ := os.ReadFile(file)
		got := onTerminal(sim, typing(answer), "pull", "-o", file)
		after, _ := os.ReadFile(file)
		if changed := !bytes.Equal(before, after); changed != written || (got.code == exitOK) != written || strings.Contains(got.err, english.T("pull.declined")) == written {
			t.Errorf("%q: exit code %d, written: %v\n%s", answer, got.code, changed, got.err)
		}
	}
}

// Standard input holds the configuration or the token, not both.
func TestTokenAndFileFromStandardInput(t *testing.T) {
	t.Parallel()
	for _, command := range []string{"push --yes", "doctor", "send --to +15551234567", "export --format env"} {
		words := strings.Fields(command)
		args := append([]string{words[0], "-", "--auth-token-stdin"}, words[1:]...)
		typed := typing("anything")
		got := onTerminal(logtosim.New(), typed, args...)
		if got.code != exitUsage || len(typed.lines) != 1 || !strings.Contains(got.err, english.T("token.stdin-taken")) {
			t.Errorf("%v: exit code %d\n%s", args, got.code, got.err)
		}
	}
}

// Of several checks that end with the same exit code, the first is what doctor fails
// with; a higher exit code comes before an earlier one.
func TestFirstOfEquallyBadChecks(t *testing.T) {
	t.Parallel()
	bad := func(code problem.Code, kind account.ErrorKind) account.Check {
		c := account.Check{Code: code, Status: account.CheckFailed}
		if kind != "" {
			c.Status, c.Err = account.CheckUnknown, &account.CallError{Kind: kind}
		}
		return c
	}
	for name, tt := range map[string]struct {
		checks []account.Check
		code   string
		exit   int
	}{
		"equal":      {[]account.Check{bad(account.AccountClosed, ""), bad(account.BalanceSpent, "")}, string(account.AccountClosed), exitProblem},
		"the second": {[]account.Check{{Code: account.AccountClosed, Status: account.CheckOK}, bad(account.BalanceSpent, "")}, string(account.BalanceSpent), exitProblem},
		"a higher":   {[]account.Check{bad(account.AccountClosed, ""), bad(account.BalanceSpent, account.TimedOut)}, string(account.BalanceSpent), exitUnreachable},
		"unreached":  {[]account.Check{bad(account.BalanceSpent, account.TimedOut), bad(account.AccountClosed, account.TimedOut)}, string(account.BalanceSpent), exitUnreachable},
		"then lower": {[]account.Check{bad(account.BalanceSpent, account.TimedOut), bad(account.AccountClosed, "")}, string(account.BalanceSpent), exitUnreachable},
	} {
		c := doctorCommand{app: &app{Env{Out: &bytes.Buffer{}, Err: &bytes.Buffer{}, Getenv: func(string) string { return "" }}, english}}
		f, ok := c.reportChecks(tt.checks).(*failure)
		if !ok || f.code() != tt.code || f.exit != tt.exit {
			t.Errorf("%s: %+v", name, f)
		}
	}
}

// What is too long for a token is said to be too long, and not judged further.
func TestLongToken(t *testing.T) {
	t.Parallel()
	variable := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = connector.TokenVariable }))
	token := filepath.Join(t.TempDir(), "token")
	for length, long := range map[int]bool{longestToken: false, longestToken + 1: true, 3 * longestToken: true} {
		if err := os.WriteFile(token, bytes.Repeat([]byte("a"), length), 0o600); err != nil {
			t.Fatal(err)
		}
		got := onTerminal(logtosim.New(), typing(), "push", variable, "--dry-run", "--json", "--auth-token-file", token)
		if said := strings.Contains(got.out, `"code": "token-unreadable"`); said != long || strings.Contains(got.out, "aaaaaaaa") {
			t.Errorf("%d bytes: exit code %d\n%s", length, got.code, got.out)
		}
	}
}

// Where the configuration was read from standard input, nobody is left there to say yes
// to a change of the .env file beside it.
func TestSplitAsksNobodyWhereStandardInputWasRead(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	beside := filepath.Join(dir, ".env")
	if err := os.WriteFile(beside, []byte("TWILIO_AUTH_TOKEN=old\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	typed := &typist{lines: []func() string{func() string { return string(demoDocument().Bytes()) }}}
	input := &twoInputs{first: typed, then: typing("y")}
	var out, err bytes.Buffer
	code := Main([]string{"export", "-", "--format", "split", "-o", filepath.Join(dir, "c.json")}, Env{
		In: input, Out: &out, Err: &err, Terminal: true, Getenv: func(string) string { return "" },
	})
	held, _ := os.ReadFile(beside)
	if code != exitUsage || string(held) != "TWILIO_AUTH_TOKEN=old\n" || strings.Contains(err.String(), twiliosim.DemoAuthToken) {
		t.Errorf("exit code %d\n%s", code, err.String())
	}
}

// twoInputs is a terminal on which, after the end of the input (Ctrl+D), yes is typed.
type twoInputs struct {
	first, then *typist
	ended       bool
}

func (x *twoInputs) Read(p []byte) (int, error) {
	n, err := x.first.Read(p)
	if err != nil && x.ended {
		return x.then.Read(p)
	}
	x.ended = err != nil
	return n, err
}
