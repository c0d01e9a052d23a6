package twiliosim

import (
	"fmt"
	"time"

	"logto-twilio/connector/account"
)

// validity is how long a message of a service may wait: as long as a code lives.
const validity = account.CodeLife

// defaultValidity is that of a service made without one, Twilio's default.
const defaultValidity = 36000 * time.Second

// servicesInAll is more than one page of Twilio's default size.
const servicesInAll = 57

// firstOdd is the place of the first service whose settings are odd: such
// services stand among the ordinary ones, as in an account that has grown.
const firstOdd = 30

// demoAccount is the demo's own.
func demoAccount() Account {
	a := newAccount(DemoAccountSID, "Demo Company", account.FullAccount, "48.20")
	a.Services = demoServices()
	a.Unassigned = demoUnassigned()
	a.TollFree = demoTollFree()
	return a
}

// demoServices are the services of the demo's account, newest first: the ones
// that show something at a glance, then as many ordinary ones as it takes.
func demoServices() []Service {
	list := append(make([]Service, 0, servicesInAll),
		demoService("Logto verification", "notifications", true,
			number(1, "+14155550120", "US"), number(2, "+447700900120", "GB")),
		demoService("Staging", "notifications", false),
		demoService("Marketing US", "marketing", false,
			number(3, "+12025550130", "US"), number(4, "+12025550131", "US")),
		demoService("Alerts", "notifications", false,
			account.Sender{Kind: account.ShortCode, SID: fakeSID("SC", 1), Name: "12345", Country: "US", SMS: true}),
		demoService("Brand name", "verification", false,
			account.Sender{Kind: account.AlphaSender, SID: fakeSID("AI", 1), Name: "LOGTO", SMS: true}),
		demoService("登录验证码", "verification", false, number(5, "+447700900150", "GB")),
		demoService("Voice line", "discussion", false, voiceOnly(6, "+447700900160", "GB")),
		demoService("Newsletter", "marketing", false, row(100, "+447700900500", 60, "GB")...),
	)
	for n := 1; len(list) < servicesInAll; n++ {
		list = append(list, demoService(fmt.Sprintf("Branch office %02d", n), "undeclared", false,
			number(10+n, fmt.Sprintf("+447700900%03d", 200+n), "GB")))
	}
	copy(list[firstOdd:], oddServices())
	for i := range list {
		s := &list[i]
		s.SID = fakeSID("MG", i+1)
		s.Created = founded.AddDate(0, 0, servicesInAll-i)
		if s.A2PRegistered {
			s.Campaigns = campaign(s.SID, account.CampaignVerified)
		}
	}
	return list
}

// demoService is a service but for its SID and its date.
func demoService(name, useCase string, registered bool, senders ...account.Sender) Service {
	return Service{
		Service: account.Service{FriendlyName: name, UseCase: useCase, ValidityPeriod: validity,
			SmartEncoding: true, A2PRegistered: registered},
		Senders: senders,
	}
}

// oddServices are those that a test message may pass and users suffer from, in
// the order of their SIDs.
func oddServices() []Service {
	inReview := demoService("Branch office 23, campaign in review", "verification", false, number(70, "+12025550140", "US"))
	inReview.Campaigns = campaign(InReviewServiceSID, account.CampaignInProgress)
	refused := demoService("Branch office 24, campaign refused", "verification", false, number(71, "+12025550141", "US"))
	refused.Campaigns = campaign(RefusedServiceSID, account.CampaignFailed)
	short := demoService("Branch office 25, two minutes", "notifications", false, number(72, "+447700900170", "GB"))
	short.ValidityPeriod = 2 * time.Minute
	plain := demoService("Branch office 26, no Smart Encoding", "notifications", false, number(73, "+447700900171", "GB"))
	plain.SmartEncoding = false
	tollFree := demoService("Branch office 27, toll-free", "notifications", false, row(tollFreeSID, tollFreeNumber, 3, "US")...)
	return []Service{inReview, refused, short, plain, tollFree}
}

// The first of the demo's toll-free numbers: the digits of its SID and itself.
const (
	tollFreeSID    = 80
	tollFreeNumber = "+18885550140"
)

// demoTollFree are the verifications of the first two toll-free numbers.
func demoTollFree() []account.TollFreeVerification {
	return []account.TollFreeVerification{
		{NumberSID: fakeSID("PN", tollFreeSID+1), Number: following(tollFreeNumber, 1), Status: account.TollFreePending},
		{NumberSID: fakeSID("PN", tollFreeSID), Number: tollFreeNumber, Status: account.TollFreeApproved},
	}
}

// demoUnassigned are the numbers of the demo's account that are in no service.
func demoUnassigned() []account.Sender {
	return []account.Sender{
		number(900, "+14155550199", "US"),
		number(903, "+447700900190", "GB"),
		voiceOnly(904, "+14155550198", "US"),
		voiceOnly(905, "+442079460190", "GB"),
	}
}

// voiceOnly is a phone number that cannot send SMS.
func voiceOnly(n int, e164, country string) account.Sender {
	sender := number(n, e164, country)
	sender.SMS = false
	return sender
}
