// Package cli is the command line: it makes what the walk works with, runs it,
// and turns errors into sentences and exit codes.
//
// Data goes to standard output, words for people to standard error. Nothing
// asks a question unless standard input and output are a terminal. No flag takes
// a secret.
package cli

import (
	"io"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/cli/browser"
)

// Exit codes.
const (
	exitOK          = 0
	exitProblem     = 1 // the configuration, the account or the file has a problem
	exitUsage       = 2 // wrong usage, or a question with nobody to ask
	exitInterrupted = 130
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
	// Terminal tells whether In and Out are a terminal.
	Terminal bool
}

// System is the world of this process.
func System() Env {
	dir, _ := os.Getwd()        // "" shows paths whole
	home, _ := os.UserHomeDir() // "" leaves a ~ as it is
	return Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Getenv: os.Getenv, Environ: os.Environ(), Dir: dir, Home: home,
		OpenURL:  browser.OpenURL,
		Terminal: term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()),
	}
}
