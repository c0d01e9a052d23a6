package cli

import (
	"context"

	"github.com/spf13/cobra"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/ui/i18n"
)

// doctorOptions are what the command line says.
type doctorOptions struct {
	twilioOptions
	file string
	json bool
}

// doctorReport has the checks, as --json writes them.
type doctorReport struct {
	Checks []checked `json:"checks"`
	ended
}

// newDoctor is the command that checks the account of a configuration.
func newDoctor(env Env, tr i18n.Printer) *cobra.Command {
	var o doctorOptions
	report := doctorReport{Checks: []checked{}} // an empty list is no null
	cmd := onFile(tr, &cobra.Command{
		Use:     "doctor FILE",
		Short:   tr.T("doctor.short"),
		Long:    tr.T("doctor.long"),
		Example: tr.T("doctor.examples"),
	}, &o.file, func(ctx context.Context) error { return runDoctor(ctx, env, tr, o, &report) })
	documented(env, tr, cmd, &o.json, &report, tr.T("doctor.flag.json"))
	o.addTo(cmd, tr)
	return cmd
}

// runDoctor checks a configuration and the account that it names, and notes that in
// report.
func runDoctor(ctx context.Context, env Env, tr i18n.Printer, o doctorOptions, report *doctorReport) error {
	if err := o.check(tr, o.file); err != nil {
		return because(reasonFlagsConflict, err)
	}
	base, doc, err := o.open(env, tr, o.file)
	if err != nil {
		return err
	}
	if !doc.Root.Is(jsondoc.Object) {
		return reportUnreadable(env, tr, o, doc, report)
	}
	f, err := o.fill(env, tr, o.file, doc)
	if err == nil {
		err = o.admit(tr, doc.Config(), f.token)
	}
	if err != nil {
		return because(reasonTokenUnreadable, err)
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	p := progress{env}
	config := f.doc.Config()
	s := surveyor{
		surveyed: newClient(config.AccountSID, f.token, config.Host, base, nil),
		asking:   func(key string) { p.say(tr.T(key)) },
	}.survey(ctx, f.fileAlone(), f.token != "")
	p.end()
	if ctx.Err() != nil {
		return interrupted(tr)
	}
	return reportChecks(env, tr, o, s.Checks(), report)
}
