//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestUnfitFiles starts with a FILE that cannot be opened: it is said at once
// what is wrong with it, and one can go on without it.
func TestUnfitFiles(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		make func(path string) error
		says string
	}{
		"folder":    {func(path string) error { return os.Mkdir(path, 0o700) }, "read.is-directory"},
		"fifo.json": {func(path string) error { return syscall.Mkfifo(path, 0o600) }, "read.not-regular"},
		"huge.json": {func(path string) error {
			if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
				return err
			}
			return os.Truncate(path, 100<<20)
		}, "problem.too-large"},
		"not.json": {func(path string) error { return os.WriteFile(path, []byte("{,"), 0o600) }, "problem.unexpected-character"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			if err := c.make(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
			x := start(t, program{args: []string{name}, dir: dir, width: 70})
			before, _, _ := strings.Cut(x.says(c.says, "path", name), "{")
			x.wait(x.says("ask.open"), before)
			x.send(esc)
			x.wait(x.says("start.ask"))
			x.send(enter)
			x.wait(x.says("title.credentials"))
			x.send(ctrlC)
			if code := x.exit(); code != exitInterrupted {
				t.Errorf("exit code %d", code)
			}
		})
	}
}

// TestUnreadableFile starts with a FILE that belongs to somebody else: as another
// user where the tests run as root, who may read everything.
func TestUnreadableFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mine.json"), []byte("{}"), 0); err != nil {
		t.Fatal(err)
	}
	p := program{args: []string{"mine.json"}, dir: dir, width: 70}
	if os.Getuid() == 0 {
		p = asNobody(t, p)
	}
	x := start(t, p)
	x.wait(x.says("read.no-permission", "path", "mine.json"))
}

// asNobody starts the program as a user without rights, from where that user can
// reach it.
func asNobody(t *testing.T, p program) program {
	t.Helper()
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p.command = []string{filepath.Join(dir, "logto-twilio")}
	for from, to := range map[string]string{self: p.command[0], filepath.Join(p.dir, p.args[0]): dir} {
		// Not by this process: a child that another test forks meanwhile would hold
		// the program open for writing, and it could not be started.
		if out, err := exec.Command("cp", "-p", from, to).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	p.dir, p.uid = dir, 65534
	return p
}

// TestTerminals starts in terminals that the walk does not fit into.
func TestTerminals(t *testing.T) {
	t.Parallel()
	t.Run("20x5", func(t *testing.T) {
		t.Parallel()
		x := start(t, program{args: []string{"--demo"}, width: 20, height: 5})
		x.wait("too small: 20×5")
		x.resize(80, 24, x.says("title.start"))
		x.send(enter)
		x.wait(x.says("title.credentials"))
		x.resize(20, 5, "too small: 20×5")
		x.send(ctrlC)
		if code := x.exit(); code != exitInterrupted {
			t.Errorf("exit code %d", code)
		}
	})
}
