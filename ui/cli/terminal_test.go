//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/charmbracelet/x/xpty"

	"logto-twilio/ui/i18n"
)

// patience is how long a test waits for what must come.
const patience = 30 * time.Second

// Keys, as a terminal sends them.
const (
	enter    = "\r"
	esc      = "\x1b"
	tab      = "\t"
	down     = "\x1b[B"
	ctrlC    = "\x03"
	ctrlO    = "\x0f"
	ctrlR    = "\x12"
	ctrlS    = "\x13"
	ctrlU    = "\x15"
	ctrlZ    = "\x1a"
	pasteOn  = "\x1b[200~"
	pasteOff = "\x1b[201~"
)

// program is how the program is started.
type program struct {
	command       []string // instead of the test binary
	args          []string
	how           string // how the test binary runs, asIs where it is empty
	env           []string
	lang          i18n.Lang
	dir           string   // the working folder; a new one where it is empty
	home          string   // where drafts are kept; a new one where it is empty
	width, height int      // 80×24 where they are 0
	uid           uint32   // of another user, ours where it is 0
	secrets       []string // what must never be seen
}

// terminal is an emulated terminal with the program in it.
type terminal struct {
	t      *testing.T
	cmd    *exec.Cmd
	pty    *xpty.UnixPty
	before *term.State
	dir    string
	home   string
	tr     i18n.Printer

	mu       sync.Mutex
	emulator *vt.Emulator
	printed  []byte             // everything, as it came
	modes    map[ansi.Mode]bool // private modes that are set
	changed  chan struct{}      // closed, and another one made, by every change
	secrets  *regexp.Regexp     // what must never be seen
	read     chan struct{}      // closed when nothing more can come
	exited   chan struct{}
}

// start starts the program in a terminal of its own.
func start(t *testing.T, p program) *terminal {
	t.Helper()
	pty, err := xpty.NewUnixPty(orElse(p.width, 80), orElse(p.height, 24))
	if err != nil {
		t.Fatal(err)
	}
	x := &terminal{
		t: t, pty: pty, dir: orTemp(t, p.dir), home: orTemp(t, p.home), tr: i18n.In(p.lang),
		emulator: vt.NewEmulator(orElse(p.width, 80), orElse(p.height, 24)),
		modes:    map[ansi.Mode]bool{}, changed: make(chan struct{}),
		read: make(chan struct{}), exited: make(chan struct{}), secrets: pieces(p.secrets),
	}
	x.emulator.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { x.modes[m] = true },
		DisableMode: func(m ansi.Mode) { x.modes[m] = false },
	})
	x.before = x.state()
	x.cmd = x.command(p)
	if err := pty.Start(x.cmd); err != nil {
		t.Fatal(err)
	}
	go x.readAll()
	go x.answerQueries()
	go func() {
		_ = x.cmd.Wait()
		close(x.exited)
	}()
	t.Cleanup(x.close)
	return x
}

func orElse(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}

func orTemp(t *testing.T, dir string) string {
	if dir == "" {
		return t.TempDir()
	}
	return dir
}

// command is the program as a session leader whose terminal is ours, in an
// environment that has nothing of the person who runs the tests.
func (x *terminal) command(p program) *exec.Cmd {
	command, how := p.command, p.how
	if command == nil {
		self, err := os.Executable()
		if err != nil {
			x.t.Fatal(err)
		}
		command = []string{self}
	}
	if how == "" {
		how = asIs
	}
	cmd := exec.Command(command[0], append(command[1:], p.args...)...)
	cmd.Dir = x.dir
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "LANG=" + string(p.lang),
		"HOME=" + x.home, "XDG_STATE_HOME=" + filepath.Join(x.home, "state"), programEnv + "=" + how}, p.env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if p.uid != 0 {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: p.uid, Gid: p.uid}
	}
	return cmd
}

// close ends what still runs.
func (x *terminal) close() {
	select {
	case <-x.exited:
	default:
		_ = syscall.Kill(-x.cmd.Process.Pid, syscall.SIGKILL)
		<-x.exited
	}
	_ = x.pty.Slave().Close() // or reading would never end
	<-x.read
	_ = x.emulator.InputPipe().(interface{ Close() error }).Close()
	_ = x.pty.Master().Close()
}

// readAll shows on the emulator what the program prints.
func (x *terminal) readAll() {
	defer close(x.read)
	buf := make([]byte, 64<<10)
	for {
		n, err := x.pty.Read(buf)
		x.mu.Lock()
		x.printed = append(x.printed, buf[:n]...)
		_, _ = x.emulator.Write(buf[:n])
		if x.secrets != nil {
			if s := x.secrets.FindString(squeeze(x.emulator.String())); s != "" {
				x.t.Errorf("the screen shows a part of a secret (%q):\n%s", s, x.emulator.String())
				x.secrets = nil
			}
		}
		close(x.changed)
		x.changed = make(chan struct{})
		x.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// answerQueries hands the emulator's answers to the program, as keys.
func (x *terminal) answerQueries() {
	buf := make([]byte, 4<<10)
	for {
		n, err := x.emulator.Read(buf)
		if n > 0 {
			_, _ = x.pty.Write(buf[:n])
		}
		if err != nil {
			return
		}
	}
}
