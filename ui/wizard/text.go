package wizard

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"logto-twilio/ui/lines"
)

// wrap breaks plain text into lines of at most width cells.
func wrap(s string, width int) string { return lines.Wrap(s, width) }

// cut shortens a line to width cells with an ellipsis.
func cut(s string, width int) string {
	return ansi.Truncate(s, max(width, 0), "…")
}

// whole draws a line behind a sign of two cells and breaks it where it is too long,
// so that nothing of it is hidden: two SIDs may differ in their last digit.
func whole(style lipgloss.Style, sign, line string, width int) string {
	rows := lines.Exact(lines.Tabs(line), width-4)
	for i, row := range rows {
		if rows[i] = style.Render(sign + row); i > 0 { // each for itself: several would be filled up to the widest
			rows[i] = style.Render("    " + row)
		}
	}
	return strings.Join(rows, "\n")
}

// middle shortens a SID in its middle, so that its kind and its end show.
func middle(s string, width int) string {
	if len(s) <= width || width < 5 {
		return s
	}
	head := (width - 1) / 2
	return s[:head] + "…" + s[len(s)-(width-1-head):]
}

// column is a text, and how many cells it takes beside others.
type column struct {
	text  string
	width int
}

// beside puts columns next to one another, so many lines of each. Blocks of
// lipgloss would be wrapped anew at every frame, for nearly half of its time.
func beside(height int, columns ...column) string {
	lines := make([]strings.Builder, height)
	for i, c := range columns {
		text := strings.Split(c.text, "\n")
		for y := range lines {
			var line string
			if y < len(text) {
				line = cut(text[y], c.width)
			}
			if strings.Contains(line, "\x1b") && !strings.HasSuffix(line, ansi.ResetStyle) {
				line += ansi.ResetStyle // a style ends with its line
			}
			lines[y].WriteString(line)
			if i < len(columns)-1 {
				lines[y].WriteString(strings.Repeat(" ", c.width-lipgloss.Width(line)))
			}
		}
	}
	all := make([]string, height)
	for y := range lines {
		all[y] = lines[y].String()
	}
	return strings.Join(all, "\n")
}

// oneLine shows a text that may have line ends in one line.
func oneLine(s string) string {
	return strings.NewReplacer("\r\n", " ⏎ ", "\n", " ⏎ ", "\r", " ⏎ ", "\t", " ").Replace(s)
}

// link makes a text clickable where the terminal knows OSC 8.
func clickable(style lipgloss.Style, text, url string) string {
	return style.Underline(true).Hyperlink(url).Render(text)
}
