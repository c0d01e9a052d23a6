package cli

import (
	"context"
	"encoding/json"
	"io"

	"github.com/spf13/cobra"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// stdin is the name under which a command reads standard input.
const stdin = "-"

// oneFile demands a single argument, the name of a file.
func oneFile(tr i18n.Printer) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usageError(tr, "cli.one-file", "n", len(args), "command", cmd.CommandPath())
		}
		return nil
	}
}

// onFile makes cmd a command that takes one argument, the name of a file, which it
// leaves in file before it runs run.
func onFile(tr i18n.Printer, cmd *cobra.Command, file *string, run func(ctx context.Context) error) *cobra.Command {
	cmd.Args = oneFile(tr)
	cmd.ValidArgsFunction = completeFile
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		*file = args[0]
		return run(cmd.Context())
	}
	return cmd
}

// noArguments refuses arguments.
func noArguments(tr i18n.Printer) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 0 {
			return usageError(tr, "cli.no-arguments", "command", cmd.CommandPath())
		}
		return nil
	}
}

// readInput reads a configuration file or, where it is named "-", standard input.
func readInput(env Env, name string) ([]byte, error) {
	if name != stdin {
		return export.Read(name)
	}
	data, err := io.ReadAll(io.LimitReader(env.In, jsondoc.MaxSize+1))
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
