package cli

import (
	"cmp"

	"github.com/spf13/pflag"

	"logto-twilio/export"
	"logto-twilio/export/logto"
	"logto-twilio/ui/i18n"
)

// The environment variables that name a Logto, as Logto's own tools name them.
const (
	endpointVariable = "LOGTO_ENDPOINT"
	resourceVariable = "LOGTO_RESOURCE"
	authVariable     = "LOGTO_AUTH"
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
	endpoint := cmp.Or(l.endpoint, env.Getenv(endpointVariable))
	if endpoint == "" {
		return nil, because("endpoint-missing", usageError(tr, "logto-flag.no-endpoint"))
	}
	u, err := logto.ParseEndpoint(endpoint)
	if err != nil {
		return nil, because("endpoint-invalid", usageError(tr, "logto-flag.bad-endpoint"))
	}
	app, err := l.application(env, tr)
	if err != nil {
		return nil, err
	}
	return logto.New(u, app, logto.Options{
		Resource:  cmp.Or(l.resource, env.Getenv(resourceVariable)),
		Transport: env.Logto,
	}), nil
}

// application is who signs in: as --auth-file says, else LOGTO_AUTH.
func (l logtoFlags) application(env Env, tr i18n.Printer) (logto.Application, error) {
	auth := env.Getenv(authVariable)
	if l.authFile != "" {
		data, err := export.ReadRegular(l.authFile) // or a pipe, as <(pass show logto) is
		if err != nil {
			return logto.Application{}, failed(tr, err)
		}
		auth = string(data)
	}
	if auth == "" && l.authFile == "" {
		return logto.Application{}, because("auth-missing", usageError(tr, "logto-flag.no-auth"))
	}
	app, err := logto.ParseApplication(auth)
	if err != nil {
		return logto.Application{}, because("auth-invalid",
			usageError(tr, "logto-flag.bad-auth", "from", cmp.Or(typed(l.authFile), authVariable)))
	}
	return app, nil
}
