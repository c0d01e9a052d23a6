package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// The size of the terminal, and how long a screen may take to come.
const (
	width, height = 80, 24
	patience      = 30 * time.Second
)

// program is a program at work in a terminal of its own.
type program struct {
	cmd     *exec.Cmd
	tty     *os.File
	screen  *vt.SafeEmulator
	started time.Time
	first   chan time.Duration // from the start to the first text on the screen
	ended   chan struct{}

	mu   sync.Mutex
	last time.Time // of the last output
}

// start runs a program, given by its whole path, in a terminal that answers what
// is asked of it.
func start(path string, args ...string) (*program, error) {
	p := &program{
		cmd:    exec.Command(path, args...),
		screen: vt.NewSafeEmulator(width, height),
		first:  make(chan time.Duration, 1),
		ended:  make(chan struct{}),
	}
	p.cmd.Dir = filepath.Dir(path) // for what a demo may save
	p.cmd.Env = []string{"TERM=xterm-256color", "COLORTERM=truecolor", "HOME=" + p.cmd.Dir, "PATH=" + os.Getenv("PATH")}
	p.started = time.Now()
	tty, err := pty.StartWithSize(p.cmd, &pty.Winsize{Rows: height, Cols: width})
	if err != nil {
		return nil, err
	}
	p.tty = tty
	go p.answer()
	go p.draw()
	return p, nil
}

// answer passes on what the terminal has to say.
func (p *program) answer() {
	b := make([]byte, 4096)
	for {
		n, err := p.screen.Read(b)
		if err != nil {
			return
		}
		_, _ = p.tty.Write(b[:n])
	}
}

// draw puts on the screen what the program writes, and notes the first text.
func (p *program) draw() {
	defer close(p.ended)
	b := make([]byte, 32<<10)
	var head []byte
	for seen := false; ; {
		n, err := p.tty.Read(b)
		if err != nil {
			return
		}
		now := time.Now()
		p.mu.Lock()
		p.last = now
		p.mu.Unlock()
		if !seen {
			if head = append(head, b[:n]...); showsText(head) {
				seen = true
				p.first <- now.Sub(p.started)
			}
		}
		_, _ = p.screen.Write(b[:n])
	}
}

// showsText reports whether output leaves something to see on the alternate screen.
func showsText(output []byte) bool {
	_, drawn, found := bytes.Cut(output, []byte(ansi.SetModeAltScreenSaveCursor))
	return found && strings.TrimSpace(ansi.Strip(string(drawn))) != ""
}

// press types keys.
func (p *program) press(keys string) error {
	select {
	case <-p.ended: // a terminal without a program takes keys until it is full
		return fmt.Errorf("%s has ended; the screen:\n%s", p.cmd.Path, p.text())
	default:
	}
	_, err := p.tty.WriteString(keys)
	return err
}

// paste pastes a text.
func (p *program) paste(text string) error {
	return p.press(ansi.BracketedPasteStart + text + ansi.BracketedPasteEnd)
}

// text is what stands on the screen.
func (p *program) text() string { return ansi.Strip(p.screen.Render()) }

// settle waits until nothing was drawn for a while; a cursor may blink.
func (p *program) settle() {
	const quiet = 150 * time.Millisecond
	time.Sleep(quiet)
	for end := time.Now().Add(time.Second); time.Now().Before(end); time.Sleep(quiet / 10) {
		p.mu.Lock()
		last := p.last
		p.mu.Unlock()
		if !last.IsZero() && time.Since(last) > quiet {
			return
		}
	}
}

// until waits for a text on the screen; it presses the keys as often as it takes.
func (p *program) until(text, keys string) error {
	for end := time.Now().Add(patience); time.Now().Before(end); {
		p.settle()
		if strings.Contains(p.text(), text) {
			return nil
		}
		if err := p.press(keys); err != nil {
			return err
		}
	}
	return fmt.Errorf("%q never came; the screen:\n%s", text, p.text())
}

// cpu is the processor time that the program has taken, to the nanosecond.
func (p *program) cpu() (time.Duration, error) {
	// The clock of another process: see clock_getcpuclockid(3).
	clock := int32(^p.cmd.Process.Pid)<<3 | 2
	var t unix.Timespec
	if err := unix.ClockGettime(clock, &t); err != nil {
		return 0, fmt.Errorf("processor time: %w", err)
	}
	return time.Duration(t.Nano()), nil
}

// peak is the most memory that the program has held, in MiB. What wait4 tells
// would be no less than this process had when it started the program.
func (p *program) peak() (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		if f := strings.Fields(line); len(f) > 1 && f[0] == "VmHWM:" {
			kib, err := strconv.ParseFloat(f[1], 64)
			return kib / 1024, err
		}
	}
	return 0, errors.New("the kernel does not tell the peak memory")
}

// stop ends the program.
func (p *program) stop() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
	_ = p.screen.Close()
	_ = p.tty.Close()
}
