package cli

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"logto-twilio/connector"
)

// progress is the line that says what goes on, on a terminal alone.
type progress struct{ env Env }

// say replaces the line.
func (p progress) say(text string) {
	if p.env.Watched {
		fmt.Fprint(p.env.Err, "\r"+ansi.EraseLineRight+connector.CleanLine(text, 200))
	}
}

// end takes the line away.
func (p progress) end() {
	if p.env.Watched {
		fmt.Fprint(p.env.Err, "\r"+ansi.EraseLineRight)
	}
}
