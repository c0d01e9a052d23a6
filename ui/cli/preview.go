package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/lines"
)

// previewCommand shows messages.
type previewCommand struct {
	*app
	file   string
	code   string
	json   bool
	report previewReport
}

// previewReport has the templates of a file, as --json writes them.
type previewReport struct {
	Templates []preview `json:"templates"`
	ended
}

// preview is a template as its reader gets it; the tags are those of --json.
type preview struct {
	UsageType  jsonText     `json:"usageType"`
	Body       jsonText     `json:"body"`
	Encoding   sms.Encoding `json:"encoding"`
	Segments   int          `json:"segments"`
	Characters int          `json:"characters"`
}

// jsonText is a text of a configuration, which may hold what UTF-8 cannot: a
// lone surrogate, written as an escape.
type jsonText string

// MarshalJSON writes the text as JSON.
func (t jsonText) MarshalJSON() ([]byte, error) { return []byte(jsondoc.Quote(string(t))), nil }

// valid is the text with U+FFFD for half a character, as which it arrives.
func (t jsonText) valid() string { return strings.ToValidUTF8(string(t), "\ufffd") }

// newPreview is the command that shows messages.
func (a *app) newPreview() *cobra.Command {
	c := &previewCommand{app: a, report: previewReport{Templates: []preview{}}} // an empty list is no null
	cmd := a.onFile(a.command("preview", "FILE"), &c.file, c.run)
	cmd.Flags().StringVar(&c.code, "code", "123456", a.T("preview.flag.code"))
	a.documented(cmd, &c.json, &c.report)
	completeValues(cmd, "code")
	return cmd
}

// run shows each template of a file.
func (c *previewCommand) run(context.Context) error {
	data, err := c.readInput(c.file)
	if err != nil {
		return because(reasonFileUnreadable, c.failed(err))
	}
	doc := connector.Decode(data)
	if doc.Root == nil {
		var v judgement
		for _, p := range doc.Problems() {
			c.writeProblem(source{file: c.file}, p)
			v.add(c.findingOf(p))
		}
		return c.unreadable(v)
	}
	c.report.Templates = previewsOf(doc, c.code)
	if !c.json {
		c.writePreviews(c.report.Templates)
	}
	if len(c.report.Templates) == 0 {
		return because(reasonTemplateMissing, c.problemError("preview.none", "file", typed(c.file)))
	}
	return nil
}

// previewsOf renders and measures the templates of a document.
func previewsOf(doc *connector.Document, code string) []preview {
	previews := []preview{} // an empty list is no null
	for _, t := range doc.Config().Templates {
		body := t.Body(code)
		m := sms.MeasureText(body)
		previews = append(previews, preview{
			UsageType: jsonText(t.UsageType), Body: jsonText(body),
			Encoding: m.Encoding, Segments: m.Segments, Characters: m.Characters,
		})
	}
	return previews
}

// bubbleWidth is about that of a message on a phone.
const bubbleWidth = 48

// writePreviews shows messages: in bubbles on a terminal, else as plain text.
func (a *app) writePreviews(previews []preview) {
	for i, p := range previews {
		if i > 0 {
			fmt.Fprintln(a.Out)
		}
		name := cmp.Or(redact.Line(p.UsageType.valid(), 60), a.T("preview.no-type"))
		size := a.T("preview.size", "encoding", p.Encoding, "characters", p.Characters, "n", p.Segments)
		body := redact.Message(p.Body.valid())
		if a.Width == 0 {
			fmt.Fprintf(a.Out, "%s: %s\n%s\n", name, size, lines.Indent(body, "  "))
			continue
		}
		writeBubble(a.painted(), a.Width, name, body, size)
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
func (a *app) painted() io.Writer { return colorprofile.NewWriter(a.Out, a.Environ) }
