package cli

import (
	"fmt"
	"strings"

	"logto-twilio/connector/problem"
)

// source is where a configuration comes from.
type source struct {
	file string // "-" is standard input
	// given names, by their paths, the flags and variables that values come from
	// which stand in no file. That of a path is that of all below it.
	given map[string]string
}

// of is the flag or the variable that the value comes from with which something is
// wrong, "" for none.
func (s source) of(p problem.Problem) string {
	if p.Code == problem.DuplicateKey { // the key is the file's
		return ""
	}
	for path := p.Path; ; {
		if name, ok := s.given[path]; ok {
			return name
		}
		above := strings.LastIndexByte(path, '/')
		if above < 0 {
			return ""
		}
		path = path[:above]
	}
}

// writeProblem writes a problem of a configuration to standard error: but for a
// terminal in one line, which editors and scripts know to read, and the hint under
// it. What does not stand in the file has no line in it: its flag or variable is
// named instead.
func (a *app) writeProblem(from source, p problem.Problem) {
	f := a.findingOf(p)
	place := from.of(p)
	if place == "" {
		place = f.place(from.file)
	}
	a.tell(f.line(colours{}, place), f.Hint)
}

// place is where a problem stands in a file.
func (f finding) place(file string) string {
	return fmt.Sprintf("%s:%d:%d", onLine(file), f.Line, f.Column)
}

// line is a problem and its place in one line, without its hint.
func (f finding) line(paint colours, place string) string {
	severity := paint.severity(f.Severity, fmt.Sprintf("%s[%s]:", f.Severity, f.Code))
	return fmt.Sprintf("%s: %s %s", place, severity, f.Message)
}
