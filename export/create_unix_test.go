//go:build unix

package export

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestCreateModes holds the mode against every umask.
func TestCreateModes(t *testing.T) {
	for _, mask := range []int{0, 0o022, 0o077, 0o177, 0o277, 0o777} {
		path := filepath.Join(t.TempDir(), "temporary")
		before := syscall.Umask(mask)
		f, err := create(path)
		syscall.Umask(before)
		if err != nil {
			t.Fatal(err)
		}
		wantMode(t, path)
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
	path := filepath.Join(t.TempDir(), "temporary")
	defer syscall.Umask(syscall.Umask(0))
	f, err := exclusive(path) // before any chmod
	if err != nil {
		t.Fatal(err)
	}
	wantMode(t, path)
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

// What is there already, put in the way by somebody else, is neither written to nor
// followed.
func TestCreateTakesNothingOver(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "file"), "theirs", 0o666)
	for name, to := range map[string]string{"link": "file", "dangling": "gone", "loop": "loop"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"file", "link", "dangling", "loop"} {
		if f, err := create(filepath.Join(dir, name)); !errors.Is(err, fs.ErrExist) || f != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if data, err := os.ReadFile(filepath.Join(dir, "file")); err != nil || string(data) != "theirs" {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := os.Lstat(filepath.Join(dir, "gone")); err == nil {
		t.Error("the link was followed")
	}
}
