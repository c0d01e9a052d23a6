// Package links has every page that the program leads to, in one table, with where
// each was seen. A link that is written elsewhere fails a test.
package links

import (
	"strconv"
	"strings"
)

// Page is a page on the web.
type Page int

// The pages. Twilio has two consoles: a new one, and the one before it, which it
// calls legacy and which Logto's documentation shows.
const (
	LogtoConnector Page = iota
	LogtoEnableSMS
	LogtoManagementAPI
	TwilioSignUp
	TwilioTrial
	TwilioKeys
	TwilioLegacyKeys
	TwilioServices
	TwilioLegacyServices
	TwilioLog
	TwilioLegacyLog
	TwilioSegments
	TwilioErrors
	TwilioA2P
	TwilioTollFree
	TwilioRegulations // of all countries
)

// row is a page and where it comes from.
type row struct {
	url     string
	chinese string // the same in Chinese, "" where there is none
	seen    string // the page that names it, or itself where it was read
	on      string // the day that page was last changed, or read where it does not say
}

// Where most pages were seen.
const (
	logtoSMS   = "https://docs.logto.io/connectors/sms-connectors/"
	twilioKeys = "https://www.twilio.com/docs/iam/api-keys/keys-in-console"
	twilioRCS  = "https://www.twilio.com/docs/rcs/send-an-rcs-message"
	twilioSMS  = "https://www.twilio.com/docs/messaging/guides/sending-international-sms-guide"
	tryOutSMS  = "https://www.twilio.com/docs/usage/trials/try-out-sms"
	magic      = "https://www.twilio.com/docs/lookup/magic-numbers-for-lookup/testing-sms-pumping-risk-with-magic-numbers"
)

// pages is the table.
var pages = [...]row{
	LogtoConnector:       {"https://docs.logto.io/integrations/twilio-sms", "https://docs.logto.io/zh-CN/integrations/twilio-sms", logtoSMS, "2026-11-28"},
	LogtoEnableSMS:       {logtoSMS + "#enable-phone-number-sign-up-or-sign-in", "https://docs.logto.io/zh-CN/connectors/sms-connectors/#enable-phone-number-sign-up-or-sign-in", logtoSMS, "2026-11-28"},
	LogtoManagementAPI:   {"https://docs.logto.io/integrate-logto/interact-with-management-api", "https://docs.logto.io/zh-CN/integrate-logto/interact-with-management-api", "https://docs.logto.io/integrate-logto/interact-with-management-api", "2026-11-28"},
	TwilioSignUp:         {"https://www.twilio.com/try-twilio", "", twilioSMS, "2026-11-28"},
	TwilioTrial:          {"https://www.twilio.com/docs/usage/trials", "", tryOutSMS, "2026-11-28"},
	TwilioKeys:           {"https://1console.twilio.com/go?to=/account/__account__/settings/us1/api-keys/list", "", twilioKeys, "2026-09-21"},
	TwilioLegacyKeys:     {"https://console.twilio.com/us1/account/keys-credentials/api-keys", "", magic, "2026-11-28"},
	TwilioServices:       {"https://1console.twilio.com/us1/develop/sms/services", "", twilioRCS, "2026-11-28"},
	TwilioLegacyServices: {"https://console.twilio.com/us1/develop/sms/services", "", twilioRCS, "2026-11-28"},
	TwilioLog:            {"https://1console.twilio.com/us1/monitor/logs/sms", "", twilioRCS, "2026-11-28"},
	TwilioLegacyLog:      {"https://console.twilio.com/us1/monitor/logs/sms", "", twilioRCS, "2026-11-28"},
	TwilioSegments:       {"https://www.twilio.com/docs/glossary/what-sms-character-limit", "", "https://www.twilio.com/docs/glossary/what-sms-character-limit", "2025-12-09"},
	TwilioErrors:         {"https://www.twilio.com/docs/api/errors", "", "https://docs.logto.io/integrations/twilio-sms", "2026-11-28"},
	TwilioA2P:            {"https://www.twilio.com/docs/messaging/compliance/a2p-10dlc", "", twilioSMS, "2026-11-28"},
	TwilioTollFree:       {"https://www.twilio.com/docs/messaging/compliance/toll-free/console-onboarding", "", twilioSMS, "2026-11-28"},
	TwilioRegulations:    {"https://www.twilio.com/en-us/guidelines/regulatory", "", twilioSMS, "2026-11-28"},
}

// String is the address of the page.
func (p Page) String() string { return pages[p].url }

// In is the address of the page in a language, "en" or "zh-CN": in English where
// there is none in Chinese.
func (p Page) In(lang string) string {
	if zh := pages[p].chinese; lang == "zh-CN" && zh != "" {
		return zh
	}
	return pages[p].url
}

// TwilioError is Twilio's page about one of its error codes.
func TwilioError(code int) string {
	return pages[TwilioErrors].url + "/" + strconv.Itoa(code)
}

// TwilioRegulation is Twilio's page on what a country requires of who buys a number
// there; country is its ISO code of two letters, in either case. It is that of all
// countries where the code is none.
func TwilioRegulation(country string) string {
	all := pages[TwilioRegulations].url
	for _, r := range country {
		if (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return all
		}
	}
	if len(country) != len("US") {
		return all
	}
	return strings.TrimSuffix(all, "regulatory") + strings.ToLower(country) + "/regulatory"
}
