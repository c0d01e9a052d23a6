package plain

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// search leaves the rows that have every word of a query: as the beginning of a
// word of their name, else of their label, else anywhere, as any digits are in a SID
// or a number. No word shows all again.
func (s *session) search(l *list, query string) {
	words := strings.Fields(query)
	for _, has := range []func(r row, word string) bool{nameWordBegins, wordBegins, holds} {
		l.show()
		l.shown = slices.DeleteFunc(l.shown, func(i int) bool {
			return slices.ContainsFunc(words, func(word string) bool { return !has(l.rows[i], word) })
		})
		if len(l.shown) > 0 {
			s.page(l)
			return
		}
	}
	s.say(s.tr.T("plain.no-match"))
}

// find is the row that an answer means: its number, or the beginning of its name
// or of a word in its label. It says so where there is none, or several, and returns -1.
func (s *session) find(l *list, given string) int {
	if i, ok := l.words[strings.ToLower(given)]; ok {
		return i
	}
	n, err := strconv.Atoi(given)
	if err == nil && given[0] != '+' && 1 <= n && n <= len(l.rows)+len(l.more) {
		return n - 1
	}
	for _, fits := range []func(r row, given string) bool{isName, nameBegins, wordBegins} {
		switch found := l.found(given, fits); {
		case len(found) == 1:
			return found[0]
		case len(found) > 1:
			const most = 10
			numbers := make([]int, min(len(found), most))
			for i := range numbers {
				numbers[i] = found[i] + 1
			}
			s.say(s.tr.T("plain.several", "numbers", numbers))
			return -1
		}
	}
	s.say(s.tr.T("plain.none", "of", len(l.rows)+len(l.more)))
	return -1
}

// found are the rows that an answer fits.
func (l *list) found(given string, fits func(r row, given string) bool) []int {
	var found []int
	for i := range len(l.rows) + len(l.more) {
		if fits(l.row(i), given) {
			found = append(found, i)
		}
	}
	return found
}

// isName reports whether a row is called so, in these very letters.
func isName(r row, given string) bool { return cmp.Or(r.name, r.label) == given }

// nameBegins reports whether what a row is called begins so.
func nameBegins(r row, given string) bool { return begins(cmp.Or(r.name, r.label), given) }

// wordBegins reports whether a word of a label begins so.
func wordBegins(r row, given string) bool { return anyBegins(r.label, given) }

// nameWordBegins reports whether a word of what a row is called begins so.
func nameWordBegins(r row, given string) bool { return anyBegins(cmp.Or(r.name, r.label), given) }

// holds reports whether a row has it anywhere.
func holds(r row, given string) bool {
	return strings.Contains(strings.ToLower(r.label+" "+r.find), strings.ToLower(given))
}

func anyBegins(text, with string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(text, notOfWord), func(word string) bool { return begins(word, with) })
}

func begins(s, with string) bool { return strings.HasPrefix(strings.ToLower(s), strings.ToLower(with)) }

func notOfWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
