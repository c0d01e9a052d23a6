package cli

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// broken is a standard output that takes nothing.
type broken struct{ because error }

func (b broken) Write([]byte) (int, error) { return 0, b.because }

// diskFull is what writing to a full disk answers on this system.
func diskFull() error {
	if runtime.GOOS == "windows" {
		return syscall.Errno(112) // ERROR_DISK_FULL
	}
	return syscall.ENOSPC
}

// Every command whose output is lost says so once, and ends with it.
func TestLostOutput(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "c.json")
	if err := os.WriteFile(file, []byte(wholeFile()), 0o600); err != nil {
		t.Fatal(err)
	}
	commands := []string{
		"--help", "--version", "help", "generate --help", "explain 30034",
		"explain 30034 --json", "explain 99999", "preview FILE", "preview FILE --json",
		"validate nope.json", "validate FILE --json", "export FILE --format json",
		"send FILE --to +15551234567 --dry-run", "schema", "man",
		"completion bash", "doctor nope.json --json",
	}
	full := &fs.PathError{Op: "write", Path: "/dev/stdout", Err: diskFull()}
	for _, command := range commands {
		for key, cause := range map[string]error{"write.output-full": full, "write.output-lost": io.ErrClosedPipe} {
			var words bytes.Buffer
			env := Env{In: strings.NewReader(""), Out: broken{cause}, Err: &words, Getenv: func(string) string { return "" }}
			code := Main(strings.Fields(strings.ReplaceAll(command, "FILE", file)), env)
			message := english.T(key, "reason", io.ErrClosedPipe.Error())
			hint := english.T(key + ".hint")
			if code != exitProblem || strings.Count(words.String(), message) != 1 || strings.Count(words.String(), hint) != 1 {
				t.Errorf("%s: exit code %d\n%s", command, code, words.String())
			}
		}
	}
}

// What a command ends with is said beside the loss, and the exit code is the higher.
func TestLostOutputOfAFailure(t *testing.T) {
	t.Parallel()
	for command, says := range map[string]string{
		"push nope.json --json": "logto-flag.no-endpoint",
		"send nope.json --json": "send.no-to",
	} {
		var words bytes.Buffer
		env := Env{In: strings.NewReader(""), Out: broken{diskFull()}, Err: &words, Getenv: func(string) string { return "" }}
		code := Main(strings.Fields(command), env)
		for _, key := range []string{says, "write.output-full"} {
			if code != exitUsage || strings.Count(words.String(), english.T(key)) != 1 {
				t.Errorf("%s: exit code %d\n%s", command, code, words.String())
			}
		}
	}
}
