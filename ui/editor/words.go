package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Words are words of a script that has no blanks between them.
type Words struct {
	known   map[string]bool
	longest int // in bytes
}

// NewWords makes words of a list of them, with blanks between.
func NewWords(list string) Words {
	w := Words{known: map[string]bool{}}
	for word := range strings.FieldsSeq(list) {
		w.known[word] = true
		w.longest = max(w.longest, len(word))
	}
	return w
}

// head is the longest known word that a text begins with, in bytes; 0 for none.
func (w Words) head(s string) int {
	if s[0] < utf8.RuneSelf {
		return 0
	}
	for n := min(w.longest, len(s)); n > 0; n-- {
		if w.known[s[:n]] {
			return n
		}
	}
	return 0
}

// next is the first part of a text that is a word, or is between words.
func (w Words) next(s string, state int) (part string, word bool, following int) {
	if n := w.head(s); n > 0 {
		return s[:n], true, -1
	}
	part, _, state = uniseg.FirstWordInString(s, state)
	return part, strings.ContainsFunc(part, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }), state
}

// wordRight is behind the word in which a cluster stands, or behind the next one.
func (m *Model) wordRight(i int) int {
	here := m.text.offset(i)
	at, state := m.text.offset(m.lineStart(i)), -1
	for at < len(m.text.s) {
		var part string
		var word bool
		part, word, state = m.Words.next(m.text.s[at:], state)
		at += len(part)
		if word && at > here {
			return m.text.index(at)
		}
	}
	return m.text.len()
}

// wordLeft is where the word begins in which a cluster stands, or the one before.
func (m *Model) wordLeft(i int) int {
	for i > 0 {
		line := m.lineStart(i)
		if line == i { // nothing of its line is before it
			i--
			continue
		}
		found := -1
		at, state := m.text.offset(line), -1
		for here := m.text.offset(i); at < here; {
			part, word, following := m.Words.next(m.text.s[at:], state)
			if word {
				found = at
			}
			at += len(part)
			state = following
		}
		if found >= 0 {
			return min(m.text.index(found), i-1)
		}
		i = line
	}
	return 0
}

// toBlank is what ctrl+w deletes to: as readline, the blank before a word; in
// scripts that have none, the beginning of a word, or of what stands between two.
func (m *Model) toBlank(i int) int {
	if i > 0 && m.text.clusters[i-1].kind == hard {
		return i - 1
	}
	for i > 0 && m.isSpace(i-1) {
		i--
	}
	if i == 0 || !m.isDense(i-1) {
		for i > 0 && !m.isSpace(i-1) && !m.isDense(i-1) && m.text.clusters[i-1].kind != hard {
			i--
		}
		return i
	}
	if unicode.IsLetter(m.first(i - 1)) {
		return m.wordLeft(i)
	}
	for i > 0 && m.isDense(i-1) && !unicode.IsLetter(m.first(i-1)) {
		i--
	}
	return i
}

// first is the first character of a cluster.
func (m *Model) first(i int) rune {
	r, _ := utf8.DecodeRuneInString(m.text.s[m.text.offset(i):])
	return r
}

// isSpace reports whether a cluster is a blank of any kind within a line.
func (m *Model) isSpace(i int) bool {
	return m.text.clusters[i].kind != hard && unicode.IsSpace(m.first(i))
}

// isDense reports whether a cluster is of a script without blanks between words.
func (m *Model) isDense(i int) bool {
	r := m.first(i)
	switch {
	case r < 0x0e00:
		return false
	case '\u3001' <= r && r <= '\u303f', '\uff01' <= r && r <= '\uffee': // their punctuation
		return true
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// lineStart is the first cluster of the line in which a cluster stands.
func (m *Model) lineStart(i int) int {
	for i > 0 && m.text.clusters[i-1].kind != hard {
		i--
	}
	return i
}

// lineEnd is the end of that line.
func (m *Model) lineEnd(i int) int {
	for i < m.text.len() && m.text.clusters[i].kind != hard {
		i++
	}
	return i
}
