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

// whole draws a line after a sign of two cells. A long line is broken, never cut: two
// SIDs may differ in their last digit.
func whole(style lipgloss.Style, sign, line string, width int) string {
	rows := lines.Exact(lines.Tabs(line), width-4)
	for i, row := range rows {
		if rows[i] = style.Render(sign + row); i > 0 { // one by one: together lipgloss would pad them to the widest
			rows[i] = style.Render("    " + row)
		}
	}
	return strings.Join(rows, "\n")
}

// middle cuts out the middle of a SID: its beginning says what it is, its end which.
func middle(s string, width int) string {
	if len(s) <= width || width < 5 {
		return s
	}
	head := (width - 1) / 2
	return s[:head] + "…" + s[len(s)-(width-1-head):]
}

// column is a text and its width in cells.
type column struct {
	text  string
	width int
}

// beside puts columns next to one another, each cut to the height. lipgloss would wrap
// them again in every frame, which takes nearly half of the time of a frame.
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
				line += ansi.ResetStyle // a style must not run into the next column
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

// framed puts a frame around lines of at most width cells, with a text in its upper
// and its lower edge. lipgloss would take a third of the time of a key for it.
func framed(style lipgloss.Style, lines []string, width int, above, below string) string {
	edge := func(left, text, right string) string {
		return style.Render(left + strings.Repeat("─", max(width-lipgloss.Width(text), 0)) + text + right)
	}
	side := style.Render("│")
	all := []string{edge("╭", above, "╮")}
	for _, line := range lines {
		all = append(all, side+line+strings.Repeat(" ", max(width-lipgloss.Width(line), 0))+side)
	}
	return strings.Join(append(all, edge("╰", below, "╯")), "\n")
}

// oneLine puts a text into one line.
func oneLine(s string) string {
	return strings.NewReplacer("\r\n", " ⏎ ", "\n", " ⏎ ", "\r", " ⏎ ", "\t", " ").Replace(s)
}

// clickable makes a text a link, in terminals that know OSC 8.
func clickable(style lipgloss.Style, text, url string) string {
	return style.Underline(true).Hyperlink(url).Render(text)
}
