package cli

import (
	"fmt"

	"logto-twilio/connector"
	"logto-twilio/ui/i18n"
)

// writeProblem writes a problem of a file to standard error: but for a terminal in
// one line, which editors and scripts know to read, and the hint under it.
func writeProblem(env Env, tr i18n.Printer, file string, p connector.Problem) {
	v := verdict{File: file}
	v.add(tr, p)
	for _, f := range v.Problems {
		tell(env, f.line(paint{}, file), f.Hint)
	}
}

// line is a problem of a file in one line, without its hint.
func (f finding) line(paint paint, file string) string {
	severity := paint.severity(f.Severity, fmt.Sprintf("%s[%s]:", f.Severity, f.Code))
	return fmt.Sprintf("%s:%d:%d: %s %s", onLine(file), f.Line, f.Column, severity, f.Message)
}
