package redact

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Escape makes a text safe for a terminal, and shows what is in it: control and
// formatting characters are written as JSON escapes them, and bytes that are not UTF-8
// become U+FFFD. Tabs and line ends stay.
func Escape(text string) string {
	if !strings.ContainsFunc(text, unsafe) && utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		if unsafe(r) {
			for _, unit := range utf16.AppendRune(nil, r) {
				fmt.Fprintf(&b, `\u%04x`, unit)
			}
		} else {
			b.WriteRune(r) // an invalid byte has become utf8.RuneError
		}
	}
	return b.String()
}

// unsafe reports whether a terminal obeys r, or shows nothing for it: all that is not a
// graphic character, but for the joiner that holds emoji together.
func unsafe(r rune) bool {
	const joiner = '\u200d'
	return r != '\t' && r != '\n' && r != joiner && !unicode.IsGraphic(r)
}
