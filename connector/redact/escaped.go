package redact

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Escaped makes s safe for a terminal and hides nothing: what a terminal would obey,
// what turns the order of reading around, and what leaves no mark is written as JSON
// escapes it; bytes that are no UTF-8 become U+FFFD. The characters of keep stay, and
// so does the joiner that holds emoji together.
func Escaped(s, keep string) string {
	const joiner = '\u200d'
	unsafe := func(r rune) bool {
		return r != joiner && !unicode.IsGraphic(r) && !strings.ContainsRune(keep, r)
	}
	if !strings.ContainsFunc(s, unsafe) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if !unsafe(r) {
			b.WriteRune(r) // an invalid byte has become utf8.RuneError
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}
