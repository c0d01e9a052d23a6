package editor

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Mark says how a part of the text is drawn.
type Mark struct {
	// Start and End are offsets in bytes. A cluster of which a part is marked is
	// drawn so as a whole. Where marks overlap, the later one wins.
	Start, End int
	Look       Look
	// Lead is drawn before Start, in the same look, and is no part of the text: the
	// cursor never stands in it. It goes to the next row together with what follows.
	Lead string
}

// Look is how something is drawn: the sequences of a style, before and behind.
// The zero value draws text as it is.
type Look struct{ open, close string }

// NewLook takes the look from a style, of which only what goes for a piece of a
// line is used: colours, weight, underline, and such.
func NewLook(style lipgloss.Style) Look {
	const piece = "."
	open, end, _ := strings.Cut(style.Inline(true).Render(piece), piece)
	return Look{open, end}
}

// marking is what was said of each cluster of a text: an index into marks, one
// more than it, so that 0 is none.
type marking struct {
	marks []Mark
	look  []int32
	lead  []int32
	width map[string]int // of the leads
}

// set sorts the marks by cluster.
func (m *marking) set(t *text, marks []Mark) {
	m.marks = marks
	m.look = zeroed(m.look, t.len())
	m.lead = zeroed(m.lead, t.len())
	m.width = map[string]int{}
	for n, mark := range marks {
		if mark.Start < 0 || mark.End < mark.Start || mark.End > len(t.s) {
			continue
		}
		i := t.index(mark.Start)
		if mark.Lead != "" && i < t.len() {
			m.lead[i] = int32(n + 1)
			m.width[mark.Lead] = ansi.StringWidth(mark.Lead)
		}
		if mark.Start < mark.End && t.offset(i) > mark.Start {
			i--
		}
		for ; mark.Start < mark.End && i < t.len() && t.clusters[i].at < mark.End; i++ {
			m.look[i] = int32(n + 1)
		}
	}
}

// zeroed is a slice of n zeros, in the old one's room where there is enough.
func zeroed(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n, n+n/4)
	}
	s = s[:n]
	clear(s)
	return s
}

// leadOf is what is drawn before a cluster, and its width.
func (m *marking) leadOf(i int) (lead string, look Look, cells int) {
	if i >= len(m.lead) || m.lead[i] == 0 {
		return "", Look{}, 0
	}
	mark := &m.marks[m.lead[i]-1]
	return mark.Lead, mark.Look, m.width[mark.Lead]
}

// lookOf is how a cluster is drawn.
func (m *marking) lookOf(i int) (Look, bool) {
	if i >= len(m.look) || m.look[i] == 0 {
		return Look{}, false
	}
	return m.marks[m.look[i]-1].Look, true
}
