package i18n

import (
	"context"
	"strings"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
)

// whole fails where something is not said, or said with a hole.
func whole(t *testing.T, what any, l Lang, s Message) {
	t.Helper()
	if s.Message == "" || s.Hint == "" || hole.MatchString(s.Message+s.Hint) && what != logto.TokenPlaceholder || strings.Contains(s.Message+s.Hint, "⟦") {
		t.Errorf("%+v is in %s %+v", what, l, s)
	}
}

func TestEveryFailureOfLogtoHasWords(t *testing.T) {
	twilio := &account.CallError{Kind: account.Refused, Code: 21610, HTTPStatus: 400}
	for _, l := range []Lang{English, Chinese} {
		p := In(l)
		for _, kind := range logto.Kinds() {
			e := &logto.CallError{Kind: kind, Call: logto.CallCreate, Host: "tenant.logto.app", HTTPStatus: 400,
				Location: "https://elsewhere", Resource: "https://api", Issues: []logto.Issue{{Path: "/a", Message: "Required"}}}
			if kind == logto.TwilioRefused {
				e.Twilio = twilio
			}
			whole(t, e, l, p.Failure(e))
			for _, outcome := range []logto.Outcome{logto.Unchanged, logto.Unverified, logto.Unknown} {
				for _, looked := range []bool{false, true} {
					if kind == logto.Canceled && outcome == logto.Unchanged {
						continue // nothing can be done about it, nor need be
					}
					whole(t, e, l, p.PushResult(logto.Result{Outcome: outcome, Looked: looked}, e))
				}
			}
		}
		for _, reason := range []logto.Unfit{logto.NoConfiguration, logto.EmptyRequired, logto.TokenPlaceholder} {
			whole(t, reason, l, p.Failure(&logto.UnfitError{Reason: reason, Path: "/a"}))
		}
		whole(t, "huge", l, p.Failure(&logto.UnfitError{Reason: "huge-number", Problem: &problem.Problem{Code: problem.HugeNumber, Path: "/n"}}))
		whole(t, "changed meanwhile", l, p.Failure(logto.ErrChangedMeanwhile))
		whole(t, "different", l, p.PushResult(logto.Result{Outcome: logto.Different}, nil))
		for _, outcome := range []logto.Outcome{logto.Unchanged, logto.Pushed} {
			if s := p.PushResult(logto.Result{Outcome: outcome}, nil); s.Message == "" || strings.Contains(s.Message, "⟦") {
				t.Errorf("%s is in %s %+v", outcome, l, s)
			}
		}
	}
}

