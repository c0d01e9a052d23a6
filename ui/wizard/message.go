package wizard

import (
	"strings"

	"logto-twilio/connector/redact"
)

// bubble is a message as a phone shows it, and of a long one no more than the
// screen holds: it is drawn anew at every key.
func (s *session) bubble(body string) string {
	width := min(s.width-2, 46)
	lines := strings.Split(wrap(redact.Text(body, s.height*width), width-4), "\n")
	if len(lines) > s.height {
		lines = lines[:s.height]
	}
	return s.styles.Bubble.Render(strings.Join(lines, "\n"))
}
