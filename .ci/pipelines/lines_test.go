package pipelines

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// Whatever git is told on a machine, it checks every file out with the line ends that
// golden files, scripts and what is embedded need.
func TestLineEndsAreTheSameEverywhere(t *testing.T) {
	git := func(stdin []byte, args ...string) []byte {
		cmd := exec.CommandContext(t.Context(), "git", args...)
		cmd.Dir, cmd.Stdin = root(t), bytes.NewReader(stdin)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	names := git(nil, "ls-files", "-z")
	said := strings.Split(string(git(names, "check-attr", "-z", "--stdin", "eol")), "\x00")
	if len(said) < 3*300 {
		t.Fatalf("only %d files", len(said)/3)
	}
	for ; len(said) >= 3; said = said[3:] {
		if said[2] != "lf" {
			t.Errorf("%s: eol is %s", said[0], said[2])
		}
	}
}
