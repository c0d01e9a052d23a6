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
	cmd := onFile(tr, &cobra.Command{
		Use:     "preview FILE",
		Short:   tr.T("preview.short"),
		Long:    tr.T("preview.long"),
		Example: tr.T("preview.examples"),
	}, &o.file, func(context.Context) error { return runPreview(env, tr, o) })
	cmd.Flags().StringVar(&o.code, "code", "123456", tr.T("preview.flag.code"))
	cmd.Flags().BoolVar(&o.json, "json", false, tr.T("preview.flag.json"))
	completeValues(cmd, "code")
	return cmd
}

// runPreview shows each template of a file.
func runPreview(env Env, tr i18n.Printer, o previewOptions) error {
	previews, err := readPreviews(env, tr, o)
	if o.json { // a list, however it ends
		if e := writeJSON(env.Out, previews); e != nil {
			return failed(tr, e)
		}
	} else {
		writePreviews(env, tr, previews)
	}
	if err == nil && len(previews) == 0 {
		return &failure{i18n.Said{Message: tr.T("preview.none"), Hint: tr.T("preview.none.hint", "file", typed(o.file))}, exitProblem}
	}
	return err
}

// readPreviews renders the templates of the file that was named. Where there is no
// reading it they are none.
func readPreviews(env Env, tr i18n.Printer, o previewOptions) ([]preview, error) {
	data, err := readInput(env, o.file)
	if err != nil {
		return []preview{}, failed(tr, err)
	}
	doc := connector.Decode(data)
	if doc.Root == nil {
		for _, p := range doc.Problems() {
			writeProblem(env, tr, source{file: o.file}, p)
		}
		return []preview{}, &failure{code: exitProblem}
	}
	return previewsOf(doc, o.code), nil
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
