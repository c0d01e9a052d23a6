package cli

import (
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// makeTemplates are the templates of the preset as the flags change them, one after
// the other: a text takes the place of the one of its usage type or comes last,
// and an empty one takes that away.
func (o generateOptions) makeTemplates(tr i18n.Printer) ([]connector.Template, error) {
	var templates []connector.Template
	for _, u := range connector.Preset(o.preset).UsageTypes() {
		text := connector.DefaultText(u, connector.TextLanguage(o.lang))
		templates = append(templates, connector.Template{UsageType: u, Content: text})
	}
	for _, flag := range o.templates {
		usage, value, found := strings.Cut(flag, "=")
		if !found || usage == "" {
			return nil, usageError(tr, "generate.template", "template", typed(flag))
		}
		content, err := templateText(tr, value)
		if err != nil {
			return nil, err
		}
		t := connector.Template{UsageType: connector.UsageType(usage), Content: content}
		at := slices.IndexFunc(templates, func(old connector.Template) bool { return old.UsageType == t.UsageType })
		switch {
		case value == "":
			templates = slices.DeleteFunc(templates, func(old connector.Template) bool { return old.UsageType == t.UsageType })
		case at < 0:
			templates = append(templates, t)
		default:
			templates[at] = t
		}
	}
	return templates, nil
}

// templateText is the text that a flag gives: its value or, behind an @, that of a
// file without its last line end. Two of them stand for the sign itself.
func templateText(tr i18n.Printer, value string) (string, error) {
	path, found := strings.CutPrefix(value, "@")
	if !found || strings.HasPrefix(path, "@") {
		return path, nil
	}
	data, err := export.Read(path)
	if err != nil {
		return "", &failure{tr.Failure(err), exitProblem}
	}
	return strings.TrimSuffix(strings.TrimSuffix(string(data), "\n"), "\r"), nil
}
