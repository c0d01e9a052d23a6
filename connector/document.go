package connector

import (
	"slices"
	"strings"
)

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
	// Root is the configuration, nil where the text could not be decoded.
	Root *Value
	// Wrapped is set when the text was the body of POST /api/connectors, or what
	// Logto's GET answers: Root is then its "config".
	Wrapped bool

	tree     *Value // the whole text: Root, or what it is wrapped in
	problems []Problem
	bom      bool   // text was preceded by a byte order mark
	text     string // what was read, without the mark
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
// decoded all the same, so that it can be looked at and mended.
func Decode(data []byte) *Document { return decode(string(data)) }

func decode(source string) *Document {
	d := &Document{}
	d.text, d.bom = strings.CutPrefix(source, utf8Mark)
	s := scanner{src: d.text}
	if s.admit(len(source)) {
		d.tree = s.document()
	}
	d.problems = s.problems
	if d.bom {
		d.problems = append(d.problems, mark("UTF-8"))
	}
	d.Root, d.Wrapped = unwrap(d.tree)
	return d
}

// mark is the problem of a text that begins with a byte order mark.
func mark(encoding string) Problem {
	return Problem{Severity: Error, Code: ByteOrderMark, At: Position{1, 1}, Args: Args{"encoding": encoding}}
}

// unwrap finds the configuration in a tree: the "config" of what Logto's
// Management API takes and gives, which has a connectorId beside it, else the
// tree itself.
func unwrap(tree *Value) (root *Value, wrapped bool) {
	config := tree.Get("config")
	if config == nil || !tree.Get("connectorId").is(String) {
		return tree, false
	}
	for _, key := range configKeys {
		if tree.Get(key) != nil {
			return tree, false
		}
	}
	return config, true
}

// HasKeys tells whether something in the document is the connector's, which a
// JSON file that was found in a folder need not be: a key of the configuration
// or, in a text that cannot be decoded, a key that no other file would have.
func (d *Document) HasKeys() bool {
	if d.Root == nil {
		text := strings.ReplaceAll(d.text, "\x00", "") // it may be UTF-16
		return slices.ContainsFunc(configKeys, func(key string) bool {
			return key != "templates" && strings.Contains(text, key)
		})
	}
	return d.Wrapped && textOf(d.tree.Get("connectorId")) == connectorID ||
		slices.ContainsFunc(configKeys, func(key string) bool { return d.Root.Get(key) != nil })
}

// readable tells whether the text is within the limits under which Logto's
// verdict is ours to give.
func (d *Document) readable() bool { return d.Root != nil && !d.bom }

// Bytes writes the document: the very bytes that were read where nothing was
// changed. See With for what an edited one looks like; a new one has an
// indentation of two spaces and a newline at the end.
func (d *Document) Bytes() []byte {
	if d.bom {
		return []byte(utf8Mark + d.text)
	}
	return []byte(d.text)
}
