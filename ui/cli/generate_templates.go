package cli

import (
	"slices"
	"strconv"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// makeTemplates are the templates of the preset as the flags change them, one after
// the other: a text takes the place of the one of its usage type or comes last,
// and an empty one takes that away. It notes in from what they come from.
func (o generateOptions) makeTemplates(tr i18n.Printer, from source) ([]connector.Template, error) {
	var templates []connector.Template
	for _, u := range connector.Preset(o.preset).UsageTypes() {
		text := connector.DefaultText(u, connector.TextLanguage(o.lang))
		templates = append(templates, connector.Template{UsageType: u, Content: text})
	}
	texts := make(map[connector.UsageType]bool) // those of a flag
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
		texts[t.UsageType] = true
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
	o.name(from, templates, texts)
	return templates, nil
}

// name notes which flags the templates come from, those of some usage types from
// flags of their own.
func (o generateOptions) name(from source, templates []connector.Template, texts map[connector.UsageType]bool) {
	preset := "--preset " + o.preset
	from.given["/templates"] = preset
	if len(texts) > 0 { // which may have taken one away
		from.given["/templates"] = preset + " --template"
	}
	for i, t := range templates {
		flag := preset
		if texts[t.UsageType] {
			flag = "--template " + typed(string(t.UsageType))
		}
		from.given["/templates/"+strconv.Itoa(i)] = flag
	}
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
