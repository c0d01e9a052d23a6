package lines

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Exact breaks a text of one line into lines of at most width cells such that they
// are the text when they are joined: no blank is left out where a line ends. It
// breaks where Unicode allows it, and a word that is too long anywhere; a character
// that is wider than width has a line of its own.
func Exact(s string, width int) []string {
	width = max(width, 1)
	var out []string
	var line strings.Builder
	used, state := 0, -1
	add := func(part string, w int) {
		if used > 0 && used+w > width {
			out = append(out, line.String())
			line.Reset()
			used = 0
		}
		line.WriteString(part)
		used += w
	}
	for s != "" {
		var part string
		part, s, _, state = word(s, state, width, false)
		if w := ansi.StringWidth(part); w <= width {
			add(part, w)
			continue
		}
		for rest, at := part, -1; rest != ""; {
			var cluster string
			cluster, rest, _, at = uniseg.FirstGraphemeClusterInString(rest, at)
			add(cluster, ansi.StringWidth(cluster))
		}
	}
	return append(out, line.String())
}

// Tabs shows each tab of a text as an arrow and a blank: a terminal makes of it as
// many cells as it likes, or none.
func Tabs(s string) string { return strings.ReplaceAll(s, "\t", "→ ") }
