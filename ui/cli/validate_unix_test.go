//go:build unix

package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"logto-twilio/connector"
)

// TestWhatCannotBeRead names files that nobody can judge beside one that can be:
// each has an error of its own, at once, and the one is judged all the same.
func TestWhatCannotBeRead(t *testing.T) {
	folder(t, "list/", "empty.json")
	put := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("large.json", nil)
	if err := os.Truncate("large.json", 100_000_000); err != nil {
		t.Fatal(err)
	}
	put("deep.json", bytes.Repeat([]byte("["), 1_000_000))
	put("nothing.json", nil)
	put("binary.json", []byte("\x7fELF\x02\x01\x01\x00\xff\xfe"))
	put("utf16.json", []byte("\xff\xfe{\x00}\x00"))
	if err := syscall.Mkfifo("pipe.json", 0o600); err != nil {
		t.Fatal(err)
	}
	var out, words bytes.Buffer
	env := Env{Out: &out, Err: &words, Getenv: func(string) string { return "" }}
	start := time.Now()
	code := Main([]string{
		"validate", "large.json", "deep.json", "nothing.json", "binary.json", "utf16.json", "pipe.json", "/dev/null", "missing.json", "list", "empty.json",
	}, env)
	if took := time.Since(start); took > 5*time.Second { // a second, but for a machine that is busy
		t.Errorf("took %s", took)
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		if place, _, ok := strings.Cut(line, "]: "); ok {
			got = append(got, place)
		}
	}
	want := []string{
		"large.json:1:1: error[too-large", "deep.json:1:1001: error[too-deep", "nothing.json:1:1: error[empty-text", "binary.json:1:9: error[not-utf8",
		"utf16.json:1:1: error[byte-order-mark", "utf16.json:1:1: error[missing-key", "utf16.json:1:1: error[missing-key",
		"utf16.json:1:1: error[missing-key", "utf16.json:1:1: error[missing-key", "pipe.json:1:1: error[not-regular", "/dev/null:1:1: error[not-regular", "missing.json:1:1: error[not-found",
	}
	for _, key := range []string{"accountSID", "authToken", "fromMessagingServiceSID", "templates"} {
		want = append(want, "empty.json:1:1: error[missing-key")
		if !strings.Contains(out.String(), key+" is missing.") {
			t.Errorf("%s is not named", key)
		}
	}
	if code != exitProblem || !slices.Equal(got, want) {
		t.Errorf("exit code %d\ngot  %s\nwant %s", code, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
	if !strings.HasPrefix(words.String(), "9 files checked: 16 errors, ") {
		t.Errorf("summary: %s", words.String())
	}
}

// TestLinks follows links to files and not those to folders, which may lead back.
func TestLinks(t *testing.T) {
	folder(t, "a/x.json", "b/")
	for link, target := range map[string]string{
		"a/loop": ".", "a/up.json": "..", "a/link.json": "x.json", "b/far.json": "../a/x.json", "b/folder": "../a", "b/gone.json": "nothing",
	} {
		if err := os.Symlink(target, link); err != nil {
			t.Fatal(err)
		}
	}
	for args, want := range map[string][]string{
		".":            {"a/link.json", "a/x.json", "b/far.json", "b/gone.json"},
		"b/folder":     {"b/folder/link.json", "b/folder/x.json"},
		"a/link.json":  {"a/link.json"},
		"a/loop/loop/": {"a/loop/loop/link.json", "a/loop/loop/x.json"},
	} {
		var got []string
		for in := range inputs([]string{args}) {
			got = append(got, in.path)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", args, got, want)
		}
	}
}

// TestNoPermission is for a user who is not root, as whom root runs it.
func TestNoPermission(t *testing.T) {
	dir, err := os.MkdirTemp("", "logto-twilio-test-") // t.TempDir is closed to others
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	program := filepath.Join(dir, "logto-twilio") // by its name the test binary knows what to be
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	binary, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if err := os.Mkdir("closed", 0o700); err != nil {
		t.Fatal(err)
	}
	good := connector.NewDocument(connector.Config{}).Bytes()
	for name, mode := range map[string]os.FileMode{program: 0o755, "secret.json": 0, "open.json": 0o644, "closed": 0, dir: 0o755} {
		data := good
		if name == program {
			data = binary
		}
		if name != dir && name != "closed" {
			if err := os.WriteFile(name, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), program, "validate", ".")
	cmd.Env = []string{"LANG=C"}
	if os.Geteuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	var words bytes.Buffer
	cmd.Stderr = &words
	out, _ := cmd.Output()
	for _, want := range []string{"closed:1:1: error[no-permission]", "secret.json:1:1: error[no-permission]", "open.json:2:17: error[empty-value]"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%s is missing in\n%s%s", want, out, words.String())
		}
	}
	if code := cmd.ProcessState.ExitCode(); code != exitProblem {
		t.Errorf("exit code %d", code)
	}
}
