package export

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// GitStatus is where a file stands with git.
type GitStatus string

// Where a file stands with git.
const (
	GitNoRepo     GitStatus = "no-repo"     // in no work tree
	GitIgnored    GitStatus = "ignored"     // git add passes it by
	GitNotIgnored GitStatus = "not-ignored" // git add . would take it
	GitTracked    GitStatus = "tracked"     // already in the index
	GitUnknown    GitStatus = "unknown"     // a work tree, but git is missing, too slow or refuses it
)

// gitTimeout bounds what git may take: the answer is a warning at most.
const gitTimeout = 2 * time.Second

// GitState asks git where path stands, which need not exist yet. Outside of a
// work tree no process is started; else git runs twice at most, for two seconds
// or until ctx ends. It never fails: what cannot be found out is GitUnknown.
func GitState(ctx context.Context, path string) GitStatus {
	abs, err := filepath.Abs(path)
	if err != nil {
		return GitUnknown
	}
	dir, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if err != nil {
		return GitUnknown
	}
	if !inWorkTree(dir) {
		return GitNoRepo
	}
	ctx, cancel := context.WithTimeout(ctx, gitTimeout)
	defer cancel()
	// check-ignore says of a tracked file that it is not ignored, as git does.
	// With "./" before it, a name is never taken for an option or pathspec magic.
	name := "./" + filepath.Base(abs)
	switch git(ctx, dir, "check-ignore", "--quiet", "--", name) {
	case 0:
		return GitIgnored
	case 1:
		return trackedOrNot(ctx, dir, name)
	}
	return GitUnknown
}

func trackedOrNot(ctx context.Context, dir, name string) GitStatus {
	switch git(ctx, dir, "--literal-pathspecs", "ls-files", "--error-unmatch", "--", name) {
	case 0:
		return GitTracked
	case 1:
		return GitNotIgnored
	}
	return GitUnknown
}

// inWorkTree reports whether a folder, or one that it stands in, has a .git: a
// folder or, in a linked work tree or a submodule, a file.
func inWorkTree(dir string) bool {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return true
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return false
		}
		dir = parent
	}
}

// git runs a command of git in dir and returns its exit code, -1 where it did not
// run to its end. The file system monitor that a repository may configure is not
// started.
func git(ctx context.Context, dir string, args ...string) int {
	args = append([]string{"-C", dir, "-c", "core.fsmonitor=false"}, args...)
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Env = gitEnviron(os.Environ())
	err := cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	return -1
}

// gitEnviron removes the variables that point git to another repository (they are set in
// a hook), and our credentials, which git need not see.
func gitEnviron(environ []string) []string {
	drop := []string{"GIT_DIR=", "GIT_WORK_TREE=", "GIT_COMMON_DIR=", "GIT_INDEX_FILE=", "TWILIO_", "LOGTO_"}
	return slices.DeleteFunc(environ, func(entry string) bool {
		return slices.ContainsFunc(drop, func(p string) bool { return strings.HasPrefix(entry, p) })
	})
}
