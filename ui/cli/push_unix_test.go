//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
)

// pushTo starts push or pull in a terminal, against a simulated Logto.
func pushTo(t *testing.T, sim *logtosim.Server, dir string, args ...string) *terminal {
	t.Helper()
	return start(t, program{
		args: args, dir: dir, width: narrow,
		env:     []string{environ.LogtoEndpoint + "=" + serve(t, sim), environ.LogtoAuth + "=" + logtosim.DemoID + ":" + logtosim.DemoSecret},
		secrets: []string{logtosim.DemoSecret, otherToken},
	})
}

// asks waits until Logto has been asked for something n times.
func asks(t *testing.T, sim *logtosim.Server, n int, r logtosim.Request) {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		seen := 0
		for _, asked := range sim.Requests() {
			if asked == r {
				seen++
			}
		}
		if seen >= n {
			return
		}
	}
	t.Fatalf("never asked: %+v", r)
}

// TestPushAsks says no, then yes, on a terminal.
func TestPushAsks(t *testing.T) {
	t.Parallel()
	sim := logtosim.New()
	sim.Put(vonageRow())
	file := saved(t, demoDocument(rotated))
	x := pushTo(t, sim, "", "push", file)
	x.wait("Vonage SMS Service (theirs)", x.says("push.ask-delete"))
	x.send("\r")
	x.wait(x.says("push.declined"))
	if code := x.exit(); code != exitProblem || !sameRow(sim.Rows()[0], vonageRow()) {
		t.Errorf("exit code %d, there is %s", code, sim.Rows())
	}
	x = pushTo(t, sim, "", "push", file)
	x.wait(x.says("push.ask-delete"))
	x.send("y\r")
	x.wait(x.says("logto.outcome.pushed"))
	if code := x.exit(); code != exitOK || len(sim.Rows()) != 1 || !sameConfig(sim.Rows()[0].Config, demoDocument(rotated)) {
		t.Errorf("exit code %d, there is %s", code, sim.Rows())
	}
}

// TestPushInterrupted presses ctrl+c wherever a push waits for something.
func TestPushInterrupted(t *testing.T) {
	t.Parallel()
	list := logtosim.Request{Method: "GET", Path: "/api/connectors"}
	create := logtosim.Request{Method: "POST", Path: "/api/connectors"}
	message := logtosim.Request{Method: "POST", Path: "/api/connectors/twilio-short-message-service/test"}
	for name, tt := range map[string]struct {
		hangs logtosim.Request
		after int // how many such requests go well
		args  []string
		says  string
	}{
		"looking":      {list, 0, nil, "logto.outcome.unchanged"},
		"asking":       {logtosim.Request{}, 0, nil, "logto.outcome.unchanged"},
		"writing":      {create, 0, []string{"--yes"}, "logto.outcome.unknown"},
		"reading back": {list, 2, []string{"--yes"}, "logto.outcome.unverified"},
		"testing":      {message, 0, []string{"--yes", "--test", "+15551234567"}, "call.outcome-unknown.message-sent"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := logtosim.New()
			x := (*terminal)(nil)
			if tt.hangs.Path != "" {
				faults.Break(sim, faults.Fault{Effect: faults.Hanging, Method: tt.hangs.Method, Path: tt.hangs.Path, After: tt.after})
				x = pushTo(t, sim, "", append([]string{"push", saved(t, demoDocument(rotated))}, tt.args...)...)
				asks(t, sim, tt.after+1, tt.hangs)
			} else {
				x = pushTo(t, sim, "", "push", saved(t, demoDocument(rotated)))
				x.wait(x.says("push.ask"))
			}
			x.send(ctrlC)
			x.wait(x.says(tt.says))
			if code := x.exit(); code != exitInterrupted {
				t.Errorf("exit code %d", code)
			}
		})
	}
}

// TestPullAsks writes over a file only after a yes, and shows what changes.
func TestPullAsks(t *testing.T) {
	t.Parallel()
	sim := logtosim.New()
	sim.Put(twilioRow(demoDocument(rotated)))
	dir := t.TempDir()
	file := filepath.Join(dir, "connector.json")
	old := demoDocument()
	if err := os.WriteFile(file, old.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		answer string
		code   int
		want   []byte
	}{{"n", exitProblem, old.Bytes()}, {ctrlC, exitInterrupted, old.Bytes()}, {"yes", exitOK, demoDocument(rotated).Bytes()}} {
		x := pushTo(t, sim, dir, "pull", "-o", "connector.json")
		x.wait("~", x.says("save.changed"), x.says("save.overwrite", "file", "connector.json"))
		x.send(tt.answer)
		if tt.answer != ctrlC {
			x.send("\r")
		}
		if code := x.exit(); code != tt.code {
			t.Errorf("%q: exit code %d", tt.answer, code)
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != string(tt.want) {
			t.Errorf("%q: %v\n%s", tt.answer, err, got)
		}
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}
