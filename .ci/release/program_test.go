package release

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// unpack writes the archive for this machine into a folder of the test.
func unpack(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, e := range open(t, fmt.Sprintf("linux_%s.tar.gz", runtime.GOARCH)) {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, e.data, e.mode); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// run runs a program in a folder and returns what it wrote to standard output, and
// its exit code.
func run(t *testing.T, dir, name string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "LANG=C.UTF-8"}
	out, err := cmd.Output()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return string(out), cmd.ProcessState.ExitCode()
}

func TestTheProgramRuns(t *testing.T) {
	_, tag := dist(t)
	dir := unpack(t)
	program := filepath.Join(dir, "logto-twilio")
	if out, code := run(t, dir, program, "--version"); code != 0 || !strings.HasPrefix(out, "logto-twilio version "+tag+" (commit ") {
		t.Errorf("--version: exit code %d, %q", code, out)
	}
	for name, c := range map[string]struct {
		file string
		code int
	}{"good.json": {good, 0}, "bad.json": {strings.Replace(good, "{{code}}", "{{coed}}", 1), 1}} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(c.file), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, code := run(t, dir, program, "validate", name); code != c.code {
			t.Errorf("validate %s: exit code %d, want %d:\n%s", name, code, c.code, out)
		}
	}
}

// The manual and the completions are those that the program itself would write.
func TestTheFilesAreTheProgramsOwn(t *testing.T) {
	dir := unpack(t)
	for file, args := range map[string][]string{
		"completions/_logto-twilio":     {"completion", "zsh"},
		"completions/logto-twilio.bash": {"completion", "bash"},
		"completions/logto-twilio.fish": {"completion", "fish"},
		"completions/logto-twilio.ps1":  {"completion", "powershell"},
		"man/man1/logto-twilio.1":       {"man", "--lang", "en"},
		"man/zh_CN/man1/logto-twilio.1": {"man", "--lang", "zh-CN"},
	} {
		got, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		if want, code := run(t, dir, filepath.Join(dir, "logto-twilio"), args...); code != 0 || string(got) != want || want == "" {
			t.Errorf("%s is not what logto-twilio %s writes (exit code %d)", file, strings.Join(args, " "), code)
		}
	}
	if _, code := run(t, dir, "bash", "-n", "completions/logto-twilio.bash"); code != 0 {
		t.Error("bash does not read its completions")
	}
}

// good is a configuration without an error.
const good = `{
  "accountSID": "ACde30de30de30de30de30de30de300001",
  "authToken": "de30de30de30de30de30de30de30de30",
  "fromMessagingServiceSID": "MGde30de30de30de30de30de30de300001",
  "templates": [
    {"content": "{{code}} is your code to register.", "usageType": "Register"},
    {"content": "{{code}} is your code to sign in.", "usageType": "SignIn"},
    {"content": "{{code}} is your code for a new password.", "usageType": "ForgotPassword"},
    {"content": "{{code}} is your code.", "usageType": "Generic"},
    {"content": "{{code}} is a test.", "usageType": "Test"}
  ]
}
`
