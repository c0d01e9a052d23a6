package cli

import (
	"net/http"
	"net/url"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/twilio"
	"logto-twilio/ui/i18n"
)

// twilioOptions are the flags of a command that talks to Twilio.
type twilioOptions struct {
	tokenFlags
	url string
}

// addTo declares the flags.
func (o *twilioOptions) addTo(cmd *cobra.Command, tr i18n.Printer) {
	o.add(cmd.Flags(), tr)
	addTwilioURL(cmd.Flags(), &o.url, tr)
	completeValues(cmd, "twilio-url")
}

// addTwilioURL declares --twilio-url.
func addTwilioURL(f *pflag.FlagSet, value *string, tr i18n.Printer) {
	f.StringVar(value, "twilio-url", "", tr.T("flag.twilio-url"))
}

// baseURL is the address that every call to Twilio goes to instead, from the flag
// or the environment; nil for Twilio's own.
func baseURL(env Env, tr i18n.Printer, flag string) (*url.URL, error) {
	s, from := flag, "--twilio-url"
	if s == "" {
		s, from = env.Getenv(environ.TwilioURL), environ.TwilioURL
	}
	if s == "" {
		return nil, nil
	}
	u, err := twilio.ParseBaseURL(s)
	if err != nil {
		return nil, because(reasonTwilioURLInvalid, usageError(tr, "cli.twilio-url", "from", from))
	}
	return u, nil
}

// announced is baseURL, and names the address on standard error where it is not
// Twilio's own.
func (o twilioOptions) announced(env Env, tr i18n.Printer) (*url.URL, error) {
	base, err := baseURL(env, tr, o.url)
	if base != nil {
		tell(env, tr.T("cli.twilio-url-set", "url", redact.Line(base.String(), 200)))
	}
	return base, err
}

// open returns where calls go to, as announced does, and the configuration of a
// file, which may be none.
func (o twilioOptions) open(env Env, tr i18n.Printer, file string) (*url.URL, *connector.Document, error) {
	base, err := o.announced(env, tr)
	if err != nil {
		return nil, nil, err
	}
	data, err := readInput(env, file)
	if err != nil {
		return nil, nil, because(reasonFileUnreadable, failed(tr, err))
	}
	doc := connector.Decode(data)
	if host := doc.Config().APIHost(); base == nil && connector.ValidHost(host) && connector.ElsewhereThanUS(host) {
		tell(env, tr.T("cli.region", "host", host))
	}
	return base, doc, nil
}

// newClient is the client of an account, the one of the walk and of every command.
// host is that of the configuration, base what baseURL returned; transport takes the place of the network, nil
// leaves it.
func newClient(sid, token string, host *string, base *url.URL, transport http.RoundTripper) *twilio.Client {
	return twilio.New(sid, token, twilio.Options{Host: host, BaseURL: base, Transport: transport})
}
