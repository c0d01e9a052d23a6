package editor

import (
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// text is a string cut into grapheme clusters, and where Unicode allows a line to
// be broken. A change measures anew what stands around it, and no more.
type text struct {
	s        string
	clusters []cluster
	segments []segment
}

// cluster is a grapheme cluster of a text.
type cluster struct {
	at    int // the offset of its first byte
	cells int // the width of its glyph
	kind  kind
}

// segment is a part of a text that UAX #14 does not break.
type segment struct {
	end   int // the offset behind its last byte
	state int // what uniseg wants to know for the next one
}

func newText(s string) *text {
	t := &text{}
	t.replace(0, 0, s)
	return t
}

// len is the number of clusters.
func (t *text) len() int { return len(t.clusters) }

// offset is where the i-th cluster begins, the text's end behind the last one.
func (t *text) offset(i int) int {
	if i >= len(t.clusters) {
		return len(t.s)
	}
	return t.clusters[i].at
}

// index is the first cluster that begins at or behind an offset.
func (t *text) index(offset int) int {
	return sort.Search(len(t.clusters), func(i int) bool { return t.clusters[i].at >= offset })
}

// cluster is the i-th cluster as it is written.
func (t *text) cluster(i int) string { return t.s[t.offset(i):t.offset(i+1)] }

// replace puts a text in the place of the bytes between two offsets.
func (t *text) replace(from, to int, by string) {
	t.s = t.s[:from] + by + t.s[to:]
	t.cut(from, to, len(by)-(to-from))
	t.segment(from, to, len(by)-(to-from))
}

// cut finds the clusters of a text whose bytes between from and to were replaced and
// became so many more. Whether a cluster begins somewhere depends on what is
// before and on the one character behind (UAX #29), so it starts a little before
// the change, for bytes of a character that was none may be one now; and once a
// cluster begins where one began before, the others do as well.
func (t *text) cut(from, to, more int) {
	keep := max(t.index(from)-utf8.UTFMax, 0)
	at := 0
	if keep < len(t.clusters) {
		at = t.clusters[keep].at
	}
	old := t.index(to)
	found := make([]cluster, 0, max(more, 0)/2+8)
	for at < len(t.s) {
		for old < len(t.clusters) && t.clusters[old].at+more < at {
			old++
		}
		if old < len(t.clusters) && t.clusters[old].at+more == at {
			break
		}
		size, cells, kind := measure(t.s[at:])
		found = append(found, cluster{at, cells, kind})
		at += size
	}
	if at >= len(t.s) {
		old = len(t.clusters)
	}
	for i := old; i < len(t.clusters); i++ {
		t.clusters[i].at += more
	}
	t.clusters = slices.Replace(t.clusters, keep, old, found...)
}

// segment is cut for line breaks. Whether one is allowed depends on two
// characters behind it, which is why it starts as many segments before the change
// and more, and on a state, which must be the old one too before the rest is kept.
func (t *text) segment(from, to, more int) {
	keep := max(sort.Search(len(t.segments), func(i int) bool { return t.segments[i].end >= from })-utf8.UTFMax-1, 0)
	at, state := 0, -1
	if keep > 0 {
		at, state = t.segments[keep-1].end, t.segments[keep-1].state
	}
	old := sort.Search(len(t.segments), func(i int) bool { return t.segments[i].end >= to })
	var found []segment
	for at < len(t.s) {
		var part string
		part, _, _, state = uniseg.FirstLineSegmentInString(t.s[at:], state)
		at += len(part)
		found = append(found, segment{at, state})
		for old < len(t.segments) && t.segments[old].end+more < at {
			old++
		}
		if old < len(t.segments) && t.segments[old] == (segment{at - more, state}) {
			old++ // found again
			break
		}
	}
	if at >= len(t.s) {
		old = len(t.segments)
	}
	for i := old; i < len(t.segments); i++ {
		t.segments[i].end += more
	}
	t.segments = slices.Replace(t.segments, keep, old, found...)
}
