package twiliosim

import (
	"net/http"
	"path"

	"logto-twilio/connector/account"
)

// capabilitiesJSON is what a number can do, as api.twilio.com says it.
type capabilitiesJSON struct {
	Voice bool `json:"voice"`
	SMS   bool `json:"sms"`
	MMS   bool `json:"mms"`
	Fax   bool `json:"fax"`
}

// numberJSON is a phone number of an account. What nobody set is null or empty,
// as with a number that was just bought.
type numberJSON struct {
	AccountSID             string           `json:"account_sid"`
	AddressRequirements    string           `json:"address_requirements"`
	AddressSID             *string          `json:"address_sid"`
	APIVersion             string           `json:"api_version"`
	Beta                   bool             `json:"beta"`
	BundleSID              *string          `json:"bundle_sid"`
	Capabilities           capabilitiesJSON `json:"capabilities"`
	DateCreated            string           `json:"date_created"`
	DateUpdated            string           `json:"date_updated"`
	EmergencyAddressSID    *string          `json:"emergency_address_sid"`
	EmergencyAddressStatus string           `json:"emergency_address_status"`
	EmergencyStatus        string           `json:"emergency_status"`
	FriendlyName           string           `json:"friendly_name"`
	IdentitySID            *string          `json:"identity_sid"`
	Origin                 string           `json:"origin"`
	PhoneNumber            string           `json:"phone_number"`
	SID                    string           `json:"sid"`
	SMSApplicationSID      *string          `json:"sms_application_sid"`
	SMSFallbackMethod      string           `json:"sms_fallback_method"`
	SMSFallbackURL         *string          `json:"sms_fallback_url"`
	SMSMethod              string           `json:"sms_method"`
	SMSURL                 *string          `json:"sms_url"`
	Status                 string           `json:"status"`
	StatusCallback         *string          `json:"status_callback"`
	StatusCallbackMethod   string           `json:"status_callback_method"`
	TrunkSID               *string          `json:"trunk_sid"`
	Type                   string           `json:"type"`
	URI                    string           `json:"uri"`
	VoiceApplicationSID    *string          `json:"voice_application_sid"`
	VoiceCallerIDLookup    bool             `json:"voice_caller_id_lookup"`
	VoiceFallbackMethod    string           `json:"voice_fallback_method"`
	VoiceFallbackURL       *string          `json:"voice_fallback_url"`
	VoiceMethod            string           `json:"voice_method"`
	VoiceReceiveMode       string           `json:"voice_receive_mode"`
	VoiceURL               *string          `json:"voice_url"`
}

// listNumbers is ListIncomingPhoneNumber. Of its filters it knows PhoneNumber: a
// part of the number, with "*" for any digits.
func (c *call) listNumbers() answer {
	var list []account.Sender
	for _, n := range c.account.numbers() {
		if wanted := c.query.Get("PhoneNumber"); wanted != "" {
			if ok, _ := path.Match("*"+wanted+"*", n.Name); !ok {
				continue
			}
		}
		list = append(list, n)
	}
	return apiListing(c, "incoming_phone_numbers", list, senderSID, func(n account.Sender) any { return c.renderNumber(n) })
}

// renderNumber makes the resource of a number.
func (c *call) renderNumber(n account.Sender) numberJSON {
	return numberJSON{
		AccountSID:             c.account.SID,
		AddressRequirements:    "none",
		APIVersion:             "2010-04-01",
		Capabilities:           capabilitiesJSON{Voice: true, SMS: n.SMS, MMS: n.SMS && hasMMS(n.Country)},
		DateCreated:            rfc2822(c.acquired(n.SID)),
		DateUpdated:            rfc2822(c.acquired(n.SID)),
		EmergencyAddressStatus: "unregistered",
		EmergencyStatus:        "Inactive",
		FriendlyName:           friendlyNumber(n.Name),
		Origin:                 "twilio",
		PhoneNumber:            n.Name,
		SID:                    n.SID,
		SMSFallbackMethod:      http.MethodPost,
		SMSMethod:              http.MethodPost,
		Status:                 "in-use",
		StatusCallbackMethod:   http.MethodPost,
		Type:                   string(kindOf(n.Name)),
		URI:                    accountPath(c.account.SID) + "/IncomingPhoneNumbers/" + n.SID + ".json",
		VoiceFallbackMethod:    http.MethodPost,
		VoiceMethod:            http.MethodPost,
		VoiceReceiveMode:       "voice",
	}
}
