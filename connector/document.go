package connector

import "strings"

// Position is a place in a text: 1-based line and column, in code points.
// The zero Position is "no place". A line ends with LF, CRLF or a lone CR.
type Position struct{ Line, Column int }

// before tells whether p stands before q in a text.
func (p Position) before(q Position) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Column < q.Column
}

// Kind is the type of a JSON value.
type Kind uint8

// The kinds of a JSON value.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// String names the kind as the guard of the connector does: null, boolean,
// number, string, array or object.
func (k Kind) String() string {
	return [...]string{"null", "boolean", "number", "string", "array", "object"}[k]
}

// Value is a JSON value as JSON.parse of JavaScript would make it, with its place.
type Value struct {
	Kind Kind
	At   Position
	// Text is the decoded text of a String, where a lone surrogate (\ud800) is
	// held in its three-byte form, and the source text of every other scalar.
	Text    string
	Members []Member // of an Object, in the order of the file, equal keys kept
	Items   []*Value // of an Array

	span
}

// Member is one key of an Object and its value.
type Member struct {
	Key   string
	KeyAt Position
	Value *Value

	key span
}

// span is where something stands in the text: byte offsets, the end excluded.
type span struct{ start, end int }

// Get returns the value of the last of the equal keys, as JavaScript does, or
// nil where there is none, v is nil, or v is no Object.
func (v *Value) Get(key string) *Value {
	if v == nil {
		return nil
	}
	for i := len(v.Members) - 1; i >= 0; i-- {
		if v.Members[i].Key == key {
			return v.Members[i].Value
		}
	}
	return nil
}

// is tells whether v is there and of a kind.
func (v *Value) is(k Kind) bool { return v != nil && v.Kind == k }

// Document is a decoded configuration file: a tree with places, from which both
// verdicts (what Logto accepts, what is a problem) and the Config are read.
// Nothing changes it once it is made.
type Document struct {
	// Root is the configuration, nil where the text could not be decoded, or is of
	// another connector.
	Root *Value
	// Wrapped is set when Root is the "config" of a connector as Logto's Management
	// API takes and gives it, or as its database holds it, alone or in a list.
	Wrapped bool

	tree      *Value    // of text: Root, or what it is wrapped in
	problems  []Problem // of text
	outer     []Problem // of what text was found in, with their places there
	connector string    // the id that is given with a wrapped configuration
	source    string    // what Bytes writes
	bom       bool      // text was preceded by a byte order mark
	text      string    // of JSON: what was read, without the mark, or what was taken out of it
	from      *taken    // nil where nothing had to be
}

// MaxSize is the largest text that Decode reads: 1 MiB, Logto's own limit for a body.
const MaxSize = 1 << 20

// MaxDepth is how deep arrays and objects may nest.
const MaxDepth = 1000

// utf8Mark is the byte order mark of UTF-8.
const utf8Mark = "\ufeff"

// Decode reads a configuration as JavaScript's JSON.parse does, and nothing
// past MaxSize. It never returns nil: what went wrong is among Problems. A text
// that begins with the byte order mark of UTF-8 is refused by the guard, and
// decoded all the same, so that it can be looked at and mended; so is one with
// comments, and one that is something else than JSON (UTF-16, a code block of
// Markdown, program code) where a configuration can be taken out of it. That of a
// line that sets a variable, or of a manifest of Kubernetes, is where it belongs, and
// judged as if it stood alone.
func Decode(data []byte) *Document { return decode(string(data)) }

func decode(source string) *Document {
	d := &Document{source: source}
	d.text, d.bom = strings.CutPrefix(source, utf8Mark)
	if d.bom {
		d.outer = append(d.outer, mark("UTF-8"))
	}
	if text, encoding, marked := decodeUTF16(source[:min(len(source), MaxSize)]); encoding != "" && len(source) <= MaxSize {
		d.takeUTF16(text, encoding, marked)
	}
	d.read(len(source))
	d.unwrap()
	return d
}

// most is how many times a configuration is taken out of something else: a code
// block may hold a line of a .env file, with comments.
const most = 3

// read scans the text or, where it is no JSON, what can be taken out of it.
func (d *Document) read(size int) {
	for range most {
		s := scanner{src: d.text}
		if s.admit(size) {
			d.tree = s.document()
		}
		d.problems = s.problems
		if d.tree != nil || size > MaxSize {
			return
		}
		f, ok := formOf(d.text, d.problems[0])
		if !ok {
			return
		}
		d.problems = nil
		d.outer = append(d.outer, d.placed(f.problems)...)
		if f.text == "" {
			return
		}
		d.take(f)
	}
}

// mark is the problem of a text that begins with a byte order mark.
func mark(encoding string) Problem {
	return Problem{Severity: Error, Code: ByteOrderMark, At: Position{1, 1}, Args: Args{"encoding": encoding}}
}

// readable tells whether the text is within the limits under which Logto's
// verdict is ours to give.
func (d *Document) readable() bool {
	return d.Root != nil && !d.bom && (d.from == nil || !d.from.refused)
}

// Bytes writes the document: the very bytes that were read where nothing was
// changed. See With for what an edited one looks like; a new one has an
// indentation of two spaces and a newline at the end.
func (d *Document) Bytes() []byte { return []byte(d.source) }
