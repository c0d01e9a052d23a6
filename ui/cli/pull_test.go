package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
)

// What pull writes is what was pushed, byte for byte.
func TestPull(t *testing.T) {
	t.Parallel()
	sim := logtosim.New()
	first := demoDocument()
	if got := withLogto(t, sim, nil, "push", saved(t, first), "--yes"); got.code != exitOK {
		t.Fatal(got.err)
	}
	path := filepath.Join(t.TempDir(), "pulled.json")
	got := withLogto(t, sim, nil, "pull", "-o", path)
	data, err := os.ReadFile(path)
	if got.code != exitOK || got.out != "" || err != nil || string(data) != string(first.Bytes()) {
		t.Errorf("exit code %d, %v\n%s\n%s", got.code, err, got.err, data)
	}
	if got := withLogto(t, sim, nil, "pull", "-o", "-"); got.code != exitOK || got.out != string(first.Bytes()) {
		t.Errorf("exit code %d\n%s\n%s", got.code, got.out, got.err)
	}
}

// What pull cannot get, and what it says of what it got.
func TestPullSituations(t *testing.T) {
	t.Parallel()
	broken := logtosim.Row{FactoryID: connector.FactoryID, Config: []byte(`{"templates":[{"usageType":"Generic"}]}`)}
	for name, tt := range map[string]struct {
		there []logtosim.Row
		fault faults.Effect
		code  int
		says  string
		file  bool
	}{
		"what validate refuses": {[]logtosim.Row{broken}, "", exitProblem, "error[missing-key]", true},
		"none":                  {nil, "", exitProblem, "has no SMS connector", false},
		"another provider":      {[]logtosim.Row{vonageRow()}, "", exitProblem, "Vonage SMS Service (theirs), not Twilio's", false},
		"two":                   {[]logtosim.Row{vonageRow(), broken}, "", exitProblem, "more than one SMS connector", false},
		"down":                  {nil, faults.Down, exitUnreachable, "could not be reached", false},
		"forbidden":             {nil, faults.Forbidden, exitProblem, "Logto Management API access", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sim := logtosim.New()
			sim.Put(tt.there...)
			if tt.fault != "" {
				faults.Break(sim, faults.Fault{Effect: tt.fault, Path: "/api"})
			}
			path := filepath.Join(t.TempDir(), "pulled.json")
			got := withLogto(t, sim, nil, "pull", "-o", path)
			_, err := os.Stat(path)
			if got.code != tt.code || !strings.Contains(got.err, tt.says) || (err == nil) != tt.file {
				t.Errorf("exit code %d, %v\n%s", got.code, err, got.err)
			}
		})
	}
}
