package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/i18n"
)

// previewOptions are what the command line says.
type previewOptions struct {
	file string
	code string
	json bool
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
func newPreview(env Env, tr i18n.Printer) *cobra.Command {
	var o previewOptions
	doc := previewReport{Templates: []preview{}} // an empty list is no null
	cmd := onFile(tr, &cobra.Command{
		Use:     "preview FILE",
		Short:   tr.T("preview.short"),
		Long:    tr.T("preview.long"),
		Example: tr.T("preview.examples"),
	}, &o.file, func(context.Context) error { return runPreview(env, tr, o, &doc) })
	cmd.Flags().StringVar(&o.code, "code", "123456", tr.T("preview.flag.code"))
	documented(env, tr, cmd, &o.json, &doc, tr.T("preview.flag.json"))
	completeValues(cmd, "code")
	return cmd
}

// runPreview shows each template of a file, and notes them in shown.
func runPreview(env Env, tr i18n.Printer, o previewOptions, shown *previewReport) error {
	data, err := readInput(env, o.file)
	if err != nil {
		return because(reasonFileUnreadable, failed(tr, err))
	}
	doc := connector.Decode(data)
	if doc.Root == nil {
		var v judgement
		for _, p := range doc.Problems() {
			writeProblem(env, tr, source{file: o.file}, p)
			v.add(tr, p)
		}
		shown.Error = unreadable(tr, v)
		return &failure{code: exitProblem}
	}
	shown.Templates = previewsOf(doc, o.code)
	if !o.json {
		writePreviews(env, tr, shown.Templates)
	}
	if len(shown.Templates) == 0 {
		said := i18n.Message{Message: tr.T("preview.none"), Hint: tr.T("preview.none.hint", "file", typed(o.file))}
		return because(reasonTemplateMissing, &failure{said, exitProblem})
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
