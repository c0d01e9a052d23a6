package redact

import (
	"slices"
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
// looked for. The user and password of an address are left out, and what follows the
// host where that is neither Twilio's nor Logto's.
func Words(s string, limit int, secrets ...string) string {
	return NewFilter(secrets).Words(s, limit)
}

// Filter is what is known of the text that a server may send back.
type Filter struct {
	secrets []string
	pieces  map[string]bool // of the secrets, in every form
	ids     []string
}

// NewFilter returns the filter for secrets; ids are no secrets, such as the SID of
// the account, and stay as they are where they stand alone, whatever they have in
// common with a secret.
func NewFilter(secrets []string, ids ...string) *Filter {
	f := &Filter{secrets: secrets, pieces: map[string]bool{}, ids: ids}
	for _, secret := range secrets {
		for _, form := range forms(secret) {
			for i := 0; i+piece <= len(form); i++ {
				f.pieces[form[i:i+piece]] = true
			}
		}
	}
	return f
}

// Words is [Words] without the secrets of the filter.
func (f *Filter) Words(s string, limit int) string {
	t := f.judge(withoutPaths(readable(s)))
	t.hideShapes()
	return cut(strings.Join(strings.Fields(t.shown()), " "), limit)
}

// Known hides what is known to be secret in s and leaves all else as it is: an id,
// or a value that a person wrote. Where a secret is only seen once s is decoded,
// nothing of s is shown.
func (f *Filter) Known(s string) string {
	seen := f.judge(s)
	switch {
	case slices.Contains(seen.hidden, true):
		return seen.shown()
	case slices.Contains(f.judge(readable(s)).hidden, true):
		return Mask
	}
	return s // to the byte
}

// judge is s with its secrets hidden.
func (f *Filter) judge(s string) *text {
	t := &text{runes: []rune(s)}
	t.hidden, t.kept = make([]bool, len(t.runes)), make([]bool, len(t.runes))
	for _, id := range f.ids {
		t.keep(id)
	}
	for _, secret := range f.secrets {
		t.hideWhole(secret)
	}
	t.hidePieces(f.pieces)
	return t
}

// text is what is judged, character by character.
type text struct {
	runes  []rune
	hidden []bool
	kept   []bool // as they are no secret, whatever they look like
}

// hide hides the characters from at up to end.
func (t *text) hide(at, end int) {
	for i := at; i < end; i++ {
		t.hidden[i] = !t.kept[i]
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

// hidePieces hides the pieces of secrets, whatever stands between their characters.
func (t *text) hidePieces(pieces map[string]bool) {
	bare, at := make([]byte, 0, len(t.runes)), make([]int, 0, len(t.runes))
	for i, r := range t.runes {
		if alphanumeric(r) {
			bare, at = append(bare, byte(unicode.ToLower(r))), append(at, i)
		}
	}
	for i := 0; i+piece <= len(bare); i++ {
		if pieces[string(bare[i:i+piece])] {
			t.hide(at[i], at[i+piece-1]+1)
		}
	}
}

// hideWhole hides a secret as it is, of whatever characters.
func (t *text) hideWhole(secret string) {
	if len(secret) < piece {
		return
	}
	t.find(secret, func(at, end int) { t.hide(at, end) })
}

// keep keeps an id visible where it stands alone.
func (t *text) keep(id string) {
	t.find(id, func(at, end int) {
		if at > 0 && alphanumeric(t.runes[at-1]) || end < len(t.runes) && alphanumeric(t.runes[end]) {
			return
		}
		for i := at; i < end; i++ {
			t.kept[i] = true
		}
	})
}

// find calls f with every place of what, which is not empty.
func (t *text) find(what string, f func(at, end int)) {
	for rest, at := string(t.runes), 0; what != ""; {
		before, after, found := strings.Cut(rest, what)
		if !found {
			return
		}
		at += utf8.RuneCountInString(before)
		end := at + utf8.RuneCountInString(what)
		f(at, end)
		rest, at = after, end
	}
}

// alphanumeric reports whether r is a letter or a digit of ASCII: all that is left
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
