package i18n

import (
	"regexp"
	"strings"
	"testing"
	"time"

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
	var problems []connector.Problem
	for _, text := range broken {
		problems = append(problems, connector.Decode([]byte(text)).Problems()...)
	}
	for _, value := range []string{"", "AC", "SK00", "“AC", "+15551234567", "15551234567", "+1+1", "+4407700900123", "$SID", "ACxx", "op://a/b", "TOKEN=x", "AC00112233445566778899aabbccddeeff:x",
		"ie1", "https://api.dublin.ie1.twilio.com/", "api.au1.twilio.com"} {
		problems = append(problems, connector.CheckAccountSID(value)...)
		problems = append(problems, connector.CheckAuthToken(value)...)
		problems = append(problems, connector.CheckServiceSID(value)...)
		problems = append(problems, connector.CheckHost(value)...)
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

// What a character outside GSM-7 costs is said where it costs something.
func TestSegmentsAreSavedOnlyWhereTheyAre(t *testing.T) {
	for text, costs := range map[string]bool{
		"\u200b{{code}}": false, "’{{code}}": false,
		"\u200b{{code}}" + strings.Repeat("x", 80): true, "’{{code}}" + strings.Repeat("x", 80): true,
	} {
		c := connector.Config{Templates: []connector.Template{{UsageType: connector.SignIn, Content: text}}}
		found := false
		for _, p := range connector.NewDocument(c).Problems() {
			if p.Code != connector.InvisibleUCS2 && p.Code != connector.AvoidableUCS2 {
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
	missing := map[connector.Code]bool{}
	for _, code := range connector.CheckCodes() {
		missing[code] = true
	}
	for _, c := range everyCheck() {
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
func everyCheck() []connector.Check {
	const token = "the environment"
	service := connector.Service{FriendlyName: "S", ValidityPeriod: 1}
	var checks []connector.Check
	for _, status := range []connector.AccountStatus{"active", "suspended", "closed", "odd"} {
		checks = append(checks, connector.CheckAccount(connector.Account{FriendlyName: "A", Type: connector.TrialAccount, Status: status})...)
	}
	for _, amount := range []string{"10", "1", "0", ""} {
		checks = append(checks, connector.CheckBalance(connector.Balance{Amount: amount, Currency: "USD"}))
	}
	for _, n := range []connector.AvailableNumber{
		{Country: "US", Kind: connector.LocalNumber, Address: connector.AddressNone, Beta: true},
		{Country: "DE", Address: connector.AddressAny}, {Country: "DE", Address: connector.AddressLocal},
		{Country: "DE", Address: connector.AddressForeign},
		{Number: "+18005551234", Kind: connector.TollFreeNumber, Address: connector.AddressNone},
	} {
		checks = append(checks, connector.CheckAvailable(n, connector.Service{})...)
	}
	number := connector.Sender{Kind: connector.LongCode, SID: "PN1", Name: "+15551234567", Country: "US", SMS: true}
	free := connector.Sender{Kind: connector.LongCode, SID: "PN2", Name: "+18005551234", Country: "US", SMS: true}
	deaf := connector.Sender{Kind: connector.LongCode, SID: "PN3"}
	name := connector.Sender{Kind: connector.AlphaSender, Name: "Logto"}
	survey := func(senders []connector.Sender, campaign connector.CampaignStatus, verification connector.TollFreeStatus) {
		checks = append(checks, connector.ServiceSurvey{
			Service:   connector.Found[connector.Service]{Value: service, Asked: true},
			Senders:   connector.Found[[]connector.Sender]{Value: senders, Asked: true},
			Campaigns: connector.Found[[]connector.Campaign]{Value: []connector.Campaign{{Status: campaign}}, Asked: campaign != ""},
			TollFree: connector.Found[[]connector.TollFreeVerification]{Asked: verification != "",
				Value: []connector.TollFreeVerification{{NumberSID: "PN2", Status: verification}}},
		}.Checks("MG")...)
	}
	for _, senders := range [][]connector.Sender{nil, {deaf}, {number, number, free}, {name, deaf}} {
		survey(senders, "", "")
	}
	for _, status := range []connector.CampaignStatus{"VERIFIED", "PENDING", "FAILED", "odd"} {
		survey([]connector.Sender{number}, status, "")
	}
	for _, status := range []connector.TollFreeStatus{"TWILIO_APPROVED", "IN_REVIEW", "TWILIO_REJECTED"} {
		survey([]connector.Sender{free, {Kind: connector.LongCode, SID: "PN4", Name: "+18885551234", SMS: true}}, "", status)
	}
	checks = append(checks, connector.CheckService(service)...)
	checks = append(checks, connector.CheckService(connector.Service{FriendlyName: "S", ValidityPeriod: 10 * time.Hour})...)
	checks = append(checks, connector.CheckTemplates(service, []connector.Template{{Content: strings.Repeat("’", 71)}})...)
	for _, e := range []connector.CallError{
		{Kind: connector.Unreachable, Host: "h"}, {Kind: connector.Refused, HTTPStatus: 403}, {Kind: connector.Refused, HTTPStatus: 404},
		{Kind: connector.Refused, HTTPStatus: 401}, {Kind: connector.Refused, Code: 20008, HTTPStatus: 403},
	} {
		checks = append(checks, connector.CheckAccountError(&e), connector.CheckServiceError("MG", &e))
		checks = append(checks, connector.Survey{
			Document: connector.Decode(nil), ServiceSurvey: connector.ServiceSurvey{
				Service: connector.Found[connector.Service]{Value: service, Asked: true},
				Senders: connector.Found[[]connector.Sender]{Err: &e, Asked: true},
			},
		}.Checks()...)
	}
	checks = append(checks, connector.Survey{Document: connector.Decode(nil), TokenVariable: token}.Checks()...)
	good := connector.Config{AccountSID: "AC" + strings.Repeat("a", 32), AuthToken: strings.Repeat("b", 32), FromMessagingServiceSID: "MG" + strings.Repeat("c", 32)}
	for _, u := range connector.Portable.UsageTypes() {
		good.Templates = append(good.Templates, connector.Template{UsageType: u, Content: "{{code}}"})
	}
	checks = append(checks, connector.CheckDocument(connector.NewDocument(good)))
	good.Templates = append(good.Templates, good.Templates[0])
	checks = append(checks, connector.CheckDocument(connector.NewDocument(good)))
	good.AccountSID = "SK"
	return append(checks, connector.CheckDocument(connector.NewDocument(good)))
}
