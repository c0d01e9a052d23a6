package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/ui/i18n"
)

// newSchema is the command that writes the JSON Schema.
func newSchema(env Env, tr i18n.Printer) *cobra.Command {
	return &cobra.Command{
		Use:               "schema",
		Short:             tr.T("schema.short"),
		Long:              tr.T("schema.long"),
		Example:           tr.T("schema.examples"),
		Args:              noArguments(tr),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			if err := writeJSON(env.Out, connector.Schema(describer(tr))); err != nil {
				return &failure{tr.Failure(err), exitProblem}
			}
			return nil
		},
	}
}

// describer says what the parts of a configuration are for. The words about a
// usage type are those of the walk.
func describer(tr i18n.Printer) func(part string) string {
	usage := make(map[string]bool)
	for _, u := range connector.UsageTypes() {
		usage[string(u)] = true
	}
	return func(part string) string {
		switch {
		case part == "":
			return tr.T("schema.title")
		case usage[part]:
			return tr.T("usage." + strings.ToLower(part))
		}
		return tr.T("schema.key." + part)
	}
}
