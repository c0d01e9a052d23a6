//go:build unix

package draft

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// A lock that is no file keeps nobody waiting, and its draft is left alone.
func TestLockThatIsNoFile(t *testing.T) {
	for name, put := range map[string]func(path string) error{
		"a FIFO":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
		"a folder": func(path string) error { return os.Mkdir(path, 0o700) },
		"a link":   func(path string) error { return os.Symlink("elsewhere", path) },
	} {
		s := Store{t.TempDir()}
		if err := put(lockOf(leave(t, s, "/a.json", time.Hour))); err != nil {
			t.Fatal(err)
		}
		other := leave(t, s, "/b.json", time.Hour)
		done := make(chan []Info, 1)
		go func() { done <- abandoned(t, s) }()
		select {
		case found := <-done:
			if len(found) != 1 || found[0].Path != other {
				t.Errorf("%s: found %v", name, found)
			}
		case <-time.After(5 * time.Second):
			t.Fatalf("%s: still waiting", name)
		}
		if _, err := os.Lstat(filepath.Join(s.Dir, "elsewhere")); err == nil {
			t.Errorf("%s: made through the link", name)
		}
	}
}

// The mode of a folder that is ours is mended; that of one which a link leads to
// is its owner's business.
func TestModeOfTheFolder(t *testing.T) {
	own, shared := filepath.Join(t.TempDir(), "own"), t.TempDir()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Mkdir(own, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(shared, link); err != nil {
		t.Fatal(err)
	}
	for dir, want := range map[string]os.FileMode{own: 0o700, shared: 0o755} {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		s := Store{dir}
		if dir == shared {
			s.Dir = link
		}
		newDraft(t, s, "/a.json")
		if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", dir, info.Mode(), err)
		}
	}
}
