//go:build unix

package export

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// helper starts the test binary as another process that plays a part.
func helper(t *testing.T, binary, part, path string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(binary, path)
	cmd.Env = append(os.Environ(), helperEnv+"="+part)
	cmd.Stderr = os.Stderr
	return cmd
}

func self(t *testing.T) string {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return binary
}

func TestSymbolicLink(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	real := filepath.Join(dir, "real.json")
	put(t, real, "whole", 0o600)
	t.Chdir(dir)
	links := []struct{ name, to, want string }{
		{"plain", "real.json", real},
		{"chain", "plain", real},
		{"absolute", real, real},
		{"dangling", "../gone.json", filepath.Join(filepath.Dir(dir), "gone.json")},
		{"loop", "loop", filepath.Join(dir, "loop")},
	}
	for _, link := range links {
		if err := os.Symlink(link.to, link.name); err != nil {
			t.Fatal(err)
		}
		for _, err := range []error{Check(link.name), Write(t.Context(), link.name, []byte("x"))} {
			var e *WriteError
			if !errors.As(err, &e) || e.Kind != IsSymlink || e.Target != link.want {
				t.Errorf("%s: %+v, want a link to %s", link.name, err, link.want)
			}
		}
	}
	if got, _ := os.ReadFile(real); string(got) != "whole" {
		t.Errorf("the real file holds %q", got)
	}
}

// A folder may well be a link: only the file itself must not be one.
func TestFolderThatIsALink(t *testing.T) {
	dir := t.TempDir()
	real := filepath.Join(dir, "real")
	if err := os.Mkdir(real, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	if err := Write(t.Context(), filepath.Join(dir, "link", "sms.json"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, real, map[string]string{"sms.json": "x"})
}

func TestNotRegular(t *testing.T) {
	fifo := filepath.Join(t.TempDir(), "fifo")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{fifo, os.DevNull} {
		if got := kindOf(Check(path)); got != NotRegular {
			t.Errorf("Check(%s): %q", path, got)
		}
		if got := kindOf(Write(t.Context(), path, []byte("x"))); got != NotRegular {
			t.Errorf("Write(%s): %q", path, got)
		}
	}
}

// Root may write anywhere, so root asks another user.
func TestReadOnlyFolder(t *testing.T) {
	dir, err := os.MkdirTemp("", "logto-twilio-test-") // t.TempDir is closed to others
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	binary := self(t)
	var credential *syscall.Credential
	if os.Geteuid() == 0 {
		credential = &syscall.Credential{Uid: 65534, Gid: 65534}
		binary = copyFile(t, binary, filepath.Join(dir, "helper"))
	}
	folder := filepath.Join(dir, "folder")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(folder, "sms.json"), "whole", 0o666)
	for path, mode := range map[string]os.FileMode{dir: 0o755, folder: 0o555} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"sms.json", "new.json"} {
		cmd := helper(t, binary, "kinds", filepath.Join(folder, name))
		cmd.Dir = dir
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: credential}
		out, err := cmd.Output()
		if got := strings.TrimSpace(string(out)); err != nil || got != "read-only read-only" {
			t.Errorf("%s: %q (%v), want read-only twice", name, got, err)
		}
	}
	wantFolder(t, folder, map[string]string{"sms.json": "whole"})
}

func copyFile(t *testing.T, from, to string) string {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	put(t, to, string(data), 0o755)
	return to
}

// TestRewrite holds that a file without a secret stays what it was to everyone, and
// that one with a secret does not.
func TestRewrite(t *testing.T) {
	dir := t.TempDir()
	for _, mode := range []os.FileMode{0o644, 0o664, 0o640, 0o600, 0o755, 0o444} {
		path := filepath.Join(dir, "connector.json")
		if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		wanted := [2]uint32{uint32(os.Getuid()), uint32(os.Getgid())}
		if os.Getuid() == 0 {
			wanted = [2]uint32{65534, 65533}
			if err := os.Chown(path, 65534, 65533); err != nil {
				t.Fatal(err)
			}
		}
		if err := Rewrite(t.Context(), path, []byte("[]")); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		owner := info.Sys().(*syscall.Stat_t)
		if info.Mode().Perm() != mode || [2]uint32{owner.Uid, owner.Gid} != wanted {
			t.Errorf("%o became %o of %d:%d", mode, info.Mode().Perm(), owner.Uid, owner.Gid)
		}
		if data, err := os.ReadFile(path); err != nil || string(data) != "[]" {
			t.Errorf("%q, %v", data, err)
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}
