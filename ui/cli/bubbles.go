package cli

import (
	"cmp"
	"fmt"
	"io"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"logto-twilio/connector/redact"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/lines"
)

// bubbleWidth is about that of a message on a phone.
const bubbleWidth = 48

// writePreviews shows messages: in bubbles on a terminal, else as plain text.
func writePreviews(env Env, tr i18n.Printer, previews []preview) {
	for i, p := range previews {
		if i > 0 {
			fmt.Fprintln(env.Out)
		}
		name := cmp.Or(redact.Line(p.UsageType.valid(), 60), tr.T("preview.no-type"))
		size := tr.T("preview.size", "encoding", p.Encoding, "characters", p.Characters, "n", p.Segments)
		body := redact.Message(p.Body.valid())
		if env.Width == 0 {
			fmt.Fprintf(env.Out, "%s: %s\n%s\n", name, size, lines.Indent(body, "  "))
			continue
		}
		writeBubble(painted(env), env.Width, name, body, size)
	}
}

// writeBubble shows one message as a phone does.
func writeBubble(w io.Writer, width int, name, body, size string) {
	plain := lipgloss.NewStyle()
	bubble := plain.Border(lipgloss.RoundedBorder()).BorderForeground(lipgloss.Cyan).Padding(0, 1)
	const frame = 4 // border and blanks at both sides
	body = lines.Wrap(body, max(min(width, bubbleWidth)-frame, 1))
	fmt.Fprintf(w, "%s\n%s\n%s\n", plain.Bold(true).Render(name), bubble.Render(body), plain.Faint(true).Render(size))
}

// painted is standard output for text with colours, of which it keeps as many as
// the terminal has and NO_COLOR allows, and none where it is no terminal.
func painted(env Env) io.Writer { return colorprofile.NewWriter(env.Out, env.Environ) }
