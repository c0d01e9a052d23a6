//go:build unix

package cli

import (
	"os"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// withoutEcho takes the echo out of the state of a terminal.
func withoutEcho(s *term.State) { s.Lflag &^= unix.ECHO }

// canSuspend reports whether a shell is there to continue this process after it has
// stopped itself: the parent is in the same session, but not in the same process
// group. Elsewhere (a window or a container of its own) the kernel does not stop a
// process (POSIX: an orphaned process group), and Bubble Tea would wait for ever to
// be continued.
func canSuspend() bool {
	session, err := unix.Getsid(0)
	if err != nil {
		return false
	}
	parent := os.Getppid()
	its, err := unix.Getsid(parent)
	if parent == 0 || err != nil || its != session {
		return false
	}
	group, err := unix.Getpgid(parent)
	if err == nil && group == unix.Getpgrp() { // go run, or a script: a shell is behind it, unless it leads the session
		return group != session
	}
	return err == nil
}
