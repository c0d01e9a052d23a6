package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"logto-twilio/ui/i18n"
)

// failure is an error with what can be done about it and the exit code that it
// stands for.
type failure struct {
	said i18n.Message
	code int
}

func (f *failure) Error() string { return f.said.Message }

// Main runs the program with the arguments after its name, and returns its exit code.
func Main(args []string, env Env) int {
	lang := language(args, env)
	tr := i18n.In(lang)
	out := watch(&env)
	cmd := newRoot(env, tr)
	cmd.SetArgs(args)
	cmd.SetIn(env.In)
	cmd.SetOut(env.Out)
	cmd.SetErr(env.Err)
	ran, err := cmd.ExecuteContextC(context.Background())
	if err == nil {
		err = mistypedHelp(tr, ran)
	}
	var f *failure
	switch {
	case err == nil || errors.As(err, &f):
	case out.lost != nil: // what cobra itself could not write
	default: // cobra's own, of which no command of ours knows
		f = &failure{i18n.Message{Message: err.Error(), Hint: tr.T("cli.see-help", "command", cmd.Name())}, exitUsage}
	}
	if j := unwritten(ran, args); f != nil && j != nil {
		_ = j.write(env, tr, f)
	}
	return max(report(env, tr, f), report(env, tr, outputFailure(tr, out, f)))
}

// report says what a command ends with, nil for nothing, and returns the exit code.
func report(env Env, tr i18n.Printer, f *failure) int {
	if f == nil {
		return exitOK
	}
	message := f.said.Message
	if message != "" {
		message = tr.T("cli.error", "message", message)
	}
	tell(env, message, f.said.Hint)
	return f.code
}

// language is that of --lang, else that of the environment. It is needed before
// the flags are parsed, for the help and for what is wrong with a flag.
func language(args []string, env Env) i18n.Lang {
	given := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if arg == "--lang" && i+1 < len(args) {
			given = args[i+1]
		} else if v, ok := strings.CutPrefix(arg, "--lang="); ok {
			given = v
		}
	}
	if l, ok := i18n.ParseLang(given); ok {
		return l
	}
	return i18n.FromEnvironment(env.Getenv)
}

// usageError is wrong usage, in a sentence of ui/i18n with its hint.
func usageError(tr i18n.Printer, key string, args ...any) error {
	return &failure{i18n.Message{Message: tr.T(key, args...), Hint: tr.T(key+".hint", args...)}, exitUsage}
}

// problemError is a problem of what a command works on, in a sentence of ui/i18n
// with its hint.
func problemError(tr i18n.Printer, key string, args ...any) error {
	return &failure{i18n.Message{Message: tr.T(key, args...), Hint: tr.T(key+".hint", args...)}, exitProblem}
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
		Version:       builtIn().String(),
		SilenceErrors: true,
		SilenceUsage:  true,
		// Where none of the commands fits, the shell goes on with its files. To ask it
		// for those ending in .json would make it take the commands for such endings.
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return checkLang(tr, cmd) },
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.file = args[0]
			}
			if err := checkWord(tr, cmd, o.file); err != nil {
				return err
			}
			if len(args) > 1 {
				return usageError(tr, "cli.too-many", "n", len(args))
			}
			return runWalk(env, tr, o)
		},
	}
	cmd.Flags().AddFlagSet(newFlags(&o, tr))
	for _, add := range commands {
		cmd.AddCommand(add(env, tr))
	}
	setUp(env, tr, cmd)
	return cmd
}

// setUp gives the root what all commands share: --lang and --help, and words in
// the printer's language where cobra's are English.
func setUp(env Env, tr i18n.Printer, root *cobra.Command) {
	root.PersistentFlags().String("lang", "", tr.T("flag.lang"))
	root.PersistentFlags().BoolP("help", "h", false, tr.T("flag.help"))
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = tr.T("flag.version")
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(newHelp(tr))
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		if mistypedHelp(tr, cmd) == nil { // else Main says so
			writeHelp(env, tr, cmd)
		}
	})
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return flagError(tr, cmd, err) })
	completeFlags(root)
	for _, cmd := range append(root.Commands(), root) {
		cmd.Flags().SortFlags = false
		cmd.Flags().VisitAll(nameValue)
	}
	root.PersistentFlags().VisitAll(nameValue)
}

// checkLang refuses a language that is none of ours.
func checkLang(tr i18n.Printer, cmd *cobra.Command) error {
	lang := cmd.Flag("lang").Value.String()
	if _, ok := i18n.ParseLang(lang); lang != "" && !ok {
		return usageError(tr, "cli.lang", "lang", typed(lang))
	}
	return nil
}
