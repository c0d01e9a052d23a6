package cli

import (
	"cmp"
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"logto-twilio/ui/i18n"
	"logto-twilio/ui/lines"
)

// helpWidth is how wide a help is at most, and where there is no terminal.
const helpWidth = 80

// newHelp is the command that shows the help of another.
func (a *app) newHelp() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: a.T("cli.help-command"),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var names []cobra.Completion
			for _, c := range available(cmd.Root()) {
				if len(args) == 0 && strings.HasPrefix(c.Name(), typed) {
					names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.noSuchHelp(cmd.Root(), strings.Join(args, " "))
			}
			return target.Help()
		},
	}
}

// noSuchHelp is the error of a command that does not exist.
func (a *app) noSuchHelp(root *cobra.Command, word string) error {
	f := &failure{exit: exitUsage, said: i18n.Message{
		Message: a.T("cli.no-command", "command", typed(word)),
		Hint:    a.T("cli.see-help", "command", root.Name()),
	}}
	if right := similarCommand(root, word); right != "" {
		f.said.Hint = a.T("cli.did-you-mean", "right", right)
	}
	return f
}

// available are the commands that a help lists.
func available(cmd *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			all = append(all, c)
		}
	}
	return all
}

// writeHelp writes the help of a command. It is our own rather than cobra's
// templates because those know English headings, bytes instead of columns, and
// "(default …)" only.
func (a *app) writeHelp(cmd *cobra.Command) {
	width := min(cmp.Or(a.Width, helpWidth), helpWidth)
	heading := lipgloss.NewStyle().Bold(true)
	w := a.painted()
	section := func(key, body string) {
		if body != "" {
			fmt.Fprintf(w, "\n%s\n%s\n", heading.Render(a.T(key)), body)
		}
	}
	fmt.Fprintln(w, lines.Wrap(cmp.Or(cmd.Long, cmd.Short), width))
	section("cli.usage", "  "+a.usageLine(cmd))
	section("cli.example", cmd.Example)
	var commands [][2]string
	for _, c := range available(cmd) {
		commands = append(commands, [2]string{c.Name(), c.Short})
	}
	section("cli.commands", columns(commands, width))
	section("cli.flags", columns(a.flagRows(cmd.LocalFlags()), width))
	section("cli.global-flags", columns(a.flagRows(cmd.InheritedFlags()), width))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", lines.Wrap(a.T("cli.more-help", "command", cmd.CommandPath()+" COMMAND"), width))
	}
}

// usageLine is how a command is called.
func (a *app) usageLine(cmd *cobra.Command) string {
	if cmd.HasParent() {
		return cmd.Parent().CommandPath() + " " + cmd.Use + " " + a.T("cli.use-flags")
	}
	return cmd.Use + " " + a.T("cli.use-flags")
}

// flagRows are the flags and what they do.
func (a *app) flagRows(flags *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		rows = append(rows, [2]string{flagName(f), f.Usage + a.defaultOf(f)})
	})
	return rows
}

// valueName is the annotation of a flag that names its value.
const valueName = "logto-twilio-value"

// nameValue moves the name of a flag's value, in back quotes in its usage, to an
// annotation: the shells would show the quotes.
func nameValue(f *pflag.Flag) {
	name, usage := pflag.UnquoteUsage(f)
	if usage == f.Usage {
		return
	}
	f.Usage = usage
	if f.Annotations == nil {
		f.Annotations = map[string][]string{}
	}
	f.Annotations[valueName] = []string{name}
}

// flagName is a flag as it is typed, with the name of its value.
func flagName(f *pflag.Flag) string {
	name := "    --" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", --" + f.Name
	}
	if value := f.Annotations[valueName]; len(value) > 0 && f.NoOptDefVal != "" { // it can be left out
		return name + "[=" + value[0] + "]"
	}
	return strings.Join(append([]string{name}, f.Annotations[valueName]...), " ")
}

// defaultOf says what a flag is when it is not given, if that is something.
func (a *app) defaultOf(f *pflag.Flag) string {
	switch f.DefValue {
	case "", "false", "0", "0s", "[]":
		return ""
	}
	return a.T("cli.default", "value", f.DefValue)
}

// columns sets rows in two columns, the second broken into lines.
func columns(rows [][2]string, width int) string {
	left := 0
	for _, r := range rows {
		left = max(left, lipgloss.Width(r[0]))
	}
	const margin, gap = "  ", "   "
	hang := strings.Repeat(" ", len(margin)+left+len(gap))
	var b strings.Builder
	for _, r := range rows {
		pad := strings.Repeat(" ", left-lipgloss.Width(r[0]))
		about := lines.Wrap(r[1], max(width-len(hang), 20))
		b.WriteString(margin + r[0] + pad + gap + strings.ReplaceAll(about, "\n", "\n"+hang) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
