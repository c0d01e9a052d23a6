package jsondoc

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"logto-twilio/connector/char"
	"logto-twilio/connector/problem"
)

// fail records the mistake that ends the scan. No argument of a syntax error
// holds more of the text than one character: it may stand in a secret.
func (s *Scanner) fail(offset int, code problem.Code, args problem.Args) *Value {
	s.mistake = offset
	s.Problems = append(s.Problems, problem.Problem{Severity: problem.Error, Code: code, At: PositionOf(s.Src, offset), Args: args})
	return nil
}

// openedArgs says where something that was never closed begins.
func (s *Scanner) openedArgs(offset int) problem.Args {
	p := PositionOf(s.Src, offset)
	return problem.Args{"openedLine": p.Line, "openedColumn": p.Column}
}

// rune is the character at pos; false at the end of the text.
func (s *Scanner) rune() (rune, bool) {
	r, size := utf8.DecodeRuneInString(s.Src[s.Pos:])
	return r, size > 0
}

// word is the identifier at pos: letters, digits, _ and $.
func (s *Scanner) word() string {
	i := s.Pos
	for i < len(s.Src) && char.IsWord(s.Src[i]) {
		i++
	}
	return s.Src[s.Pos:i]
}

// wrongValue says why no value begins at pos.
func (s *Scanner) wrongValue() *Value {
	if s.wrongAnywhere() {
		return nil
	}
	c := s.Src[s.Pos]
	if right, ok := foreignLiterals[s.word()]; ok {
		return s.fail(s.Pos, problem.WrongLiteral, problem.Args{"found": s.word(), "expected": right})
	}
	switch {
	case strings.IndexByte(",:}]", c) >= 0:
		return s.fail(s.Pos, problem.MissingValue, problem.Args{"found": string(c)})
	case c == '+' || c == '.':
		return s.fail(s.Pos, problem.BadNumber, nil)
	case char.IsWord(c) || c == '<' || c == '%':
		return s.fail(s.Pos, problem.UnquotedValue, nil)
	}
	return s.unexpected(`"`)
}

// wrongKey says why no key begins at pos.
func (s *Scanner) wrongKey() {
	switch {
	case s.wrongAnywhere():
	case char.IsWord(s.Src[s.Pos]):
		s.fail(s.Pos, problem.UnquotedKey, nil)
	case strings.IndexByte(",:", s.Src[s.Pos]) >= 0:
		s.fail(s.Pos, problem.MissingName, problem.Args{"found": s.Src[s.Pos : s.Pos+1]})
	default:
		s.unexpected(`"`)
	}
}

// wrongColon says what stands where a colon is to follow a key that ends at end.
func (s *Scanner) wrongColon(end int) {
	if !s.wrongAnywhere() {
		s.fail(end, problem.MissingColon, nil)
	}
}

// wrongSeparator says what stands where a comma or a closer is to follow a value
// that ends at end.
func (s *Scanner) wrongSeparator(closer byte, end int) *Value {
	// A word right behind a closing quote: that quote was meant to be part of the text.
	if r, _ := s.rune(); s.Pos == end && s.Src[end-1] == '"' && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return s.fail(end-1, problem.UnescapedQuote, nil)
	}
	if s.wrongAnywhere() {
		return nil
	}
	c := s.Src[s.Pos]
	switch {
	case c == '}' || c == ']':
		args := s.openedArgs(s.opened[len(s.opened)-1])
		args["found"], args["expected"] = string(c), string(closer)
		return s.fail(s.Pos, problem.MismatchedBracket, args)
	case char.IsWord(c) || strings.IndexByte(`"{[-`, c) >= 0:
		return s.fail(end, problem.MissingComma, nil)
	}
	return s.unexpected(",")
}

// wrongEnd says what follows the value that should have been all.
func (s *Scanner) wrongEnd() *Value {
	if !s.wrongAnywhere() {
		s.fail(s.Pos, problem.TrailingText, nil)
	}
	return nil
}

// wrongAnywhere reports what is a mistake wherever it stands between tokens.
func (s *Scanner) wrongAnywhere() bool {
	r, ok := s.rune()
	rest := s.Src[s.Pos:]
	switch {
	case !ok:
		opened := s.opened[len(s.opened)-1]
		args := s.openedArgs(opened)
		args["opener"] = s.Src[opened : opened+1]
		s.fail(s.Pos, problem.Unclosed, args)
	case r == '#', strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "/*"):
		s.fail(s.Pos, problem.Comment, nil)
	case strings.ContainsRune("'`‘’“”„«»＂＇", r):
		s.fail(s.Pos, problem.WrongQuotes, problem.Args{"found": string(r)})
	case char.Invisible(r) || unicode.IsSpace(r) || unicode.IsControl(r):
		s.fail(s.Pos, problem.InvisibleCharacter, problem.Args{"character": char.Name(r)})
	default:
		right, ok := fullWidth[r]
		if ok {
			s.fail(s.Pos, problem.FullWidthPunctuation, problem.Args{"found": string(r), "expected": right})
		}
		return ok
	}
	return true
}

// unexpected reports a character that fits nowhere.
func (s *Scanner) unexpected(expected string) *Value {
	r, _ := s.rune()
	return s.fail(s.Pos, problem.UnexpectedCharacter, problem.Args{"found": string(r), "expected": expected})
}

// wrongControl reports a control character within the string that begins at opened.
func (s *Scanner) wrongControl(i, opened int) {
	if c := s.Src[i]; c == '\n' || c == '\r' {
		s.fail(i, problem.LineBreakInString, s.openedArgs(opened))
		return
	}
	s.fail(i, problem.ControlCharacter, problem.Args{"character": char.Name(rune(s.Src[i]))})
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