func TestLogtoFailures(t *testing.T) {
	canceled := &logto.CallError{Kind: logto.Canceled, Call: logto.CallCreate, OutcomeUnknown: true, Message: context.Canceled.Error()}
	lost := &logto.CallError{Kind: logto.TimedOut, Call: logto.CallTest, Host: "x.logto.app", OutcomeUnknown: true}
	silent := &logto.CallError{Kind: logto.TwilioSilent, Call: logto.CallTest, HTTPStatus: 500, OutcomeUnknown: true}
	page := &logto.CallError{Kind: logto.NotLogto, Call: logto.CallTest, Host: "x.logto.app", HTTPStatus: 200, OutcomeUnknown: true}
	audience := &logto.CallError{Kind: logto.WrongAudience, Host: "x.logto.app", HTTPStatus: 401, Resource: "https://api.example.com"}
	refused := &logto.CallError{Kind: logto.Refused, Call: logto.CallList, Host: "x.logto.app", HTTPStatus: 418, Message: "Odd\n{host}"}
	twilio := &logto.CallError{Kind: logto.TwilioRefused, Call: logto.CallTest, Twilio: &account.CallError{Kind: account.Refused, Code: 21610}}
	invalid := &logto.CallError{Kind: logto.InvalidConfig, Call: logto.CallCreate, HTTPStatus: 422}
	listed := &logto.CallError{Kind: logto.InvalidConfig, Issues: []logto.Issue{{Path: "a", Message: "Required"}, {Path: "b", Message: "\x1b[31mRequired"}}}
	redirected := &logto.CallError{Kind: logto.Redirected, Host: "x.logto.app", Location: "https://y.logto.app"}
	p := In(English)
	const unfit = "The connector of this Logto does not accept the configuration."
	for name, tt := range map[string]struct {
		got, want Message
	}{
		"canceled": {p.PushResult(logto.Result{Outcome: logto.Unknown}, canceled),
			Message{logtoTexts["logto.outcome.unknown"].en, logtoTexts["logto.outcome.unknown.hint"].en}},
		"a lost SMS": {p.Failure(lost), Message{"x.logto.app did not answer in time. The SMS may or may not have been sent.",
			logtoTexts["logto.twilio-silent.hint"].en + " " + callTexts["call.outcome-unknown.message-sent.hint"].en}},
		"Twilio out of reach": {p.Failure(silent), Message{"Logto got no answer from Twilio (HTTP 500). The SMS may or may not have been sent.",
			logtoTexts["logto.twilio-silent.hint"].en + " " + callTexts["call.outcome-unknown.message-sent.hint"].en}},
		"a page instead": {p.Failure(page), Message{"The response from x.logto.app does not look like one from Logto (HTTP 200). The SMS may or may not have been sent.",
			callTexts["call.outcome-unknown.message-sent.hint"].en}},
		"not storable": {p.Failure(&logto.UnfitError{Path: "/n\x1b", Problem: &problem.Problem{Code: problem.HugeNumber}}),
			Message{`/n\u001b: ` + p.T("problem.huge-number"), p.T("problem.huge-number.hint")}},
		"another API": {p.Failure(audience), Message{
			"x.logto.app did not accept the access token: it is for https://api.example.com, which is not the Management API of this Logto (HTTP 401).",
			logtoTexts["logto.wrong-audience.hint"].en}},
		"of another kind": {p.Failure(refused), Message{"x.logto.app refused the request (HTTP 418).",
			logtoTexts["logto.refused.hint"].en + ` Reported: Odd\u000a{host}`}},
		"invalid": {p.PushResult(logto.Result{Outcome: logto.Unchanged}, invalid),
			Message{unfit + " Nothing was changed in Logto.", logtoTexts["logto.invalid-config.hint"].en}},
		"invalid, with issues": {p.Failure(listed), Message{unfit + ` a: Required, b: \u001b[31mRequired`, logtoTexts["logto.invalid-config.hint"].en}},
		"elsewhere":            {p.Failure(redirected), Message{"x.logto.app redirects to another address: https://y.logto.app.", logtoTexts["logto.redirected.hint"].en}},
		"of Twilio's": {p.Failure(twilio), Message{"Logto asked Twilio to send the message. " + p.TwilioError(21610).Title,
			p.TwilioError(21610).Why + " " + p.TwilioError(21610).Do}},
	} {
		if tt.got != tt.want {
			t.Errorf("%s:\n%+v, wanted\n%+v", name, tt.got, tt.want)
		}
	}
}

func TestLogtoChange(t *testing.T) {
	for _, tt := range []struct {
		change logto.Change
		want   string
	}{
		{logto.Change{Kind: logto.Added, Path: "/accountSID", New: `"AC"`}, `accountSID: "AC"`},
		{logto.Change{Kind: logto.Removed, Path: "/a~1b/c~0d", Old: "1"}, `a/b.c~d: 1`},
		{logto.Change{Kind: logto.Altered, Path: "/templates/1/content", Usage: "SignIn", Old: `"a"`, New: "\"b\u202e\""}, `templates.SignIn: "a" → "b\u202e"`},
		{logto.Change{Kind: logto.Added, Path: "/templates/1/note", Usage: "SignIn", New: "1"}, `templates.SignIn.note: 1`},
		{logto.Change{Kind: logto.Removed, Path: "/templates/1", Old: "1"}, `templates.1: 1`},
		{logto.Change{Kind: logto.Moved, Path: "/templates", Old: "[1]", New: "[2]"}, `order of templates: [1] → [2]`},
		{logto.Change{Kind: logto.Altered, Path: "/authToken", Secret: true}, `authToken: (changed, not shown)`},
		{logto.Change{Kind: logto.Added, Path: "/authToken", Secret: true}, `authToken: (set, not shown)`},
		{logto.Change{Kind: logto.Removed, Path: "/authToken", Secret: true}, `authToken: (removed)`},
	} {
		if got := In(English).LogtoChange(tt.change); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}
