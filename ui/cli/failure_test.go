package cli

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/export"
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
