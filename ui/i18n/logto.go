package i18n

import (
	"context"
	"errors"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
)

// LogtoError puts into words why a call to Logto gave no result. Where an SMS may
// have been sent, the hint is about that, and about a Twilio that Logto cannot reach.
func (p Printer) LogtoError(e *logto.CallError) Message {
	if e.Twilio != nil {
		said := p.CallError(e.Twilio)
		return Message{p.T("logto.twilio-refused", "said", said.Message), said.Hint}
	}
	s := p.say("logto."+string(e.Kind), logtoArgs(e))
	if e.Kind == logto.InvalidConfig {
		s.Message = p.Join(s.Message, p.logtoIssues(e.Issues))
	}
	if e.OutcomeUnknown && (e.Call == logto.CallTest || e.Call == logto.CallSendCode) {
		unknown := p.say(outcomeKey(account.MessageSent), nil)
		hint := unknown.Hint
		if e.Kind == logto.TwilioSilent || e.Kind == logto.TimedOut { // Logto waits for Twilio without a limit
			hint = p.Join(p.say("logto."+string(logto.TwilioSilent), logtoArgs(e)).Hint, hint)
		}
		return Message{p.Join(s.Message, unknown.Message), hint}
	}
	if logtoSaysMore(e) {
		s.Hint = p.Join(s.Hint, p.say("call.words", problem.Args{"words": e.Message}).Message)
	}
	return s
}

// logtoArgs are the arguments of every sentence about a call to Logto.
func logtoArgs(e *logto.CallError) problem.Args {
	return problem.Args{"host": e.Host, "status": e.HTTPStatus, "location": e.Location, "resource": e.Resource}
}

// logtoIssues says what Logto found wrong, and where; "" for nothing.
func (p Printer) logtoIssues(issues []logto.Issue) string {
	said := make([]string, len(issues))
	for i, issue := range issues {
		said[i] = issue.Path + ": " + issue.Message
	}
	return printable(p.written(said))
}

// logtoSaysMore reports whether the message of an error says something that our
// words cannot: the transport's reason, or Logto's where we know no better.
func logtoSaysMore(e *logto.CallError) bool {
	switch e.Kind {
	case logto.Unreachable, logto.Refused:
		return e.Message != ""
	}
	return false
}

// LogtoUnfit says why a configuration must not be pushed.
func (p Printer) LogtoUnfit(e *logto.UnfitError) Message {
	if e.Problem != nil {
		said := p.Problem(*e.Problem)
		return Message{printable(e.Path) + ": " + said.Message, said.Hint}
	}
	return p.say("logto.unfit."+string(e.Reason), problem.Args{"path": e.Path, "variable": connector.TokenVariable})
}

// PushResult says how a push ended and, where it did not end well, why: err is
// what Push returned with r.
func (p Printer) PushResult(r logto.Result, err error) Message {
	return p.result("logto.outcome.", r.Outcome, r.Looked, err)
}

// result says how something that was written ended, by the sentences below prefix, and
// why it did not end well.
func (p Printer) result(prefix string, o logto.Outcome, looked bool, err error) Message {
	key := prefix + string(o)
	if o == logto.Unknown && looked {
		key = prefix + "absent"
	}
	said := p.say(key, nil)
	if err == nil || errors.Is(err, context.Canceled) {
		return said
	}
	why := p.Failure(err)
	hint := said.Hint
	if hint == "" {
		hint = why.Hint
	}
	return Message{p.Join(why.Message, said.Message), hint}
}

// LogtoConnector names a connector: by its provider and its id.
func (p Printer) LogtoConnector(c logto.Connector) string {
	return p.say("logto.connector", problem.Args{"name": c.Name(string(p.Lang())), "id": c.ID}).Message
}

// LogtoChange describes a change of the configuration in one line: where it is,
// what is there and what comes. The auth token is never in it.
func (p Printer) LogtoChange(c logto.Change) string {
	key := "logto.change." + string(c.Kind)
	if c.Secret {
		key = "logto.change.secret." + string(c.Kind)
	}
	return p.say(key, problem.Args{"where": where(c), "old": c.Old, "new": c.New}).Message
}

// where is the place of a change: templates by their usage type, all else by its
// keys.
func where(c logto.Change) string {
	parts := strings.Split(strings.TrimPrefix(c.Path, "/"), "/")
	for i, key := range parts {
		parts[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(key)
	}
	if parts[0] != "templates" || len(parts) < 2 {
		return strings.Join(parts, ".")
	}
	if c.Usage != "" {
		parts[1] = string(c.Usage)
	}
	if len(parts) == 3 && parts[2] == "content" { // what a template is about
		parts = parts[:2]
	}
	return strings.Join(parts, ".")
}

// logtoFailure puts an error of connector/logto into words; false for any other.
func (p Printer) logtoFailure(err error) (Message, bool) {
	var call *logto.CallError
	var unfit *logto.UnfitError
	switch {
	case errors.As(err, &call):
		return p.LogtoError(call), true
	case errors.As(err, &unfit):
		return p.LogtoUnfit(unfit), true
	case errors.Is(err, logto.ErrChangedMeanwhile):
		return p.say("logto.changed-meanwhile", nil), true
	case errors.Is(err, logto.ErrSignInMoved):
		return p.say("signin.moved", nil), true
	}
	return Message{}, false
}
