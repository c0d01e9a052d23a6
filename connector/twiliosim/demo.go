package twiliosim

import (
	"fmt"
	"time"

	"logto-twilio/connector"
)

// validity is how long a message of a service may wait, Twilio's default.
const validity = 36000 * time.Second

// servicesInAll is more than one page of Twilio's default size.
const servicesInAll = 57

// demoServices are the services of the demo's account, newest first: the ones
// that show something, then as many ordinary ones as it takes.
func demoServices() []Service {
	list := append(make([]Service, 0, servicesInAll),
		demoService("Logto verification", "notifications", true,
			number(1, "+14155550120", "US"), number(2, "+447700900120", "GB")),
		demoService("Staging", "notifications", false),
		demoService("Marketing US", "marketing", false,
			number(3, "+12025550130", "US"), number(4, "+12025550131", "US")),
		demoService("Alerts", "notifications", false,
			connector.Sender{Kind: connector.ShortCode, SID: fakeSID("SC", 1), Name: "12345", Country: "US", SMS: true}),
		demoService("Brand name", "verification", false,
			connector.Sender{Kind: connector.AlphaSender, SID: fakeSID("AI", 1), Name: "LOGTO", SMS: true}),
		demoService("登录验证码", "verification", false, number(5, "+447700900150", "GB")),
		demoService("Voice line", "discussion", false, voiceOnly(6, "+447700900160", "GB")),
		demoService("Newsletter", "marketing", false, pool(100, 60)...),
	)
	for n := 1; len(list) < servicesInAll; n++ {
		list = append(list, demoService(fmt.Sprintf("Branch office %02d", n), "undeclared", false,
			number(10+n, fmt.Sprintf("+447700900%03d", 200+n), "GB")))
	}
	for i := range list {
		list[i].SID = fakeSID("MG", i+1)
		list[i].Created = founded.AddDate(0, 0, servicesInAll-i)
	}
	return list
}

// demoService is a service but for its SID and its date.
func demoService(name, useCase string, registered bool, senders ...connector.Sender) Service {
	return Service{
		Service: connector.Service{FriendlyName: name, UseCase: useCase, ValidityPeriod: validity,
			SmartEncoding: true, A2PRegistered: registered},
		Senders: senders,
	}
}

// voiceOnly is a phone number that cannot send SMS.
func voiceOnly(n int, e164, country string) connector.Sender {
	sender := number(n, e164, country)
	sender.SMS = false
	return sender
}

// pool is a row of British numbers, their SIDs from first on.
func pool(first, size int) []connector.Sender {
	list := make([]connector.Sender, size)
	for i := range list {
		list[i] = number(first+i, fmt.Sprintf("+447700900%03d", 500+i), "GB")
	}
	return list
}
