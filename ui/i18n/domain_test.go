package i18n

import (
	"regexp"
	"strings"
	"testing"

	"logto-twilio/connector"
)

// hole finds an argument that was not filled in; {{code}} is none.
var hole = regexp.MustCompile(`(^|[^{])\{\w+(\|[^}]*)?\}`)

// broken are configurations with much that can be said about them.
var broken = []string{
	``, "\ufeff{}", "\xff", `{`, `{"a`, `{"a":1,}`, `{"a" 1}`, `{"a":}`, `{,}`, `{"a":1]`, `{"a":1 "b":2}`,
	`{'a':1}`, `{“a”:1}`, `{"a"：1}`, "{\u00a0}", `{/* */}`, `{a:1}`, `{"a":b}`, `{"a":True}`, `{"a":01}`,
	`{"a":"\q"}`, `{"a":"\u12"}`, "{\"a\":\"\t\"}", "{\"a\":\"\n\"}", `{}{}`, `{"a":"b"c"}`, `{;}`, `[]`, `{}`,
	strings.Repeat("[", connector.MaxDepth+1), strings.Repeat(" ", connector.MaxSize+1),
	`{"connectorId":"other","config":{"accountSID":1}}`,
	`{"accountSID":"<your-account-sid>","accountSID":"${SID}","authtoken":"\u0000","fromMessagingServiceSID":" MG ",
	  "disableRiskCheck":true,"extra":1,"templates":[1,{"usageType":"Signin","content":"{{ code }} ’"},
	  {"usageType":"Nothing","content":"{{cdoe}}"},{"usageType":"Nothing","content":"{{code.x}} {{user}} {{toString}}"},
	  {"usageType":"","content":""},{"usageType":"Test","content":"{{otp}} {{organization.name}} \ud800"},
	  {"usageType":"OrganizationInvitation","content":"{{link}} {{unknown}}"}]}`,
}

func TestProblemsOfTheDomainLeaveNoHoles(t *testing.T) {
	var problems []connector.Problem
	for _, text := range broken {
		problems = append(problems, connector.Decode([]byte(text)).Problems()...)
	}
	for _, value := range []string{"", "AC", "SK00", "“AC", "+15551234567", "$SID", "ACxx"} {
		problems = append(problems, connector.CheckAccountSID(value)...)
		problems = append(problems, connector.CheckAuthToken(value)...)
		problems = append(problems, connector.CheckServiceSID(value)...)
		if _, p := connector.ParsePhone(value); p != nil {
			problems = append(problems, *p)
		}
	}
	for _, p := range problems {
		for _, l := range []Lang{English, Chinese} {
			s := In(l).Problem(p)
			if s.Message == "" || s.Hint == "" || hole.MatchString(s.Message+s.Hint) {
				t.Errorf("%s %v is in %s %+v", p.Code, p.Args, l, s)
			}
		}
	}
	if len(problems) < len(broken) {
		t.Errorf("only %d problems were found", len(problems))
	}
}

func TestChecksOfTheDomainLeaveNoHoles(t *testing.T) {
	var checks []connector.Check
	for _, status := range []connector.AccountStatus{"active", "suspended", "closed", "odd"} {
		checks = append(checks, connector.CheckAccount(connector.Account{FriendlyName: "A", Type: connector.TrialAccount, Status: status})...)
	}
	number := connector.Sender{Kind: connector.LongCode, Name: "+15551234567", Country: "US", SMS: true}
	tollFree := connector.Sender{Kind: connector.LongCode, Name: "+18005551234", Country: "US", SMS: true}
	name := connector.Sender{Kind: connector.AlphaSender, Name: "Logto"}
	for _, senders := range [][]connector.Sender{nil, {{Kind: connector.LongCode}}, {number, number, tollFree}, {name}} {
		checks = append(checks, connector.CheckSenders(connector.Service{FriendlyName: "S"}, senders)...)
	}
	for _, c := range checks {
		for _, l := range []Lang{English, Chinese} {
			if s := In(l).Check(c); s.Message == "" || hole.MatchString(s.Message+s.Hint) {
				t.Errorf("%s %v is in %s %+v", c.Code, c.Args, l, s)
			}
		}
	}
	if len(checks) < 10 {
		t.Errorf("only %d checks were made", len(checks))
	}
}
