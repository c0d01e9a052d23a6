package export

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// visible makes a text safe for a terminal: what it would obey, and what turns
// the order of reading around, is written as JSON escapes it; bytes that are no
// UTF-8 become U+FFFD. Tabs and line ends stay.
func visible(text string) string {
	if !strings.ContainsFunc(text, unsafe) && utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if unsafe(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r) // an invalid byte has become utf8.RuneError
		}
	}
	return b.String()
}

// unsafe tells whether a terminal obeys r or hides by it what is there: control
// characters (C0, C1), line separators, embeddings, overrides and isolates of
// Unicode's bidirectional algorithm (UAX #9).
func unsafe(r rune) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r < 0x20, 0x7f <= r && r <= 0x9f:
		return true
	}
	return 0x2028 <= r && r <= 0x202e || 0x2066 <= r && r <= 0x2069
}
