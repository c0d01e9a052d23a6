package redact

import (
	"strings"
	"time"
	"unicode"
)

// span is a run of letters and digits: where it is, and its characters.
type span struct {
	at, end int
	text    string
}

// hideShapes hides what is neither words nor numbers nor SIDs, where 16 characters
// or more of it follow each other, however they are set apart.
func (t *text) hideShapes() {
	var group []span
	for _, s := range t.spans() {
		if breaks(s.text) || s.at > 0 && t.runes[s.at-1] == '+' && digits(s.text) {
			t.hideGroup(group)
			group = group[:0]
		}
		if !breaks(s.text) {
			group = append(group, s)
		}
	}
	t.hideGroup(group)
}

// hideGroup hides runs that follow each other where they may be a secret together.
func (t *text) hideGroup(group []span) {
	all, odd, least := "", false, long
	for _, s := range group {
		all += s.text
		odd = odd || !digits(s.text) || len(s.text) >= long
	}
	if !odd { // dates, times and amounts
		least = 2 * long
	}
	if len(all) >= least {
		t.hide(group[0].at, group[len(group)-1].end)
	}
}

// spans are the runs of letters and digits. A date of RFC 3339 is none.
func (t *text) spans() (spans []span) {
	for i := 0; i < len(t.runes); {
		if blank := i == 0 || !alphanumeric(t.runes[i-1]); blank && i+20 <= len(t.runes) {
			if end := t.upToBlank(i); date(t.runes[i:end]) {
				i = end
				continue
			}
		}
		end := i
		for end < len(t.runes) && (unicode.IsLetter(t.runes[end]) || unicode.IsDigit(t.runes[end])) {
			end++
		}
		if end > i {
			spans = append(spans, span{i, end, string(t.runes[i:end])})
		}
		i = max(end, i+1)
	}
	return spans
}

// upToBlank is where the run of visible characters from i ends.
func (t *text) upToBlank(i int) int {
	for i < len(t.runes) && t.runes[i] != ' ' && t.runes[i] != ',' && t.runes[i] != '"' {
		i++
	}
	return i
}

// date reports whether s is a date of RFC 3339, to the second.
func date(s []rune) bool {
	if len(s) > len("2006-01-02T15:04:05+07:00") {
		return false
	}
	_, err := time.Parse(time.RFC3339, string(s))
	return err == nil
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// breaks reports whether a run of letters and digits is no part of a secret: a SID,
// or a word that is not of hex digits alone.
func breaks(s string) bool {
	if len(s) == 34 && strings.Trim(s[:2], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && strings.Trim(s[2:], "0123456789abcdef") == "" {
		return true // a SID
	}
	if len(s) < long && strings.Trim(s, "0123456789abcdefABCDEF") == "" {
		return false
	}
	return word(s)
}

// word reports whether letters read as words: of one case, begun in upper case, or
// several in one, as in fromMessagingServiceSID. Those of random base64 change
// their case at every second letter.
func word(s string) bool {
	if strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return false
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) {
		return !strings.ContainsFunc(s, alphanumeric) || len(s) < 4*long
	}
	return len(s) <= 3 || len(s) >= 3*changes(s) && len(s) <= 3*long && sounds(s)
}

// changes counts the words in letters: how often lower case begins.
func changes(s string) (n int) {
	lower := false
	for _, r := range s {
		if was := lower; !was && unicode.IsLower(r) {
			n++
		}
		lower = unicode.IsLower(r)
	}
	return n
}

// sounds reports whether no more than five consonants follow each other.
func sounds(s string) bool {
	run := 0
	for _, r := range strings.ToLower(s) {
		if run++; strings.ContainsRune("aeiouy", r) {
			run = 0
		}
		if run > 5 {
			return false
		}
	}
	return true
}
