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
)

// twilioFlags are the flags of a command that talks to Twilio.
type twilioFlags struct {
	*app
	token tokenFlags
	url   string
}

// addTo declares the flags.
func (t *twilioFlags) addTo(a *app, cmd *cobra.Command) {
	t.app = a
	t.token.add(a, cmd.Flags())
	a.addTwilioURL(cmd.Flags(), &t.url)
	completeValues(cmd, "twilio-url")
}

// addTwilioURL declares --twilio-url.
func (a *app) addTwilioURL(f *pflag.FlagSet, value *string) {
	f.StringVar(value, "twilio-url", "", a.T("flag.twilio-url"))
}

// baseURL is the address that every call to Twilio goes to instead, from the flag
// or the environment; nil for Twilio's own.
func (a *app) baseURL(flag string) (*url.URL, error) {
	s, from := flag, "--twilio-url"
	if s == "" {
		s, from = a.Getenv(environ.TwilioURL), environ.TwilioURL
	}
	if s == "" {
		return nil, nil
	}
	u, err := twilio.ParseBaseURL(s)
	if err != nil {
		return nil, because(reasonTwilioURLInvalid, a.usageError("cli.twilio-url", "from", from))
	}
	return u, nil
}

// announced is baseURL, and names the address on standard error where it is not
// Twilio's own.
func (t twilioFlags) announced() (*url.URL, error) {
	base, err := t.baseURL(t.url)
	if base != nil {
		t.tell(t.T("cli.twilio-url-set", "url", redact.Line(base.String(), 200)))
	}
	return base, err
}

// open returns where calls go to, as announced does, and the configuration of a
// file, which may be none.
func (t twilioFlags) open(file string) (*url.URL, *connector.Document, error) {
	base, err := t.announced()
	if err != nil {
		return nil, nil, err
	}
	data, err := t.readInput(file)
	if err != nil {
		return nil, nil, because(reasonFileUnreadable, t.failed(err))
	}
	doc := connector.Decode(data)
	if host := doc.Config().APIHost(); base == nil && connector.ValidHost(host) && connector.ElsewhereThanUS(host) {
		t.tell(t.T("cli.region", "host", host))
	}
	return base, doc, nil
}

// newClient is the client of an account, the one of the walk and of every command.
// host is that of the configuration, base what baseURL returned; transport takes the place of the network, nil
// leaves it.
func newClient(sid, token string, host *string, base *url.URL, transport http.RoundTripper) *twilio.Client {
	return twilio.New(sid, token, twilio.Options{Host: host, BaseURL: base, Transport: transport})
}
