package i18n

import (
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/export"
)

func TestArgumentsCannotSteerTheTerminal(t *testing.T) {
	for in, want := range map[string]string{
		"plain":             "plain",
		"验证码 “x”":           "验证码 “x”",
		"\x1b[2Jgone":       `\u001b[2Jgone`,
		"two\nlines\r":      `two\u000alines\u000d`,
		"\u202eyekipa":      `\u202eyekipa`,
		"zero\u200bwidth":   `zero\u200bwidth`,
		"👩\u200d💻 together": "👩\u200d💻 together",
		"\u009b31m":         `\u009b31m`,
		"a\u00a0b":          "a\u00a0b",
		"\ufeff{":           `\ufeff{`,
	} {
		said := In(English).say("call.unreachable", problem.Args{"host": in})
		if got := strings.TrimSuffix(said.Message, " could not be reached."); got != want {
			t.Errorf("%q is shown as %q, wanted %q", in, got, want)
		}
	}
}

func TestListsAreWrittenAsTheLanguageDoes(t *testing.T) {
	list := []connector.UsageType{connector.Register, connector.SignIn}
	for l, want := range map[Lang]string{English: "Register, SignIn", Chinese: "Register、SignIn"} {
		if got := In(l).written(list); got != want {
			t.Errorf("in %s the list is %q", l, got)
		}
	}
	if got := In(English).written([]string{}); got != "" {
		t.Errorf("an empty list is %q", got)
	}
}

// What the domain finds more than one of, it hands over as a list.
func TestListsOfTheDomain(t *testing.T) {
	p := In(Chinese)
	found := 0
	for _, c := range []struct {
		text, part string
		code       problem.Code
	}{
		{`{"accountSID":"a","authToken":"b","fromMessagingServiceSID":"c","templates":[]}`,
			"Register、SignIn、ForgotPassword、Generic", problem.MissingUsageTypes},
		{`{"nоte\u00a0":1}`, "CYRILLIC SMALL LETTER O、U+00A0 NO-BREAK SPACE", problem.UnknownKey},
		{`{"аuthТoken\u200b":1}`, "U+0430 CYRILLIC SMALL LETTER A、", problem.MisspeltKey},
	} {
		for _, x := range connector.Decode([]byte(c.text)).Problems() {
			if x.Code != c.code {
				continue
			}
			found++
			if m := p.Problem(x); !strings.Contains(m.Message+m.Hint, c.part) {
				t.Errorf("%s: %+v", c.text, m)
			}
		}
	}
	if found != 3 {
		t.Errorf("%d were found", found)
	}
}

func TestUnknownCodesAreSeen(t *testing.T) {
	p := In(English)
	if got := p.Problem(problem.Problem{Code: "no-such"}); got != (Message{"⟦problem.no-such⟧", ""}) {
		t.Errorf("an unknown problem is %+v", got)
	}
	if got := p.Check(account.Check{Code: "no-such"}); got != (Message{"⟦check.no-such⟧", ""}) {
		t.Errorf("an unknown check is %+v", got)
	}
}

// No answer of git is not a good one.
func TestGit(t *testing.T) {
	for status, want := range map[export.GitStatus]string{
		export.GitNoRepo: "", export.GitIgnored: "", export.GitNotIgnored: "a.env is in a git work tree and not ignored",
		export.GitTracked: "Git already tracks a.env", export.GitUnknown: "git could not be asked",
	} {
		if got := In(English).Git(status, "a.env"); (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q", status, got)
		}
	}
}

func TestStatus(t *testing.T) {
	known := []account.MessageStatus{
		account.Accepted, account.Scheduled, account.Queued, account.Sending,
		account.Sent, account.Delivered, account.Undelivered, account.Failed,
		account.Canceled, account.Read, account.PartiallyDelivered,
	}
	for _, s := range known {
		for _, l := range []Lang{English, Chinese} {
			if got := In(l).Status(s); got.Message == "" || got.Message == string(s) || got.Hint == "" {
				t.Errorf("%s is in %s %+v", s, l, got)
			}
		}
	}
	if got := In(Chinese).Status("new\x1b"); got != (Message{`new\u001b`, ""}) {
		t.Errorf("an unknown status is %+v", got)
	}
	if n := len(statusTexts); n != 2*len(known) {
		t.Errorf("there are texts of %d statuses, known are %d", n/2, len(known))
	}
}

func TestEveryKindOfFailureHasWords(t *testing.T) {
	kinds := []account.ErrorKind{
		account.Refused, account.Unreachable, account.TimedOut,
		account.Unintelligible, account.CallCanceled, account.Forbidden, account.NoToken, account.UnfitHost,
	}
	for _, kind := range kinds {
		for _, status := range []int{0, 200, 302, 400, 401, 403, 404, 407, 409, 429, 500, 502, 503} {
			for _, effect := range []account.Effect{"", account.MessageSent, account.NumberBought} {
				for _, l := range []Lang{English, Chinese} {
					e := &account.CallError{Kind: kind, HTTPStatus: status, OutcomeUnknown: effect != "", Effect: effect}
					s := In(l).CallError(e)
					if s.Message == "" || s.Hint == "" || strings.ContainsAny(s.Message+s.Hint, "{}⟦") {
						t.Errorf("%+v is in %s %+v", e, l, s)
					}
				}
			}
		}
	}
}

