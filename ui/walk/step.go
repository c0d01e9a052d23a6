// Package walk is the walk from credentials to a saved configuration, apart
// from how it is drawn: the steps, what each asks and checks, what was answered
// and found. The wizard draws it on a screen; plain mode asks it line by line.
package walk

import (
	"strings"

	"logto-twilio/ui/i18n"
)

// Step is one step of the walk, in the order they are taken.
type Step int

// The steps.
const (
	Start Step = iota
	Credentials
	Sender
	Templates
	Review
	Test
	Save
)

// Steps are all steps in their order.
func Steps() []Step {
	return []Step{Start, Credentials, Sender, Templates, Review, Test, Save}
}

// Key is the step's name in the keys of ui/i18n.
func (s Step) Key() string {
	return [...]string{"start", "credentials", "sender", "templates", "review", "test", "save"}[s]
}

// StepOf is the step that mends a problem at a place of the configuration (a
// JSON Pointer, as connector.Problem has it); false where none does, as for a key
// that the walk does not know.
func StepOf(path string) (Step, bool) {
	switch first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/"); first {
	case "accountSID", "authToken":
		return Credentials, true
	case "fromMessagingServiceSID":
		return Sender, true
	case "templates", "disableRiskCheck":
		return Templates, true
	}
	return Start, false
}

// Help is what the documentation says of the step, in paragraphs, a line each;
// create and add are how one asks for a new service and for a number for one.
func (s Step) Help(p i18n.Printer, create, add string) string {
	return p.T("help."+s.Key(), "create", create, "add", add)
}

// Link is a page that helps at a step.
type Link struct {
	Name string // its name in the keys of ui/i18n
	URL  string
}

// Pages that a step leads to. The places in Twilio's console are those that
// Logto's documentation of the connector describes.
const (
	TwilioSignUp   = "https://www.twilio.com/try-twilio"
	TwilioConsole  = "https://console.twilio.com/"
	TwilioKeys     = "https://console.twilio.com/us1/account/keys-credentials/api-keys"
	TwilioServices = "https://console.twilio.com/us1/develop/sms/services"
	TwilioSegments = "https://www.twilio.com/docs/glossary/what-sms-character-limit"
	TwilioErrors   = "https://www.twilio.com/docs/api/errors"
	TwilioLog      = "https://console.twilio.com/us1/monitor/logs/sms"
	LogtoConnector = "https://docs.logto.io/integrations/twilio"
)

// LogtoEnableSMS is the page on enabling SMS in the sign-in experience, which
// Logto's documentation of the connector leads to, in a language.
func LogtoEnableSMS(lang string) string {
	const page = "docs/tutorials/get-started/enable-passcode-sign-in/"
	if lang == "zh-CN" {
		return "https://docs.logto.io/zh-cn/" + page + "#%E5%9C%A8%E7%99%BB%E5%BD%95%E4%BD%93%E9%AA%8C%E4%B8%AD%E5%90%AF%E7%94%A8%E8%BF%9E%E6%8E%A5%E5%99%A8"
	}
	return "https://docs.logto.io/" + page + "#enable-connector-in-sign-in-experience"
}

// Links are the pages of a step, the most useful first, in a language where there
// is a choice.
func (s Step) Links(lang string) []Link {
	switch s {
	case Start:
		return []Link{{"logto", LogtoConnector}, {"signup", TwilioSignUp}}
	case Credentials:
		return []Link{{"keys", TwilioKeys}, {"console", TwilioConsole}}
	case Sender:
		return []Link{{"services", TwilioServices}}
	case Templates:
		return []Link{{"segments", TwilioSegments}, {"logto", LogtoConnector}}
	case Test:
		return []Link{{"log", TwilioLog}, {"errors", TwilioErrors}}
	case Save:
		return []Link{{"enable", LogtoEnableSMS(lang)}, {"logto", LogtoConnector}}
	}
	return []Link{{"logto", LogtoConnector}}
}
