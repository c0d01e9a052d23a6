package i18n

import (
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/diagnosis"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
)

// everyDiagnosis makes checks of all codes of a Logto.
func everyDiagnosis() []account.Check {
	lost := &logto.CallError{Kind: logto.Unreachable, Host: "h"}
	doc := connector.NewDocument(connector.Config{AccountSID: "AC", AuthToken: strings.Repeat("b", 32), FromMessagingServiceSID: "MG",
		Templates: []connector.Template{{UsageType: "SignIn", Content: "{{code}} valid for 5 minutes"}, {UsageType: "Generic", Content: "{{code}} valid for 1 hour"}}})
	desired, err := logto.Desired(doc)
	if err != nil {
		panic(err)
	}
	other, _ := logto.Desired(connector.NewDocument(connector.Config{AccountSID: "AC2", AuthToken: "t", FromMessagingServiceSID: "MG",
		Templates: []connector.Template{{UsageType: "SignIn", Content: "x"}}}))
	ours := func(c logto.Config) logto.State {
		return logto.State{SMS: []logto.Connector{{ID: "a", FactoryID: connector.FactoryID, Config: c}}}
	}
	base := diagnosis.Survey{Document: doc, Host: "h", Since: 24 * time.Hour, State: diagnosis.Answered(ours(desired), nil)}
	var checks []account.Check
	with := func(change func(*diagnosis.Survey)) {
		s := base
		change(&s)
		checks = append(checks, s.Checks()...)
	}
	for _, state := range []logto.State{
		ours(desired), ours(other), {}, {Several: true}, {Hidden: logto.SeveralEmail}, {SMS: []logto.Connector{{ID: "a", FactoryID: "vonage-sms"}}},
	} {
		with(func(s *diagnosis.Survey) { s.State.Value = state })
	}
	with(func(s *diagnosis.Survey) { s.Document = connector.NewDocument(connector.Config{}) })
	for _, err := range []error{lost, &logto.CallError{Kind: logto.NoRole, Host: "h"}} {
		with(func(s *diagnosis.Survey) { s.State = diagnosis.Answered(logto.State{}, err) })
	}
	for _, exp := range []string{
		`{"signIn":{"methods":[]},"signUp":{"identifiers":["phone"],"verify":true},"signInMode":"SignInAndRegister","forgotPasswordMethods":[],"captchaPolicy":{"enabled":true}}`,
		`{"signIn":{"methods":[]},"signUp":{"identifiers":["phone"],"verify":true},"signInMode":"SignInAndRegister","forgotPasswordMethods":[],"captchaPolicy":{}}`,
		`{"signIn":{"methods":[]},"signUp":{"identifiers":[]},"forgotPasswordMethods":[],"mfa":{"factors":[]}}`,
	} {
		e, err := signin.Decode([]byte(exp))
		if err != nil {
			panic(err)
		}
		for _, known := range []signin.Known{signin.Unknown, signin.No, signin.Yes} {
			with(func(s *diagnosis.Survey) {
				s.Experience, s.Facts.CAPTCHA = diagnosis.Answered(e, nil), known
				s.Facts.AccountCenter.Known = true
			})
		}
	}
	with(func(s *diagnosis.Survey) { s.Experience = diagnosis.Answered(signin.Experience{}, error(lost)) })
	for _, sends := range []logto.Sends{
		{}, {Total: 1, By: []logto.SendCount{{Usage: "SignIn", Total: 1}}}, {Total: 2, Cut: true},
		{Total: 3, Failed: 3, Failures: []logto.SendFailure{{Usage: "SignIn", TwilioCode: 21608, Count: 1}, {LogtoCode: "request.message_rate_limited", Count: 1},
			{LogtoCode: "connector.not_found", Count: 1}, {Count: 2}}},
	} {
		with(func(s *diagnosis.Survey) { s.Sends = diagnosis.Answered(sends, nil) })
	}
	with(func(s *diagnosis.Survey) { s.Sends = diagnosis.Answered(logto.Sends{}, error(lost)) })
	var good, bad account.Traffic
	good.Add(account.Delivered, 0)
	bad.Add(account.Failed, 30450)
	bad.Add("invented", 30018)
	bad.Cut = true
	for _, traffic := range []account.Traffic{{}, good, bad} {
		with(func(s *diagnosis.Survey) { s.Messages = account.Found[account.Traffic]{Value: traffic, Asked: true} })
	}
	with(func(s *diagnosis.Survey) {
		s.Messages = account.Found[account.Traffic]{Err: &account.CallError{Kind: account.TimedOut, Host: "h"}, Asked: true}
	})
	return checks
}

func TestSpans(t *testing.T) {
	for d, want := range map[time.Duration][2]string{
		time.Second: {"1 second", "1 秒"}, 90 * time.Second: {"90 seconds", "90 秒"}, time.Minute: {"1 minute", "1 分钟"},
		90 * time.Minute: {"90 minutes", "90 分钟"}, time.Hour: {"1 hour", "1 小时"}, 24 * time.Hour: {"24 hours", "24 小时"},
		25 * time.Hour: {"25 hours", "25 小时"}, 7 * 24 * time.Hour: {"7 days", "7 天"},
	} {
		for i, l := range []Lang{English, Chinese} {
			if got := In(l).span(d); got != want[i] {
				t.Errorf("%v is %q, want %q", d, got, want[i])
			}
		}
	}
}

// What a check says of a time of one, of a code that nobody knows, of many changes and
// of words from a server.
func TestDiagnosisInWords(t *testing.T) {
	var many []logto.Change
	for _, usage := range []connector.UsageType{"a", "b", "a", "c", "d", "e", "f", "g"} {
		many = append(many, logto.Change{Path: "/templates/0/content", Usage: usage})
	}
	for _, test := range []struct {
		check account.Check
		want  string
	}{
		{account.Check{Code: diagnosis.SendsNone, Args: problem.Args{"host": "h", "since": time.Hour}}, "in the last hour."},
		{account.Check{Code: diagnosis.SendsNone, Args: problem.Args{"host": "h", "since": 24 * time.Hour}}, "in the last 24 hours."},
		{account.Check{Code: diagnosis.MessagesLost, Args: problem.Args{"count": 2, "twilioCode": 39999}}, "2 did not arrive: Twilio error 39999. Twilio reported error 39999."},
		{account.Check{Code: diagnosis.ConnectorDiffers, Args: problem.Args{"host": "h", "count": 8, "changes": many}},
			"8 differences (templates.a, templates.b, templates.c, templates.d, templates.e, templates.f, …)."},
		{account.Check{Code: diagnosis.ConnectorDiffers, Args: problem.Args{"host": "h", "count": 1, "changes": []logto.Change{{Path: "/new\x1b[2J"}}}}, "1 difference (new"},
		{account.Check{Code: diagnosis.MessagesOK, Args: problem.Args{"total": 1, "since": time.Hour, "statuses": []account.StatusCount{{Status: "odd\x1b", Count: 1}}}}, "known to be lost: odd"},
		{account.Check{Code: diagnosis.SMSUsed, Args: problem.Args{"host": "h", "uses": []signin.Use{signin.SignIn, signin.Recovery}}}, "for: Sign-in, Password recovery."},
	} {
		if got := In(English).Check(test.check).Message; !strings.Contains(got, test.want) || strings.Contains(got, "\x1b") {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
