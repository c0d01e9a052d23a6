package walk

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
)

// LogtoAnswers say which Logto, and as which machine-to-machine application. They
// are in no draft.
type LogtoAnswers struct {
	Endpoint string
	AppID    string
	Secret   string
	Resource string // "" is logto.ResourceOf the endpoint
}

// The questions about a running Logto.
var (
	LogtoEndpoint = Question{
		ID: "logto-endpoint", Example: "https://TENANT.logto.app", Env: environ.LogtoEndpoint,
		Get: func(w *Walk) string { return w.Logto.Endpoint },
		Set: func(w *Walk, s string) { w.Logto.Endpoint = s }, Clean: logto.CompleteEndpoint, Check: checkEndpoint,
	}
	LogtoAppID = Question{
		ID:  "logto-app-id",
		Get: func(w *Walk) string { return w.Logto.AppID },
		Set: func(w *Walk, s string) { w.Logto.AppID = s }, Clean: strings.TrimSpace, Check: checkTyped,
	}
	LogtoSecret = Question{
		ID: "logto-secret", Secret: true,
		Get: func(w *Walk) string { return w.Logto.Secret },
		Set: func(w *Walk, s string) { w.Logto.Secret = s }, Clean: strings.TrimSpace, Check: checkTyped,
	}
	LogtoResource = Question{
		ID: "logto-resource", Optional: true, Env: environ.LogtoResource,
		Get: func(w *Walk) string { return w.Logto.Resource },
		Set: func(w *Walk, s string) { w.Logto.Resource = s }, Clean: strings.TrimSpace,
	}
)

// LogtoQuestions are all that a push asks.
func LogtoQuestions() []Question {
	return []Question{LogtoEndpoint, LogtoAppID, LogtoSecret, LogtoResource}
}

// LogtoFromEnvironment fills in what is not answered yet from the variables that
// Logto's own tools read, and notes where it came from.
func (w *Walk) LogtoFromEnvironment(getenv func(string) string) {
	for _, q := range []Question{LogtoEndpoint, LogtoResource} {
		if v := q.Clean(getenv(q.Env)); v != "" && q.Get(w) == "" {
			q.Set(w, v)
			w.Origins[q.ID] = q.Env
		}
	}
	app, err := logto.ParseApplication(getenv(environ.LogtoAuth))
	if err == nil && w.Logto.AppID == "" && w.Logto.Secret == "" {
		w.Logto.AppID, w.Logto.Secret = app.ID, app.Secret
	}
}

// checkEndpoint judges the address of a Logto.
func checkEndpoint(s string) []problem.Problem {
	u, err := logto.ParseEndpoint(s)
	switch {
	case s == "":
		return checkTyped(s)
	case err != nil:
		return []problem.Problem{{Severity: problem.Error, Code: problem.BadEndpoint}}
	case isConsole(u):
		return []problem.Problem{{Severity: problem.Error, Code: problem.ConsoleEndpoint}}
	}
	return nil
}

// isConsole reports whether an address is that of the Console of Logto Cloud.
func isConsole(u *url.URL) bool { return u.Hostname() == "cloud.logto.io" }

// checkTyped judges whether there is an answer.
func checkTyped(s string) []problem.Problem {
	if s != "" {
		return nil
	}
	return []problem.Problem{{Severity: problem.Error, Code: problem.NothingTyped}}
}

// Blamed is the question, by its number in LogtoQuestions, that an error of a Logto
// is about; false where it is about none.
func Blamed(err error) (int, bool) {
	var call *logto.CallError
	if !errors.As(err, &call) {
		return 0, false
	}
	var q Question
	switch call.Kind {
	case logto.Unreachable, logto.NotLogto, logto.Redirected, logto.WrongIssuer:
		q = LogtoEndpoint
	case logto.UnknownApplication, logto.NoRole, logto.Forbidden:
		q = LogtoAppID
	case logto.WrongSecret:
		q = LogtoSecret
	case logto.WrongResource, logto.WrongAudience:
		q = LogtoResource
	default:
		return 0, false
	}
	return slices.IndexFunc(LogtoQuestions(), func(x Question) bool { return x.ID == q.ID }), true
}

// SetLogto says where to push to.
func (w *Walk) SetLogto(a LogtoAnswers) { w.Logto = a }

// Application is who signs in to Logto.
func (a LogtoAnswers) Application() logto.Application {
	return logto.Application{ID: a.AppID, Secret: a.Secret}
}
