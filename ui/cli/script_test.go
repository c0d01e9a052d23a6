package cli

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"logto-twilio/connector"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/connector/twiliosim/adversity"
)

// TestScripts runs what needs no terminal.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		Setup:               setUpScript,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "simulate": simulateTwilio, "adverse": adverse, "posted": posted, "configure": configure,
			"logto": simulateLogto, "experience": experience, "logged": logged, "messaged": messaged,
		},
	})
}

// setUpScript lets a program with the race detector end at once, not a second
// after its work is done, and hands out the demo's token, which no script holds.
func setUpScript(env *testscript.Env) error {
	env.Setenv("GORACE", "atexit_sleep_ms=0")
	env.Setenv("DEMO_TOKEN", twiliosim.DemoAuthToken)
	env.Setenv("AC", twiliosim.DemoAccountSID[:30]) // four more digits make a SID
	env.Setenv("MG", twiliosim.DemoServiceSID[:30])
	env.Values[simulation{}] = twiliosim.New(twiliosim.Speed(1000))
	env.Values[logtoSimulation{}] = new(*logtosim.Server)
	return os.WriteFile(filepath.Join(env.WorkDir, "demo-token"), []byte(" "+twiliosim.DemoAuthToken+"\n"), 0o600)
}

// simulation is the key of a script's simulated Twilio, whose deliveries are done
// at once.
type simulation struct{}

// simulateTwilio serves the simulated Twilio and sends the script's calls there:
// simulate.
func simulateTwilio(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 0 {
		ts.Fatalf("usage: simulate")
	}
	server := httptest.NewServer(ts.Value(simulation{}).(*twiliosim.Server))
	ts.Defer(func() {
		server.CloseClientConnections() // what hangs, too
		server.Close()
	})
	ts.Setenv("LOGTO_TWILIO_URL", server.URL)
}

// adverse lets every call go wrong from now on: adverse [ADVERSITY].
func adverse(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 1 {
		ts.Fatalf("usage: adverse [ADVERSITY]")
	}
	wanted := adversity.Kind(strings.Join(args, ""))
	if wanted != "" && !slices.Contains(adversity.All(), wanted) {
		ts.Fatalf("there is no adversity %s", wanted)
	}
	adversity.Put(ts.Value(simulation{}).(*twiliosim.Server), wanted)
}

// configure writes a configuration with which nothing is wrong, its token left to
// the environment: configure FILE ACCOUNT SERVICE [TEXT].
func configure(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args) > 4 {
		ts.Fatalf("usage: configure FILE ACCOUNT SERVICE [TEXT]")
	}
	config := connector.Config{AccountSID: args[1], AuthToken: connector.TokenVariable, FromMessagingServiceSID: args[2]}
	for _, u := range connector.Portable.UsageTypes() {
		content := connector.DefaultText(u, connector.English)
		if len(args) > 3 && u == connector.SignIn {
			content = args[3]
		}
		config.Templates = append(config.Templates, connector.Template{UsageType: u, Content: content})
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), connector.NewDocument(config).Bytes(), 0o600))
}

// posted compares how many requests changed something so far: posted N.
func posted(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: posted N")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	n := 0
	for _, r := range ts.Value(simulation{}).(*twiliosim.Server).Requests() {
		if r.Method != http.MethodGet {
			n++
		}
	}
	if n != want {
		ts.Fatalf("%d requests posted, want %d", n, want)
	}
}

// exits runs a program that has to end with an exit code: exits CODE PROGRAM ARGS…
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARGS…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	var ended *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &ended):
		code = ended.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}
