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
	v := verdict{File: file}
	v.add(tr, p)
	fmt.Fprint(w, putText(paint{}, v))
}
