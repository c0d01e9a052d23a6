package redact

import (
	"strings"
	"unicode"
)

// Text makes a text that somebody else wrote safe to show in a terminal:
// escape sequences, control characters, bidirectional overrides and other
// invisible characters are taken out (the two joiners that scripts and emoji
// need stay), invalid UTF-8 becomes U+FFFD. Line feeds and tabs stay. What is
// longer than limit code points is cut, with an ellipsis as its last.
func Text(s string, limit int) string {
	return cut(strings.TrimSpace(Message(s)), limit)
}

// Message is [Text] for the text of a message: whole, and with the blanks
// and line feeds around it, which are sent and counted as all else is.
func Message(s string) string {
	return strings.Map(showable, strings.ReplaceAll(withoutEscapes(s), "\r\n", "\n"))
}

// Line is [Text] on a single line: every run of blanks, line feeds
// included, is one blank.
func Line(s string, limit int) string {
	s = strings.Map(showable, withoutEscapes(s))
	return cut(strings.Join(strings.Fields(s), " "), limit)
}

// showable maps a character to what is shown for it, or to -1.
func showable(r rune) rune {
	const zeroWidthNonJoiner, zeroWidthJoiner = '\u200c', '\u200d'
	switch {
	case r == '\n', r == '\t', r == zeroWidthNonJoiner, r == zeroWidthJoiner:
		return r
	case r == '\r', unicode.In(r, unicode.Zl, unicode.Zp):
		return '\n'
	case unicode.In(r, unicode.Cc, unicode.Cf):
		return -1
	}
	return r
}
