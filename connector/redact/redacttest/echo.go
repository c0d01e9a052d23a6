// Package redacttest has what a server may make of a secret that it repeats, for the
// tests of all that shows what a server says.
package redacttest

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"html"
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// SID and Token are credentials of nobody.
const (
	SID   = "AC2f4a6c8e0b1d3f5a7c9e1b3d5f7a9c0e"
	Token = "7d41e0c9" + "5ab8326f" + "1c0de94b" + "72a8f563"
)

// Encodings are what a server or a proxy may make of a token that it repeats.
var Encodings = map[string]func(string) string{
	"plain":      func(s string) string { return s },
	"upper case": strings.ToUpper,
	"backwards": func(s string) string {
		b := []byte(s)
		slices.Reverse(b)
		return string(b)
	},
	"hex":           func(s string) string { return hex.EncodeToString([]byte(s)) },
	"upper hex":     func(s string) string { return strings.ToUpper(hex.EncodeToString([]byte(s))) },
	"base64":        func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) },
	"raw base64":    func(s string) string { return base64.RawStdEncoding.EncodeToString([]byte(s)) },
	"URL base64":    func(s string) string { return base64.URLEncoding.EncodeToString([]byte(s)) },
	"Authorization": func(s string) string { return "Basic " + base64.StdEncoding.EncodeToString([]byte(SID+":"+s)) },
	"cut Authorization": func(s string) string {
		return base64.StdEncoding.EncodeToString([]byte(SID + ":" + s))[41:80]
	},
	"escaped Authorization": func(s string) string {
		return url.QueryEscape(base64.StdEncoding.EncodeToString([]byte(SID + ":" + s)))
	},
	"percent":       each("%%%02X"),
	"JSON":          each(`\u%04x`),
	"JSON twice":    each(`\\u%04x`),
	"JavaScript":    each(`\x%02x`),
	"braces":        each(`\u{%x}`),
	"HTML":          each("&#%d;"),
	"HTML hex":      each("&#x%X;"),
	"HTML twice":    each("&amp;#%d;"),
	"percent twice": each("%%25%02x"),
	"printable":     each("=%02X"),
	"decimal":       each("%d "),
	"entities":      func(s string) string { return html.EscapeString("<" + s + ">") },
	"blanks":        apart(1, " "),
	"blanks of 4":   apart(4, " "),
	"blanks of 7":   apart(7, " "),
	"hyphens of 4":  apart(4, "-"),
	"colons of 2":   apart(2, ":"),
	"commas":        apart(3, ", "),
	"two lines":     apart(16, "\r\n"),
	"soft ends":     apart(10, "=\n"),
	"escaped ends":  apart(9, `\n`),
	"tabs":          apart(5, "\t"),
	"ZWJ":           apart(1, "\u200d"),
	"ZWNJ":          apart(2, "\u200c"),
	"CGJ":           apart(1, "\u034f"),
	"selector":      apart(3, "\ufe0f"),
	"filler":        apart(1, "\u3164"),
	"half filler":   apart(4, "\uffa0"),
	"braille":       apart(4, "\u2800"),
	"NBSP":          apart(1, "\u00a0"),
	"wide blank":    apart(4, "\u3000"),
	"soft hyphen":   apart(1, "\u00ad"),
	"tag":           apart(4, "\U000e0020"),
	"colours":       apart(4, "\x1b[31m"),
	"accents":       apart(1, "\u0301"),
	"wide": func(s string) string {
		return strings.Map(func(r rune) rune { return r + 0xfee0 }, s)
	},
	"quoted": func(s string) string { return `{"authToken":"` + s + `"}` },
	"field":  func(s string) string { return "auth_token=" + s + "&x=1" },
	"SID":    func(s string) string { return "AC" + s },
	"half":   func(s string) string { return s[8:24] },
	"glued":  func(s string) string { return "token" + s + "end" },
}

func each(format string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		for _, c := range []byte(s) {
			fmt.Fprintf(&b, format, c)
		}
		return b.String()
	}
}

func apart(n int, what string) func(string) string {
	return func(s string) string {
		var parts []string
		for part := range slices.Chunk([]byte(s), n) {
			parts = append(parts, string(part))
		}
		return strings.Join(parts, what)
	}
}

// Leak returns a piece of 8 of the token that is in shown, in any of its forms.
func Leak(shown, token string) string {
	bare := strings.ToLower(strings.Map(func(r rune) rune {
		if r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, html.UnescapeString(shown)))
	all := Encodings
	for _, name := range []string{"plain", "backwards", "hex", "base64", "Authorization"} {
		form := strings.ToLower(all[name](token))
		if name == "Authorization" {
			form = form[len("basic ")+48:] // behind the SID, which is none
		}
		for i := 0; i+8 <= len(form); i++ {
			if strings.Contains(bare, form[i:i+8]) {
				return name + " " + form[i:i+8]
			}
		}
	}
	return ""
}
