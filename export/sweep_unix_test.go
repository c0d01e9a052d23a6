//go:build unix

package export

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// stuckWriter starts a process that hangs with a half-written temporary file.
func stuckWriter(t *testing.T, path string) *exec.Cmd {
	t.Helper()
	cmd := helper(t, self(t), "stuck", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
		t.Fatalf("the helper said %q: %v", line, err)
	}
	return cmd
}

// temporaries are the temporary files of a folder.
func temporaries(t *testing.T, dir string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, ".*"+tempMark+"*"+tempSuffix))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestSweepLeavesTheLivingAlone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "sms.json")
	put(t, path, "whole", 0o600)
	writer := stuckWriter(t, path)
	if err := Write(t.Context(), path, []byte("mine")); err != nil {
		t.Fatal(err)
	}
	Sweep(dir)
	left := temporaries(t, dir)
	if len(left) != 1 {
		t.Fatalf("temporary files while a process writes one: %v", left)
	}
	if info, err := os.Stat(left[0]); err != nil || info.Mode() != 0o600 {
		t.Errorf("temporary file: %v, %v", info, err)
	}
	if !regexp.MustCompile(`/\.sms\.json\.logto-twilio-[a-z2-7]{12}\.tmp$`).MatchString(left[0]) {
		t.Errorf("the temporary file is called %s", left[0])
	}

	if err := writer.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = writer.Wait()
	if err := Write(t.Context(), filepath.Join(dir, "other.json"), []byte("x")); err != nil {
		t.Fatal(err)
	}
	if got := temporaries(t, dir); len(got) != 1 {
		t.Errorf("writing another file swept %v, too", left)
	}
	if err := Write(t.Context(), path, []byte("again")); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, dir, map[string]string{"sms.json": "again", "other.json": "x"})
}

func TestSweepFollowsNoLinkAndWaitsForNoFIFO(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "sms.json")
	put(t, filepath.Join(dir, "precious"), "whole", 0o600)
	if err := os.Symlink("precious", filepath.Join(dir, tempPrefix(path)+"link"+tempSuffix)); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(dir, tempPrefix(path)+"fifo"+tempSuffix), 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- Write(t.Context(), path, []byte("x")) }()
	select {
	case err := <-done:
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("Write hangs")
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "precious")); string(got) != "whole" {
		t.Errorf("the file behind the link holds %q", got)
	}
}

// Processes write one target at once, sweeping under each other's feet: every
// write succeeds, a reader never meets half a file, nothing is left.
func TestProcessesContend(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "sms.json")
	var writers []*exec.Cmd
	var outputs []*strings.Builder
	for range 3 {
		cmd, out := helper(t, self(t), "write-many", path), &strings.Builder{}
		cmd.Stdout = io.Writer(out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		writers, outputs = append(writers, cmd), append(outputs, out)
	}
	stop := make(chan struct{})
	read := make(chan string, 1)
	go func() {
		for {
			select {
			case <-stop:
				read <- ""
				return
			default:
			}
			data, err := os.ReadFile(path)
			if err == nil && len(data) != len(strings.Fields(string(data))[0])+1+5000 {
				read <- "a reader met " + strconv.Itoa(len(data)) + " bytes"
				return
			}
		}
	}()
	for i, cmd := range writers {
		if err := cmd.Wait(); err != nil {
			t.Errorf("writer %d: %v %s", i, err, outputs[i])
		}
	}
	close(stop)
	if problem := <-read; problem != "" {
		t.Error(problem)
	}
	if got := temporaries(t, dir); len(got) > 0 {
		t.Errorf("left: %v", got)
	}
}
