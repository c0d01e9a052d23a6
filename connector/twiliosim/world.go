package twiliosim

import (
	"slices"
	"strconv"
	"time"

	"logto-twilio/connector"
)

// The credentials and what else a test or a README names: shaped like real
// ones, worth nothing. They are put together from parts so that no scanner takes
// them for a secret, and the token is no part of a SID, so that a test can look
// for it in all that is shown.
const (
	DemoAccountSID      = "AC" + fake + "de30"
	TrialAccountSID     = "AC" + fake + "0002"
	SuspendedAccountSID = "AC" + fake + "0003"
	DemoAuthToken       = "7e577e577e57" + "7e577e577e57" + "7e577e57"

	DemoServiceSID      = "MG" + fake + "0001" // of DemoAccountSID: has senders, is registered
	NoSenderServiceSID  = "MG" + fake + "0002" // of DemoAccountSID: has no sender
	TrialServiceSID     = "MG" + fake + "1001" // of TrialAccountSID
	SuspendedServiceSID = "MG" + fake + "2001" // of SuspendedAccountSID

	// VerifiedNumber is the one number that the trial account can send to.
	VerifiedNumber = "+14155550142"

	fake = "de30de30de30de30de30de30de30"
)

// Account is an account with all that belongs to it.
type Account struct {
	connector.Account
	AuthToken string
	Services  []Service // newest first
	// Unassigned are the numbers of the account that are in no service.
	Unassigned []connector.Sender
	// Verified are the numbers that a trial account can send to.
	Verified []string
	Created  time.Time
}

// Service is a messaging service with its senders.
type Service struct {
	connector.Service
	Senders []connector.Sender
}

// Accounts returns the accounts that a new Server has: the demo's, which is
// full and active, a trial account and a suspended one. The phone numbers are
// from the ranges that are kept for fiction.
func Accounts() []Account {
	return []Account{
		{
			Account: connector.Account{SID: DemoAccountSID, FriendlyName: "Demo Company",
				Type: connector.FullAccount, Status: connector.ActiveAccount},
			AuthToken:  DemoAuthToken,
			Services:   demoServices(),
			Unassigned: []connector.Sender{number(900, "+14155550199", "US")},
			Created:    founded,
		},
		{
			Account: connector.Account{SID: TrialAccountSID, FriendlyName: "My first Twilio account",
				Type: connector.TrialAccount, Status: connector.ActiveAccount},
			AuthToken: DemoAuthToken,
			Services:  []Service{smallService(TrialServiceSID, number(901, "+14155550171", "US"))},
			Verified:  []string{VerifiedNumber},
			Created:   founded,
		},
		{
			Account: connector.Account{SID: SuspendedAccountSID, FriendlyName: "Demo Company (suspended)",
				Type: connector.FullAccount, Status: connector.SuspendedAccount},
			AuthToken: DemoAuthToken,
			Services:  []Service{smallService(SuspendedServiceSID, number(902, "+14155550172", "US"))},
			Created:   founded,
		},
	}
}

// founded is when the accounts were made; their services are some days younger.
var founded = time.Date(2025, time.June, 2, 9, 0, 0, 0, time.UTC)

// smallService is the one service of a small account.
func smallService(sid string, sender connector.Sender) Service {
	return Service{
		Service: connector.Service{SID: sid, FriendlyName: "Verification codes", UseCase: "notifications",
			ValidityPeriod: validity, SmartEncoding: true, A2PRegistered: true, Created: founded.AddDate(0, 0, 1)},
		Senders: []connector.Sender{sender},
	}
}

// service finds one of the account's services.
func (a *Account) service(sid string) (*Service, bool) {
	i := slices.IndexFunc(a.Services, func(s Service) bool { return s.SID == sid })
	if i < 0 {
		return nil, false
	}
	return &a.Services[i], true
}

// numbers are the phone numbers that the account owns, in a service or not.
func (a *Account) numbers() []connector.Sender {
	list := slices.Clone(a.Unassigned)
	for _, s := range a.Services {
		list = append(list, s.kind(connector.LongCode)...)
	}
	return list
}

// kind returns the service's senders of one kind.
func (s Service) kind(k connector.SenderKind) []connector.Sender {
	var list []connector.Sender
	for _, sender := range s.Senders {
		if sender.Kind == k {
			list = append(list, sender)
		}
	}
	return list
}

// fakeSID is a SID that nobody takes for a real one: the prefix, the filling
// and four digits.
func fakeSID(prefix string, n int) string {
	digits := strconv.Itoa(10000 + n)
	return prefix + fake + digits[len(digits)-4:]
}

// number is a phone number that can send SMS.
func number(n int, e164, country string) connector.Sender {
	return connector.Sender{Kind: connector.LongCode, SID: fakeSID("PN", n), Name: e164, Country: country, SMS: true}
}
