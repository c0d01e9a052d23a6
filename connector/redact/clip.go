package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clip makes a text of the file fit for a sentence, and safe on a terminal: not
// long, no control character, nothing that is not UTF-8.
func Clip(s string) string {
	const most = 60
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
