//go:build unix

package cli

import (
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// send types keys, in one write.
func (x *terminal) send(keys ...string) {
	x.t.Helper()
	if _, err := x.pty.Write([]byte(strings.Join(keys, ""))); err != nil {
		x.t.Fatal(err)
	}
}

// says is a sentence of the program.
func (x *terminal) says(key string, args ...any) string { return x.tr.T(key, args...) }

// resize changes the size of the terminal and waits until the screen shows all the
// texts. The program is told again and again: it may not listen yet.
func (x *terminal) resize(width, height int, texts ...string) {
	x.t.Helper()
	x.mu.Lock()
	x.emulator.Resize(width, height)
	x.mu.Unlock()
	if err := x.pty.Resize(width, height); err != nil {
		x.t.Fatal(err)
	}
	for begin := time.Now(); !shows(x.screen(), texts...) && time.Since(begin) < patience; {
		time.Sleep(50 * time.Millisecond)
		x.signal(syscall.SIGWINCH)
	}
	x.wait(texts...)
}

// screen is what the terminal shows.
func (x *terminal) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.emulator.String()
}

// everything is all that was ever printed, without escape sequences.
func (x *terminal) everything() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return ansi.Strip(string(x.printed))
}

// wait waits until the screen shows all the texts, wherever their lines break.
func (x *terminal) wait(texts ...string) {
	x.t.Helper()
	x.until(strings.Join(texts, " | "), func(screen string) bool { return shows(screen, texts...) })
}

// waitGone waits until the screen shows none of the texts.
func (x *terminal) waitGone(texts ...string) {
	x.t.Helper()
	x.until("none of "+strings.Join(texts, " | "), func(screen string) bool {
		return !slices.ContainsFunc(texts, func(s string) bool { return shows(screen, s) })
	})
}

// until waits until a condition on the screen holds.
func (x *terminal) until(what string, holds func(screen string) bool) {
	x.t.Helper()
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	for {
		x.mu.Lock()
		screen, changed := x.emulator.String(), x.changed
		x.mu.Unlock()
		if holds(screen) {
			return
		}
		select {
		case <-changed:
		case <-x.read:
			if !holds(x.screen()) {
				x.t.Fatalf("the program ended before: %s\n%s", what, x.screen())
			}
			return
		case <-timeout.C:
			x.t.Fatalf("never seen: %s\n%s", what, screen)
		}
	}
}

// exit waits for the program's end, when all it printed was read, and returns its
// exit code; -1 where a signal ended it.
func (x *terminal) exit() int {
	x.t.Helper()
	select {
	case <-x.exited:
	case <-time.After(patience):
		x.t.Fatalf("the program does not end:\n%s", x.screen())
	}
	after := x.state()
	_ = x.pty.Slave().Close()
	<-x.read
	if code := x.cmd.ProcessState.ExitCode(); code >= 0 {
		x.usable(after)
	}
	if x.secrets != nil && x.secrets.MatchString(squeeze(x.everything())) {
		x.t.Error("a part of a secret was printed")
	}
	return x.cmd.ProcessState.ExitCode()
}

// usable reports whether the terminal is as it was before.
func (x *terminal) usable(now *term.State) {
	x.t.Helper()
	if *now != *x.before {
		x.t.Error("the terminal is not in the mode that it was in")
	}
	for _, set := range x.modesSet() {
		x.t.Errorf("left set: mode %v", set)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if visible, ok := x.modes[ansi.ModeTextCursorEnable]; ok && !visible {
		x.t.Error("the cursor is hidden")
	}
	pushed := len(regexp.MustCompile(`\x1b\[>\d*u`).FindAll(x.printed, -1))
	popped := len(regexp.MustCompile(`\x1b\[<\d*u`).FindAll(x.printed, -1))
	if pushed > popped {
		x.t.Errorf("the keyboard's protocol was pushed %d times, and popped %d times", pushed, popped)
	}
}

// modesSet are the modes that a program has to take back and did not.
func (x *terminal) modesSet() []ansi.Mode {
	x.mu.Lock()
	defer x.mu.Unlock()
	var set []ansi.Mode
	for mode, on := range x.modes {
		if on && mode != ansi.ModeTextCursorEnable && mode != ansi.ModeAutoWrap {
			set = append(set, mode)
		}
	}
	return set
}

// state is the mode of the terminal's line, as stty has it.
func (x *terminal) state() *term.State {
	x.t.Helper()
	state, err := term.GetState(x.pty.Slave().Fd())
	if err != nil {
		x.t.Fatal(err)
	}
	return state
}

// signal sends a signal to the program.
func (x *terminal) signal(s syscall.Signal) {
	x.t.Helper()
	if err := x.cmd.Process.Signal(s); err != nil && !errors.Is(err, os.ErrProcessDone) {
		x.t.Fatal(err)
	}
}

// shows reports whether a screen shows all the texts.
func shows(screen string, texts ...string) bool {
	screen = squeeze(screen)
	for _, s := range texts {
		if !strings.Contains(screen, squeeze(s)) {
			return false
		}
	}
	return true
}

// squeeze takes all blanks and line ends away.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
