// Package walk is the walk from credentials to a saved configuration, apart
// from how it is drawn: the steps, what each asks and checks, what was answered
// and found. The wizard draws it on a screen; plain mode asks it line by line.
package walk

import "strings"

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
	LogtoEnableSMS = "https://docs.logto.io/docs/tutorials/get-started/enable-passcode-sign-in/#enable-connector-in-sign-in-experience"
)

// Links are the pages of a step, the most useful first.
func (s Step) Links() []Link {
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
		return []Link{{"enable", LogtoEnableSMS}, {"logto", LogtoConnector}}
	}
	return []Link{{"logto", LogtoConnector}}
}
