package cli

import (
	"github.com/spf13/pflag"

	"logto-twilio/ui/i18n"
)

// options are what the flags of the walk say.
type options struct {
	file      string
	output    string
	demo      bool
	plain     bool
	twilioURL string
}

// newFlags declares the flags of the walk.
func newFlags(o *options, tr i18n.Printer) *pflag.FlagSet {
	f := pflag.NewFlagSet("logto-twilio", pflag.ContinueOnError)
	f.SortFlags = false
	f.BoolVar(&o.demo, "demo", false, tr.T("flag.demo"))
	f.BoolVar(&o.plain, "plain", false, tr.T("flag.plain"))
	f.StringVarP(&o.output, "output", "o", "", tr.T("flag.output"))
	addTwilioURL(f, &o.twilioURL, tr)
	return f
}

// check refuses what does not go together, before anything is done.
func (o options) check(tr i18n.Printer) error {
	switch {
	case o.demo && o.file != "":
		return usageError(tr, "cli.demo-file", "file", o.file)
	case o.demo && o.twilioURL != "":
		return usageError(tr, "cli.demo-url")
	}
	return nil
}

// checkTerminal refuses to ask questions where nobody could answer them.
func checkTerminal(env Env, tr i18n.Printer) error {
	if !env.Terminal {
		return usageError(tr, "cli.no-terminal")
	}
	return nil
}

// lineByLine reports whether the walk is asked line by line: because that is wanted,
// or because the terminal can do nothing else.
func (o options) lineByLine(env Env) bool { return o.plain || env.Getenv("TERM") == "dumb" }
