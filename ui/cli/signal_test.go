//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"logto-twilio/connector/twiliosim"
)

// TestEndings ends the program in all ways that there are, in the middle of the
// walk, and looks at what is left: the terminal, the exit code, what is said, and
// a draft that the next start resumes.
func TestEndings(t *testing.T) {
	t.Parallel()
	const sid, token = twiliosim.DemoAccountSID, twiliosim.DemoAuthToken
	for name, c := range map[string]struct {
		how  string
		end  func(x *terminal)
		code int
		says []string
	}{
		"kill -9":              {"", func(x *terminal) { x.signal(syscall.SIGKILL) }, -1, nil},
		"kill":                 {"", func(x *terminal) { x.signal(syscall.SIGTERM) }, exitInterrupted, []string{"cli.draft-kept"}},
		"kill -1":              {"", func(x *terminal) { x.signal(syscall.SIGHUP) }, exitInterrupted, []string{"cli.draft-kept"}},
		"kill -2":              {"", func(x *terminal) { x.signal(syscall.SIGINT) }, exitInterrupted, []string{"cli.draft-kept"}},
		"ctrl+c":               {"", (*terminal).quitKeeping, exitInterrupted, []string{"cli.draft-kept"}},
		"ctrl+c twice":         {"", func(x *terminal) { x.send(ctrlC, ctrlC) }, exitInterrupted, []string{"cli.draft-kept"}},
		"a panic in Update":    {updatePanics, (*terminal).panicInUpdate, exitProblem, []string{"cli.crashed", "cli.draft-kept"}},
		"a panic in a command": {commandPanics, func(x *terminal) { x.send(ctrlO) }, exitProblem, []string{"cli.crashed", "cli.draft-kept"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := simulate(t)
			p := program{
				args: []string{"--twilio-url", sim.URL}, dir: t.TempDir(), home: t.TempDir(), how: c.how, secrets: []string{token},
				env: []string{"TWILIO_ACCOUNT_SID=" + sid, "TWILIO_AUTH_TOKEN=" + token, crashEnv + "=" + filepath.Join(t.TempDir(), "now")},
			}
			x := start(t, p)
			x.toCredentials()
			x.send(enter, enter)
			x.chooseSender("Logto verification")
			x.wait(x.says("title.templates"))
			x.draft(twiliosim.DemoServiceSID)
			c.end(x)
			if code := x.exit(); code != c.code {
				t.Errorf("exit code %d, want %d", code, c.code)
			}
			x.left(c.says, strings.Contains(name, "panic"))
			resumes(t, p, strings.Contains(name, "Update"))
		})
	}
}

// quitKeeping leaves as ctrl+c offers it, with the draft kept.
func (x *terminal) quitKeeping() {
	x.send(ctrlC)
	x.wait(x.says("quit.title"))
	x.send(down, enter)
}

// panicInUpdate lets the program panic when it asks for the environment.
func (x *terminal) panicInUpdate() {
	for _, v := range x.cmd.Env {
		if path, ok := strings.CutPrefix(v, crashEnv+"="); ok {
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				x.t.Fatal(err)
			}
		}
	}
	x.send(esc)
	x.wait(x.says("title.sender"))
	x.send(esc)
}

// draft waits for the draft to hold a value, and returns its path.
func (x *terminal) draft(value string) string {
	x.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		found, _ := filepath.Glob(filepath.Join(x.home, "state", "logto-twilio", "*.json"))
		for _, path := range found {
			if data, err := os.ReadFile(path); err == nil && strings.Contains(string(data), value) {
				return path
			}
		}
	}
	x.t.Fatalf("no draft holds %s", value)
	return ""
}

// left looks at what stands on the terminal after the program's end.
func (x *terminal) left(keys []string, crashed bool) {
	x.t.Helper()
	var want []string
	for _, key := range keys {
		want = append(want, x.says(key, "file", x.draft(twiliosim.DemoServiceSID)))
	}
	screen := x.screen()
	if !shows(screen, want...) {
		x.t.Errorf("left on the terminal:\n%s\nwant\n%s", screen, strings.Join(want, "\n"))
	}
	if !crashed {
		return
	}
	// Whatever the screen has room for: the report came after it was left.
	after := x.afterwards()
	for _, s := range []string{crashedBecause, "goroutine ", want[0]} {
		if !shows(after, s) {
			x.t.Errorf("not said of the crash: %s\n%s", s, after)
		}
	}
}

