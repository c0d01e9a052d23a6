package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/ui/i18n"
)

// generateOptions are what the command line says.
type generateOptions struct {
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
func newGenerate(env Env, tr i18n.Printer) *cobra.Command {
	var o generateOptions
	var disable bool
	cmd := &cobra.Command{
		Use:               "generate",
		Short:             tr.T("generate.short"),
		Long:              tr.T("generate.long"),
		Example:           tr.T("generate.examples"),
		Args:              noArguments(tr),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("disable-risk-check") {
				o.disableRiskCheck = &disable
			}
			return runGenerate(cmd.Context(), env, tr, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.accountSID, "account-sid", "", tr.T("generate.flag.account-sid"))
	f.StringVar(&o.serviceSID, "messaging-service-sid", "", tr.T("generate.flag.messaging-service-sid"))
	o.token.add(f, tr)
	f.StringVar(&o.host, "host", "", tr.T("generate.flag.host"))
	f.StringVar(&o.preset, "preset", string(connector.Portable), tr.T("generate.flag.preset"))
	f.StringVar(&o.lang, "template-lang", string(connector.English), tr.T("generate.flag.template-lang"))
	f.StringArrayVar(&o.templates, "template", nil, tr.T("generate.flag.template"))
	f.BoolVar(&disable, "disable-risk-check", false, tr.T("generate.flag.disable-risk-check"))
	o.output.add(f, tr)
	f.BoolVar(&o.forceInvalid, "force-invalid", false, tr.T("output.flag.force-invalid"))
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
func (o generateOptions) check(env Env, tr i18n.Printer) error {
	switch {
	case !slices.Contains(connector.Presets(), connector.Preset(o.preset)):
		return usageError(tr, "generate.preset", "preset", typed(o.preset), "presets", connector.Presets())
	case o.lang != string(connector.English) && o.lang != string(connector.Chinese):
		return usageError(tr, "generate.template-lang", "lang", typed(o.lang))
	case o.accountSID == "":
		return usageError(tr, "generate.no-account-sid")
	case o.serviceSID == "":
		return usageError(tr, "generate.no-messaging-service-sid")
	}
	if err := o.token.check(tr, ""); err != nil {
		return err
	}
	return o.output.check(env, tr, true)
}

// orVariable puts the value of a variable into a flag that was not given, and
// returns the name of the one that the value comes from.
func orVariable(env Env, value *string, flag, variable string) string {
	if *value != "" {
		return flag
	}
	*value = env.Getenv(variable)
	return variable
}

// orNone is nil for a flag that was not given, or left empty by a script.
func orNone(flag string) *string {
	if flag == "" {
		return nil
	}
	return &flag
}

// runGenerate makes a configuration and writes it.
func runGenerate(ctx context.Context, env Env, tr i18n.Printer, o generateOptions) error {
	from := source{given: map[string]string{
		"/host":                    "--host",
		"/accountSID":              orVariable(env, &o.accountSID, "--account-sid", environ.AccountSID),
		"/authToken":               o.token.name(),
		"/fromMessagingServiceSID": orVariable(env, &o.serviceSID, "--messaging-service-sid", environ.MessagingServiceSID),
	}}
	if err := o.check(env, tr); err != nil {
		return err
	}
	templates, err := o.makeTemplates(tr, from)
	if err != nil {
		return err
	}
	token, err := o.token.read(env, tr)
	if err != nil {
		return err
	}
	if token == "" {
		return missingToken(tr)
	}
	doc := connector.NewDocument(connector.Config{
		Host:       orNone(o.host),
		AccountSID: o.accountSID, AuthToken: token, FromMessagingServiceSID: o.serviceSID,
		DisableRiskCheck: o.disableRiskCheck, Templates: templates,
	})
	if err := admit(env, tr, from, doc, o.forceInvalid); err != nil {
		return err
	}
	return o.output.write(ctx, env, tr, product{data: doc.Bytes(), doc: doc, secret: true})
}
