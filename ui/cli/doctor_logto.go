package cli

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/diagnosis"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/signin"
	"logto-twilio/connector/twilio"
)

// doctorClients are whom doctor asks.
type doctorClients struct {
	twilio *twilio.Client
	logto  *logto.Client // nil where there is no Logto to ask
}

// clients makes them. The error is that of [logtoFlags.connect].
func (c *doctorCommand) clients(config connector.Config, token string, base *url.URL) (doctorClients, error) {
	x := doctorClients{twilio: newClient(config.AccountSID, token, config.Host, base, c.Twilio)}
	if !c.asksLogto() {
		return x, nil
	}
	var err error
	x.logto, err = c.logto.connect()
	return x, err
}

// asksLogto reports whether a Logto was named: by a flag, or by both variables. One
// variable alone may be there for another program, and is only mentioned.
func (c *doctorCommand) asksLogto() bool {
	endpoint, auth := c.Getenv(environ.LogtoEndpoint) != "", c.Getenv(environ.LogtoAuth) != ""
	switch {
	case c.logto.endpoint != "", c.logto.resource != "", c.logto.authFile != "":
		return true
	case endpoint != auth:
		there, missing := environ.LogtoEndpoint, environ.LogtoAuth
		if auth {
			there, missing = missing, there
		}
		c.tell(c.T("doctor.half", "there", there, "missing", missing))
	}
	return endpoint && auth
}

// The times that can be looked back on.
const (
	shortestSince = time.Minute
	longestSince  = 90 * 24 * time.Hour
)

// lookBack reads --since.
func (c *doctorCommand) lookBack() (time.Duration, error) {
	since, err := time.ParseDuration(c.since)
	if days, ok := strings.CutSuffix(c.since, "d"); ok {
		var n uint64
		n, err = strconv.ParseUint(days, 10, 8)
		since = time.Duration(n) * 24 * time.Hour
	}
	if err != nil || since < shortestSince || since > longestSince {
		return 0, because(reasonSinceInvalid, c.usageError("doctor.since"))
	}
	return since, nil
}

// logtoLimit bounds all that Logto is asked: a Logto that hangs at each request would
// take a minute for each.
const logtoLimit = 2 * time.Minute

// diagnosed is what doctor asks Logto: nothing that sends or changes.
type diagnosed interface {
	Host() string
	SMS(ctx context.Context, secrets ...string) (logto.State, error)
	SignInExperience(ctx context.Context) (signin.Experience, error)
	Facts(ctx context.Context) (signin.Facts, error)
	Sends(ctx context.Context, since, until time.Time) (logto.Sends, error)
}

// diagnose learns what there is to learn of a Logto with a configuration. One that does
// not say which connector it has is asked nothing more. Four requests at most run at a
// time: each call by itself sees to it.
func diagnose(ctx context.Context, client diagnosed, doc *connector.Document, since time.Duration, asking func(key string)) diagnosis.Survey {
	ctx, stop := context.WithTimeout(ctx, logtoLimit)
	defer stop()
	s := diagnosis.Survey{Document: doc, Host: client.Host(), Since: since}
	asking("doctor.asking.logto")
	if s.State = diagnosis.Answered(client.SMS(ctx, doc.Config().AuthToken)); s.State.Err != nil {
		return s
	}
	asking("doctor.asking.uses")
	if s.Experience = diagnosis.Answered(client.SignInExperience(ctx)); s.Experience.Err == nil {
		s.Facts, _ = client.Facts(ctx) // what is not known of them, the checks say
	}
	asking("doctor.asking.sends")
	now := time.Now()
	s.Sends = diagnosis.Answered(client.Sends(ctx, now.Add(-since), now))
	return s
}

// checks asks Twilio and Logto, and judges what they say.
func (c *doctorCommand) checks(ctx context.Context, x doctorClients, f filled, since time.Duration) []account.Check {
	p := progress{c.app}
	defer p.end()
	asking := func(key string) { p.say(c.T(key)) }
	s := surveyor{surveyed: x.twilio, asking: asking}.survey(ctx, f.fileAlone(), f.token != "")
	checks := s.Checks()
	if x.logto == nil || ctx.Err() != nil {
		return checks
	}
	d := diagnose(ctx, x.logto, f.doc, since, asking)
	if s.Service.Known() && ctx.Err() == nil { // else Twilio would not show its messages either
		asking("doctor.asking.messages")
		now := time.Now()
		d.Messages = found(x.twilio.Traffic(ctx, s.Service.Value.SID, now.Add(-since), now))
	}
	return append(checks, d.Checks()...)
}
