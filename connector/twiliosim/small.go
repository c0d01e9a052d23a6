package twiliosim

import (
	"logto-twilio/connector/account"
)

// trialAccount can send to one number.
func trialAccount() Account {
	a := newAccount(TrialAccountSID, "My first Twilio account", account.TrialAccount, "2.35")
	a.Services = []Service{smallService(TrialServiceSID, number(901, "+14155550171", "US"))}
	a.Verified = []string{VerifiedNumber}
	return a
}

// suspendedAccount owes money, and can only be read.
func suspendedAccount() Account {
	a := newAccount(SuspendedAccountSID, "Demo Company (suspended)", account.FullAccount, "-3.10")
	a.Status = account.SuspendedAccount
	a.Services = []Service{smallService(SuspendedServiceSID, number(902, "+14155550172", "US"))}
	return a
}

// emptyAccount is as an account is that was just opened and paid for.
func emptyAccount() Account {
	return newAccount(EmptyAccountSID, "New company", account.FullAccount, "20.00")
}

// smallService is the one service of a small account.
func smallService(sid string, sender account.Sender) Service {
	return Service{
		Service: account.Service{SID: sid, FriendlyName: "Verification codes", UseCase: "notifications",
			ValidityPeriod: validity, SmartEncoding: true, A2PRegistered: true, Created: founded.AddDate(0, 0, 1)},
		Senders:   []account.Sender{sender},
		Campaigns: campaign(sid, account.CampaignVerified),
	}
}
