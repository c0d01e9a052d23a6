package cli

import (
	"github.com/spf13/cobra"

	"logto-twilio/ui/i18n"
)

// completeFile lets the shell offer configuration files, for the first argument.
func completeFile(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return completeFiles(nil, nil, "")
}

// completeFiles lets the shell offer configuration files, for every argument.
func completeFiles(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return []cobra.Completion{"json"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeValues lets the shell offer these values for a flag, and no files.
func completeValues(cmd *cobra.Command, flag string, values ...cobra.Completion) {
	// The only error is that of a flag that does not exist: a test finds it.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// completeFlags lets the shell offer what the flags of the walk take.
func completeFlags(root *cobra.Command) {
	completeValues(root, "lang", string(i18n.English), string(i18n.Chinese))
	completeValues(root, "twilio-url")
	_ = root.MarkFlagFilename("output", "json")
}
