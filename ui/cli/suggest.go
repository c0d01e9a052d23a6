package cli

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/i18n"
)

// typed is a word of the command line as an error may repeat it: not long,
// harmless on a terminal, and without a token that went to the wrong place.
func typed(word string) string {
	return redact.Line(redact.Tokens(word, redact.Mask), 60)
}

// unknownWord is the failure of a word that is none of those that are known, with the
// texts key and key+".hint". Where one of them is similar, that is the hint.
func (a *app) unknownWord(word string, known []string, key string, args ...any) error {
	f := a.newFailure(exitUsage, key, args...)
	if right, ok := connector.Closest(word, known); ok {
		f.said.Hint = a.T("cli.did-you-mean", "right", right)
	}
	return f
}

// checkWord refuses a word of the walk that is no file and does not name one to
// be made: a mistyped command.
func (a *app) checkWord(root *cobra.Command, word string) error {
	if word == "" || strings.HasSuffix(word, ".json") {
		return nil
	}
	if _, err := os.Stat(word); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	f := a.newFailure(exitUsage, "cli.no-file", "file", typed(word))
	if right := similarCommand(root, word); right != "" {
		f.said.Hint = a.T("cli.did-you-mean", "right", right)
	}
	return f
}

// mistypedHelp is the error of a help that was wanted of a command that does not
// exist, once the flags of cmd are parsed. It is nil for every other.
func (a *app) mistypedHelp(cmd *cobra.Command) error {
	if wanted, _ := cmd.Flags().GetBool("help"); !wanted || cmd.HasParent() {
		return nil
	}
	return a.checkWord(cmd, cmd.Flags().Arg(0))
}

// similarCommand is the command that a word was meant to be, or the flag that has
// its name; "" where it is like none.
func similarCommand(root *cobra.Command, word string) string {
	if f := root.Flags().Lookup(word); f != nil && f.Value.Type() == "bool" {
		return root.Name() + " --" + f.Name
	}
	root.SuggestionsMinimumDistance = min(2, len(word)/2) // two letters of two are another word
	similar := root.SuggestionsFor(word)
	if len(similar) == 0 {
		return ""
	}
	return root.Name() + " " + similar[0]
}

// flagError puts what is wrong with a flag into words.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	if !cmd.HasParent() { // the flag may be that of a mistyped command
		if err := a.checkWord(cmd, cmd.Flags().Arg(0)); err != nil {
			return err
		}
	}
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	f := &failure{said: i18n.Message{Hint: a.T("cli.see-help", "command", cmd.CommandPath())}, exit: exitUsage}
	switch {
	case errors.As(err, &unknown):
		flag, right := unknownFlag(cmd, unknown)
		f.said.Message = a.T("cli.unknown-flag", "flag", flag)
		if right != "" {
			f.said.Hint = a.T("cli.did-you-mean", "right", right)
		}
	case errors.As(err, &missing):
		f.said.Message = a.T("cli.flag-without-value", "flag", "--"+missing.GetFlag().Name)
	case errors.As(err, &invalid):
		f.said.Message = a.T("cli.flag-value", "flag", "--"+invalid.GetFlag().Name, "value", typed(invalid.GetValue()))
		if invalid.GetFlag().Value.Type() == "duration" {
			f.said.Hint = a.T("cli.flag-duration.hint")
		}
	case errors.As(err, &syntax):
		f.said.Message = a.T("cli.flag-syntax", "flag", typed(syntax.GetSpecifiedFlag()))
	default:
		f.said.Message = err.Error()
	}
	return f
}

// unknownFlag is a flag that does not exist as it was written, and the one that
// it was meant to be, "" where it is like none.
func unknownFlag(cmd *cobra.Command, err *pflag.NotExistError) (written, right string) {
	name := err.GetSpecifiedName()
	written = "--" + name
	if letters := err.GetSpecifiedShortnames(); letters != "" {
		written, name = "-"+name, letters // -json is read as -j -s -o -n
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if found, ok := connector.Closest(name, names); ok {
		right = "--" + found
	}
	return typed(written), right
}
