package cli

import (
	"cmp"
	"net/url"

	"github.com/spf13/cobra"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto"
	"logto-twilio/export"
)

// logtoFlags say which Logto, and as which application. None of them takes the
// application's secret: it would show in the list of processes.
type logtoFlags struct {
	*app
	endpoint, resource, authFile string
}

// addTo declares the flags.
func (l *logtoFlags) addTo(a *app, cmd *cobra.Command) {
	l.app = a
	f := cmd.Flags()
	f.StringVar(&l.endpoint, "endpoint", "", l.T("logto-flag.endpoint"))
	f.StringVar(&l.resource, "resource", "", l.T("logto-flag.resource"))
	f.StringVar(&l.authFile, "auth-file", "", l.T("logto-flag.auth-file"))
	completeValues(cmd, "endpoint")
	completeValues(cmd, "resource")
}

// connect makes the client that the flags and the environment describe. Nothing is
// asked of Logto yet.
func (l logtoFlags) connect() (*logto.Client, error) {
	endpoint := cmp.Or(l.endpoint, l.Getenv(environ.LogtoEndpoint))
	if endpoint == "" {
		return nil, because(reasonEndpointMissing, l.usageError("logto-flag.no-endpoint"))
	}
	u, err := logto.ParseEndpoint(endpoint)
	if err != nil {
		return nil, because(reasonEndpointInvalid, l.usageError("logto-flag.bad-endpoint"))
	}
	app, err := l.application()
	if err != nil {
		return nil, err
	}
	return l.client(u, app), nil
}

// named is the address of the Logto that the flags and the environment name, and
// its API; both are "" where they name none that can be one.
func (l logtoFlags) named() (endpoint, resource string) {
	u, err := logto.ParseEndpoint(cmp.Or(l.endpoint, l.Getenv(environ.LogtoEndpoint)))
	if err != nil {
		return "", ""
	}
	c := l.client(u, logto.Application{})
	return c.Endpoint(), c.Resource()
}

// client is the client of an application.
func (l logtoFlags) client(u *url.URL, app logto.Application) *logto.Client {
	return logto.New(u, app, logto.Options{
		Resource:  cmp.Or(l.resource, l.Getenv(environ.LogtoResource)),
		Transport: l.Logto,
	})
}

// application is who signs in: as --auth-file says, else LOGTO_AUTH.
func (l logtoFlags) application() (logto.Application, error) {
	auth := l.Getenv(environ.LogtoAuth)
	if l.authFile != "" {
		data, err := export.ReadRegular(l.authFile) // or a pipe, as <(pass show logto) is
		if err != nil {
			return logto.Application{}, because(reasonAuthUnreadable, l.failed(err))
		}
		auth = string(data)
	}
	if auth == "" && l.authFile == "" {
		return logto.Application{}, because(reasonAuthMissing, l.usageError("logto-flag.no-auth"))
	}
	app, err := logto.ParseApplication(auth)
	if err != nil {
		return logto.Application{}, because(reasonAuthInvalid,
			l.usageError("logto-flag.bad-auth", "from", cmp.Or(typed(l.authFile), environ.LogtoAuth)))
	}
	return app, nil
}
