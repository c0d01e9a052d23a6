package cli

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"logto-twilio/connector/redact"
)

// progress is the line that says what goes on, on a terminal alone.
type progress struct{ env Env }

// say replaces the line.
func (p progress) say(text string) {
	if p.env.Watched {
		text = redact.Line(text, 200)
		if p.env.ErrWidth > 0 { // of a line that goes on in the next, no more than the rest could be taken away
			text = ansi.Truncate(text, p.env.ErrWidth-1, "…")
		}
		fmt.Fprint(p.env.Err, "\r"+ansi.EraseLineRight+text)
	}
}

// end takes the line away.
func (p progress) end() {
	if p.env.Watched {
		fmt.Fprint(p.env.Err, "\r"+ansi.EraseLineRight)
	}
}
