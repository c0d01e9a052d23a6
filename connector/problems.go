package connector

// Severity says how much a Problem matters.
type Severity string

// Errors stop the messages, warnings may surprise somebody, infos explain.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Code names a kind of problem. It is stable: scripts match on it.
type Code string

// Args are what a sentence about a code needs, by the name of its placeholder.
// A credential is never among them.
type Args map[string]any

// Problem is something about a configuration that somebody should know.
type Problem struct {
	Severity Severity
	Code     Code
	Path     string // a JSON Pointer (RFC 6901), "" for the whole document
	At       Position
	Args     Args
}

// Problems returns all that is wrong or surprising in the document, in the
// order of the file.
func (d *Document) Problems() []Problem { return nil }
