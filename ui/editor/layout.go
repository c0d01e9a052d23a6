package editor

import "sort"

// layout is a text in rows. A row keeps its last cell free for the cursor, and for
// a blank or the end of the line, so that neither ever stands outside.
type layout struct {
	rows  []int // the first cluster of each row; there is always one row
	width int   // of a row, in cells, 2 at least
}

// limit is how many cells of a row are for text.
func (l *layout) limit() int { return l.width - 1 }

// end is the cluster behind the last one of a row, of a text of n.
func (l *layout) end(row, n int) int {
	if row+1 < len(l.rows) {
		return l.rows[row+1]
	}
	return n
}

// row is the row that a cluster stands in.
func (l *layout) row(i int) int {
	return max(sort.Search(len(l.rows), func(r int) bool { return l.rows[r] > i })-1, 0)
}

// fill breaks a text into rows of width cells. cells is the width of a cluster with
// what is drawn before it.
func (l *layout) fill(t *text, width int, cells func(i int) int) {
	l.width = max(width, 2)
	l.rows = append(l.rows[:0], 0)
	used, seg := 0, 0
	chance, taken := 0, 0 // the last cluster that a row may begin with, and the cells before it
	start := func(i, x int) {
		l.rows = append(l.rows, i)
		used, chance = x, i
	}
	for i, c := range t.clusters {
		for seg < len(t.segments) && t.segments[seg].end <= c.at {
			if t.segments[seg].end == c.at {
				chance, taken = i, used
			}
			seg++
		}
		w := cells(i)
		most := l.limit()
		if c.kind == blank {
			most = l.width
		}
		switch {
		case used == 0, used+w <= most && (c.kind != hard || used <= l.limit()):
		case c.kind == blank, c.kind == hard, chance == l.rows[len(l.rows)-1]:
			start(i, 0)
		default:
			start(chance, used-taken)
			if used+w > l.limit() && chance < i {
				start(i, 0) // what was taken along is as wide as a row
			}
		}
		used += w
		if c.kind == hard {
			start(i+1, 0)
		}
	}
	if used > l.limit() {
		start(t.len(), 0)
	}
}
