package redact

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// rounds is how often what was escaped may have been escaped again.
const rounds = 5

// readable is s as it would be read: decoded, and without what cannot be seen.
func readable(s string) string {
	for range rounds {
		before := s
		s = visible(html.UnescapeString(unescaped(visible(s))))
		if s == before {
			break
		}
	}
	return s
}

// unescaped decodes percent and backslash escapes, those of JSON and JavaScript.
func unescaped(s string) string {
	if !strings.ContainsAny(s, `%\`) {
		return strings.ToValidUTF8(s, "\ufffd")
	}
	escape := regexp.MustCompile(`%[0-9A-Fa-f]{2}|\\+(?:u\{[0-9A-Fa-f]{1,6}\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[nrt"/'])`)
	return strings.ToValidUTF8(escape.ReplaceAllStringFunc(s, func(e string) string {
		switch digits := strings.TrimLeft(e, `\%`); digits[0] {
		case 'n', 'r', 't':
			return " "
		case '"', '/', '\'':
			return digits
		default:
			n, _ := strconv.ParseUint(strings.Trim(digits, "ux{}"), 16, 32) // hex digits, as the pattern says
			if e[0] == '%' {
				return string([]byte{byte(n)})
			}
			return string(rune(n))
		}
	}), "\ufffd")
}

// visible drops what cannot be seen, and writes full-width letters and digits as
// those of ASCII. A line end is a blank.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case 0xff01 <= r && r <= 0xff5e && alphanumeric(r-0xfee0):
			return r - 0xfee0
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Other_Default_Ignorable_Code_Point,
			unicode.Variation_Selector), r == '\u2800':
			return -1
		case 0x1d400 <= r && r <= 0x1d7ff, 0x2460 <= r && r <= 0x24ff: // letters and digits in disguise
			return -1
		}
		return r
	}, withoutEscapes(s))
}
