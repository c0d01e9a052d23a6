package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"logto-twilio/ui/i18n"
)

// Main runs the program with the arguments after its name, and returns its exit code.
func Main(args []string, env Env) int {
	a := &app{env, i18n.In(language(args, env))}
	out := a.watch()
	root := a.newRoot()
	root.SetArgs(args)
	root.SetIn(a.In)
	root.SetOut(a.Out)
	root.SetErr(a.Err)
	ran, err := root.ExecuteContextC(context.Background())
	if err == nil {
		err = a.mistypedHelp(ran)
	}
	var f *failure
	switch {
	case err == nil || errors.As(err, &f):
	case out.lost != nil: // cobra itself could not write
	default: // an error of cobra's own
		f = &failure{said: i18n.Message{Message: err.Error(), Hint: a.T("cli.see-help", "command", root.Name())}, exit: exitUsage}
	}
	if j := unwritten(ran, args); f != nil && j != nil {
		_ = j.write(f)
	}
	return max(a.printFailure(f), a.printFailure(a.outputFailure(out, f)))
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

// newRoot is the command without a name: the walk.
func (a *app) newRoot() *cobra.Command {
	c := &walkCommand{app: a}
	cmd := &cobra.Command{
		Use:           "logto-twilio [FILE]",
		Short:         a.T("cli.short"),
		Long:          a.T("cli.long"),
		Example:       a.T("cli.examples"),
		Args:          cobra.ArbitraryArgs,
		Version:       builtIn().String(),
		SilenceErrors: true,
		SilenceUsage:  true,
		// Where none of the commands fits, the shell goes on with its files. To ask it
		// for those ending in .json would make it take the commands for such endings.
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return a.checkLang(cmd) },
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				c.file = args[0]
			}
			if err := a.checkWord(cmd, c.file); err != nil {
				return err
			}
			if len(args) > 1 {
				return a.usageError("cli.too-many", "n", len(args))
			}
			return c.run()
		},
	}
	cmd.Flags().AddFlagSet(c.flags())
	for _, add := range commands {
		cmd.AddCommand(add(a))
	}
	a.setUp(cmd)
	return cmd
}

// setUp gives the root what all commands share: --lang and --help, and words in
// the printer's language where cobra's are English.
func (a *app) setUp(root *cobra.Command) {
	root.PersistentFlags().String("lang", "", a.T("flag.lang"))
	root.PersistentFlags().BoolP("help", "h", false, a.T("flag.help"))
	root.InitDefaultVersionFlag()
	root.Flags().Lookup("version").Usage = a.T("flag.version")
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(a.newHelp())
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		if a.mistypedHelp(cmd) == nil { // else Main says so
			a.writeHelp(cmd)
		}
	})
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return a.flagError(cmd, err) })
	completeFlags(root)
	for _, cmd := range append(root.Commands(), root) {
		cmd.Flags().SortFlags = false
		cmd.Flags().VisitAll(nameValue)
	}
	root.PersistentFlags().VisitAll(nameValue)
}

// checkLang refuses a language that is none of ours.
func (a *app) checkLang(cmd *cobra.Command) error {
	lang := cmd.Flag("lang").Value.String()
	if _, ok := i18n.ParseLang(lang); lang != "" && !ok {
		return a.usageError("cli.lang", "lang", typed(lang))
	}
	return nil
}
