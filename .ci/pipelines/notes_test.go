package pipelines

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The notes of a release are its section of the changelog, and without one there is
// no release.
func TestReleaseNotes(t *testing.T) {
	script := filepath.Join(root(t), ".ci", "release", "notes")
	out, err := exec.CommandContext(t.Context(), script, "Unreleased").Output()
	notes := string(out)
	if err != nil || strings.TrimSpace(notes) == "" || strings.HasPrefix(notes, "\n") || strings.Contains(notes, "\n## ") {
		t.Errorf("%v:\n%s", err, notes)
	}
	for _, tag := range []string{"v0.0.0-no-such-release", "v", ""} {
		if out, err := exec.CommandContext(t.Context(), script, tag).Output(); err == nil || len(out) > 0 {
			t.Errorf("%q: %v:\n%s", tag, err, out)
		}
	}
}