// afterwards is what was printed after the alternate screen was left.
func (x *terminal) afterwards() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	parts := strings.Split(string(x.printed), ansi.ResetModeAltScreenSaveCursor)
	return ansi.Strip(parts[len(parts)-1])
}

// resumes starts the program again, resumes the draft that it offers, and finds
// the answers, but for the token. Who had gone back is there again.
func resumes(t *testing.T, p program, wentBack bool) {
	t.Helper()
	p.env, p.how = nil, asIs
	x := start(t, p)
	x.wait("› Resume the draft of", "connector.json")
	x.send(enter)
	x.wait(x.says("title.credentials"), twiliosim.DemoAccountSID[:8])
	x.send(twiliosim.DemoAuthToken, enter)
	service := twiliosim.DemoServiceSID[:8] // it was not listed again
	if wentBack {
		service = "Logto verification"
		x.chooseSender(service)
	}
	x.wait(x.says("title.templates"), service)
	x.send(ctrlC)
	x.wait(x.says("quit.title"))
	x.send(down, down, enter)
	if code := x.exit(); code != exitInterrupted {
		t.Errorf("left with %d, want %d", code, exitInterrupted)
	}
	if left, _ := filepath.Glob(filepath.Join(p.home, "state", "logto-twilio", "*")); len(left) > 0 {
		t.Errorf("discarded, and still there: %v", left)
	}
}

// TestSuspend stops the program with ctrl+z under a shell with job control, and
// continues it there.
func TestSuspend(t *testing.T) {
	t.Parallel()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	x := start(t, program{command: []string{"/bin/sh", "-c",
		`set -m; "$0" "$@"; echo "stopped: $?"; read -r line; fg >/dev/null; code=$?; echo "ended: $code"; exit $code`, self},
		args: []string{"--demo"}})
	x.wait(x.says("title.start"))
	x.send(enter)
	x.wait(x.says("title.credentials"))
	x.send(ctrlZ)
	x.wait("stopped: ")
	x.usable(x.state())
	x.send("\n")
	x.wait(x.says("title.credentials")) // as it was
	x.send(enter, enter)
	x.wait(x.says("title.sender"))
	x.send(ctrlC)
	if code := x.exit(); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	x.wait("ended: 130")
}

// TestNoSuspend: where no shell would continue it, ctrl+z does not stop the program.
func TestNoSuspend(t *testing.T) {
	t.Parallel()
	x := start(t, program{args: []string{"--demo"}})
	x.wait(x.says("title.start"))
	x.send(ctrlZ, enter)
	x.wait(x.says("title.credentials"))
}

// TestQuitAnywhere presses ctrl+c at every step: it quits, or asks and then quits.
func TestQuitAnywhere(t *testing.T) {
	t.Parallel()
	steps := []string{"start", "credentials", "sender", "templates", "review", "test", "save"}
	for i, step := range steps {
		t.Run(step, func(t *testing.T) {
			t.Parallel()
			sim := simulate(t)
			x := start(t, program{args: []string{"--twilio-url", sim.URL}, env: []string{
				"TWILIO_ACCOUNT_SID=" + twiliosim.DemoAccountSID, "TWILIO_AUTH_TOKEN=" + twiliosim.DemoAuthToken,
				"TWILIO_MESSAGING_SERVICE_SID=" + twiliosim.DemoServiceSID}})
			for _, before := range steps[:i] {
				x.wait(x.says("title." + before))
				switch before {
				case "credentials":
					x.send(enter, enter)
				case "sender":
					x.wait("Logto verification")
					x.send(enter)
				case "test":
					x.send(ctrlS)
				default:
					x.send(enter)
				}
			}
			x.wait(x.says("title." + step))
			x.send(ctrlC, ctrlC)
			if code := x.exit(); code != exitInterrupted {
				t.Errorf("exit code %d", code)
			}
		})
	}
}
