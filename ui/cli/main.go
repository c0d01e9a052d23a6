package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"logto-twilio/ui/i18n"
)

// failure is an error with what can be done about it and the exit code that it
// stands for.
type failure struct {
	said i18n.Said
	code int
}

func (f *failure) Error() string { return f.said.Message }

// Main runs the program with the arguments after its name, and returns its exit code.
func Main(args []string, env Env) int {
	lang := language(args, env)
	tr := i18n.In(lang)
	cmd := newRoot(env, tr)
	cmd.SetArgs(args)
	cmd.SetIn(env.In)
	cmd.SetOut(env.Out)
	cmd.SetErr(env.Err)
	err := cmd.ExecuteContext(context.Background())
	if err == nil {
		return exitOK
	}
	var f *failure
	if !errors.As(err, &f) { // cobra's own: a flag that does not exist, and the like
		f = &failure{i18n.Said{Message: err.Error(), Hint: tr.T("cli.see-help")}, exitUsage}
	}
	if f.said.Message != "" {
		fmt.Fprintln(env.Err, tr.T("cli.error", "message", f.said.Message))
	}
	if f.said.Hint != "" {
		fmt.Fprintln(env.Err, "  "+f.said.Hint)
	}
	return f.code
}

// language is that of --lang, else that of the environment. It is needed before
// the flags are parsed, for the help and for what is wrong with a flag.
func language(args []string, env Env) i18n.Lang {
	flags := newFlags(&options{}, i18n.Printer{})
	flags.ParseErrorsAllowlist.UnknownFlags = true
	flags.BoolP("help", "h", false, "") // or parsing would end there
	_ = flags.Parse(args)
	if l, ok := i18n.ParseLang(flags.Lookup("lang").Value.String()); ok {
		return l
	}
	return i18n.FromEnvironment(env.Getenv)
}

// usageError is wrong usage, in a sentence of ui/i18n with its hint.
func usageError(tr i18n.Printer, key string, args ...any) error {
	return &failure{i18n.Said{Message: tr.T(key, args...), Hint: tr.T(key+".hint", args...)}, exitUsage}
}

// newRoot is the command without a name: the walk.
func newRoot(env Env, tr i18n.Printer) *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:           "logto-twilio [FILE]",
		Short:         tr.T("cli.short"),
		Long:          tr.T("cli.long"),
		Example:       tr.T("cli.examples"),
		Args:          cobra.ArbitraryArgs,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(_ *cobra.Command, args []string) error {
			o.file = ""
			if len(args) > 1 {
				return usageError(tr, "cli.too-many", "n", len(args))
			}
			if len(args) == 1 {
				o.file = args[0]
			}
			return runWalk(env, tr, o)
		},
	}
	cmd.CompletionOptions.DisableDefaultCmd = true
	cmd.SetHelpCommand(&cobra.Command{Hidden: true, Use: "no-help"})
	cmd.Flags().AddFlagSet(newFlags(&o, tr))
	for _, add := range commands {
		cmd.AddCommand(add(env, tr))
	}
	localize(cmd, tr)
	return cmd
}
