package diagnosis

import (
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/signin"
)

// written is a list of checks as "code=status".
func written(checks []account.Check) string {
	var got []string
	for _, c := range checks {
		got = append(got, string(c.Code)+"="+string(c.Status))
	}
	return strings.Join(got, " ")
}

func TestChecks(t *testing.T) {
	doc := connector.NewDocument(connector.Config{AccountSID: "AC", AuthToken: "token", FromMessagingServiceSID: "MG",
		Templates: []connector.Template{{UsageType: "SignIn", Content: "{{code}} valid for 10 minutes"}}})
	desired, err := logto.Desired(doc)
	if err != nil {
		t.Fatal(err)
	}
	base := Survey{Document: doc, Host: "h", Since: time.Hour,
		State: Answered(logto.State{SMS: []logto.Connector{{FactoryID: connector.FactoryID, Config: desired}}}, nil)}
	const same = "logto-connector-same=ok"
	traffic := func(statuses ...account.MessageStatus) (f account.Found[account.Traffic]) {
		for _, s := range statuses {
			f.Value.Add(s, 0)
		}
		f.Asked = true
		return f
	}
	for name, test := range map[string]struct {
		change func(*Survey)
		want   string
	}{
		"nothing was asked":   {func(s *Survey) { s.State.Asked = false }, ""},
		"the same":            {func(*Survey) {}, same},
		"nothing there":       {func(s *Survey) { s.State.Value = logto.State{}; s.Experience.Asked = true }, "logto-connector-missing=failed"},
		"several":             {func(s *Survey) { s.State.Value = logto.State{Several: true} }, "logto-connector-several=failed"},
		"unreachable":         {func(s *Survey) { s.State.Err = &logto.CallError{Kind: logto.Unreachable} }, "logto-unanswered=unknown"},
		"canceled":            {func(s *Survey) { s.State.Err = &logto.CallError{Kind: logto.Canceled} }, "logto-unanswered=unknown"},
		"no role":             {func(s *Survey) { s.State.Err = &logto.CallError{Kind: logto.NoRole} }, "logto-refused=failed"},
		"uses unknown":        {func(s *Survey) { s.Experience = Answered(signin.Experience{}, error(&logto.CallError{})) }, same + " sms-use-unknown=unknown"},
		"nothing sent":        {func(s *Survey) { s.Sends = Answered(logto.Sends{}, nil) }, same + " sends-none=ok"},
		"some failed":         {func(s *Survey) { s.Sends = Answered(logto.Sends{Total: 2, Failed: 1}, nil) }, same + " sends-failed=warning"},
		"all failed":          {func(s *Survey) { s.Sends = Answered(logto.Sends{Total: 2, Failed: 2}, nil) }, same + " sends-failed=failed"},
		"too many":            {func(s *Survey) { s.Sends = Answered(logto.Sends{Total: 2, Cut: true}, nil) }, same + " sends-ok=ok sends-cut=unknown"},
		"read in part":        {func(s *Survey) { s.Sends = Answered(logto.Sends{Total: 1, Cut: true}, error(&logto.CallError{})) }, same + " sends-ok=ok sends-unanswered=unknown"},
		"no messages":         {func(s *Survey) { s.Messages = traffic() }, same + " messages-none=ok"},
		"a message is lost":   {func(s *Survey) { s.Messages = traffic(account.Delivered, account.Failed) }, same + " messages-failed=warning"},
		"all messages lost":   {func(s *Survey) { s.Messages = traffic(account.Undelivered) }, same + " messages-failed=failed"},
		"messages on the way": {func(s *Survey) { s.Messages = traffic(account.Sent, account.Queued) }, same + " messages-ok=ok"},
	} {
		s := base
		test.change(&s)
		if got := written(s.Checks()); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}
