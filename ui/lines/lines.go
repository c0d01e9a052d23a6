// Package lines breaks text into lines for a terminal.
package lines

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Wrap breaks plain text into lines of at most width cells where Unicode allows
// it (UAX #14): between Chinese characters, but never before a full stop.
func Wrap(s string, width int) string { return wrap(s, width, false) }

// Prose is Wrap for what is read as a whole and copied from: it never breaks what
// has no blank in it and is no Chinese, such as an address, nor a path that goes
// on in Chinese. What is wider than a line sticks out of its own.
func Prose(s string, width int) string { return wrap(s, width, true) }

// wrap breaks text; whole says that words stay so even where they do not fit.
func wrap(s string, width int, whole bool) string {
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
		part, s, must, state = word(s, state, width, whole)
		text := strings.TrimRight(part, "\r\n")
		full := ansi.StringWidth(text)
		w := full - blanksAtEnd(text)
		if used > 0 && used+w > width {
			flush()
			out.WriteByte('\n')
		}
		for !whole && full > width && w > width {
			head := ansi.Truncate(text, width, "")
			if head == "" {
				break
			}
			out.WriteString(head + "\n")
			text = text[len(head):]
			full = ansi.StringWidth(text)
			w = full - blanksAtEnd(text)
		}
		line.WriteString(text)
		used += full
		if must && s != "" {
			flush()
			out.WriteByte('\n')
		}
	}
	flush()
	return out.String()
}

// blanksAtEnd is how many blanks a text ends with.
func blanksAtEnd(text string) int { return len(text) - len(strings.TrimRight(text, " ")) }

// word is what a line is not broken within: what Unicode says, and ASCII up to
// its next blank or hyphen, so that /api/connectors stays whole where it fits;
// where words stay whole, up to the blank, whether it fits or not.
func word(s string, state, width int, whole bool) (part, rest string, must bool, next int) {
	part, rest, must, next = segment(s, state)
	holds := fits
	if whole {
		holds = belongs
	}
	for rest != "" && !must && holds(part, rest) {
		more, after, end, following := segment(rest, next)
		if !whole && ansi.StringWidth(part+strings.TrimRight(more, " ")) > width {
			break
		}
		part, rest, must, next = part+more, after, end, following
	}
	return part, rest, must, next
}

// segment is what Unicode does not break, but after a blank: before a slash it would
// not break there either, and a path begins with one.
func segment(s string, state int) (part, rest string, must bool, next int) {
	part, rest, must, next = uniseg.FirstLineSegmentInString(s, state)
	if i := strings.Index(part, " /"); i >= 0 {
		return part[:i+1], s[i+1:], false, -1
	}
	return part, rest, must, next
}

// fits reports whether rest may go on a word that is broken where it does not fit.
func fits(part, rest string) bool { return glued(part[len(part)-1]) && glued(rest[0]) }

// belongs reports whether rest goes on a word that stays whole. A sign of full width
// ends a path: Chinese has no blank there.
func belongs(part, rest string) bool {
	end, _ := utf8.DecodeLastRuneInString(part)
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case unicode.IsSpace(end), unicode.IsSpace(next):
		return false
	case strings.ContainsAny(part, `/\`):
		return !unicode.IsPunct(end) || end < utf8.RuneSelf
	}
	return end < utf8.RuneSelf && next < utf8.RuneSelf
}

// glued reports whether a byte of ASCII holds on to the one beside it.
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
