//go:build unix

package cli

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// killsEnv is how often TestKilledWhileWriting kills, for who has more time.
const killsEnv = "LOGTO_TWILIO_KILLS"

// fewKills take about a second.
const fewKills = 100

// TestKilledWhileWriting ends generate -o FILE --force at random moments. Whatever
// the moment and the signal, FILE is whole and its owner's alone. What SIGKILL
// leaves is one temporary file at most, which the next write removes; SIGINT and
// SIGTERM leave nothing.
func TestKilledWhileWriting(t *testing.T) {
	t.Parallel()
	kills, err := strconv.Atoi(os.Getenv(killsEnv))
	if err != nil {
		kills = fewKills
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "connector.json")
	texts := [2]string{"{{code}}", "{{code}} is another text"}
	var whole [2]string
	shortest := time.Hour
	for i := range 6 { // to the end, to know what is whole and how long that takes
		begun := time.Now()
		if err := generating(file, texts[i%2]).Run(); err != nil {
			t.Fatal(err)
		}
		shortest = min(shortest, time.Since(begun))
		whole[i%2] = contentOf(t, file)
	}
	signals := []syscall.Signal{syscall.SIGKILL, syscall.SIGKILL, syscall.SIGINT, syscall.SIGTERM}
	random := rand.New(rand.NewPCG(1, uint64(kills)))
	killed, left := 0, 0
	runs := 0
	for ; killed < kills && runs < 10*kills; runs++ {
		cmd, signal := generating(file, texts[runs%2]), signals[random.IntN(len(signals))]
		before := temporaries(t, dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(shortest))))
		_ = cmd.Process.Signal(signal)
		if err := cmd.Wait(); err != nil {
			killed++
		}
		if code := cmd.ProcessState.ExitCode(); code != exitOK && code != exitInterrupted && code >= 0 {
			t.Fatalf("%v: exit code %d", signal, code)
		}
		if got := contentOf(t, file); got != whole[0] && got != whole[1] {
			t.Fatalf("%v: the file holds %q", signal, got)
		}
		after := temporaries(t, dir)
		left += len(after)
		if len(after) > 1 || len(after) == 1 && signal != syscall.SIGKILL && after[0] != first(before) {
			t.Fatalf("%v leaves %v", signal, after)
		}
	}
	t.Logf("%d of %d runs were ended before their end, and %d left a temporary file", killed, runs, left)
	if killed < kills {
		t.Errorf("not %d", kills)
	}
	if err := generating(file, texts[0]).Run(); err != nil || contentOf(t, file) != whole[0] || len(temporaries(t, dir)) > 0 {
		t.Errorf("the next write: %v, and there is %v", err, temporaries(t, dir))
	}
}

// generating is the program that writes a configuration with a text to a file.
func generating(file, text string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], "generate", "-o", file, "--force", "--template", "Test="+text)
	cmd.Env = append(commandEnv(), programEnv+"="+asIs, "PATH="+os.Getenv("PATH"), "GORACE=atexit_sleep_ms=0")
	return cmd
}

// contentOf is what a file holds, which has to be readable by its owner alone.
func contentOf(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode() != 0o600 {
		t.Fatalf("%v, %v", info.Mode(), err)
	}
	return string(data)
}

// temporaries are what else there is in a folder, each readable by its owner alone.
func temporaries(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range found {
		if info, err := os.Stat(path); err != nil || info.Mode() != 0o600 {
			t.Fatalf("%s: %v, %v", path, info, err)
		}
	}
	return found
}

// first is the first of a list, "" of an empty one.
func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
