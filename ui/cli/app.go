package cli

import (
	"context"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"logto-twilio/ui/i18n"
)

// app is one run of the program: the world around it and the language it speaks.
// What needs one of the two is a method of app.
//
// A command is a type of its own. It embeds the app, has a field for each flag and
// for the document that --json writes, and a method run:
//
//	type pingCommand struct {
//		*app
//		file   string
//		json   bool
//		report pingReport // embeds ended
//	}
//
//	func (a *app) newPing() *cobra.Command {
//		c := &pingCommand{app: a}
//		cmd := a.onFile(a.command("ping", "FILE"), &c.file, c.run)
//		a.documented(cmd, &c.json, &c.report)
//		return cmd
//	}
//
// Its texts are ping.short, ping.long, ping.examples and ping.flag.NAME in ui/i18n;
// newPing stands in [commands]. Where run does not succeed, it returns a [failure].
type app struct {
	Env
	i18n.Printer
}

// commands make the commands beside the walk, in the order of the help.
var commands = []func(*app) *cobra.Command{
	(*app).newValidate,
	(*app).newPreview,
	(*app).newGenerate,
	(*app).newExport,
	(*app).newRender,
	(*app).newDoctor,
	(*app).newSend,
	(*app).newPush,
	(*app).newPull,
	(*app).newEnable,
	(*app).newSchema,
	(*app).newExplain,
	(*app).newCompletion,
	(*app).newMan,
}

// command is a command that does nothing yet. Its texts have keys that begin with its
// name; arguments are those of the usage line, args what the long text takes.
func (a *app) command(name, arguments string, args ...any) *cobra.Command {
	return &cobra.Command{
		Use:     strings.TrimSpace(name + " " + arguments),
		Short:   a.T(name + ".short"),
		Long:    a.T(name+".long", args...),
		Example: a.T(name + ".examples"),
	}
}

// onFile makes cmd a command with one argument, the name of a file. It puts the name
// into file and calls run.
func (a *app) onFile(cmd *cobra.Command, file *string, run func(ctx context.Context) error) *cobra.Command {
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return a.usageError("cli.one-file", "n", len(args), "command", cmd.CommandPath())
		}
		return nil
	}
	cmd.ValidArgsFunction = completeFile
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		*file = args[0]
		return run(cmd.Context())
	}
	return cmd
}

// onNothing makes cmd a command without arguments, which calls run.
func (a *app) onNothing(cmd *cobra.Command, run func(ctx context.Context) error) *cobra.Command {
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) != 0 {
			return a.usageError("cli.no-arguments", "command", cmd.CommandPath())
		}
		return nil
	}
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return run(cmd.Context()) }
	return cmd
}

// interruptible is a context that SIGINT and SIGTERM end. Use it for work that obeys
// a context: network calls, export.Write, confirm. Reading a file or standard input
// does not, and the program would not react to a signal. Writing to a stopped
// terminal, or to a reader who does not read, does not either: so deafAfter later a
// second signal kills the program. Not at once: a wrapper may pass the same signal
// on twice, and the user must still learn what happened to an SMS.
func interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() { time.AfterFunc(deafAfter, stop) })
	return ctx, func() {
		if ctx.Err() == nil { // else the second has not passed, and a document may not be written yet
			stop()
		}
	}
}

// deafAfter is how long a command has to end by itself after a signal.
const deafAfter = time.Second
