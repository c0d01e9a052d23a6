package cli

import (
	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"
)

// withoutEcho takes the echo out of the state of a console.
func withoutEcho(s *term.State) { s.Mode &^= windows.ENABLE_ECHO_INPUT }

// canSuspend: there is no job control.
func canSuspend() bool { return false }
