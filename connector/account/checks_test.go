package account

import (
	"slices"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
)

// The senders of the tests.
var (
	usNumber  = Sender{Kind: LongCode, SID: "PN1", Name: "+15551234567", Country: "US", SMS: true}
	tollFree1 = Sender{Kind: LongCode, SID: "PN2", Name: "+18885551234", Country: "US", SMS: true}
	tollFree2 = Sender{Kind: LongCode, SID: "PN3", Name: "+18335551234", Country: "US", SMS: true}
	british   = Sender{Kind: LongCode, SID: "PN4", Name: "+447700900123", Country: "GB", SMS: true}
	voice     = Sender{Kind: LongCode, SID: "PN5", Name: "+15557654321", Country: "US"}
	brand     = Sender{Kind: AlphaSender, SID: "AI1", Name: "Example"}
)

// written is a list of checks as "code=status", each once in CheckCodes.
func written(t *testing.T, checks []Check) string {
	t.Helper()
	var got []string
	for _, c := range checks {
		got = append(got, string(c.Code)+"="+string(c.Status))
		if !slices.Contains(CheckCodes(), c.Code) {
			t.Errorf("CheckCodes lacks %s", c.Code)
		}
	}
	return strings.Join(got, " ")
}

func TestCheckAccount(t *testing.T) {
	for _, test := range []struct {
		account Account
		want    string
	}{
		{Account{Status: ActiveAccount, Type: FullAccount}, "account-active=ok"},
		{Account{Status: ActiveAccount, Type: TrialAccount}, "account-active=ok account-trial=warning"},
		{Account{Status: SuspendedAccount, Type: FullAccount}, "account-suspended=failed"},
		{Account{Status: ClosedAccount, Type: FullAccount}, "account-closed=failed"},
		{Account{Status: "odd", Type: FullAccount}, "account-status-unknown=unknown"},
	} {
		if got := written(t, CheckAccount(test.account)); got != test.want {
			t.Errorf("%+v: %s, want %s", test.account, got, test.want)
		}
	}
}

func TestCheckErrors(t *testing.T) {
	for _, test := range []struct {
		err              CallError
		account, service string
	}{
		{CallError{Kind: Refused, Code: 20003, HTTPStatus: 401}, "credentials-refused=failed", "credentials-refused=failed"},
		{CallError{Kind: Refused, HTTPStatus: 401}, "credentials-refused=failed", "credentials-refused=failed"},
		{CallError{Kind: Refused, Code: 20008, HTTPStatus: 403}, "test-credentials=failed", "test-credentials=failed"},
		{CallError{Kind: Refused, Code: 20005, HTTPStatus: 403}, "account-refused=failed", "service-refused=failed"},
		{CallError{Kind: Refused, Code: 20404, HTTPStatus: 404}, "account-refused=failed", "service-not-found=failed"},
		// A region serves less, and what it does not know is not told.
		{CallError{Kind: Refused, Code: 20404, HTTPStatus: 404, Regional: true}, "account-unanswered=unknown", "service-not-found=failed"},
		{CallError{Kind: Refused, HTTPStatus: 404, Regional: true}, "account-unanswered=unknown", "service-unanswered=unknown"},
		{CallError{Kind: Refused, Code: 20003, HTTPStatus: 401, Regional: true}, "credentials-refused=failed", "credentials-refused=failed"},
		{CallError{Kind: UnfitHost}, "account-unanswered=unknown", "service-unanswered=unknown"},
		{CallError{Kind: Refused, Code: 20429, HTTPStatus: 429}, "account-unanswered=unknown", "service-unanswered=unknown"},
		{CallError{Kind: Refused, Code: 20500, HTTPStatus: 500}, "account-unanswered=unknown", "service-unanswered=unknown"},
		{CallError{Kind: Unintelligible, HTTPStatus: 404}, "account-unanswered=unknown", "service-unanswered=unknown"},
		{CallError{Kind: Unreachable}, "account-unanswered=unknown", "service-unanswered=unknown"},
	} {
		account, service := CheckAccountError(&test.err), CheckServiceError("MG1", &test.err)
		if got := written(t, []Check{account}); got != test.account {
			t.Errorf("%v: account %s, want %s", &test.err, got, test.account)
		}
		if got := written(t, []Check{service}); got != test.service {
			t.Errorf("%v: service %s, want %s", &test.err, got, test.service)
		}
		for _, c := range []Check{account, service} {
			if c.Status == CheckUnknown && c.Err != &test.err {
				t.Errorf("%s does not say why", c.Code)
			}
		}
	}
}

func TestCheckBalance(t *testing.T) {
	for amount, want := range map[string]string{
		"12.50": "balance-ok=ok", "5": "balance-ok=ok", "4.999": "balance-low=warning", "0.001": "balance-low=warning",
		"0": "balance-spent=warning", "-0.00": "balance-spent=warning", "-12.5": "balance-spent=warning",
		"": "balance-unknown=unknown", "NaN": "balance-unknown=unknown", "12,50": "balance-unknown=unknown",
	} {
		if got := written(t, []Check{CheckBalance(Balance{amount, "EUR"})}); got != want {
			t.Errorf("%q: %s, want %s", amount, got, want)
		}
	}
}

