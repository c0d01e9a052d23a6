package char

import (
	"strings"
	"unicode/utf8"
)

// A JavaScript string may hold half of a surrogate pair; UTF-8 cannot. Such a
// half is held in three bytes, as UTF-8 would write it if it were allowed
// (https://simonsapin.github.io/wtf-8/): ED, A0–AF for a high one and B0–BF for
// a low one, and a third byte.

// DecodeWTF8 returns the first code point of s and its bytes, a lone surrogate
// included. Any other byte that is no UTF-8 is U+FFFD; s is not empty.
func DecodeWTF8(s string) (rune, int) {
	if s[0] != 0xED || len(s) < 3 || s[1] < 0xA0 || s[1] > 0xBF || s[2] < 0x80 || s[2] > 0xBF {
		return utf8.DecodeRuneInString(s)
	}
	return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
}

// AppendWTF8 appends s to dst. Where dst ends in a high surrogate and s begins
// with a low one, the two become one character, as they do in JavaScript.
func AppendWTF8(dst []byte, s string) []byte {
	if len(dst) < 3 || len(s) < 3 {
		return append(dst, s...)
	}
	high, _ := DecodeWTF8(string(dst[len(dst)-3:]))
	low, _ := DecodeWTF8(s)
	if high < 0xD800 || high > 0xDBFF || low < 0xDC00 || low > 0xDFFF {
		return append(dst, s...)
	}
	joined := 0x10000 + (high-0xD800)<<10 + (low - 0xDC00)
	return append(utf8.AppendRune(dst[:len(dst)-3], joined), s[3:]...)
}

// WellFormed is s with U+FFFD for each half of a surrogate pair, as JavaScript
// writes it when it leaves the program (WebIDL's USVString).
func WellFormed(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := DecodeWTF8(s)
		b.WriteRune(r) // which writes U+FFFD for what is no character
		s = s[size:]
	}
	return b.String()
}
