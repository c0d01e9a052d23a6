package jsondoc

import "logto-twilio/connector/problem"

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
	At   problem.Position
	// Text is the decoded text of a String, where a lone surrogate (\ud800) is
	// held in its three-byte form, and the source text of every other scalar.
	Text    string
	Members []Member // of an Object, in the order of the file, equal keys kept
	Items   []*Value // of an Array

	Span
}

// Member is one key of an Object and its value.
type Member struct {
	Key   string
	KeyAt problem.Position
	Value *Value

	KeySpan Span // where Key is written
}

// Span is where something stands in the text: byte offsets, the end excluded.
type Span struct{ Start, End int }

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

// Is reports whether v is there and of a kind.
func (v *Value) Is(k Kind) bool { return v != nil && v.Kind == k }
