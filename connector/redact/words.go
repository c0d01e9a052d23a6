package redact

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// long is how many letters and digits that are neither words nor numbers may be a
// secret; of a known one every piece of so many as piece is.
const (
	long  = 16
	piece = 8
)

// Words is the free text of a server on one line of at most limit code points.
// It is read as a person or a program could: percent, JSON and HTML escapes are
// decoded, and what is invisible is dropped. Words, numbers of up to 15 digits,
// phone numbers, dates and SIDs stay, punctuation and short runs too. Every other
// run of 16 letters and digits or more, blanks and punctuation between them or
// none, is the mask, and so is every piece of 8 of a secret, as it is, in hex, in
// base64 or backwards. A secret of less than 8 may be part of any word and is not
// looked for. The user and password of an address are left out.
func Words(s string, limit int, secrets ...string) string {
	s = readable(s)
	if strings.Contains(s, "//") {
		s = regexp.MustCompile(`//[^/\s"]*@`).ReplaceAllString(s, "//")
	}
	for _, secret := range secrets {
		if len(secret) >= piece {
			s = strings.ReplaceAll(s, secret, Mask)
		}
	}
	t := &text{runes: []rune(s)}
	t.hidden = make([]bool, len(t.runes))
	t.hideKnown(secrets)
	t.hideShapes()
	return cut(strings.Join(strings.Fields(t.shown()), " "), limit)
}

// text is what is judged, character by character.
type text struct {
	runes  []rune
	hidden []bool
}

// hide hides the characters from at up to end.
func (t *text) hide(at, end int) {
	for i := at; i < end; i++ {
		t.hidden[i] = true
	}
}

// shown is the text with a mask for every run that is hidden.
func (t *text) shown() string {
	var b strings.Builder
	for i, r := range t.runes {
		switch {
		case !t.hidden[i]:
			b.WriteRune(r)
		case i == 0 || !t.hidden[i-1]:
			b.WriteString(Mask)
		}
	}
	return b.String()
}

// hideKnown hides the pieces of secrets, whatever stands between their characters.
func (t *text) hideKnown(secrets []string) {
	known := map[string]bool{}
	for _, secret := range secrets {
		for _, form := range forms(secret) {
			for i := 0; i+piece <= len(form); i++ {
				known[form[i:i+piece]] = true
			}
		}
	}
	bare, at := make([]byte, 0, len(t.runes)), make([]int, 0, len(t.runes))
	for i, r := range t.runes {
		if alphanumeric(r) {
			bare, at = append(bare, byte(unicode.ToLower(r))), append(at, i)
		}
	}
	for i := 0; i+piece <= len(bare); i++ {
		if known[string(bare[i:i+piece])] {
			t.hide(at[i], at[i+piece-1]+1)
		}
	}
}

// alphanumeric tells whether r is a letter or a digit of ASCII: all that is left
// of a secret once it is encoded.
func alphanumeric(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// cut shortens s to limit code points, with an ellipsis as its last.
func cut(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return string([]rune(s)[:limit-1]) + "…"
}
