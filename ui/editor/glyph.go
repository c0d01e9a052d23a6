package editor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// kind is what a cluster is to the editor.
type kind uint8

const (
	visible kind = iota // drawn as it is
	blank               // a space
	hard                // ends a line; a line feed is not drawn
	odd                 // something else is drawn in its place
)

// What is drawn for what has no look of its own, in a cell each but the tab.
const (
	tab       = "→ "
	lineEnd   = "↵"
	unseen    = "·" // no width, or a control character of C1
	malformed = "�"
	tooWide   = "…" // for the row
	base      = "◌" // under a mark that has none
	// The pictures of the control characters begin here (Control Pictures, U+2400).
	pictures = 0x2400
)

// measure is the first cluster of a text that is not empty: its bytes, the cells
// of its glyph, and what it is.
func measure(s string) (size, cells int, k kind) {
	if c := s[0]; ' ' <= c && c < 0x7f && (len(s) == 1 || s[1] < utf8.RuneSelf) { // as most of English is
		if c == ' ' {
			return 1, 1, blank
		}
		return 1, 1, visible
	}
	if surrogate(s) {
		return 3, 1, odd
	}
	cluster, cells := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if n := valid(cluster); n == 0 {
		return 1, 1, odd
	} else if n < len(cluster) {
		cluster, cells = ansi.FirstGraphemeCluster(cluster[:n], ansi.GraphemeWidth)
	}
	size = len(cluster)
	r, _ := utf8.DecodeRuneInString(cluster)
	switch {
	case cluster == "\n":
		return 1, 0, hard
	case r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029':
		return size, 1, hard
	case r == '\t':
		return size, 2, odd
	case r == ' ' && size == 1:
		return 1, 1, blank
	case cells == 0, unicode.IsControl(r), r == '\u00ad', !independent(r) && clings(cluster):
		return size, 1, odd
	}
	return size, cells, visible
}

// independent reports, quickly, of most of what Chinese is written with that it is
// no mark of something else.
func independent(r rune) bool {
	return '\u3400' <= r && r <= '\u9fff' || '\uff01' <= r && r <= '\uff60' || '\u3001' <= r && r <= '\u3029'
}

// clings reports whether a cluster would be drawn as one with the glyph beside it,
// as a mark at the beginning of a line would be.
func clings(cluster string) bool {
	before, _ := ansi.FirstGraphemeCluster("x"+cluster, ansi.GraphemeWidth)
	behind, _ := ansi.FirstGraphemeCluster(cluster+"x", ansi.GraphemeWidth)
	return len(before) > 1 || len(behind) > len(cluster)
}

// valid is how many bytes of a text are UTF-8, up to the first that is not.
func valid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], malformed) {
			return i
		}
	}
	return len(s)
}

// surrogate reports whether a text begins with half a character of UTF-16, as it
// may stand in a file of JSON: three bytes that are no UTF-8.
func surrogate(s string) bool {
	return len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 && s[1] <= 0xbf && s[2]&0xc0 == 0x80
}

// glyph is what is drawn of a cluster of a kind.
func glyph(cluster string, k kind) string {
	switch {
	case cluster == "\n":
		return ""
	case k == hard:
		return lineEnd
	case k != odd:
		return cluster
	}
	r, size := utf8.DecodeRuneInString(cluster)
	switch {
	case r == utf8.RuneError && size == 1:
		return malformed
	case r == '\t':
		return tab
	case r < ' ':
		return string(pictures + r)
	case r == 0x7f:
		return "␡"
	}
	marked, cells := ansi.FirstGraphemeCluster(base+cluster, ansi.GraphemeWidth)
	if marked == base+cluster && cells == 1 && !clings(marked) {
		return marked
	}
	return unseen
}
