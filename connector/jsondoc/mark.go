package jsondoc

import "logto-twilio/connector/problem"

// Mark is the problem of a text that begins with a byte order mark.
func Mark(encoding string) problem.Problem {
	return problem.Problem{Severity: problem.Error, Code: problem.ByteOrderMark, At: problem.Position{Line: 1, Column: 1}, Args: problem.Args{"encoding": encoding}}
}
