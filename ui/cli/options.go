package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"logto-twilio/connector/twilio"
	"logto-twilio/ui/i18n"
)

// options are what the flags of the walk say.
type options struct {
	file      string
	output    string
	demo      bool
	lang      string
	twilioURL string
}

// newFlags declares the flags of the walk.
func newFlags(o *options, tr i18n.Printer) *pflag.FlagSet {
	f := pflag.NewFlagSet("logto-twilio", pflag.ContinueOnError)
	f.SortFlags = false
	f.BoolVar(&o.demo, "demo", false, tr.T("flag.demo"))
	f.StringVarP(&o.output, "output", "o", "", tr.T("flag.output"))
	f.StringVar(&o.lang, "lang", "", tr.T("flag.lang"))
	f.StringVar(&o.twilioURL, "twilio-url", "", tr.T("flag.twilio-url"))
	return f
}

// check refuses what does not go together, before anything is done.
func (o options) check(tr i18n.Printer) error {
	if _, ok := i18n.ParseLang(o.lang); o.lang != "" && !ok {
		return usageError(tr, "cli.lang", "lang", o.lang)
	}
	switch {
	case o.demo && o.file != "":
		return usageError(tr, "cli.demo-file", "file", o.file)
	case o.demo && o.twilioURL != "":
		return usageError(tr, "cli.demo-url")
	}
	return o.checkFile(tr)
}

// checkTerminal refuses to ask questions where nobody could answer them.
func checkTerminal(env Env, tr i18n.Printer) error {
	switch {
	case !env.Terminal:
		return usageError(tr, "cli.no-terminal")
	case env.Getenv("TERM") == "dumb":
		return usageError(tr, "cli.dumb-terminal")
	}
	return nil
}

// checkFile refuses a word that is no file and does not name one to be made: a
// mistyped command.
func (o options) checkFile(tr i18n.Printer) error {
	if o.file == "" || strings.HasSuffix(o.file, ".json") {
		return nil
	}
	if _, err := os.Stat(o.file); errors.Is(err, fs.ErrNotExist) {
		return usageError(tr, "cli.no-file", "file", o.file)
	}
	return nil
}

// baseURL is the address that every call to Twilio goes to instead, nil for
// Twilio's own.
func (o options) baseURL(env Env, tr i18n.Printer) (*url.URL, error) {
	s := o.twilioURL
	if s == "" {
		s = env.Getenv("LOGTO_TWILIO_URL")
	}
	if s == "" || o.demo {
		return nil, nil
	}
	u, err := twilio.ParseBaseURL(s)
	if err != nil {
		return nil, usageError(tr, "cli.twilio-url")
	}
	return u, nil
}

// version is that of the build: the release, or the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && (v == "" || v == "(devel)") {
			v = "devel-" + s.Value[:min(12, len(s.Value))]
		}
	}
	return v
}

// localize puts the headings of the help into the printer's language.
func localize(cmd *cobra.Command, tr i18n.Printer) {
	cmd.SetUsageTemplate(fmt.Sprintf("%s\n  {{.UseLine}}\n{{if .HasExample}}\n%s\n{{.Example}}\n{{end}}\n%s\n{{.Flags.FlagUsages | trimTrailingWhitespaces}}\n",
		tr.T("cli.usage"), tr.T("cli.example"), tr.T("cli.flags")))
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	cmd.Flags().Lookup("help").Usage = tr.T("flag.help")
	cmd.Flags().Lookup("version").Usage = tr.T("flag.version")
}
