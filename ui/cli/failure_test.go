package cli

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

func TestExitCode(t *testing.T) {
	refused := func(status int) error {
		return &account.CallError{Kind: account.Refused, HTTPStatus: status}
	}
	for _, test := range []struct {
		err  error
		want int
	}{
		{refused(400), exitProblem},
		{refused(401), exitProblem},
		{refused(403), exitProblem},
		{refused(404), exitProblem},
		{refused(429), exitUnreachable},
		{refused(500), exitUnreachable},
		{refused(503), exitUnreachable},
		{&account.CallError{Kind: account.Unreachable}, exitUnreachable},
		{&account.CallError{Kind: account.TimedOut}, exitUnreachable},
		{&account.CallError{Kind: account.Unintelligible, HTTPStatus: 404}, exitUnreachable},
		{&account.CallError{Kind: account.Forbidden}, exitUnreachable},
		{&account.CallError{Kind: account.Refused, HTTPStatus: 400, OutcomeUnknown: true}, exitUnreachable},
		{&account.CallError{Kind: account.CallCanceled, OutcomeUnknown: true}, exitInterrupted},
		{fmt.Errorf("asking: %w", context.Canceled), exitInterrupted},
		{fmt.Errorf("asking: %w", refused(429)), exitUnreachable},
		{&export.ReadError{Kind: export.ReadNotFound}, exitProblem},
		{errors.New("another"), exitProblem},
	} {
		f := (&app{Printer: english}).failed(test.err)
		if f.exit != test.want || f.said.Message == "" {
			t.Errorf("%v: exit code %d, %+v, want %d", test.err, f.exit, f.said, test.want)
		}
	}
}

// What programs get of a failure: its first reason, or else what its exit code says;
// words of their own, or else those for people.
func TestFailureAsJSON(t *testing.T) {
	a := &app{Printer: english}
	other := i18n.Message{Message: "for programs", Hint: "theirs"}
	twilio := &account.CallError{Kind: account.Refused, HTTPStatus: 400, Code: 21211}
	for name, test := range map[string]struct {
		err  error
		want reportError
	}{
		"usage":             {&failure{exit: exitUsage}, reportError{Code: reasonWrongUsage}},
		"problem":           {&failure{exit: exitProblem}, reportError{Code: reasonNotDone}},
		"unreachable":       {&failure{exit: exitUnreachable}, reportError{Code: reasonNotDone}},
		"interrupted":       {a.interrupted(), reportError{Code: reasonCanceled, Message: a.T("cli.interrupted")}},
		"first reason":      {because("second", because("first", &failure{exit: exitUsage})), reportError{Code: "first"}},
		"reason of a call":  {because("later", &failure{exit: exitProblem, reason: string(twilio.Kind)}), reportError{Code: string(account.Refused)}},
		"words of its own":  {&failure{exit: exitProblem, said: i18n.Message{Message: "for people"}, inJSON: other}, reportError{Code: reasonNotDone, Message: "for programs", Hint: "theirs"}},
		"words for people":  {&failure{exit: exitProblem, said: other}, reportError{Code: reasonNotDone, Message: "for programs", Hint: "theirs"}},
		"refused by Twilio": {failedWith(other, twilio), reportError{string(account.Refused), 400, 21211, "for programs", "theirs"}},
		"canceled":          {failedWith(other, context.Canceled), reportError{Code: reasonCanceled, Message: "for programs", Hint: "theirs"}},
		"changed meanwhile": {failedWith(other, logto.ErrChangedMeanwhile), reportError{Code: reasonChangedMeanwhile, Message: "for programs", Hint: "theirs"}},
		"Logto's answer": {
			failedWith(other, &logto.CallError{Kind: logto.TwilioRefused, HTTPStatus: 400, Twilio: twilio}),
			reportError{string(logto.TwilioRefused), 400, 21211, "for programs", "theirs"},
		},
	} {
		var f *failure
		if !errors.As(test.err, &f) || *f.toJSON() != test.want {
			t.Errorf("%s: %+v, want %+v", name, *f.toJSON(), test.want)
		}
	}
	if because("reason", nil) != nil {
		t.Error("no error has a reason")
	}
}
