package export

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/environ"
)

// run starts git as somebody who has no configuration.
func run(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=x", "-c", "user.email=x@example.com"}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func TestGitState(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Log("git is not installed: only its absence is tested here")
		return
	}
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	repo, outside := t.TempDir(), t.TempDir()
	run(t, repo, "init", "-q")
	for _, dir := range []string{"sub/deep", "secrets"} {
		if err := os.MkdirAll(filepath.Join(repo, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	put(t, filepath.Join(repo, ".gitignore"), "secrets/\n/ignored.json\n[[]x].json\n!kept.json\n*.lock\n", 0o644)
	for _, name := range []string{"tracked.json", "forced.lock", "ax.json"} {
		put(t, filepath.Join(repo, name), "{}", 0o644)
		run(t, repo, "add", "-f", "--", name)
	}
	run(t, repo, "commit", "-q", "-m", "x")

	// A hook has these set: they must not lead astray.
	t.Setenv("GIT_DIR", filepath.Join(outside, "nowhere"))
	t.Setenv("GIT_INDEX_FILE", filepath.Join(outside, "nowhere"))
	for path, want := range map[string]GitStatus{
		"sms.json":              GitNotIgnored,
		"sub/deep/sms.json":     GitNotIgnored,
		"sub/deep/ignored.json": GitNotIgnored,
		"-rf":                   GitNotIgnored,
		":sms.json":             GitNotIgnored,
		":(glob)*.json":         GitNotIgnored,
		"短信 配置.json":            GitNotIgnored,
		"*.json":                GitNotIgnored, // a name, not what it would match
		"[ab]x.json":            GitNotIgnored,
		"kept.json":             GitNotIgnored,
		"ignored.json":          GitIgnored,
		"[x].json":              GitIgnored,
		"secrets/sms.json":      GitIgnored,
		"any.lock":              GitIgnored,
		"tracked.json":          GitTracked,
		"forced.lock":           GitTracked, // ignored, and in the index all the same
		"no/such/folder.json":   GitUnknown,
		".git/sms.json":         GitUnknown,
	} {
		if runtime.GOOS == "windows" && strings.ContainsAny(path, ":*") {
			continue // no names there
		}
		if got := GitState(t.Context(), filepath.Join(repo, path)); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if got := GitState(t.Context(), filepath.Join(outside, "sms.json")); got != GitNoRepo {
		t.Errorf("outside of any work tree: %s", got)
	}
	t.Chdir(filepath.Join(repo, "sub"))
	if got := GitState(t.Context(), "../ignored.json"); got != GitIgnored {
		t.Errorf("relative path: %s", got)
	}
}

func TestGitStateWithoutGit(t *testing.T) {
	repo := t.TempDir()
	path := filepath.Join(repo, "sms.json")
	t.Setenv("PATH", t.TempDir())
	if got := GitState(t.Context(), path); got != GitNoRepo {
		t.Errorf("no work tree, no git: %s", got)
	}
	put(t, filepath.Join(repo, ".git"), "gitdir: elsewhere", 0o644)
	if got := GitState(t.Context(), path); got != GitUnknown {
		t.Errorf("a work tree, no git: %s", got)
	}
}

func TestGitStateGivesUp(t *testing.T) {
	repo := t.TempDir()
	put(t, filepath.Join(repo, ".git"), "gitdir: elsewhere", 0o644)
	path := filepath.Join(repo, "sms.json")
	if got := GitState(t.Context(), path); got != GitUnknown {
		t.Errorf("a broken repository: %s", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got := GitState(ctx, path); got != GitUnknown {
		t.Errorf("the context has ended: %s", got)
	}
}

func TestGitGetsNoCredentials(t *testing.T) {
	keep := []string{"PATH=/bin", "GIT_DIRTY=1", "GIT_CONFIG_GLOBAL=x", "HOME=/", "XTWILIO_A=1"}
	drop := []string{
		"GIT_DIR=x", "GIT_WORK_TREE=x", "GIT_COMMON_DIR=x", "GIT_INDEX_FILE=x", "GIT_DIR=",
		environ.AuthToken + "=x", environ.AccountSID + "=x", "TWILIO_API_SECRET=x",
		environ.LogtoAuth + "=x", environ.LogtoEndpoint + "=x", environ.Config + "=x",
	}
	if got := gitEnviron(slices.Concat(drop, keep, drop)); !slices.Equal(got, keep) {
		t.Errorf("%v, want %v", got, keep)
	}
}
