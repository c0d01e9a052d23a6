package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
)

// newSchema is the command that writes the JSON Schema.
func (a *app) newSchema() *cobra.Command {
	return a.onNothing(a.command("schema", ""), func(context.Context) error {
		if err := writeJSON(a.Out, connector.Schema(a.describer())); err != nil {
			return a.failed(err)
		}
		return nil
	})
}

// describer says what the parts of a configuration are for. The words about a
// usage type are those of the walk.
func (a *app) describer() func(part string) string {
	usage := make(map[string]bool)
	for _, u := range connector.UsageTypes() {
		usage[string(u)] = true
	}
	return func(part string) string {
		switch {
		case part == "":
			return a.T("schema.title")
		case usage[part]:
			return a.T("usage." + strings.ToLower(part))
		}
		return a.T("schema.key." + part)
	}
}
