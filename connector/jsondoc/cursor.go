package jsondoc

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Cursor goes through a JSON string as it is written, beside the text that it
// says, to find where a part of that text stands in the file.
type Cursor struct {
	source string // the quotes included
	Offset int    // into source
	Column int    // code points of source before offset
	said   int    // bytes of the text before offset
}

// NewCursor is a Cursor at the beginning of a string as the file writes it, quotes
// included, which the scanner has read.
func NewCursor(source string) Cursor { return Cursor{source: source, Offset: 1, Column: 1} }

// To moves on to the byte at of the text.
func (c *Cursor) To(at int) {
	for c.said < at {
		written, said := 1, 1
		if c.source[c.Offset] == '\\' {
			written, said = escapeSize(c.source[c.Offset:])
			c.Column += written
		} else if utf8.RuneStart(c.source[c.Offset]) {
			c.Column++
		}
		c.Offset += written
		c.said += said
	}
}

// escapeSize is how many bytes the escape sequence takes that s begins with, and
// how many what it says; see scanner.escape.
func escapeSize(s string) (written, said int) {
	if s[1] != 'u' {
		return len(`\n`), 1
	}
	r, _ := hex4(s[2:])
	if !utf16.IsSurrogate(r) {
		return len(`\u0000`), utf8.RuneLen(r)
	}
	if rest, ok := strings.CutPrefix(s[len(`\u0000`):], `\u`); ok {
		if low, ok := hex4(rest); ok && utf16.DecodeRune(r, low) != utf8.RuneError {
			return len(`\u0000\u0000`), utf8.UTFMax
		}
	}
	return len(`\u0000`), 3
}
