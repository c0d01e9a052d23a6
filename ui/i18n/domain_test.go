package i18n

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/sms"
)

// hole finds an argument that was not filled in; {{code}} is none.
var hole = regexp.MustCompile(`(^|[^{])\{\w+(\|[^}]*)?\}`)

// broken are configurations with much that can be said about them.
var broken = []string{
	``, "\ufeff{}", "\xff", `{`, `{"a`, `{"a":1,}`, `{"a" 1}`, `{"a":}`, `{,}`, `{"a":1]`, `{"a":1 "b":2}`,
	`{'a':1}`, `{“a”:1}`, `{"a"：1}`, "{\u00a0}", `{/* */}`, `{a:1}`, `{"a":b}`, `{"a":True}`, `{"a":01}`,
	`{"a":"\q"}`, `{"a":"\u12"}`, "{\"a\":\"\t\"}", "{\"a\":\"\n\"}", `{}{}`, `{"a":"b"c"}`, `{;}`, `[]`, `{}`,
	strings.Repeat("[", jsondoc.MaxDepth+1), strings.Repeat(" ", jsondoc.MaxSize+1),
	`{"connectorId":"other","config":{"accountSID":1}}`, `{"connectorId":"other","config":{}}`,
	`[{"connectorId":"other","config":{}}]`, `{"connector_id":"twilio-short-message-service","config":{}}`,
	`[{"connectorId":"twilio-short-message-service","config":{}},{"connectorId":"twilio-short-message-service","config":{}}]`,
	"---\na: 1", "<html>", "TOKEN=1", "const x = 1", "```\n```", `{\"accountSID\":1}`, "{\x00}\x00", "<<<<<<< a\n=======\n>>>>>>> b",
	`X={"accountSID":1}`, `x: {"accountSID":1}`,
	`{"accountSID":"<your-account-sid>","accountSID":"${SID}","authtoken":"\u0000","fromMessagingServiceSID":" MG ",
	  "disableRiskCheck":true,"extra":1,"templates":[1,{"usageType":"Signin","content":"{{ code }} ’"},
	  {"usageType":"Nothing","content":"{{cdoe}}"},{"usageType":"Nothing","content":"{{code.x}} {{user}} {{toString}}"},
	  {"usageType":"","content":""},{"usageType":"Test","content":"{{otp}} {{organization.name}} {{locale}} {{uiLocales}} {{foo}} ${{code}} {%x%} <b>**x** bit.ly/x \\n \u2028 中 \ud800","__proto__":1e400},
	  {"usageType":"OrganizationInvitation","content":"{{link}} {{unknown}}"}]}`,
}

