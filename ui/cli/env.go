// Package cli is the command line: it makes what the walk works with, runs it,
// and turns errors into sentences and exit codes.
//
// Data goes to standard output, words for people to standard error. Nothing
// asks a question unless standard input and output are a terminal. No flag takes
// a secret.
package cli

import (
	"io"
	"net/http"
	"os"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/term"
	"github.com/cli/browser"
	"github.com/spf13/cobra"
)

// Env is all that the program has of the world around it.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Environ  []string
	Dir      string // the working folder
	Home     string // the folder that ~ stands for
	// OpenURL shows a page in the browser.
	OpenURL func(string) error
	// Terminal reports whether In and Out are a terminal.
	Terminal bool
	// Screen reports whether Out is a terminal.
	Screen bool
	// Width is that of the terminal that Out is, 0 where it is none; ErrWidth is that
	// of the one that Err is.
	Width, ErrWidth int
	// Watched reports whether Err is a terminal that can take a line back: somebody
	// sees what goes on.
	Watched bool
	// Logto carries the requests to Logto, nil for the network.
	Logto http.RoundTripper
	// Twilio carries those to Twilio, likewise; the walk has its own.
	Twilio http.RoundTripper

	demo *demo // nil but for a command with --demo
}

// System is the world of this process.
func System() Env {
	// Started from the Explorer of Windows, the walk is wanted as anywhere else:
	// cobra would only say, in English, that this is a command line tool.
	cobra.MousetrapHelpText = ""
	lipgloss.EnableLegacyWindowsANSI(os.Stdout)
	lipgloss.EnableLegacyWindowsANSI(os.Stderr)
	dir, _ := os.Getwd()        // "" shows paths whole
	home, _ := os.UserHomeDir() // "" leaves a ~ as it is
	screen := term.IsTerminal(os.Stdout.Fd())
	width, _, _ := term.GetSize(os.Stdout.Fd()) // 0 where it is no terminal
	errWidth, _, _ := term.GetSize(os.Stderr.Fd())
	return Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv: os.Getenv, Environ: os.Environ(), Dir: dir, Home: home,
		OpenURL:  browser.OpenURL,
		Terminal: term.IsTerminal(os.Stdin.Fd()) && screen,
		Screen:   screen,
		Width:    width,
		ErrWidth: errWidth,
		Watched:  term.IsTerminal(os.Stderr.Fd()) && os.Getenv("TERM") != "dumb",
	}
}
