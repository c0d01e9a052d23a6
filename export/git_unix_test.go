//go:build unix

package export

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// A repository that somebody else made starts no program of theirs.
func TestGitStartsNoMonitor(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Log("git is not installed: nothing to be started")
		return
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	repo, dir := t.TempDir(), t.TempDir()
	run(t, repo, "init", "-q")
	for _, name := range []string{"tracked.json", ".gitignore"} {
		put(t, filepath.Join(repo, name), "ignored.json\n", 0o644)
		run(t, repo, "add", "--", name)
	}
	monitor, ran := filepath.Join(dir, "monitor"), filepath.Join(dir, "ran")
	put(t, monitor, "#!/bin/sh\n: > '"+ran+"'\n", 0o755)
	run(t, repo, "config", "core.fsmonitor", monitor)
	for name, want := range map[string]GitStatus{
		"tracked.json": GitTracked, "ignored.json": GitIgnored, "new.json": GitNotIgnored,
	} {
		if got := GitState(t.Context(), filepath.Join(repo, name)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("the monitor was started")
	}
	run(t, repo, "ls-files", "--error-unmatch", "tracked.json")
	if _, err := os.Stat(ran); err != nil {
		t.Errorf("this git starts no monitor, so that nothing was tested: %v", err)
	}
}