func TestCallError(t *testing.T) {
	x, busy := In(English).TwilioError(20003), In(English).TwilioError(20429)
	for name, c := range map[string]struct {
		err  account.CallError
		want Message
	}{
		"a code that is explained": {
			account.CallError{Kind: account.Refused, Code: 20003, HTTPStatus: 401, Message: "Authenticate"},
			Message{x.Title, x.Why + " " + x.Do},
		},
		"a code that is not": {
			account.CallError{Kind: account.Refused, Code: 12345, HTTPStatus: 400, Message: "Odd {host}\n"},
			Message{"Twilio reported error 12345", unknownError.why.en + " " +
				"Look 12345 up in Twilio's error dictionary, which lists causes and solutions for every code. " +
				`Reported: Odd {host}\u000a`},
		},
		"a status alone": {
			account.CallError{Kind: account.Refused, HTTPStatus: 503},
			Message{"Twilio could not handle the request (HTTP 503).", callTexts["call.refused.5xx.hint"].en},
		},
		"a page of HTML": {
			account.CallError{Kind: account.Unintelligible, HTTPStatus: 502, Host: "api.twilio.com", Message: "invalid character '<'"},
			Message{"api.twilio.com sent an unexpected response (HTTP 502).", callTexts["call.unintelligible.status.hint"].en},
		},
		"the transport's reason": {
			account.CallError{Kind: account.Unreachable, Host: "api.twilio.com", Message: "no such host"},
			Message{"api.twilio.com could not be reached.", callTexts["call.unreachable.hint"].en + " Reported: no such host"},
		},
		"a status that is repeated": {
			account.CallError{Kind: account.Refused, HTTPStatus: 404, Message: "404 Not Found"},
			Message{"Twilio did not find this in the account (HTTP 404).", callTexts["call.refused.404.hint"].en},
		},
		"a connection that broke after the request": {
			account.CallError{Kind: account.Unreachable, Host: "api.twilio.com", Message: "EOF", OutcomeUnknown: true, Effect: account.MessageSent},
			Message{"The connection to api.twilio.com was lost. The SMS may or may not have been sent.",
				callTexts["call.outcome-unknown.message-sent.hint"].en + " Reported: EOF"},
		},
		"no host": {
			account.CallError{Kind: account.CallCanceled},
			Message{"The request to Twilio was canceled.", callTexts["call.canceled.hint"].en},
		},
		"an answer that was lost": {
			account.CallError{Kind: account.TimedOut, Host: "api.twilio.com", OutcomeUnknown: true, Effect: account.MessageSent},
			Message{"api.twilio.com did not answer in time. The SMS may or may not have been sent.", callTexts["call.outcome-unknown.message-sent.hint"].en},
		},
		"an error of Twilio's after which nobody knows": {
			account.CallError{Kind: account.Refused, Code: 20500, HTTPStatus: 500, OutcomeUnknown: true, Effect: account.MessageSent},
			Message{"Twilio could not handle the request (HTTP 500). The SMS may or may not have been sent.", callTexts["call.outcome-unknown.message-sent.hint"].en},
		},
		"a pause that was asked for": {
			account.CallError{Kind: account.Refused, Code: 20429, HTTPStatus: 429, RetryAfter: 1500 * time.Millisecond},
			Message{busy.Title, busy.Why + " " + busy.Do + " Twilio asks you to wait 2 seconds."},
		},
	} {
		if got := In(English).CallError(&c.err); got != c.want {
			t.Errorf("%s:\n%+v, wanted\n%+v", name, got, c.want)
		}
	}
}

// What may have happened depends on what was to happen, and so does where to look.
func TestEveryEffectHasWords(t *testing.T) {
	effects := []account.Effect{
		"", account.MessageSent, account.ServiceCreated, account.NumberBought,
		account.NumberAdded, account.NumberRemoved,
	}
	seen := map[string]account.Effect{}
	for _, effect := range effects {
		for _, l := range []Lang{English, Chinese} {
			s := In(l).CallError(&account.CallError{Kind: account.TimedOut, OutcomeUnknown: true, Effect: effect})
			if other, ok := seen[s.Message]; ok || s.Hint == "" || strings.ContainsAny(s.Message+s.Hint, "{}⟦") {
				t.Errorf("%s is in %s as %s: %+v", effect, l, other, s)
			}
			seen[s.Message] = effect
		}
	}
}

func TestChineseSentencesAreJoinedWithoutBlank(t *testing.T) {
	e := &account.CallError{Kind: account.TimedOut, Host: "api.twilio.com", OutcomeUnknown: true, Effect: account.MessageSent}
	if got := In(Chinese).CallError(e).Message; got != "api.twilio.com 没有及时响应。短信可能已经发出，也可能没有。" {
		t.Errorf("it reads %s", got)
	}
}
