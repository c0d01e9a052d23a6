package char

import (
	"fmt"
	"strings"
	"unicode"
)

// CharacterNames are Unicode's names of characters that cannot be seen, or told from
// others.
var CharacterNames = map[rune]string{
	'\t': "CHARACTER TABULATION", '\n': "LINE FEED", '\v': "LINE TABULATION", '\f': "FORM FEED", '\r': "CARRIAGE RETURN", ' ': "SPACE",
	0: "NULL", 0x07: "BELL", 0x08: "BACKSPACE", 0x1b: "ESCAPE", 0x7f: "DELETE", 0x85: "NEXT LINE", 0xa0: "NO-BREAK SPACE", 0xad: "SOFT HYPHEN",
	0x34f: "COMBINING GRAPHEME JOINER", 0x61c: "ARABIC LETTER MARK", 0x1680: "OGHAM SPACE MARK", 0x180e: "MONGOLIAN VOWEL SEPARATOR",
	0x2000: "EN QUAD", 0x2001: "EM QUAD", 0x2002: "EN SPACE", 0x2003: "EM SPACE", 0x2004: "THREE-PER-EM SPACE",
	0x2005: "FOUR-PER-EM SPACE", 0x2006: "SIX-PER-EM SPACE", 0x2007: "FIGURE SPACE", 0x2008: "PUNCTUATION SPACE", 0x2009: "THIN SPACE",
	0x200a: "HAIR SPACE", 0x200b: "ZERO WIDTH SPACE", 0x200c: "ZERO WIDTH NON-JOINER", 0x200d: "ZERO WIDTH JOINER",
	0x200e: "LEFT-TO-RIGHT MARK", 0x200f: "RIGHT-TO-LEFT MARK", 0x2028: "LINE SEPARATOR", 0x2029: "PARAGRAPH SEPARATOR",
	0x202a: "LEFT-TO-RIGHT EMBEDDING", 0x202b: "RIGHT-TO-LEFT EMBEDDING", 0x202c: "POP DIRECTIONAL FORMATTING",
	0x202d: "LEFT-TO-RIGHT OVERRIDE", 0x202e: "RIGHT-TO-LEFT OVERRIDE", 0x202f: "NARROW NO-BREAK SPACE", 0x205f: "MEDIUM MATHEMATICAL SPACE",
	0x2060: "WORD JOINER", 0x2061: "FUNCTION APPLICATION", 0x2062: "INVISIBLE TIMES", 0x2063: "INVISIBLE SEPARATOR", 0x2064: "INVISIBLE PLUS",
	0x2066: "LEFT-TO-RIGHT ISOLATE", 0x2067: "RIGHT-TO-LEFT ISOLATE", 0x2068: "FIRST STRONG ISOLATE", 0x2069: "POP DIRECTIONAL ISOLATE",
	0x2800: "BRAILLE PATTERN BLANK", 0x3000: "IDEOGRAPHIC SPACE", 0x3164: "HANGUL FILLER", 0xfe0f: "VARIATION SELECTOR-16",
	0xfeff: "ZERO WIDTH NO-BREAK SPACE", 0xffa0: "HALFWIDTH HANGUL FILLER",
	'а': "CYRILLIC SMALL LETTER A", 'с': "CYRILLIC SMALL LETTER ES", 'ԁ': "CYRILLIC SMALL LETTER KOMI DE", 'е': "CYRILLIC SMALL LETTER IE",
	'о': "CYRILLIC SMALL LETTER O", 'р': "CYRILLIC SMALL LETTER ER", 'і': "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I",
	'ѕ': "CYRILLIC SMALL LETTER DZE", 'ο': "GREEK SMALL LETTER OMICRON", 'у': "CYRILLIC SMALL LETTER U", 'х': "CYRILLIC SMALL LETTER HA",
	'А': "CYRILLIC CAPITAL LETTER A", 'С': "CYRILLIC CAPITAL LETTER ES", 'Е': "CYRILLIC CAPITAL LETTER IE", 'О': "CYRILLIC CAPITAL LETTER O",
	'Р': "CYRILLIC CAPITAL LETTER ER", 'І': "CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I", 'Ѕ': "CYRILLIC CAPITAL LETTER DZE",
	'Ο': "GREEK CAPITAL LETTER OMICRON", 'Х': "CYRILLIC CAPITAL LETTER HA",
}

// Name names a character that cannot be shown: U+00A0 NO-BREAK SPACE, or
// U+0001 where the table lacks its name.
func Name(r rune) string {
	return strings.TrimSpace(fmt.Sprintf("U+%04X %s", r, CharacterNames[r]))
}

// Invisible reports whether a character leaves no mark and is no blank: zero-width
// characters, direction marks, the byte order mark, control characters.
func Invisible(r rune) bool {
	if ' ' <= r && r <= '~' {
		return false
	}
	return unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && !unicode.IsSpace(r)
}

// Shown is a character as it can be shown: itself, or its name where it would
// leave no mark.
func Shown(r rune) string {
	if unicode.IsGraphic(r) && !unicode.IsSpace(r) && r != unicode.ReplacementChar {
		return string(r)
	}
	return Name(r)
}

// IsWord reports whether a byte is part of an identifier: a letter or a digit of
// ASCII, _ or $.
func IsWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$'
}

// HexDigit reads a hexadecimal digit of either case.
func HexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}
