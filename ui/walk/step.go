// Package walk is the walk from credentials to a saved configuration, apart
// from how it is drawn: the steps, what each asks and checks, what was answered
// and found. The wizard draws it on a screen; plain mode asks it line by line.
//
// What is decided here, and by what; whoever shows it decides none of it again:
//   - whether, and when, the status of a message is asked for again: [Follower]
//   - whether one may go back from a purchase or the creation of a service: [MayLeave]
//   - what is said of a purchase that failed: [PurchaseText]
//   - what is said of a search that found no number for sale: [NothingText]
//   - whether the kind of a number is asked for, and its area: [OnlyKind], [AsksForArea]
//   - what a test by Logto came to, and so whether it is offered again: [LogtoTestOf]
//   - that what may have been done is a warning, not a failure: [FailureText], [PushText], [LogtoTestText]
//   - whether Enter sends a test message: [Setup.TestYes]
package walk

import (
	"strings"

	"logto-twilio/connector/links"
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
// JSON Pointer, as problem.Problem has it); false where none does, as for a key
// that the walk does not know.
func StepOf(path string) (Step, bool) {
	switch first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/"); first {
	case "host", "accountSID", "authToken":
		return Credentials, true
	case "fromMessagingServiceSID":
		return Sender, true
	case "templates", "disableRiskCheck":
		return Templates, true
	}
	return Start, false
}

// Help is what the documentation says of the step, in paragraphs, a line each;
// create, add and region are how one asks for a new service, for a number for one,
// and to be asked for another region.
func (s Step) Help(p i18n.Printer, create, add, region string) string {
	return p.T("help."+s.Key(), "create", create, "add", add, "region", region)
}

// Link is a page that helps at a step.
type Link struct {
	Name string // its name in the keys of ui/i18n
	URL  string
}

// Links are the pages of a step, the most useful first, in a language where there
// is a choice. A page of Twilio's console is there twice, as an account may show
// either console.
func (s Step) Links(lang string) []Link {
	logto := Link{"logto", links.LogtoConnector.In(lang)}
	switch s {
	case Start:
		return []Link{logto, {"signup", links.TwilioSignUp.In(lang)}, {"trial", links.TwilioTrial.In(lang)}}
	case Credentials:
		return []Link{{"keys", links.TwilioKeys.In(lang)}, {"legacy-keys", links.TwilioLegacyKeys.In(lang)}}
	case Sender:
		return []Link{{"services", links.TwilioServices.In(lang)}, {"legacy-services", links.TwilioLegacyServices.In(lang)}}
	case Templates:
		return []Link{{"segments", links.TwilioSegments.In(lang)}, logto}
	case Test:
		return []Link{{"log", links.TwilioLog.In(lang)}, {"legacy-log", links.TwilioLegacyLog.In(lang)}, {"errors", links.TwilioErrors.In(lang)}}
	case Save:
		return []Link{{"enable", links.LogtoEnableSMS.In(lang)}, logto}
	}
	return []Link{logto}
}
