package connector

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fail records the mistake that ends the scan. No argument of a syntax error
// holds more of the text than one character: it may stand in a secret.
func (s *scanner) fail(offset int, code Code, args Args) *Value {
	s.mistake = offset
	s.problems = append(s.problems, Problem{Severity: Error, Code: code, At: place(s.src, offset), Args: args})
	return nil
}

// place is the position of an offset.
func place(text string, offset int) Position {
	p := Position{1, 1}
	for i := range offset {
		p = step(text, i, p)
	}
	return p
}

// openedArgs says where something that was never closed begins.
func (s *scanner) openedArgs(offset int) Args {
	p := place(s.src, offset)
	return Args{"openedLine": p.Line, "openedColumn": p.Column}
}

// rune is the character at pos; false at the end of the text.
func (s *scanner) rune() (rune, bool) {
	r, size := utf8.DecodeRuneInString(s.src[s.pos:])
	return r, size > 0
}

// word is the identifier at pos: letters, digits, _ and $.
func (s *scanner) word() string {
	i := s.pos
	for i < len(s.src) && isWord(s.src[i]) {
		i++
	}
	return s.src[s.pos:i]
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$'
}

// wrongValue says why no value begins at pos.
func (s *scanner) wrongValue() *Value {
	if s.wrongAnywhere() {
		return nil
	}
	c := s.src[s.pos]
	if right, ok := foreignLiterals[s.word()]; ok {
		return s.fail(s.pos, WrongLiteral, Args{"found": s.word(), "expected": right})
	}
	switch {
	case strings.IndexByte(",:}]", c) >= 0:
		return s.fail(s.pos, MissingValue, Args{"found": string(c)})
	case c == '+' || c == '.':
		return s.fail(s.pos, BadNumber, nil)
	case isWord(c) || c == '<' || c == '%':
		return s.fail(s.pos, UnquotedValue, nil)
	}
	return s.unexpected(`"`)
}

// wrongKey says why no key begins at pos.
func (s *scanner) wrongKey() {
	switch {
	case s.wrongAnywhere():
	case isWord(s.src[s.pos]):
		s.fail(s.pos, UnquotedKey, nil)
	case strings.IndexByte(",:", s.src[s.pos]) >= 0:
		s.fail(s.pos, MissingName, Args{"found": s.src[s.pos : s.pos+1]})
	default:
		s.unexpected(`"`)
	}
}

// wrongColon says what stands where a colon is to follow a key that ends at end.
func (s *scanner) wrongColon(end int) {
	if !s.wrongAnywhere() {
		s.fail(end, MissingColon, nil)
	}
}

// wrongSeparator says what stands where a comma or a closer is to follow a value
// that ends at end.
func (s *scanner) wrongSeparator(closer byte, end int) *Value {
	// A word right behind a closing quote: that quote was meant to be part of the text.
	if r, _ := s.rune(); s.pos == end && s.src[end-1] == '"' && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return s.fail(end-1, UnescapedQuote, nil)
	}
	if s.wrongAnywhere() {
		return nil
	}
	c := s.src[s.pos]
	switch {
	case c == '}' || c == ']':
		args := s.openedArgs(s.opened[len(s.opened)-1])
		args["found"], args["expected"] = string(c), string(closer)
		return s.fail(s.pos, MismatchedBracket, args)
	case isWord(c) || strings.IndexByte(`"{[-`, c) >= 0:
		return s.fail(end, MissingComma, nil)
	}
	return s.unexpected(",")
}

// wrongEnd says what follows the value that should have been all.
func (s *scanner) wrongEnd() *Value {
	if !s.wrongAnywhere() {
		s.fail(s.pos, TrailingText, nil)
	}
	return nil
}

// wrongAnywhere reports what is a mistake wherever it stands between tokens.
func (s *scanner) wrongAnywhere() bool {
	r, ok := s.rune()
	rest := s.src[s.pos:]
	switch {
	case !ok:
		opened := s.opened[len(s.opened)-1]
		args := s.openedArgs(opened)
		args["opener"] = s.src[opened : opened+1]
		s.fail(s.pos, Unclosed, args)
	case r == '#', strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "/*"):
		s.fail(s.pos, Comment, nil)
	case strings.ContainsRune("'`‘’“”„«»＂＇", r):
		s.fail(s.pos, WrongQuotes, Args{"found": string(r)})
	case invisible(r) || unicode.IsSpace(r) || unicode.IsControl(r):
		s.fail(s.pos, InvisibleCharacter, Args{"character": unicodeName(r)})
	default:
		right, ok := fullWidth[r]
		if ok {
			s.fail(s.pos, FullWidthPunctuation, Args{"found": string(r), "expected": right})
		}
		return ok
	}
	return true
}

// unexpected reports a character that fits nowhere.
func (s *scanner) unexpected(expected string) *Value {
	r, _ := s.rune()
	return s.fail(s.pos, UnexpectedCharacter, Args{"found": string(r), "expected": expected})
}

// wrongControl reports a control character within the string that begins at opened.
func (s *scanner) wrongControl(i, opened int) {
	if c := s.src[i]; c == '\n' || c == '\r' {
		s.fail(i, LineBreakInString, s.openedArgs(opened))
		return
	}
	s.fail(i, ControlCharacter, Args{"character": unicodeName(rune(s.src[i]))})
}

// foreignLiterals are what other languages write for JSON's true, false and null.
var foreignLiterals = map[string]string{
	"True": "true", "TRUE": "true", "yes": "true", "Yes": "true", "on": "true",
	"False": "false", "FALSE": "false", "no": "false", "No": "false", "off": "false",
	"None": "null", "nil": "null", "NULL": "null", "Null": "null", "undefined": "null",
	"NaN": "null", "Infinity": "null",
}

// fullWidth are the characters that a Chinese input method types for JSON's own.
var fullWidth = map[rune]string{
	'，': ",", '、': ",", '：': ":", '｛': "{", '｝': "}", '［': "[", '］': "]", '【': "[", '】': "]",
}
