package connector

// Position is a place in a text: 1-based line and column, in code points.
// The zero Position is "no place".
type Position struct{ Line, Column int }

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

// Value is a JSON value as JSON.parse of JavaScript would make it, with its place.
type Value struct {
	Kind Kind
	At   Position
	// Text is the decoded text of a String, where a lone surrogate (\ud800) is
	// held in its three-byte form, and the source text of every other scalar.
	Text    string
	Members []Member // of an Object, in the order of the file, equal keys kept
	Items   []*Value // of an Array

	raw string // the source of a scalar, so that it is written as it was
}

// Member is one key of an Object and its value.
type Member struct {
	Key   string
	KeyAt Position
	Value *Value

	rawKey string
}

// Get returns the value of the last of the equal keys, as JavaScript does, or
// nil where there is none, v is nil, or v is no Object.
func (v *Value) Get(key string) *Value { return nil }

// Document is a decoded configuration file: a tree with places, from which both
// verdicts (what Logto accepts, what is a problem) and the Config are read.
type Document struct {
	// Root is the configuration, nil where the text could not be decoded.
	Root *Value
	// Wrapped is set when the text was the body of POST /api/connectors, or what
	// Logto's GET answers: Root is then its "config".
	Wrapped bool

	problems []Problem // found while decoding
	indent   string
	source   []byte
}

// MaxSize is the largest text that Decode reads: 1 MiB, Logto's own limit for a body.
const MaxSize = 1 << 20

// MaxDepth is how deep arrays and objects may nest.
const MaxDepth = 1000

// Decode reads a configuration as JavaScript's JSON.parse does, and nothing
// past MaxSize. It never returns nil: what went wrong is among Problems.
func Decode(data []byte) *Document { return &Document{} }

// NewDocument makes a document of c in the documented order of keys: accountSID,
// authToken, fromMessagingServiceSID, disableRiskCheck (if set), templates
// (content, usageType).
func NewDocument(c Config) *Document { return &Document{} }

// Config is what can be read of the document: a value of the wrong type is left
// empty (Problems says so), and each Template remembers where it stood.
func (d *Document) Config() Config { return Config{} }

// With returns a copy of the document that says what c says. Unknown keys, the
// order of keys, the indentation and scalars that did not change stay as they
// were; a Template keeps the unknown keys of the one it came from (Template.Source).
func (d *Document) With(c Config) *Document { return d }

// Bytes writes the document: the very bytes that were read where nothing was
// changed, else indented as the file was (two spaces for a new one) with a
// newline at the end.
func (d *Document) Bytes() []byte { return nil }
