package export

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestRefusals(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "file"), "whole", 0o644)
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]WriteErrorKind{
		"":                         IsDirectory,
		".":                        IsDirectory,
		"folder":                   IsDirectory,
		"folder/":                  IsDirectory,
		"no/sms.json":              NoFolder,
		"no/":                      NoFolder,
		"file/sms.json":            NoFolder,
		strings.Repeat("n", 256):   NameTooLong,
		"no\x00name":               WriteFailed,
		"folder/../folder/../file": "",
	} {
		t.Run(path[:min(len(path), 12)], func(t *testing.T) {
			t.Chdir(dir)
			if got := kindOf(Check(path)); got != want {
				t.Errorf("Check: %q, want %q", got, want)
			}
			if want == "" {
				return
			}
			if got := kindOf(Write(t.Context(), path, []byte("x"))); got != want {
				t.Errorf("Write: %q, want %q", got, want)
			}
		})
	}
	if err := os.Remove(filepath.Join(dir, "folder")); err != nil {
		t.Errorf("something was left in the folder: %v", err)
	}
	wantFolder(t, dir, map[string]string{"file": "whole"})
}

func TestCheckLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := Check(filepath.Join(dir, "sms.json")); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, dir, nil)
}

func TestWriteErrorSaysWhatTheSystemSaid(t *testing.T) {
	err := failure("a\x1b.json", &os.PathError{Op: "open", Path: "x", Err: syscall.ENOTDIR})
	if got, want := err.Error(), `writing "a\x1b.json": no-folder: open x: `+syscall.ENOTDIR.Error(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if !errors.Is(err, syscall.ENOTDIR) {
		t.Error("the system's error is lost")
	}
}
