//go:build unix

package export

import (
	"bufio"
	"errors"
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
