package cli

import (
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// stdin is the name under which a command reads standard input.
const stdin = "-"

// readInput reads a configuration file or, where it is named "-", standard input.
// In the demo it is the demo's own, or has the demo's account.
func (a *app) readInput(name string) ([]byte, error) {
	if a.demo == nil {
		return a.readReal(name)
	}
	if !a.demo.own {
		return a.demo.read(nil), nil
	}
	data, err := a.readReal(name)
	if err != nil {
		return nil, err
	}
	return a.demo.read(data), nil
}

// readReal is readInput outside the demo.
func (a *app) readReal(name string) ([]byte, error) {
	if name != stdin {
		return export.Read(name)
	}
	data, err := io.ReadAll(io.LimitReader(a.In, jsondoc.MaxSize+1))
	if err != nil {
		return nil, &export.ReadError{Kind: export.ReadFailed, Path: name, Err: err}
	}
	return data, nil
}

// writeJSON writes a value for machines, indented by two spaces.
func writeJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}

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
