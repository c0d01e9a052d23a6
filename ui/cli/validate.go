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

// validateOptions are what the command line says.
type validateOptions struct {
	files      []string
	json       bool
	format     string
	strict     bool
	logto      string
	noToken    bool
	skipOthers bool
	fix, write bool
}

// garbage is how much memory may wait for the collector, in percent of what is in
// use: that is little however many files there are, and the time it takes to
// collect it often would be a third of all.
const garbage = 400

// newValidate is the command that judges configurations.
func newValidate(env Env, tr i18n.Printer) *cobra.Command {
	var o validateOptions
	list := newFileList(env.Out)
	cmd := &cobra.Command{
		Use:               "validate FILE...",
		Short:             tr.T("validate.short"),
		Long:              tr.T("validate.long"),
		Example:           tr.T("validate.examples"),
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.files = args
			return runValidate(cmd.Context(), env, tr, o, list)
		},
	}
	f := cmd.Flags()
	documented(env, tr, cmd, &o.json, list, tr.T("validate.flag.json"))
	f.StringVar(&o.format, "format", formatText, tr.T("validate.flag.format"))
	f.BoolVar(&o.strict, "strict", false, tr.T("validate.flag.strict"))
	f.StringVar(&o.logto, "logto", "", tr.T("validate.flag.logto"))
	f.BoolVar(&o.noToken, "no-token", false, tr.T("validate.flag.no-token"))
	f.BoolVar(&o.skipOthers, "skip-others", false, tr.T("validate.flag.skip-others"))
	f.BoolVar(&o.fix, "fix", false, tr.T("validate.flag.fix"))
	f.BoolVar(&o.write, "write", false, tr.T("validate.flag.write"))
	completeValues(cmd, "format", formatText, formatGitHub)
	completeValues(cmd, "logto", connector.LogtoDocumented, connector.LogtoAll)
	return cmd
}

// check refuses what does not go together, before anything is read.
func (o validateOptions) check(tr i18n.Printer) error {
	reads := 0 // of standard input
	for _, name := range o.files {
		if name == stdin {
			reads++
		}
	}
	switch {
	case len(o.files) == 0:
		return usageError(tr, "validate.no-file")
	case reads > 1:
		return usageError(tr, "validate.stdin-twice")
	case !slices.Contains([]string{formatText, formatGitHub}, o.format):
		return usageError(tr, "validate.format", "format", typed(o.format))
	case o.json && o.format != formatText:
		return because(reasonFlagsConflict, usageError(tr, "validate.two-formats"))
	case o.write && !o.fix:
		return usageError(tr, "validate.write-alone")
	case o.write && reads > 0:
		return usageError(tr, "validate.write-stdin")
	}
	return nil
}

// demanded are the releases that have to accept the files, none where that was not
// asked for. One that is newer than all is said to be so.
func (o validateOptions) demanded(env Env, tr i18n.Printer) ([]connector.Release, error) {
	if o.logto == "" {
		return nil, nil
	}
	releases, newer := connector.ForLogto(o.logto)
	first, last := connector.LogtoSpan()
	if len(releases) == 0 {
		return nil, usageError(tr, "validate.logto", "version", typed(o.logto), "first", first, "last", last)
	}
	if newer {
		tell(env, tr.T("validate.newer", "version", typed(o.logto), "logto", last, "connector", releases[0].To))
	}
	return releases, nil
}

// runValidate judges the files, in their order, and says what is wrong with them: for
// programs in list.
func runValidate(ctx context.Context, env Env, tr i18n.Printer, o validateOptions, list *fileList) error {
	if err := o.check(tr); err != nil {
		return err
	}
	releases, err := o.demanded(env, tr)
	if err != nil {
		return err
	}
	if o.write { // which a signal must not cut short
		var stop func()
		ctx, stop = signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
		defer stop()
	}
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	j := judge{
		ctx: ctx, env: env, tr: tr, releases: releases, noToken: o.noToken, skipOthers: o.skipOthers,
		fix: o.fix, write: o.write, json: o.json,
	}
	r := newReporter(env, tr, o, list)
	for v := range parallel(inputs(o.files), func(in input) reported { return r.put(j.judge(in)) }) {
		if ctx.Err() != nil {
			return interrupted(tr)
		}
		r.add(v)
	}
	if err := r.close(); err != nil {
		return &failure{tr.Failure(err), exitProblem}
	}
	if o.strict && !o.skipOthers && r.total.files == 0 { // else a gate would stay open once a file has another name
		list.Error = &reportError{
			Code: reasonNothingFound, Message: tr.Join(r.summary(), tr.T("validate.nothing-strict")), Hint: tr.T("validate.nothing-strict.hint"),
		}
		return problemError(tr, "validate.nothing-strict")
	}
	if r.total.errors > 0 || o.strict && r.total.warnings > 0 {
		list.Error = &reportError{Code: reasonProblemsFound, Message: r.summary(), Hint: tr.T("code.problems-found.hint")}
		return &failure{code: exitProblem}
	}
	return nil
}
