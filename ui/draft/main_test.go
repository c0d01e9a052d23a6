package draft

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// The test binary runs itself as another wizard: helperEnv says which part it
// plays, its last two arguments are the store's folder and a path. It ends with
// its standard input.
const helperEnv = "LOGTO_TWILIO_TEST_HELPER"

func TestMain(m *testing.M) {
	part := os.Getenv(helperEnv)
	if part == "" {
		os.Exit(m.Run())
	}
	store, path := Store{os.Args[len(os.Args)-2]}, os.Args[len(os.Args)-1]
	fmt.Println(play(part, store, path))
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// play does what another wizard would do, and says what became of it. The draft
// stays owned until the process ends.
func play(part string, store Store, path string) string {
	switch part {
	case "new", "save":
		d, err := store.New(path)
		if err == nil && part == "save" {
			err = d.Save(walk{Step: "Sender", Texts: []string{"from another process"}})
		}
		if err != nil {
			return err.Error()
		}
		keep = append(keep, d)
		return d.Path()
	case "take":
		d, err := store.Take(Info{Path: path}, new(walk))
		keep = append(keep, d)
		if errors.Is(err, ErrTaken) {
			return "taken by another"
		}
		return fmt.Sprintf("mine %v", err)
	}
	return "no such part: " + part
}

// keep holds the drafts of a helper, so that no garbage collection closes a lock.
var keep []*Draft

// walk is what the tests keep.
type walk struct {
	Step  string
	Texts []string
	SID   string `json:",omitempty"`
}

// wizard is another process with a draft.
type wizard struct {
	*exec.Cmd
	in  io.Closer // open for as long as it lives
	out *bufio.Reader
}

// start starts another process.
func start(t *testing.T, part string, store Store, path string) wizard {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary, store.Dir, path)
	cmd.Env = append(os.Environ(), helperEnv+"="+part)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return wizard{cmd, in, bufio.NewReader(out)}
}

// said waits for what the process says.
func (w wizard) said(t *testing.T) string {
	t.Helper()
	line, err := w.out.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(line)
}

// kill ends the process as kill -9 does, and waits until it is gone.
func (w wizard) kill(t *testing.T) {
	t.Helper()
	if err := w.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = w.Wait()
}
