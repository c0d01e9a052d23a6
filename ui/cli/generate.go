package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/export"
)

// generateCommand makes a configuration without a question.
type generateCommand struct {
	*app
	host                   string
	accountSID, serviceSID string
	templates              []string
	preset                 string
	lang                   string
	disableRiskCheck       *bool // nil: not said
	forceInvalid           bool
	token                  tokenFlags
	output                 outputFlags
}

// newGenerate is the command that makes a configuration without a question.
func (a *app) newGenerate() *cobra.Command {
	c := &generateCommand{app: a}
	var disable bool
	cmd := a.command("generate", "")
	cmd = a.onNothing(cmd, func(ctx context.Context) error {
		if cmd.Flags().Changed("disable-risk-check") {
			c.disableRiskCheck = &disable
		}
		return c.run(ctx)
	})
	f := cmd.Flags()
	f.StringVar(&c.accountSID, "account-sid", "", a.T("generate.flag.account-sid"))
	f.StringVar(&c.serviceSID, "messaging-service-sid", "", a.T("generate.flag.messaging-service-sid"))
	c.token.add(a, f)
	f.StringVar(&c.host, "host", "", a.T("generate.flag.host"))
	f.StringVar(&c.preset, "preset", string(connector.Portable), a.T("generate.flag.preset"))
	f.StringVar(&c.lang, "template-lang", string(connector.English), a.T("generate.flag.template-lang"))
	f.StringArrayVar(&c.templates, "template", nil, a.T("generate.flag.template"))
	f.BoolVar(&disable, "disable-risk-check", false, a.T("generate.flag.disable-risk-check"))
	c.output.add(a, f)
	f.BoolVar(&c.forceInvalid, "force-invalid", false, a.T("output.flag.force-invalid"))
	completeValues(cmd, "account-sid")
	completeValues(cmd, "messaging-service-sid")
	completeValues(cmd, "host", connector.IrelandHost)
	completeValues(cmd, "preset", names(connector.Presets())...)
	completeValues(cmd, "template-lang", string(connector.English), string(connector.Chinese))
	completeValues(cmd, "template")
	return cmd
}

// names are values of a flag as texts.
func names[T ~string](values []T) []string {
	var all []string
	for _, v := range values {
		all = append(all, string(v))
	}
	return all
}

// check refuses what cannot be, before anything is read.
func (c *generateCommand) check() error {
	switch {
	case !slices.Contains(connector.Presets(), connector.Preset(c.preset)):
		return c.usageError("generate.preset", "preset", typed(c.preset), "presets", connector.Presets())
	case c.lang != string(connector.English) && c.lang != string(connector.Chinese):
		return c.usageError("generate.template-lang", "lang", typed(c.lang))
	case c.accountSID == "":
		return c.usageError("generate.no-account-sid")
	case c.serviceSID == "":
		return c.usageError("generate.no-messaging-service-sid")
	}
	if err := c.token.check(""); err != nil {
		return err
	}
	return c.output.check(true)
}

// orVariable puts the value of a variable into a flag that was not given, and
// returns the name of the one that the value comes from.
func (a *app) orVariable(value *string, flag, variable string) string {
	if *value != "" {
		return flag
	}
	*value = a.Getenv(variable)
	return variable
}

// orNone is nil for a flag that was not given, or left empty by a script.
func orNone(flag string) *string {
	if flag == "" {
		return nil
	}
	return &flag
}

// run makes a configuration and writes it.
func (c *generateCommand) run(ctx context.Context) error {
	from := source{given: map[string]string{
		"/host":                    "--host",
		"/accountSID":              c.orVariable(&c.accountSID, "--account-sid", environ.AccountSID),
		"/authToken":               c.token.name(),
		"/fromMessagingServiceSID": c.orVariable(&c.serviceSID, "--messaging-service-sid", environ.MessagingServiceSID),
	}}
	if err := c.check(); err != nil {
		return err
	}
	templates, err := c.makeTemplates(from)
	if err != nil {
		return err
	}
	token, err := c.token.read()
	if err != nil {
		return err
	}
	if token == "" {
		return c.missingToken()
	}
	doc := connector.NewDocument(connector.Config{
		Host:       orNone(c.host),
		AccountSID: c.accountSID, AuthToken: token, FromMessagingServiceSID: c.serviceSID,
		DisableRiskCheck: c.disableRiskCheck, Templates: templates,
	})
	if err := c.admit(from, doc, c.forceInvalid); err != nil {
		return err
	}
	return c.output.write(ctx, product{data: doc.Bytes(), doc: doc, secret: true})
}

// makeTemplates are the templates of the preset as the flags change them, one after
// the other: a text takes the place of the one of its usage type or comes last,
// and an empty one takes that away. It notes in from what they come from.
func (c *generateCommand) makeTemplates(from source) ([]connector.Template, error) {
	var templates []connector.Template
	for _, u := range connector.Preset(c.preset).UsageTypes() {
		text := connector.DefaultText(u, connector.TextLanguage(c.lang))
		templates = append(templates, connector.Template{UsageType: u, Content: text})
	}
	texts := make(map[connector.UsageType]bool) // those of a flag
	for _, flag := range c.templates {
		usage, value, found := strings.Cut(flag, "=")
		if !found || usage == "" {
			return nil, c.usageError("generate.template", "template", typed(flag))
		}
		content, err := c.templateText(value)
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
	c.name(from, templates, texts)
	return templates, nil
}

// name notes which flags the templates come from, those of some usage types from
// flags of their own.
func (c *generateCommand) name(from source, templates []connector.Template, texts map[connector.UsageType]bool) {
	preset := "--preset " + c.preset
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
func (a *app) templateText(value string) (string, error) {
	path, found := strings.CutPrefix(value, "@")
	if !found || strings.HasPrefix(path, "@") {
		return path, nil
	}
	data, err := export.Read(path)
	if err != nil {
		return "", a.failed(err)
	}
	return strings.TrimSuffix(strings.TrimSuffix(string(data), "\n"), "\r"), nil
}
