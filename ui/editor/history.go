package editor

import (
	"unicode"
	"unicode/utf8"
)

// deed is what a change was, which decides what undo takes back with it.
type deed uint8

const (
	other      deed = iota
	typing          // goes with what was typed before it in the same word
	erasing         // backspace, with the one before it
	eating          // delete, with the one before it
	noDeed          // so that nothing goes with what was before
	mostUndone = 1000
)

// change is one step of the history: at an offset, a text became another.
type change struct {
	at            int
	before, after string
	cursor        int // the offset at which it stood
	deed          deed
}

// history is what was done, and what was undone and may be done again.
type history struct {
	done, undone []change
	last         deed
}

// add keeps a change, in one step with the last one where both are one to a person.
func (h *history) add(c change) {
	h.undone = nil
	defer func() { h.last = c.deed }()
	if n := len(h.done); n > 0 && c.deed == h.last && h.done[n-1].join(c) {
		return
	}
	if len(h.done) >= mostUndone {
		h.done = append(h.done[:0], h.done[mostUndone/10:]...)
	}
	h.done = append(h.done, c)
}

// join makes a change a part of this one, where it goes on with it.
func (p *change) join(c change) bool {
	switch c.deed {
	case typing:
		if c.before != "" || c.at != p.at+len(p.after) || endsWord(p.after) && !endsWord(c.after) {
			return false
		}
		p.after += c.after
	case erasing:
		if c.at+len(c.before) != p.at {
			return false
		}
		p.at, p.before = c.at, c.before+p.before
	case eating:
		if c.at != p.at {
			return false
		}
		p.before += c.before
	default:
		return false
	}
	return true
}

// endsWord reports whether a text ends with a blank, or a sign that stands between
// words of Chinese.
func endsWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r) || r >= '\u2010' && unicode.IsPunct(r)
}

// change puts a text in the place of the bytes between two offsets, and the cursor
// behind it.
func (m *Model) change(from, to int, by string, d deed) {
	if m.Limit > 0 {
		by = cutTo(by, max(m.Limit-len(m.text.s)+to-from, 0))
	}
	if from == to && by == "" {
		return
	}
	m.history.add(change{from, m.text.s[from:to], by, m.text.offset(m.cursor), d})
	m.put(from, to, by)
	m.cursor = m.text.index(from + len(by))
}

// put changes the text and nothing else.
func (m *Model) put(from, to int, by string) {
	m.text.replace(from, to, by)
	m.goal = -1
	m.Refresh()
}

// undo takes the last change back.
func (m *Model) undo() {
	h := &m.history
	h.last = noDeed
	if len(h.done) == 0 {
		return
	}
	c := h.done[len(h.done)-1]
	h.done = h.done[:len(h.done)-1]
	h.undone = append(h.undone, c)
	m.put(c.at, c.at+len(c.after), c.before)
	m.cursor = m.text.index(c.cursor)
}

// redo does again what was undone last.
func (m *Model) redo() {
	h := &m.history
	h.last = noDeed
	if len(h.undone) == 0 {
		return
	}
	c := h.undone[len(h.undone)-1]
	h.undone = h.undone[:len(h.undone)-1]
	h.done = append(h.done, c)
	m.put(c.at, c.at+len(c.before), c.after)
	m.cursor = m.text.index(c.at + len(c.after))
}

// cutTo is what a text begins with, at most so many bytes, in whole clusters.
func cutTo(s string, most int) string {
	if len(s) <= most {
		return s
	}
	t := newText(s)
	i := t.index(most)
	if t.offset(i) > most {
		i--
	}
	return s[:t.offset(i)]
}

// Edit puts Text in the place of the bytes from Start to End.
type Edit struct {
	Start, End int
	Text       string
}

// Replace makes edits that follow one another in the text, in one step that undo
// takes back. The cursor stays where it is in the text.
func (m *Model) Replace(edits []Edit) {
	if len(edits) == 0 {
		return
	}
	from, to := edits[0].Start, edits[len(edits)-1].End
	cursor := m.text.offset(m.cursor)
	after, by, done := cursor, "", from
	for _, e := range edits {
		by += m.text.s[done:e.Start] + e.Text
		done = e.End
		switch {
		case e.End <= cursor:
			after += len(e.Text) - (e.End - e.Start)
		case e.Start < cursor:
			after += e.Start + len(e.Text) - cursor
		}
	}
	m.killing = false
	m.change(from, to, by, other)
	m.cursor = m.text.index(min(after, len(m.text.s)))
}
