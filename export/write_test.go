package export

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// kindOf is the kind of a WriteError, "" of nil.
func kindOf(err error) WriteErrorKind {
	var e *WriteError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Kind
	}
	return WriteErrorKind("no WriteError: " + err.Error())
}

// put makes a file that is there before the test.
func put(t *testing.T, path, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}

// wantFolder demands that a folder holds these files, and nothing else.
func wantFolder(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, expected := want[e.Name()]
		if !expected {
			t.Errorf("left in the folder: %s", e.Name())
			continue
		}
		if got, err := os.ReadFile(filepath.Join(dir, e.Name())); err != nil || string(got) != text {
			t.Errorf("%s holds %q (%v), want %q", e.Name(), got, err, text)
		}
	}
	if len(entries) < len(want) {
		t.Errorf("the folder holds %v, want %d files", entries, len(want))
	}
}

func TestWrite(t *testing.T) {
	for _, name := range []string{
		"sms.json", "短信 配置.json", "-rf", "[a]*?.json", ".hidden",
		strings.Repeat("n", 255), strings.Repeat("短", 85),
	} {
		t.Run(name[:min(len(name), 12)], func(t *testing.T) {
			if runtime.GOOS == "windows" && strings.ContainsAny(name, "*?") {
				return // no such name there
			}
			dir := t.TempDir()
			path := filepath.Join(dir, name)
			for _, text := range []string{"new", "over it"} {
				if err := Write(t.Context(), path, []byte(text)); err != nil {
					t.Fatal(err)
				}
				wantFolder(t, dir, map[string]string{name: text})
				wantMode(t, path)
			}
		})
	}
}

func wantMode(t *testing.T, path string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode() != 0o600 {
		t.Errorf("mode %v, want 0600", info.Mode())
	}
}

func TestWriteTightensTheMode(t *testing.T) {
	for _, mode := range []os.FileMode{0o666, 0o755, 0o400} {
		path := filepath.Join(t.TempDir(), "sms.json")
		put(t, path, "old", mode)
		if runtime.GOOS == "windows" && mode == 0o400 {
			continue // a read-only file is not replaced there
		}
		if err := Write(t.Context(), path, []byte("new")); err != nil {
			t.Fatal(err)
		}
		wantMode(t, path)
	}
}

func TestWriteRelativePath(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := Write(t.Context(), "sms.json", []byte("x")); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, dir, map[string]string{"sms.json": "x"})
}

// creating is a disk whose files are made by f.
func creating(f func(name string) (file, error)) disk {
	d := onDisk
	d.create = f
	return d
}

// failing is a file on a disk that fails: after half of the data, or at sync.
type failing struct {
	file
	write, sync error
}

func (f failing) Write(p []byte) (int, error) {
	if f.write == nil {
		return f.file.Write(p)
	}
	n, _ := f.file.Write(p[:len(p)/2])
	return n, f.write
}

func (f failing) Sync() error { return f.sync }

func TestFailingDisk(t *testing.T) {
	for name, c := range map[string]struct {
		disk failing
		want WriteErrorKind
	}{
		"full":         {failing{write: diskFull[0]}, DiskFull},
		"full at sync": {failing{sync: diskFull[len(diskFull)-1]}, DiskFull},
		"read-only":    {failing{write: readOnlyFS[0]}, ReadOnlyFS},
		"broken":       {failing{write: syscall.EIO}, WriteFailed},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "sms.json")
			put(t, path, "whole", 0o600)
			err := creating(func(name string) (file, error) {
				f, err := create(name)
				c.disk.file = f
				return c.disk, err
			}).write(t.Context(), path, []byte("secret"))
			if got := kindOf(err); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			if strings.Contains(err.Error(), "secret") {
				t.Errorf("the error holds the data: %v", err)
			}
			wantFolder(t, dir, map[string]string{"sms.json": "whole"})
		})
	}
}

func TestWriteEndsWithItsContext(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "sms.json")
	put(t, path, "whole", 0o600)
	ctx, cancel := context.WithCancel(t.Context())
	err := creating(func(name string) (file, error) {
		cancel() // the signal comes while the temporary file stands
		return create(name)
	}).write(ctx, path, []byte("x"))
	if !errors.Is(err, context.Canceled) || kindOf(err) != "no WriteError: context canceled" {
		t.Errorf("%v, want the context's error", err)
	}
	wantFolder(t, dir, map[string]string{"sms.json": "whole"})
}

// Between the look at the target and the rename somebody puts a folder there.
func TestRenameFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "sms.json")
	err := creating(func(name string) (file, error) {
		if err := os.MkdirAll(filepath.Join(path, "x"), 0o755); err != nil {
			t.Fatal(err)
		}
		return create(name)
	}).write(t.Context(), path, []byte("x"))
	if kindOf(err) == "" {
		t.Error("a folder was overwritten")
	}
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, dir, nil)
}

// A tidying program removes the temporary file: it is written again.
func TestTemporaryFileVanishes(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "sms.json")
	vanished := false
	err := creating(func(name string) (file, error) {
		f, err := create(name)
		if !vanished {
			vanished = true
			return vanishing{f, name}, err
		}
		return f, err
	}).write(t.Context(), path, []byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	wantFolder(t, dir, map[string]string{"sms.json": "x"})
}

// vanishing is a file that is gone when it is closed.
type vanishing struct {
	file
	name string
}

func (f vanishing) Close() error { return errors.Join(f.file.Close(), os.Remove(f.name)) }
