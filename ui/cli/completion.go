package cli

import (
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/ui/i18n"
)

// shells write the completion script of a shell.
var shells = map[string]func(*cobra.Command, io.Writer) error{
	"bash":       func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) },
	"zsh":        (*cobra.Command).GenZshCompletion,
	"fish":       func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
}

// newCompletion is the command that writes completion scripts.
func newCompletion(env Env, tr i18n.Printer) *cobra.Command {
	names := slices.Sorted(maps.Keys(shells))
	return &cobra.Command{
		Use:       "completion SHELL",
		Short:     tr.T("completion.short"),
		Long:      tr.T("completion.long"),
		Example:   tr.T("completion.examples"),
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError(tr, "completion.no-shell", "shells", names)
			}
			write, ok := shells[args[0]]
			if !ok {
				return unknownShell(tr, args[0], names)
			}
			if err := write(cmd.Root(), env.Out); err != nil {
				return &failure{tr.Failure(err), exitProblem}
			}
			return nil
		},
	}
}

// unknownShell is the error of a shell that is none of ours.
func unknownShell(tr i18n.Printer, shell string, names []string) error {
	f := &failure{i18n.Message{
		Message: tr.T("completion.unknown", "shell", typed(shell)),
		Hint:    tr.T("completion.unknown.hint", "shells", names),
	}, exitUsage}
	if right, ok := connector.Closest(shell, names); ok {
		f.said.Hint = tr.T("cli.did-you-mean", "right", right)
	}
	return f
}