func TestCheckPool(t *testing.T) {
	for _, test := range []struct {
		senders []Sender
		want    string
	}{
		{nil, "no-sender=failed"},
		{[]Sender{voice}, "no-sms-sender=failed"},
		{[]Sender{british}, "senders-ready=ok"},
		{[]Sender{british, voice}, "senders-ready=ok some-without-sms=warning"},
		{[]Sender{brand}, "senders-ready=ok only-alphanumeric=warning"},
		{[]Sender{brand, voice}, "senders-ready=ok some-without-sms=warning only-alphanumeric=warning"},
		{[]Sender{brand, british}, "senders-ready=ok"},
	} {
		if got := written(t, checkPool(Service{}, test.senders)); got != test.want {
			t.Errorf("%+v: %s, want %s", test.senders, got, test.want)
		}
	}
}

// What is blocked in the USA is failed where there is nothing else to send from,
// and a warning where there is.
func TestBlocked(t *testing.T) {
	campaign := func(s CampaignStatus) Found[[]Campaign] { return asked([]Campaign{{Status: s}}) }
	none := asked([]Campaign(nil))
	verified := func(all ...TollFreeVerification) Found[[]TollFreeVerification] { return asked(all) }
	canadian := Sender{Kind: LongCode, SID: "PN6", Name: "+16475550123", Country: "CA", SMS: true}
	for name, test := range map[string]struct {
		senders   []Sender
		campaigns Found[[]Campaign]
		tollFree  Found[[]TollFreeVerification]
		want      string
	}{
		"unregistered":               {[]Sender{usNumber}, none, verified(), "us-unregistered=failed"},
		"unregistered, as it says":   {[]Sender{usNumber}, Found[[]Campaign]{}, verified(), "us-unregistered=failed"},
		"refused":                    {[]Sender{usNumber}, campaign(CampaignFailed), verified(), "a2p-failed=failed"},
		"suspended":                  {[]Sender{usNumber, usNumber}, campaign(CampaignSuspended), verified(), "a2p-failed=failed"},
		"pending":                    {[]Sender{usNumber}, campaign(CampaignPending), verified(), "a2p-pending=failed"},
		"beside one without SMS":     {[]Sender{usNumber, voice}, none, verified(), "us-unregistered=failed"},
		"beside a British one":       {[]Sender{usNumber, british}, campaign(CampaignFailed), verified(), "a2p-failed=warning"},
		"beside a Canadian one":      {[]Sender{usNumber, canadian}, none, verified(), "us-unregistered=warning"},
		"beside an alphanumeric one": {[]Sender{usNumber, brand}, none, verified(), "us-unregistered=warning"},
		"toll-free ones":             {[]Sender{tollFree1, tollFree2}, none, verified(), "toll-free-missing=failed"},
		"toll-free ones of all sorts": {[]Sender{tollFree1, tollFree2}, none,
			verified(TollFreeVerification{NumberSID: tollFree1.SID, Status: TollFreePending}), "toll-free-in-review=failed toll-free-missing=failed"},
		"one of two verified": {[]Sender{tollFree1, tollFree2}, none,
			verified(TollFreeVerification{NumberSID: tollFree1.SID, Status: TollFreeApproved}), "toll-free-verified=ok toll-free-missing=warning"},
		"both kinds": {[]Sender{usNumber, tollFree1}, none,
			verified(TollFreeVerification{NumberSID: tollFree1.SID, Status: TollFreeRejected}), "us-unregistered=failed toll-free-rejected=failed"},
		"the other kind verified": {[]Sender{usNumber, tollFree1}, none,
			verified(TollFreeVerification{NumberSID: tollFree1.SID, Status: TollFreeApproved}), "us-unregistered=warning toll-free-verified=ok"},
		"the other kind registered": {[]Sender{usNumber, tollFree1}, campaign(CampaignVerified), verified(), "a2p-verified=ok toll-free-missing=warning"},
		"the other kind not known":  {[]Sender{usNumber, tollFree1}, none, Found[[]TollFreeVerification]{}, "us-unregistered=warning toll-free-verification=unknown"},
	} {
		s := ServiceSurvey{Service: asked(Service{}), Senders: asked(test.senders), Campaigns: test.campaigns, TollFree: test.tollFree}
		if got := written(t, s.registrations()); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

func TestCheckService(t *testing.T) {
	for period, want := range map[time.Duration]string{
		0:                      "service-found=ok", // not said
		36000 * time.Second:    "service-found=ok validity-too-long=warning",
		CodeLife:               "service-found=ok",
		CodeLife + time.Second: "service-found=ok validity-too-long=warning",
		CodeLife - time.Second: "service-found=ok validity-too-short=warning",
		time.Second:            "service-found=ok validity-too-short=warning",
	} {
		if got := written(t, CheckService(Service{ValidityPeriod: period})); got != want {
			t.Errorf("%s: %s, want %s", period, got, want)
		}
	}
}

func TestCheckCampaigns(t *testing.T) {
	us := []Sender{british, usNumber, tollFree1}
	for _, test := range []struct {
		statuses []CampaignStatus
		want     string
	}{
		{nil, "us-unregistered=warning"},
		{[]CampaignStatus{CampaignVerified}, "a2p-verified=ok"},
		{[]CampaignStatus{CampaignFailed, CampaignVerified}, "a2p-verified=ok"},
		{[]CampaignStatus{CampaignPending}, "a2p-pending=warning"},
		{[]CampaignStatus{CampaignSuspended, CampaignInProgress}, "a2p-pending=warning"},
		{[]CampaignStatus{CampaignFailed}, "a2p-failed=warning"},
		{[]CampaignStatus{CampaignSuspended}, "a2p-failed=warning"},
		{[]CampaignStatus{"NEW"}, "a2p-unknown=unknown"},
	} {
		var campaigns []Campaign
		for _, s := range test.statuses {
			campaigns = append(campaigns, Campaign{Status: s})
		}
		got := checkCampaigns(Service{}, us, campaigns)
		if written(t, got) != test.want || got[0].Args["count"] != 1 || got[0].Args["others"] != 0 || got[0].Args["number"] != usNumber.Name {
			t.Errorf("%v: %s %v, want %s", test.statuses, written(t, got), got[0].Args, test.want)
		}
	}
	if got := checkCampaigns(Service{A2PRegistered: true}, us, nil); written(t, got) != "a2p-unknown=unknown" {
		t.Errorf("registered without a campaign: %s", written(t, got))
	}
	if got := checkCampaigns(Service{}, []Sender{british, tollFree1, brand, voice}, nil); got != nil {
		t.Errorf("no US number: %s", written(t, got))
	}
}

func TestCheckTollFree(t *testing.T) {
	free := []Sender{tollFree1, british, tollFree2}
	verified := func(s Sender, status TollFreeStatus) TollFreeVerification {
		return TollFreeVerification{NumberSID: s.SID, Status: status}
	}
	for _, test := range []struct {
		verifications []TollFreeVerification
		want          string
	}{
		{nil, "toll-free-missing=warning"},
		{[]TollFreeVerification{verified(tollFree1, TollFreeApproved)}, "toll-free-verified=ok toll-free-missing=warning"},
		{[]TollFreeVerification{verified(tollFree1, TollFreeRejected), verified(tollFree1, TollFreeApproved),
			{Number: tollFree2.Name, Status: TollFreeApproved}}, "toll-free-verified=ok"},
		{[]TollFreeVerification{verified(tollFree1, TollFreePending), verified(tollFree2, TollFreeInReview)}, "toll-free-in-review=warning"},
		{[]TollFreeVerification{verified(tollFree1, TollFreeRejected), verified(tollFree2, "NEW")},
			"toll-free-rejected=warning toll-free-verification=unknown"},
		{[]TollFreeVerification{verified(british, TollFreeApproved), {NumberSID: "PN9", Status: TollFreeApproved}}, "toll-free-missing=warning"},
	} {
		if got := written(t, checkTollFree(Service{}, free, test.verifications)); got != test.want {
			t.Errorf("%+v: %s, want %s", test.verifications, got, test.want)
		}
	}
	if got := checkTollFree(Service{}, []Sender{british, usNumber}, nil); got != nil {
		t.Errorf("no toll-free number: %s", written(t, got))
	}
}

func TestCheckTemplates(t *testing.T) {
	long := strings.Repeat("a", 100)
	templates := []connector.Template{
		{UsageType: connector.SignIn, Content: "“{{code}}”"},
		{UsageType: connector.Register, Content: "It’s “{{code}}”. It’s secret, " + long},
		{UsageType: connector.Generic, Content: "验证码’ " + long},
		{UsageType: connector.Test, Content: long + "\u00a0{{code}}"},
	}
	if got := CheckTemplates(Service{SmartEncoding: true}, templates); got != nil {
		t.Errorf("with Smart Encoding: %s", written(t, got))
	}
	got := CheckTemplates(Service{FriendlyName: "S"}, templates)
	if written(t, got) != "smart-encoding-off=warning smart-encoding-off=warning" {
		t.Fatalf("without: %s", written(t, got))
	}
	want := problem.Args{"service": "S", "usageType": "Register", "characters": "’ “ ”", "segments": 2, "fewer": 1}
	for name, value := range want {
		if got[0].Args[name] != value {
			t.Errorf("%s is %v, want %v", name, got[0].Args[name], value)
		}
	}
	if got[1].Args["characters"] != "U+00A0 NO-BREAK SPACE" {
		t.Errorf("a blank is shown as %q", got[1].Args["characters"])
	}
}
