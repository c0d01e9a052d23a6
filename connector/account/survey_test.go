package account

import (
	"strings"
	"testing"

	"logto-twilio/connector"
)

// asked is what came of asking for something.
func asked[T any](value T) Found[T] { return Found[T]{Value: value, Asked: true} }

// unanswered is what did not come.
func unanswered[T any](e *CallError) Found[T] { return Found[T]{Err: e, Asked: true} }

// soundDocument is a configuration with which nothing is wrong.
func soundDocument() *connector.Document {
	return connector.NewDocument(connector.Config{AccountSID: fakeAccount, AuthToken: fakeToken, FromMessagingServiceSID: fakeService,
		Templates: portable()})
}

func TestSurvey(t *testing.T) {
	lost := &CallError{Kind: Unreachable}
	wrong := &CallError{Kind: Refused, Code: 20003, HTTPStatus: 401}
	account := asked(Account{Status: ActiveAccount, Type: FullAccount})
	whole := Survey{
		Document: soundDocument(), Account: account, Balance: asked(Balance{"20", "USD"}),
		ServiceSurvey: ServiceSurvey{
			Service:   asked(Service{A2PRegistered: true, SmartEncoding: true}),
			Senders:   asked([]Sender{usNumber, tollFree1}),
			Campaigns: asked([]Campaign{{Status: CampaignVerified}}),
			TollFree:  asked([]TollFreeVerification{{NumberSID: tollFree1.SID, Status: TollFreeApproved}}),
		},
	}
	const sound = "configuration-accepted=ok "
	for name, test := range map[string]struct {
		change func(*Survey)
		want   string
	}{
		"all is well": {func(*Survey) {}, sound + "account-active=ok balance-ok=ok service-found=ok senders-ready=ok a2p-verified=ok toll-free-verified=ok"},
		"nothing was asked": {func(s *Survey) { *s = Survey{Document: s.Document} },
			sound + "account-unchecked=unknown service-unchecked=unknown"},
		"no token": {func(s *Survey) { *s = Survey{Document: s.Document, MissingToken: "X"} },
			sound + "token-missing=failed service-unchecked=unknown"},
		"nobody answered": {func(s *Survey) {
			s.Account, s.Balance, s.Service = unanswered[Account](lost), unanswered[Balance](lost), unanswered[Service](lost)
		}, sound + "account-unanswered=unknown balance-unknown=unknown service-unanswered=unknown"},
		"credentials refused everywhere": {func(s *Survey) {
			s.Account, s.Balance, s.Service = unanswered[Account](wrong), Found[Balance]{}, unanswered[Service](wrong)
		}, sound + "credentials-refused=failed"},
		"no word of the senders": {func(s *Survey) { s.Senders = unanswered[[]Sender](lost) },
			sound + "account-active=ok balance-ok=ok service-found=ok senders-unanswered=unknown"},
		"no word of the registrations": {func(s *Survey) {
			s.Campaigns, s.TollFree = unanswered[[]Campaign](lost), unanswered[[]TollFreeVerification](lost)
		}, sound + "account-active=ok balance-ok=ok service-found=ok senders-ready=ok a2p-unknown=unknown toll-free-verification=unknown"},
		"no word of them, but the service's": {func(s *Survey) {
			s.Service.Value.A2PRegistered = false
			s.Campaigns = unanswered[[]Campaign](lost)
		}, sound + "account-active=ok balance-ok=ok service-found=ok senders-ready=ok us-unregistered=warning toll-free-verified=ok"},
	} {
		s := whole
		test.change(&s)
		if got := written(t, s.Checks()); got != test.want {
			t.Errorf("%s:\n%s, want\n%s", name, got, test.want)
		}
	}
}

func TestCheckDocument(t *testing.T) {
	sound := string(soundDocument().Bytes())
	for _, test := range []struct {
		text, want string
		count      any
	}{
		{sound, "configuration-accepted=ok", nil},
		{strings.Replace(sound, fakeToken, connector.TokenVariable, 1), "configuration-accepted=ok", nil},
		{strings.Replace(sound, "{", `{"extra": 1, `, 1), "configuration-warnings=warning", 1},
		{strings.Replace(sound, fakeAccount, "SK"+fakeToken, 1), "configuration-errors=failed", 1},
		{strings.ReplaceAll(sound, "Generic", "General"), "configuration-refused=failed", 1},
		{"{", "configuration-refused=failed", 1},
	} {
		c := CheckDocument(connector.Decode([]byte(test.text)))
		if got := written(t, []Check{c}); got != test.want || c.Args["count"] != test.count {
			t.Errorf("%.60s: %s %v, want %s %v", test.text, got, c.Args, test.want, test.count)
		}
	}
}

// Credentials of nobody's.
var (
	fakeAccount = "AC" + strings.Repeat("a", 32)
	fakeService = "MG" + strings.Repeat("c", 32)
	fakeToken   = strings.Repeat("b", 32)
)

// portable are the templates that the program makes by itself.
func portable() []connector.Template {
	var ts []connector.Template
	for _, u := range connector.Portable.UsageTypes() {
		ts = append(ts, connector.Template{UsageType: u, Content: connector.DefaultText(u, connector.English)})
	}
	return ts
}
