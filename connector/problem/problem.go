package problem

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

// Args are what a sentence about a code needs, by the name of its placeholder:
// a string, an int or a list of strings. A credential is never among them.
type Args map[string]any

// Problem is something about a configuration that somebody should know.
type Problem struct {
	Severity Severity
	Code     Code
	// Path is a JSON Pointer (RFC 6901) into the configuration (Root), "" for the
	// whole document. Of equal keys, it means the one at At.
	Path string
	// At is where the value begins, or the part of a text that is meant.
	At   Position
	Args Args

	Within int // of a part of a text: its byte offset there, and one
}

// Position is a place in a text: 1-based line and column, in code points.
// The zero Position is "no place". A line ends with LF, CRLF or a lone CR.
type Position struct{ Line, Column int }

// Before reports whether p stands before q in a text.
func (p Position) Before(q Position) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Column < q.Column
}

// Places are all places that a problem names.
func (p Problem) Places() []Position {
	all := []Position{p.At}
	if line, ok := p.Args["line"].(int); ok {
		all = append(all, Position{line, 1})
	}
	if line, ok := p.Args["openedLine"].(int); ok {
		column, _ := p.Args["openedColumn"].(int)
		all = append(all, Position{line, column})
	}
	return all
}

// Move changes all places that a problem names.
func (p *Problem) Move(where map[Position]Position) {
	p.At = where[p.At]
	if line, ok := p.Args["line"].(int); ok {
		p.Args["line"] = where[Position{line, 1}].Line
	}
	if line, ok := p.Args["openedLine"].(int); ok {
		column, _ := p.Args["openedColumn"].(int)
		opened := where[Position{line, column}]
		p.Args["openedLine"], p.Args["openedColumn"] = opened.Line, opened.Column
	}
}
