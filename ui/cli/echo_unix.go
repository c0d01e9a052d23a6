//go:build unix

package cli

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// withoutEcho takes the echo out of the state of a terminal.
func withoutEcho(s *term.State) { s.Lflag &^= unix.ECHO }
