package walk

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/ui/i18n"
)

func TestLogtoTestOf(t *testing.T) {
	refused, unsure := &logto.CallError{Kind: logto.Forbidden}, &logto.CallError{Kind: logto.Unreachable, OutcomeUnknown: true}
	for _, c := range []struct {
		err  error
		want LogtoTest
	}{
		{nil, TestSent},
		{refused, TestRefused},
		{fmt.Errorf("testing: %w", refused), TestRefused},
		{unsure, TestUnsure},
		{fmt.Errorf("testing: %w", unsure), TestUnsure},
		{errors.New("odd"), TestUnsure},
		{context.Canceled, TestUnsure},
	} {
		if got := LogtoTestOf(c.err); got != c.want {
			t.Errorf("%v: %s, want %s", c.err, got, c.want)
		}
	}
}

// What may have been done all the same has not failed: it is a warning, and the words
// say to look first.
func TestUnsureIsNoFailure(t *testing.T) {
	const number = "+15551234567"
	refused, unsure := &logto.CallError{Kind: logto.Forbidden}, &logto.CallError{Kind: logto.Unreachable, OutcomeUnknown: true}
	test := &logto.CallError{Kind: logto.Unreachable, Call: logto.CallTest, OutcomeUnknown: true}
	for _, p := range []i18n.Printer{i18n.In(i18n.English), i18n.In(i18n.Chinese)} {
		push := func(o logto.Outcome, err error) func() (account.CheckStatus, i18n.Message) {
			return func() (account.CheckStatus, i18n.Message) {
				return PushText(p, logto.Plan{Action: logto.Post}, logto.Result{Outcome: o}, err)
			}
		}
		failed := func(err error) func() (account.CheckStatus, i18n.Message) {
			return func() (account.CheckStatus, i18n.Message) { return FailureText(p, err) }
		}
		tested := func(err error) func() (account.CheckStatus, i18n.Message) {
			return func() (account.CheckStatus, i18n.Message) { return LogtoTestText(p, number, err) }
		}
		for name, c := range map[string]struct {
			text func() (account.CheckStatus, i18n.Message)
			want account.CheckStatus
		}{
			"pushed":               {push(logto.Pushed, nil), account.CheckOK},
			"unchanged, refused":   {push(logto.Unchanged, refused), account.CheckFailed},
			"changed meanwhile":    {push(logto.Unchanged, logto.ErrChangedMeanwhile), account.CheckFailed},
			"another there":        {push(logto.Different, nil), account.CheckFailed},
			"unsure push":          {push(logto.Unknown, unsure), account.CheckWarning},
			"not read back":        {push(logto.Unverified, refused), account.CheckWarning},
			"a refusal":            {failed(refused), account.CheckFailed},
			"Twilio's refusal":     {failed(&account.CallError{Kind: account.Refused, Code: 21608}), account.CheckFailed},
			"Twilio, unsure":       {failed(&account.CallError{Kind: account.TimedOut, OutcomeUnknown: true, Effect: account.NumberBought}), account.CheckWarning},
			"unsure, wrapped":      {failed(fmt.Errorf("pushing: %w", unsure)), account.CheckWarning},
			"another error":        {failed(errors.New("odd")), account.CheckFailed},
			"test sent":            {tested(nil), account.CheckOK},
			"test refused":         {tested(refused), account.CheckFailed},
			"test, answer lost":    {tested(test), account.CheckWarning},
			"test, an odd failure": {tested(errors.New("odd")), account.CheckWarning},
		} {
			got, said := c.text()
			if got != c.want || said.Message == "" {
				t.Errorf("%s: %s %q, want %s", name, got, said, c.want)
			}
			if c.want == account.CheckWarning && name != "test, an odd failure" && name != "not read back" && said.Hint == "" {
				t.Errorf("%s: nothing says what to do first: %q", name, said.Message)
			}
		}
		if _, said := PushText(p, logto.Plan{Action: logto.Nothing}, logto.Result{Outcome: logto.Unchanged}, nil); said.Message != p.T("push.nothing") {
			t.Errorf("nothing to do: %q", said.Message)
		}
	}
}
