package cli

import (
	"cmp"
	"net/url"

	"github.com/spf13/pflag"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// logtoFlags say which Logto, and as which application. None of them takes the
// application's secret: it would show in the list of processes.
type logtoFlags struct{ endpoint, resource, authFile string }

// add declares the flags.
func (l *logtoFlags) add(f *pflag.FlagSet, tr i18n.Printer) {
	f.StringVar(&l.endpoint, "endpoint", "", tr.T("logto-flag.endpoint"))
	f.StringVar(&l.resource, "resource", "", tr.T("logto-flag.resource"))
	f.StringVar(&l.authFile, "auth-file", "", tr.T("logto-flag.auth-file"))
}

// connect makes the client that the flags and the environment describe. Nothing is
// asked of Logto yet.
func (l logtoFlags) connect(env Env, tr i18n.Printer) (*logto.Client, error) {
	endpoint := cmp.Or(l.endpoint, env.Getenv(environ.LogtoEndpoint))
	if endpoint == "" {
		return nil, because(reasonEndpointMissing, usageError(tr, "logto-flag.no-endpoint"))
	}
	u, err := logto.ParseEndpoint(endpoint)
	if err != nil {
		return nil, because(reasonEndpointInvalid, usageError(tr, "logto-flag.bad-endpoint"))
	}
	app, err := l.application(env, tr)
	if err != nil {
		return nil, err
	}
	return l.client(env, u, app), nil
}

// named is the address of the Logto that the flags and the environment name, and
// its API; both are "" where they name none that can be one.
func (l logtoFlags) named(env Env) (endpoint, resource string) {
	u, err := logto.ParseEndpoint(cmp.Or(l.endpoint, env.Getenv(environ.LogtoEndpoint)))
	if err != nil {
		return "", ""
	}
	c := l.client(env, u, logto.Application{})
	return c.Endpoint(), c.Resource()
}

// client is the client of an application.
func (l logtoFlags) client(env Env, u *url.URL, app logto.Application) *logto.Client {
	return logto.New(u, app, logto.Options{
		Resource:  cmp.Or(l.resource, env.Getenv(environ.LogtoResource)),
		Transport: env.Logto,
	})
}

// application is who signs in: as --auth-file says, else LOGTO_AUTH.
func (l logtoFlags) application(env Env, tr i18n.Printer) (logto.Application, error) {
	auth := env.Getenv(environ.LogtoAuth)
	if l.authFile != "" {
		data, err := export.ReadRegular(l.authFile) // or a pipe, as <(pass show logto) is
		if err != nil {
			return logto.Application{}, because(reasonAuthUnreadable, failed(tr, err))
		}
		auth = string(data)
	}
	if auth == "" && l.authFile == "" {
		return logto.Application{}, because(reasonAuthMissing, usageError(tr, "logto-flag.no-auth"))
	}
	app, err := logto.ParseApplication(auth)
	if err != nil {
		return logto.Application{}, because(reasonAuthInvalid,
			usageError(tr, "logto-flag.bad-auth", "from", cmp.Or(typed(l.authFile), environ.LogtoAuth)))
	}
	return app, nil
}
