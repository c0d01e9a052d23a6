package walk

import (
	"logto-twilio/connector/account"
	"logto-twilio/connector/diagnosis"
	"logto-twilio/connector/links"
)

// CheckLink is the page on which the matter of a check is settled, "" where there
// is none or the wizard settles it itself.
func CheckLink(c account.Check) string {
	switch c.Code {
	case account.AddressRequired, account.LocalAddressRequired, account.ForeignAddressRequired:
		country, _ := c.Args["country"].(string)
		return links.TwilioRegulation(country)
	case account.USNeedsRegistration, account.USUnregistered, account.A2PPending, account.A2PFailed, account.A2PUnknown:
		return links.TwilioA2P.String()
	case account.TollFreeNeedsVerification, account.TollFreeUnverified, account.TollFreeMissing,
		account.TollFreeRefused, account.TollFreeWaiting:
		return links.TwilioTollFree.String()
	case account.AccountTrial:
		return links.TwilioTrial.String()
	case diagnosis.SendsRefused, diagnosis.MessagesLost, diagnosis.MessagesDoubtful:
		code, _ := c.Args["twilioCode"].(int)
		return links.TwilioError(code)
	}
	return ""
}