func TestProblemsOfTheDomainLeaveNoHoles(t *testing.T) {
	var problems []problem.Problem
	for _, text := range broken {
		problems = append(problems, connector.Decode([]byte(text)).Problems()...)
	}
	for _, value := range []string{"", "AC", "SK00", "“AC", "+15551234567", "15551234567", "+1+1", "+4407700900123", "$SID", "ACxx", "op://a/b", "TOKEN=x", "AC00112233445566778899aabbccddeeff:x",
		"ie1", "https://api.dublin.ie1.twilio.com/", "api.au1.twilio.com"} {
		problems = append(problems, connector.CheckAccountSID(value)...)
		problems = append(problems, connector.CheckAuthToken(value)...)
		problems = append(problems, connector.CheckServiceSID(value)...)
		problems = append(problems, connector.CheckHost(value)...)
		if _, p := sms.ParsePhone(value); p != nil {
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

// What a character outside GSM-7 costs is said where it costs something.
func TestSegmentsAreSavedOnlyWhereTheyAre(t *testing.T) {
	for text, costs := range map[string]bool{
		"\u200b{{code}}": false, "’{{code}}": false,
		"\u200b{{code}}" + strings.Repeat("x", 80): true, "’{{code}}" + strings.Repeat("x", 80): true,
	} {
		c := connector.Config{Templates: []connector.Template{{UsageType: connector.SignIn, Content: text}}}
		found := false
		for _, p := range connector.NewDocument(c).Problems() {
			if p.Code != problem.InvisibleUCS2 && p.Code != problem.AvoidableUCS2 {
				continue
			}
			if hint := In(English).Problem(p).Hint; strings.Contains(hint, "takes 1 segment instead of 2.") != costs || strings.Contains(hint, "instead of 1.") {
				t.Errorf("%q: %s", text, hint)
			}
			found = true
		}
		if !found {
			t.Errorf("%q costs nothing", text)
		}
	}
}

func TestChecksOfTheDomainLeaveNoHoles(t *testing.T) {
	missing := map[problem.Code]bool{}
	for _, code := range checkCodes() {
		missing[code] = true
	}
	for _, c := range append(everyCheck(), everyDiagnosis()...) {
		delete(missing, c.Code)
		for _, l := range []Lang{English, Chinese} {
			if s := In(l).Check(c); s.Message == "" || hole.MatchString(s.Message+s.Hint) {
				t.Errorf("%s %v is in %s %+v", c.Code, c.Args, l, s)
			}
		}
	}
	if len(missing) > 0 {
		t.Errorf("these checks were not made: %v", missing)
	}
}

// everyCheck makes checks of all codes.
func everyCheck() []account.Check {
	const token = "the environment"
	service := account.Service{FriendlyName: "S", ValidityPeriod: 1}
	var checks []account.Check
	for _, status := range []account.Status{"active", "suspended", "closed", "odd"} {
		checks = append(checks, account.CheckAccount(account.Account{FriendlyName: "A", Type: account.TrialAccount, Status: status})...)
	}
	for _, amount := range []string{"10", "1", "0", ""} {
		checks = append(checks, account.CheckBalance(account.Balance{Amount: amount, Currency: "USD"}))
	}
	for _, n := range []account.AvailableNumber{
		{Country: "US", Kind: account.LocalNumber, Address: account.AddressNone, Beta: true},
		{Country: "DE", Address: account.AddressAny}, {Country: "DE", Address: account.AddressLocal},
		{Country: "DE", Address: account.AddressForeign},
		{Number: "+18005551234", Kind: account.TollFreeNumber, Address: account.AddressNone},
	} {
		checks = append(checks, account.CheckAvailable(n, account.Service{})...)
	}
	number := account.Sender{Kind: account.LongCode, SID: "PN1", Name: "+15551234567", Country: "US", SMS: true}
	free := account.Sender{Kind: account.LongCode, SID: "PN2", Name: "+18005551234", Country: "US", SMS: true}
	deaf := account.Sender{Kind: account.LongCode, SID: "PN3"}
	name := account.Sender{Kind: account.AlphaSender, Name: "Logto"}
	survey := func(senders []account.Sender, campaign account.CampaignStatus, verification account.TollFreeStatus) {
		checks = append(checks, account.ServiceSurvey{
			Service:   account.Found[account.Service]{Value: service, Asked: true},
			Senders:   account.Found[[]account.Sender]{Value: senders, Asked: true},
			Campaigns: account.Found[[]account.Campaign]{Value: []account.Campaign{{Status: campaign}}, Asked: campaign != ""},
			TollFree: account.Found[[]account.TollFreeVerification]{Asked: verification != "",
				Value: []account.TollFreeVerification{{NumberSID: "PN2", Status: verification}}},
		}.Checks("MG")...)
	}
	for _, senders := range [][]account.Sender{nil, {deaf}, {number, number, free}, {name, deaf}} {
		survey(senders, "", "")
	}
	for _, status := range []account.CampaignStatus{"VERIFIED", "PENDING", "FAILED", "odd"} {
		survey([]account.Sender{number}, status, "")
	}
	for _, status := range []account.TollFreeStatus{"TWILIO_APPROVED", "IN_REVIEW", "TWILIO_REJECTED"} {
		survey([]account.Sender{free, {Kind: account.LongCode, SID: "PN4", Name: "+18885551234", SMS: true}}, "", status)
	}
	checks = append(checks, account.CheckService(service)...)
	checks = append(checks, account.CheckService(account.Service{FriendlyName: "S", ValidityPeriod: 10 * time.Hour})...)
	checks = append(checks, account.CheckTemplates(service, []connector.Template{{Content: strings.Repeat("’", 71)}})...)
	for _, e := range []account.CallError{
		{Kind: account.Unreachable, Host: "h"}, {Kind: account.Refused, HTTPStatus: 403}, {Kind: account.Refused, HTTPStatus: 404},
		{Kind: account.Refused, HTTPStatus: 401}, {Kind: account.Refused, Code: 20008, HTTPStatus: 403},
	} {
		checks = append(checks, account.CheckAccountError(&e), account.CheckServiceError("MG", &e))
		checks = append(checks, account.Survey{
			Document: connector.Decode(nil), ServiceSurvey: account.ServiceSurvey{
				Service: account.Found[account.Service]{Value: service, Asked: true},
				Senders: account.Found[[]account.Sender]{Err: &e, Asked: true},
			},
		}.Checks()...)
	}
	checks = append(checks, account.Survey{Document: connector.Decode(nil), MissingToken: token}.Checks()...)
	good := connector.Config{AccountSID: "AC" + strings.Repeat("a", 32), AuthToken: strings.Repeat("b", 32), FromMessagingServiceSID: "MG" + strings.Repeat("c", 32)}
	for _, u := range connector.Portable.UsageTypes() {
		good.Templates = append(good.Templates, connector.Template{UsageType: u, Content: "{{code}}"})
	}
	checks = append(checks, account.CheckDocument(connector.NewDocument(good)))
	good.Templates = append(good.Templates, good.Templates[0])
	checks = append(checks, account.CheckDocument(connector.NewDocument(good)))
	good.AccountSID = "SK"
	return append(checks, account.CheckDocument(connector.NewDocument(good)))
}
