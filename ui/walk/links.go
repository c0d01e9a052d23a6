package walk

import (
	"strings"

	"logto-twilio/connector"
)

// Pages on which is done what Twilio's API does not offer here.
const (
	twilioA2P      = "https://www.twilio.com/docs/messaging/compliance/a2p-10dlc"
	twilioTollFree = "https://www.twilio.com/docs/messaging/compliance/toll-free/console-onboarding"
	twilioVerified = "https://console.twilio.com/us1/develop/phone-numbers/manage/verified"
)

// CheckLink is the page on which the matter of a check is settled, "" where there
// is none or the wizard settles it itself.
func CheckLink(c connector.Check) string {
	switch c.Code {
	case connector.AddressRequired, connector.LocalAddressRequired, connector.ForeignAddressRequired:
		country, _ := c.Args["country"].(string)
		return "https://www.twilio.com/en-us/guidelines/" + strings.ToLower(country) + "/regulatory"
	case connector.USNeedsRegistration, connector.USUnregistered, connector.A2PPending, connector.A2PFailed, connector.A2PUnknown:
		return twilioA2P
	case connector.TollFreeNeedsVerification, connector.TollFreeUnverified, connector.TollFreeMissing,
		connector.TollFreeRefused, connector.TollFreeWaiting:
		return twilioTollFree
	case connector.AccountTrial:
		return twilioVerified
	}
	return ""
}
