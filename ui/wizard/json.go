package wizard

import (
	"strings"

	"logto-twilio/connector/redact"
)

// colourJSON colours a formatted JSON text: keys, strings, and the rest. The
// mask of the token stands out as what it is.
func (s *session) colourJSON(text string) string {
	var b strings.Builder
	for text != "" {
		i := strings.IndexByte(text, '"')
		if i < 0 {
			b.WriteString(s.literals(text))
			break
		}
		b.WriteString(s.literals(text[:i]))
		end := closing(text[i:])
		word := text[i : i+end]
		text = text[i+end:]
		switch {
		case strings.HasPrefix(strings.TrimLeft(text, " "), ":"):
			b.WriteString(s.styles.Accent.Render(word))
		case word == `"`+redact.Mask+`"`:
			b.WriteString(s.styles.Dim.Render(word))
		default:
			b.WriteString(s.styles.OK.Render(word))
		}
	}
	return b.String()
}

// literals colours true, false, null and numbers, which stand between strings.
func (s *session) literals(text string) string {
	if !strings.ContainsAny(text, "tfn0123456789") {
		return text
	}
	word := strings.Trim(text, " ,:[]{}\n\r\t")
	return strings.Replace(text, word, s.styles.Warn.Render(word), 1)
}

// closing is the length of the JSON string that text begins with.
func closing(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(text)
}
