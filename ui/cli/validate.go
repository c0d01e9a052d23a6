package cli

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"syscall"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/ui/i18n"
)

// validateCommand judges configurations.
type validateCommand struct {
	*app
	files      []string
	json       bool
	format     string
	strict     bool
	logto      string
	noToken    bool
	skipOthers bool
	fix, write bool
	list       *fileList
}

// garbage is how much memory may wait for the collector, in percent of what is in
// use: that is little however many files there are, and the time it takes to
// collect it often would be a third of all.
const garbage = 400

// newValidate is the command that judges configurations.
func (a *app) newValidate() *cobra.Command {
	c := &validateCommand{app: a, list: newFileList(a.Out)}
	cmd := a.command("validate", "FILE...")
	cmd.Args = cobra.ArbitraryArgs
	cmd.ValidArgsFunction = completeFiles
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		c.files = args
		return c.run(cmd.Context())
	}
	f := cmd.Flags()
	a.documented(cmd, &c.json, c.list)
	f.StringVar(&c.format, "format", formatText, a.T("validate.flag.format"))
	f.BoolVar(&c.strict, "strict", false, a.T("validate.flag.strict"))
	f.StringVar(&c.logto, "logto", "", a.T("validate.flag.logto"))
	f.BoolVar(&c.noToken, "no-token", false, a.T("validate.flag.no-token"))
	f.BoolVar(&c.skipOthers, "skip-others", false, a.T("validate.flag.skip-others"))
	f.BoolVar(&c.fix, "fix", false, a.T("validate.flag.fix"))
	f.BoolVar(&c.write, "write", false, a.T("validate.flag.write"))
	completeValues(cmd, "format", formatText, formatGitHub)
	completeValues(cmd, "logto", connector.LogtoDocumented, connector.LogtoAll)
	return cmd
}

// check refuses what does not go together, before anything is read.
func (c *validateCommand) check() error {
	reads := 0 // of standard input
	for _, name := range c.files {
		if name == stdin {
			reads++
		}
	}
	switch {
	case len(c.files) == 0:
		return c.usageError("validate.no-file")
	case reads > 1:
		return c.usageError("validate.stdin-twice")
	case !slices.Contains([]string{formatText, formatGitHub}, c.format):
		return c.usageError("validate.format", "format", typed(c.format))
	case c.json && c.format != formatText:
		return because(reasonFlagsConflict, c.usageError("validate.two-formats"))
	case c.write && !c.fix:
		return c.usageError("validate.write-alone")
	case c.write && reads > 0:
		return c.usageError("validate.write-stdin")
	}
	return nil
}

// demanded are the releases that have to accept the files, none where that was not
// asked for. One that is newer than all is said to be so.
func (c *validateCommand) demanded() ([]connector.Release, error) {
	if c.logto == "" {
		return nil, nil
	}
	releases, newer := connector.ForLogto(c.logto)
	first, last := connector.LogtoSpan()
	if len(releases) == 0 {
		return nil, c.usageError("validate.logto", "version", typed(c.logto), "first", first, "last", last)
	}
	if newer {
		c.tell(c.T("validate.newer", "version", typed(c.logto), "logto", last, "connector", releases[0].To))
	}
	return releases, nil
}

// run judges the files in their order and says what is wrong with them.
func (c *validateCommand) run(ctx context.Context) error {
	if err := c.check(); err != nil {
		return err
	}
	releases, err := c.demanded()
	if err != nil {
		return err
	}
	if c.write { // which a signal must not cut short
		var stop func()
		ctx, stop = signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
		defer stop()
	}
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	j := judge{
		app: c.app, ctx: ctx, releases: releases, noToken: c.noToken, skipOthers: c.skipOthers,
		fix: c.fix, write: c.write, json: c.json,
	}
	r := newReporter(c)
	for v := range parallel(inputs(c.files), func(in input) reported { return r.put(j.judge(in)) }) {
		if ctx.Err() != nil {
			return c.interrupted()
		}
		r.add(v)
	}
	if err := r.close(); err != nil {
		return c.failed(err)
	}
	return c.verdict(r)
}

// verdict is what the command ends with once all files were judged.
func (c *validateCommand) verdict(r *reporter) error {
	if c.strict && !c.skipOthers && r.total.files == 0 { // else a CI job stays green after the file was renamed
		f := c.newFailure(exitProblem, "validate.nothing-strict")
		f.reason = reasonNothingFound
		f.inJSON = i18n.Message{Message: c.Join(r.summary(), f.said.Message), Hint: f.said.Hint}
		return f
	}
	if r.total.errors > 0 || c.strict && r.total.warnings > 0 {
		said := i18n.Message{Message: r.summary(), Hint: c.T("code.problems-found.hint")}
		return &failure{exit: exitProblem, reason: reasonProblemsFound, inJSON: said}
	}
	return nil
}
