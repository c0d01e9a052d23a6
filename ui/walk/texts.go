package walk

import (
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/i18n"
)

// Body is the text of a template as a person receives it.
func Body(t connector.Template) string {
	return t.Body(TestCode)
}

// TemplateProblems are the problems of each template, in their order, those of a
// type that has an earlier one among them.
func (w *Walk) TemplateProblems() [][]problem.Problem {
	all := make([][]problem.Problem, len(w.Templates))
	first := map[connector.UsageType]int{} // 1-based
	for i, t := range w.Templates {
		if n := first[t.UsageType]; n > 0 {
			all[i] = []problem.Problem{{Severity: problem.Warning, Code: problem.DuplicateUsageType,
				Args: problem.Args{"usageType": string(t.UsageType), "first": n}}}
		} else {
			first[t.UsageType] = i + 1
		}
		all[i] = append(all[i], connector.CheckTemplate(t)...)
	}
	return all
}

// Meant is the usage type that was probably meant by one with these problems, ""
// where there is no telling.
func Meant(problems []problem.Problem) connector.UsageType {
	for _, p := range problems {
		if p.Code == problem.MisspeltUsageType {
			name, _ := p.Args["suggestion"].(string)
			return connector.UsageType(name)
		}
	}
	return ""
}

// Removable reports whether Logto does without the i-th template, or never uses it.
func (w *Walk) Removable(i int) bool {
	u := w.Templates[i].UsageType
	return w.indexOf(u) < i || !Required(u)
}

// IsDefault reports whether the i-th template has the text that the program would
// give it.
func (w *Walk) IsDefault(i int) bool {
	t := w.Templates[i]
	return t.Content == connector.DefaultText(t.UsageType, w.TextLanguage)
}

// Texts are the templates with the language of the default texts, to be restored.
type Texts struct {
	templates []connector.Template
	language  connector.TextLanguage
}

// Texts are those in hand.
func (w *Walk) Texts() Texts { return Texts{w.Templates, w.TextLanguage} }

// RestoreTexts takes back what was changed since.
func (w *Walk) RestoreTexts(t Texts) { w.Templates, w.TextLanguage = t.templates, t.language }

// OtherTexts is the language that the default texts are not in.
func (w *Walk) OtherTexts() connector.TextLanguage {
	if w.TextLanguage == connector.Chinese {
		return connector.English
	}
	return connector.Chinese
}

// UsageText says when a message of a type is sent.
func UsageText(p i18n.Printer, u connector.UsageType) string {
	if !slices.Contains(connector.UsageTypes(), u) {
		return p.T("usage.other")
	}
	return p.T("usage." + strings.ToLower(string(u)))
}

// SizeText is the size of a message: encoding, segments, room in the last one.
func SizeText(p i18n.Printer, m sms.Measure) string {
	key := "editor.counter"
	if m.Segments > 1 {
		key = "editor.counter-many"
	}
	return p.T(key, "encoding", m.Encoding, "n", m.Segments, "used", m.Used, "capacity", m.Capacity)
}
