// Package lines breaks text into lines for a terminal.
package lines

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Wrap breaks plain text into lines of at most width cells where Unicode allows
// it (UAX #14): between Chinese characters, but never before a full stop.
func Wrap(s string, width int) string {
	width = max(width, 1)
	var out, line strings.Builder
	used, state := 0, -1
	flush := func() {
		out.WriteString(strings.TrimRight(line.String(), " "))
		line.Reset()
		used = 0
	}
	for s != "" {
		var part string
		var must bool
		part, s, must, state = word(s, state, width)
		text := strings.TrimRight(part, "\r\n")
		w := ansi.StringWidth(strings.TrimRight(text, " "))
		if used > 0 && used+w > width {
			flush()
			out.WriteByte('\n')
		}
		for ansi.StringWidth(text) > width && w > width {
			head := ansi.Truncate(text, width, "")
			if head == "" {
				break
			}
			out.WriteString(head + "\n")
			text = text[len(head):]
			w = ansi.StringWidth(strings.TrimRight(text, " "))
		}
		line.WriteString(text)
		used += ansi.StringWidth(text)
		if must && s != "" {
			flush()
			out.WriteByte('\n')
		}
	}
	flush()
	return out.String()
}

// word is what a line is not broken within: what Unicode says, and ASCII up to
// its next blank or hyphen, so that /api/connectors stays whole where it fits.
func word(s string, state, width int) (part, rest string, must bool, next int) {
	part, rest, must, next = uniseg.FirstLineSegmentInString(s, state)
	for rest != "" && !must && glued(part[len(part)-1]) && glued(rest[0]) {
		more, after, end, following := uniseg.FirstLineSegmentInString(rest, next)
		if ansi.StringWidth(part+strings.TrimRight(more, " ")) > width {
			break
		}
		part, rest, must, next = part+more, after, end, following
	}
	return part, rest, must, next
}

// glued tells whether a byte of ASCII holds on to the one beside it.
func glued(b byte) bool { return b > ' ' && b < 0x7f && b != '-' }

// Indent puts a margin before every line of s but the empty ones.
func Indent(s, margin string) string {
	parts := strings.Split(s, "\n")
	for i, line := range parts {
		if line != "" {
			parts[i] = margin + line
		}
	}
	return strings.Join(parts, "\n")
}
