package jsondoc

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"logto-twilio/connector/char"
	"logto-twilio/connector/problem"
)

// text scans a string, whose opening quote is at pos, and decodes it.
func (s *Scanner) text() (string, bool) {
	opened := s.Pos
	from := opened + 1
	var decoded []byte // what stands before from, once there was an escape
	for i := from; i < len(s.Src); {
		switch c := s.Src[i]; {
		case c == '"':
			s.Pos = i + 1
			if decoded == nil {
				return s.Src[from:i], true
			}
			return string(append(decoded, s.Src[from:i]...)), true
		case c == '\\':
			decoded = append(decoded, s.Src[from:i]...)
			var ok bool
			if decoded, i, ok = s.Escape(decoded, i, opened); !ok {
				return "", false
			}
			from = i
		case c < ' ':
			s.wrongControl(i, opened)
			return "", false
		default:
			if c&0xC0 == 0x80 {
				s.extra++
			}
			i++
		}
	}
	s.fail(len(s.Src), problem.UnclosedString, s.openedArgs(opened))
	return "", false
}

// Escape decodes the escape sequence at i, and says where the text goes on. A
// surrogate with no partner is appended in the three bytes that UTF-8 would
// have for it.
func (s *Scanner) Escape(to []byte, i, opened int) ([]byte, int, bool) {
	if i+1 == len(s.Src) {
		s.fail(len(s.Src), problem.UnclosedString, s.openedArgs(opened))
		return nil, i, false
	}
	c := s.Src[i+1]
	if c != 'u' {
		if k := strings.IndexByte(`"\/bfnrt`, c); k >= 0 {
			return append(to, "\"\\/\b\f\n\r\t"[k]), i + 2, true
		}
		s.fail(i, problem.BadEscape, nil)
		return nil, i, false
	}
	r, ok := hex4(s.Src[i+2:])
	if !ok {
		s.fail(i, problem.BadUnicodeEscape, nil)
		return nil, i, false
	}
	i += 6
	if !utf16.IsSurrogate(r) {
		return utf8.AppendRune(to, r), i, true
	}
	if rest, found := strings.CutPrefix(s.Src[i:], `\u`); found {
		if low, ok := hex4(rest); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return utf8.AppendRune(to, pair), i + 6, true
			}
		}
	}
	return append(to, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F), i, true
}

// hex4 reads the four digits of a \u escape.
func hex4(s string) (rune, bool) {
	if len(s) < 4 {
		return 0, false
	}
	var r rune
	for i := range 4 {
		d, ok := char.HexDigit(s[i])
		if !ok {
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, true
}

// Quote writes a text as a JSON string, with no more escapes than JSON needs;
// a lone surrogate becomes an escape again, other bytes that are not UTF-8
// become U+FFFD.
func Quote(text string) string {
	b := make([]byte, 0, len(text)+2)
	b = append(b, '"')
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			b = appendASCII(b, c)
			i++
			continue
		}
		r, size := char.DecodeWTF8(text[i:])
		if utf16.IsSurrogate(r) {
			b = strconv.AppendInt(append(b, `\u`...), int64(r), 16)
		} else {
			b = utf8.AppendRune(b, r)
		}
		i += size
	}
	return string(append(b, '"'))
}

// appendASCII writes one ASCII character of a string.
func appendASCII(b []byte, c byte) []byte {
	switch {
	case c == '"' || c == '\\':
		return append(b, '\\', c)
	case c >= ' ':
		return append(b, c)
	}
	if k := strings.IndexByte("\b\f\n\r\t", c); k >= 0 {
		return append(b, '\\', "bfnrt"[k])
	}
	const digits = "0123456789abcdef"
	return append(b, '\\', 'u', '0', '0', digits[c>>4], digits[c&0xF])
}

// number scans a number.
func (s *Scanner) number() *Value {
	v := s.start(Number)
	i := s.Pos
	if s.Src[i] == '-' {
		i++
	}
	first := i
	i = s.digits(i)
	ok := i > first && (s.Src[first] != '0' || i == first+1)
	if ok && i < len(s.Src) && s.Src[i] == '.' {
		end := s.digits(i + 1)
		ok, i = end > i+1, end
	}
	if ok && i < len(s.Src) && s.Src[i]|0x20 == 'e' {
		i++
		if i < len(s.Src) && (s.Src[i] == '+' || s.Src[i] == '-') {
			i++
		}
		end := s.digits(i)
		ok, i = end > i, end
	}
	if !ok || i < len(s.Src) && char.IsWord(s.Src[i]) {
		return s.fail(s.Pos, problem.BadNumber, nil)
	}
	v.Text, v.End = s.Src[s.Pos:i], i
	s.Pos = i
	return v
}

// digits is where the digits that begin at i end.
func (s *Scanner) digits(i int) int {
	for i < len(s.Src) && s.Src[i] >= '0' && s.Src[i] <= '9' {
		i++
	}
	return i
}
