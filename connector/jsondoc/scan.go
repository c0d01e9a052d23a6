package jsondoc

import (
	"strings"
	"unicode/utf8"

	"logto-twilio/connector/problem"
)

// Scanner turns a text into a tree, by the grammar of ECMA-404, which is all
// that JSON.parse takes. The first mistake ends it: parts that scan something
// then return nil, or false.
//
// The column of a place is counted as the scanner goes: what lies between the
// start of the line and the place, less the bytes that begin no code point.
type Scanner struct {
	Src      string
	Pos      int
	opened   []int // where the arrays and objects around pos begin
	Problems []problem.Problem
	mistake  int // where the one that ended the scan is

	line, lineStart, extra int // extra: continuation bytes since lineStart

	pool []Value // values are made many at a time
}

// Admit reports whether a text is one to scan: not too large, and UTF-8.
func (s *Scanner) Admit(size int) bool {
	switch {
	case size > MaxSize:
		s.Problems = []problem.Problem{{Severity: problem.Error, Code: problem.TooLarge, Args: problem.Args{"limit": MaxSize}}}
		return false
	case !utf8.ValidString(s.Src):
		s.fail(firstInvalid(s.Src), problem.NotUTF8, nil)
		return false
	}
	return true
}

// firstInvalid is where a text that is not UTF-8 stops being it.
func firstInvalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], string(utf8.RuneError)) {
			return i
		}
	}
	return len(s)
}

// Document scans a whole text.
func (s *Scanner) Document() *Value {
	s.line = 1
	s.blanks()
	if s.Pos == len(s.Src) {
		return s.fail(s.Pos, problem.EmptyText, nil)
	}
	v := s.Value()
	if v == nil {
		return nil
	}
	s.blanks()
	if s.Pos < len(s.Src) {
		return s.wrongEnd()
	}
	return v
}

// at is the place where the scanner stands.
func (s *Scanner) at() problem.Position {
	return problem.Position{Line: s.line, Column: s.Pos - s.lineStart - s.extra + 1}
}

// blanks skips what may stand between tokens.
func (s *Scanner) blanks() {
	for s.Pos < len(s.Src) {
		c := s.Src[s.Pos]
		if c > ' ' {
			return
		}
		switch c {
		case ' ', '\t':
		case '\n':
			s.line, s.lineStart, s.extra = s.line+1, s.Pos+1, 0
		case '\r':
			if !strings.HasPrefix(s.Src[s.Pos+1:], "\n") {
				s.line, s.lineStart, s.extra = s.line+1, s.Pos+1, 0
			}
		default:
			return
		}
		s.Pos++
	}
}

// peek is the byte at pos, 0 at the end of the text (a NUL in the text is no
// token either, and told apart where it matters).
func (s *Scanner) peek() byte {
	if s.Pos < len(s.Src) {
		return s.Src[s.Pos]
	}
	return 0
}

// Value scans any value.
func (s *Scanner) Value() *Value {
	switch c := s.peek(); c {
	case '{':
		return s.container(Object, '}', s.member)
	case '[':
		return s.container(Array, ']', s.item)
	case '"':
		v := s.start(String)
		text, ok := s.text()
		v.Text, v.End = text, s.Pos
		return kept(v, ok)
	case 't':
		return s.literal(Bool, "true")
	case 'f':
		return s.literal(Bool, "false")
	case 'n':
		return s.literal(Null, "null")
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return s.number()
	}
	return s.wrongValue()
}

// start makes a value that begins at pos.
func (s *Scanner) start(k Kind) *Value {
	if len(s.pool) == 0 {
		s.pool = make([]Value, 32)
	}
	v := &s.pool[0]
	s.pool = s.pool[1:]
	v.Kind, v.At, v.Start = k, s.at(), s.Pos
	return v
}

// kept is v where scanning it went well.
func kept(v *Value, ok bool) *Value {
	if !ok {
		return nil
	}
	return v
}

// container scans an object or an array, whose parts are scanned by part.
func (s *Scanner) container(k Kind, closer byte, part func(*Value) bool) *Value {
	if len(s.opened) == MaxDepth {
		return s.fail(s.Pos, problem.TooDeep, problem.Args{"limit": MaxDepth})
	}
	v := s.start(k)
	s.opened = append(s.opened, s.Pos)
	s.Pos++
	s.blanks()
	for s.peek() != closer {
		if !part(v) {
			return nil
		}
		end := s.Pos
		s.blanks()
		if c := s.peek(); c == closer {
			break
		} else if c != ',' {
			return s.wrongSeparator(closer, end)
		}
		comma := s.Pos
		s.Pos++
		s.blanks()
		if s.peek() == closer {
			return s.fail(comma, problem.TrailingComma, problem.Args{"closer": string(closer)})
		}
	}
	s.Pos++
	s.opened = s.opened[:len(s.opened)-1]
	v.End = s.Pos
	return v
}

// item scans one value of an array.
func (s *Scanner) item(array *Value) bool {
	v := s.Value()
	array.Items = append(array.Items, v)
	return v != nil
}

// member scans one key of an object and its value.
func (s *Scanner) member(object *Value) bool {
	if s.peek() != '"' {
		s.wrongKey()
		return false
	}
	m := Member{KeyAt: s.at(), KeySpan: Span{Start: s.Pos}}
	var ok bool
	if m.Key, ok = s.text(); !ok {
		return false
	}
	m.KeySpan.End = s.Pos
	s.blanks()
	if s.peek() != ':' {
		s.wrongColon(m.KeySpan.End)
		return false
	}
	s.Pos++
	s.blanks()
	m.Value = s.Value()
	if object.Members == nil {
		object.Members = make([]Member, 0, 4)
	}
	object.Members = append(object.Members, m)
	return m.Value != nil
}

// literal scans true, false or null.
func (s *Scanner) literal(k Kind, word string) *Value {
	if s.word() != word {
		return s.wrongValue()
	}
	v := s.start(k)
	s.Pos += len(word)
	v.Text, v.End = word, s.Pos
	return v
}
