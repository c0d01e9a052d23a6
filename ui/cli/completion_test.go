package cli

import (
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

// The scripts are programs of their shells, wherever that shell is at hand.
func TestCompletionScriptsAreValid(t *testing.T) {
	for shell, check := range map[string][]string{"bash": {"-n"}, "zsh": {"-n"}, "fish": {"--no-execute"}} {
		path, err := exec.LookPath(shell)
		if err != nil || runtime.GOOS == "windows" { // whose bash may only start another system
			t.Logf("%s is not on this machine", shell)
			continue
		}
		script, _, _ := run("completion", shell)
		cmd := exec.CommandContext(t.Context(), path, check...)
		cmd.Stdin = strings.NewReader(script)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", shell, err, out)
		}
	}
}

// Every value that is looked up for a shell belongs to a flag that exists.
func TestCompletionOfValues(t *testing.T) {
	for _, args := range [][]string{{"--lang"}, {"--twilio-url"}, {"preview", "--code"}} {
		out, _, _ := run(append([]string{"__complete"}, append(args, "")...)...)
		if !strings.HasSuffix(out, ":4\n") {
			t.Errorf("%v offers files: %q", args, out)
		}
	}
}
