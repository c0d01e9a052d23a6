package cli

import (
	"fmt"
	"io"

	"logto-twilio/connector"
	"logto-twilio/ui/i18n"
)

// writeProblem writes a problem of a file as one line, which editors and scripts
// know to read, and the hint under it.
func writeProblem(w io.Writer, tr i18n.Printer, file string, p connector.Problem) {
	place := connector.CleanLine(file, connector.MaxSize)
	if p.At.Line > 0 {
		place += fmt.Sprintf(":%d:%d", p.At.Line, p.At.Column)
	}
	said := tr.Problem(p)
	fmt.Fprintf(w, "%s: %s[%s]: %s\n  %s\n", place, p.Severity, p.Code, said.Message, said.Hint)
}
