package cli

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"logto-twilio/ui/i18n"
)

// run runs the program without a terminal and returns what it wrote and its
// exit code.
func run(args ...string) (stdout, stderr string, code int) {
	var out, err bytes.Buffer
	code = Main(args, Env{In: strings.NewReader(""), Out: &out, Err: &err, Getenv: func(string) string { return "" }})
	return out.String(), err.String(), code
}

// everyCommand is the root and each command below it.
func everyCommand(l i18n.Lang) []*cobra.Command {
	root := (&app{Env{Out: io.Discard, Err: io.Discard}, i18n.In(l)}).newRoot()
	return append([]*cobra.Command{root}, available(root)...)
}

// TestHelp keeps the help of every command as it is without a terminal, 80
// columns wide.
func TestHelp(t *testing.T) {
	for _, l := range []i18n.Lang{i18n.English, i18n.Chinese} {
		for _, cmd := range everyCommand(l) {
			t.Run(cmd.Name()+"/"+string(l), func(t *testing.T) {
				args := append(strings.Fields(cmd.CommandPath())[1:], "--help", "--lang", string(l))
				out, stderr, code := run(args...)
				if stderr != "" || code != exitOK {
					t.Errorf("exit code %d, standard error %q", code, stderr)
				}
				for line := range strings.Lines(out) {
					if n := lipgloss.Width(strings.TrimSuffix(line, "\n")); n > helpWidth {
						t.Errorf("%d columns: %s", n, line)
					}
				}
				golden.RequireEqual(t, out)
			})
		}
	}
}

// Every command has examples of itself, every flag of a value names that value,
// and nothing is left of cobra's English in the Chinese help.
func TestHelpIsComplete(t *testing.T) {
	for _, cmd := range everyCommand(i18n.Chinese) {
		for line := range strings.Lines(cmd.Example) {
			if !strings.HasPrefix(line, "  ") || !strings.Contains(line, cmd.CommandPath()) {
				t.Errorf("%s has the example %q", cmd.Name(), line)
			}
		}
		if cmd.Example == "" || cmd.Short == "" || cmd.Long == "" {
			t.Errorf("%s lacks an example or a description", cmd.Name())
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Value.Type() != "bool" && len(f.Annotations[valueName]) == 0 {
				t.Errorf("the value of %s --%s has no name", cmd.Name(), f.Name)
			}
			if !strings.ContainsFunc(f.Usage, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
				t.Errorf("%s --%s is not in Chinese: %s", cmd.Name(), f.Name, f.Usage)
			}
		})
	}
}

func TestHelpCommandSaysTheSame(t *testing.T) {
	for _, args := range [][]string{{}, {"preview"}, {"help"}} {
		got, _, code := run(append([]string{"help"}, args...)...)
		want, _, _ := run(append(args, "--help")...)
		if got != want || code != exitOK {
			t.Errorf("help %v (exit code %d):\n%s", args, code, got)
		}
	}
}
