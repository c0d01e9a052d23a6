package twiliosim

import (
	"slices"
	"strconv"
	"time"

	"logto-twilio/connector/account"
)

// The credentials and what else a test or a README names: shaped like real
// ones, worth nothing. They are put together from parts so that no scanner takes
// them for a secret, and the token is no part of a SID, so that a test can look
// for it in all that is shown.
const (
	DemoAccountSID      = "AC" + fake + "de30"
	TrialAccountSID     = "AC" + fake + "0002"
	SuspendedAccountSID = "AC" + fake + "0003"
	EmptyAccountSID     = "AC" + fake + "0004"
	LargeAccountSID     = "AC" + fake + "0005"
	DemoAuthToken       = "7e577e577e57" + "7e577e577e57" + "7e577e57"

	DemoServiceSID     = "MG" + fake + "0001" // of DemoAccountSID: has senders, is registered
	NoSenderServiceSID = "MG" + fake + "0002" // of DemoAccountSID: has no sender

	InReviewServiceSID      = "MG" + fake + "0031" // of DemoAccountSID: its A2P campaign is in review
	RefusedServiceSID       = "MG" + fake + "0032" // of DemoAccountSID: its A2P campaign has failed
	ShortValidityServiceSID = "MG" + fake + "0033" // of DemoAccountSID: messages live for two minutes
	PlainEncodingServiceSID = "MG" + fake + "0034" // of DemoAccountSID: without Smart Encoding
	// TollFreeServiceSID is of DemoAccountSID. Of its three toll-free numbers the
	// first is verified, the second waits for it, and nobody asked for the third.
	TollFreeServiceSID = "MG" + fake + "0035"

	TrialServiceSID     = "MG" + fake + "1001" // of TrialAccountSID
	SuspendedServiceSID = "MG" + fake + "2001" // of SuspendedAccountSID

	// VerifiedNumber is the one number that the trial account can send to.
	VerifiedNumber = "+14155550142"

	fake = "de30de30de30de30de30de30de30"
)

// Account is an account with all that belongs to it.
type Account struct {
	account.Account
	AuthToken string
	Balance   account.Balance
	Services  []Service // newest first
	// Unassigned are the numbers of the account that are in no service.
	Unassigned []account.Sender
	// TollFree are the verifications of its toll-free numbers, newest first.
	TollFree []account.TollFreeVerification
	// Verified are the numbers that a trial account can send to.
	Verified []string
	Created  time.Time
}

// Service is a messaging service with its senders.
type Service struct {
	account.Service
	Senders []account.Sender
	// Campaigns are its A2P registrations: none, or one.
	Campaigns []account.Campaign
}

// Accounts returns the accounts that a new Server has, the demo's first. All
// phone numbers are from ranges that are kept for fiction.
func Accounts() []Account {
	list := make([]Account, len(accounts))
	for i, a := range accounts {
		list[i] = a.make()
	}
	return list
}

// accounts are how the accounts are made: a Server makes those that somebody asks for.
var accounts = []struct {
	sid  string
	make func() Account
}{
	{DemoAccountSID, demoAccount},
	{TrialAccountSID, trialAccount},
	{SuspendedAccountSID, suspendedAccount},
	{EmptyAccountSID, emptyAccount},
	{LargeAccountSID, largeAccount},
}

// account finds an account, the server's lock held.
func (s *Server) account(sid string) (*Account, bool) {
	if a, ok := s.accounts[sid]; ok {
		return a, true
	}
	for _, known := range accounts {
		if known.sid == sid {
			a := known.make()
			s.accounts[sid] = &a
			return &a, true
		}
	}
	return nil, false
}

// newAccount is an account without anything in it.
func newAccount(sid, name string, t account.Type, balance string) Account {
	return Account{
		Account:   account.Account{SID: sid, FriendlyName: name, Type: t, Status: account.ActiveAccount},
		AuthToken: DemoAuthToken,
		Balance:   account.Balance{Amount: balance, Currency: currency},
		Created:   founded,
	}
}

// currency is what everything is paid in.
const currency = "USD"

// founded is when the accounts were made; their services are some days younger.
var founded = time.Date(2025, time.June, 2, 9, 0, 0, 0, time.UTC)

// campaign is the one A2P registration of a service; its SID ends as the service's.
func campaign(service string, status account.CampaignStatus) []account.Campaign {
	return []account.Campaign{{SID: "QE" + service[len("MG"):], Status: status}}
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
func (a *Account) numbers() []account.Sender {
	list := slices.Clone(a.Unassigned)
	for _, s := range a.Services {
		list = append(list, s.kind(account.LongCode)...)
	}
	return list
}

// kind returns the service's senders of one kind.
func (s Service) kind(k account.SenderKind) []account.Sender {
	var list []account.Sender
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
func number(n int, e164, country string) account.Sender {
	return account.Sender{Kind: account.LongCode, SID: fakeSID("PN", n), Name: e164, Country: country, SMS: true}
}

// row is a row of numbers that can send SMS: e164 and those that follow it, their
// SIDs from first on.
func row(first int, e164 string, size int, country string) []account.Sender {
	list := make([]account.Sender, size)
	for i := range list {
		list[i] = number(first+i, following(e164, i), country)
	}
	return list
}

// following is the i-th number after one in E.164.
func following(e164 string, i int) string {
	n, err := strconv.Atoi(e164[1:])
	if err != nil {
		panic(err) // the numbers are this package's own
	}
	return "+" + strconv.Itoa(n+i)
}
