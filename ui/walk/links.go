package walk

import (
	"logto-twilio/connector"
	"logto-twilio/connector/links"
)

// CheckLink is the page on which the matter of a check is settled, "" where there
// is none or the wizard settles it itself.
func CheckLink(c connector.Check) string {
	switch c.Code {
	case connector.AddressRequired, connector.LocalAddressRequired, connector.ForeignAddressRequired:
		country, _ := c.Args["country"].(string)
		return links.TwilioRegulation(country)
	case connector.USNeedsRegistration, connector.USUnregistered, connector.A2PPending, connector.A2PFailed, connector.A2PUnknown:
		return links.TwilioA2P.String()
	case connector.TollFreeNeedsVerification, connector.TollFreeUnverified, connector.TollFreeMissing,
		connector.TollFreeRefused, connector.TollFreeWaiting:
		return links.TwilioTollFree.String()
	case connector.AccountTrial:
		return links.TwilioTrial.String()
	}
	return ""
}
