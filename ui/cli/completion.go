package cli

import (
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"
)

// shells write the completion script of a shell.
var shells = map[string]func(*cobra.Command, io.Writer) error{
	"bash":       func(c *cobra.Command, w io.Writer) error { return c.GenBashCompletionV2(w, true) },
	"zsh":        (*cobra.Command).GenZshCompletion,
	"fish":       func(c *cobra.Command, w io.Writer) error { return c.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
}

// newCompletion is the command that writes completion scripts.
func (a *app) newCompletion() *cobra.Command {
	names := slices.Sorted(maps.Keys(shells))
	cmd := a.command("completion", "SHELL")
	cmd.ValidArgs = names
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return a.usageError("completion.no-shell", "shells", names)
		}
		write, ok := shells[args[0]]
		if !ok {
			return a.unknownWord(args[0], names, "completion.unknown", "shell", typed(args[0]), "shells", names)
		}
		if err := write(cmd.Root(), a.Out); err != nil {
			return a.failed(err)
		}
		return nil
	}
	return cmd
}
