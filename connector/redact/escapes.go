package redact

import (
	"strings"
	"unicode/utf8"
)

// withoutEscapes takes the escape sequences of ECMA-48 out of s whole, so that
// no "[31m" is left of them.
func withoutEscapes(s string) string {
	var b strings.Builder
	for s != "" {
		at := strings.IndexAny(s, "\x1b\u0090\u0098\u009b\u009d\u009e\u009f")
		if at < 0 {
			break
		}
		b.WriteString(s[:at])
		s = afterEscape(s[at:])
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	return b.String()
}

// afterEscape returns what follows the escape sequence that s begins with. Its
// introducer is ESC and a character, or one C1 character.
func afterEscape(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	s = s[size:]
	if r == '\x1b' {
		if s == "" {
			return s
		}
		r = rune(s[0]) + 0x40 // ESC [ is U+009B, and so on
		if r < 0x80 || r > 0x9f {
			// ESC, intermediates, one final character
			return after(strings.TrimLeftFunc(s, between(0x20, 0x2f)), between(0x30, 0x7e))
		}
		s = s[1:]
	}
	switch r {
	case 0x9b: // a control sequence: parameters, intermediates, one final character
		s = strings.TrimLeftFunc(s, between(0x30, 0x3f))
		return after(strings.TrimLeftFunc(s, between(0x20, 0x2f)), between(0x40, 0x7e))
	case 0x90, 0x98, 0x9d, 0x9e, 0x9f: // a string, which swallows all up to its end
		return afterString(s)
	}
	return s
}

// after drops the first character of s if it is one of those.
func after(s string, is func(rune) bool) string {
	if s != "" && is(rune(s[0])) {
		return s[1:]
	}
	return s
}

// afterString returns what follows the end of a control string: BEL, ST, or the
// next ESC, with which ST (ESC \) begins too. Without an end nothing follows.
func afterString(s string) string {
	at := strings.IndexAny(s, "\a\x1b\u009c")
	if at < 0 {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s[at:])
	if r == '\x1b' {
		return s[at:]
	}
	return s[at+size:]
}

func between(low, high rune) func(rune) bool {
	return func(r rune) bool { return low <= r && r <= high }
}
