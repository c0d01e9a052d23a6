package twiliosim

import (
	"logto-twilio/connector/account"
)

// senderJSON is what the three kinds of sender have in common.
type senderJSON struct {
	AccountSID   string   `json:"account_sid"`
	ServiceSID   string   `json:"service_sid"`
	SID          string   `json:"sid"`
	DateCreated  string   `json:"date_created"`
	DateUpdated  string   `json:"date_updated"`
	Capabilities []string `json:"capabilities"`
	URL          string   `json:"url"`
}

// phoneNumberJSON is a phone number of a service.
type phoneNumberJSON struct {
	senderJSON
	PhoneNumber string `json:"phone_number"`
	CountryCode string `json:"country_code"`
}

// shortCodeJSON is a short code of a service.
type shortCodeJSON struct {
	senderJSON
	ShortCode   string `json:"short_code"`
	CountryCode string `json:"country_code"`
}

// alphaSenderJSON is an alphanumeric sender of a service.
type alphaSenderJSON struct {
	senderJSON
	AlphaSender string `json:"alpha_sender"`
}

// listPhoneNumbers is ListPhoneNumber.
func (c *call) listPhoneNumbers() answer {
	return c.listSenders("phone_numbers", account.LongCode, func(common senderJSON, s account.Sender) any {
		return phoneNumberJSON{common, s.Name, s.Country}
	})
}

// listShortCodes is ListShortCode.
func (c *call) listShortCodes() answer {
	return c.listSenders("short_codes", account.ShortCode, func(common senderJSON, s account.Sender) any {
		return shortCodeJSON{common, s.Name, s.Country}
	})
}

// listAlphaSenders is ListAlphaSender.
func (c *call) listAlphaSenders() answer {
	return c.listSenders("alpha_senders", account.AlphaSender, func(common senderJSON, s account.Sender) any {
		return alphaSenderJSON{common, s.Name}
	})
}

// listSenders is a page of the service's senders of one kind.
func (c *call) listSenders(key string, kind account.SenderKind, render func(senderJSON, account.Sender) any) answer {
	service, ok := c.account.service(c.params["ServiceSid"])
	if !ok {
		return notFound(c.path)
	}
	return listing(c, key, service.kind(kind), senderSID, func(s account.Sender) any {
		return render(c.renderSender(service, s), s)
	})
}

// renderSender makes what the resources of a service's senders have in common.
func (c *call) renderSender(service *Service, s account.Sender) senderJSON {
	return senderJSON{
		AccountSID:   c.account.SID,
		ServiceSID:   service.SID,
		SID:          s.SID,
		DateCreated:  iso8601(service.Created),
		DateUpdated:  iso8601(service.Created),
		Capabilities: capabilities(s),
		URL:          serviceURL(service.SID) + senderPaths[s.Kind] + s.SID,
	}
}

// senderPaths are where the senders of a service are, below it.
var senderPaths = map[account.SenderKind]string{
	account.LongCode:    "/PhoneNumbers/",
	account.ShortCode:   "/ShortCodes/",
	account.AlphaSender: "/AlphaSenders/",
}

// capabilities is what a sender can do, as messaging.twilio.com says it.
func capabilities(s account.Sender) []string {
	switch {
	case !s.SMS:
		return []string{"Voice"}
	case s.Kind == account.LongCode:
		return []string{"SMS", "Voice"}
	}
	return []string{"SMS"}
}

// senderSID is what a list of senders is paged by.
func senderSID(s account.Sender) string { return s.SID }
