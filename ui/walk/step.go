// Package walk is the walk from credentials to a saved configuration, apart from how
// it is drawn: the steps, what each asks and checks, what was answered and found. The
// wizard draws it on a screen; plain mode asks it line by line.
//
// [Setup] is what a walk works with and is set up once: the clients, the demo, the
// clock, the drafts. [Walk] is what was answered and found, and changes; only its own
// methods change it.
//
// Each decision is taken here, by one function. Whoever shows it does not take it again:
//   - where a walk begins, and which ways lead on from a file: [Setup.First],
//     [Setup.Beginnings], [Setup.WaysOn]
//   - which step comes next, and where Back leads: [Course]
//   - what can be done after something was tried: [Walk.AfterCheck], [Walk.AfterPlacing],
//     [AfterPurchase], [Walk.AfterTest], [Walk.AfterPush], [Setup.AtTheEnd]
//   - whether leaving is asked about, and what is asked: [Setup.AsksToQuit], [Setup.Quitting]
//   - whether one may go back from a purchase or the creation of a service: [MayLeave]
//   - how long somebody who leaves waits for what is billed: [Setup.WaitToLeave]
//   - what is said of a purchase that failed: [PurchaseText]
//   - what is said of a search that found no number for sale: [NothingText]
//   - whether the kind of a number is asked for, and its area: [OnlyKind], [AsksForArea]
//   - whether a number that is moved harms anything: [Walk.HarmsOfMove]
//   - whether Enter sends a test message: [Setup.TestYes]
//   - whether, and when, the status of a message is asked for again: [Follower]
//   - how a delivery ended: [EndingOf]; at which step its error is mended: [MendStep]
//   - what a call that gave no result is called, a failure or not known: [FailureText]
//   - how a push ended, and a test by Logto: [PushText], [LogtoTestOf], [LogtoTestText]
//   - what SMS is to be used for, what is said of that, and what can be done then:
//     [SignInLook.EnableQuestions], [SignInLook.Plan], [WhyBlocked], [SignInLook.AfterLook], [AfterEnable]
//   - whether a code is sent, typed again, or another one is: [Setup.ProofYes], [Proof.AfterProof]
//   - whether a push is asked about, and what Enter means: [PushQuestion]
//   - whether writing a file is asked about, and what Enter means: [Setup.Confirm]
//   - what comes next once a file is saved: [Setup.WhatNext]
//   - which answers a draft keeps, and what of them is taken again: [Walk.Draft], [Walk.Resume]
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

// Page is a page of help.
type Page struct {
	Title, Text string // Text in paragraphs, a line each
	Links       []Link // the most useful first
}

// PushHelp says how one gets what a push asks for, on Logto Cloud and at one's own.
func PushHelp(p i18n.Printer) Page {
	lang := string(p.Lang())
	return Page{p.T("help.push.title"), p.T("help.push"), []Link{{"management-api", links.LogtoManagementAPI.In(lang)}, {"logto", links.LogtoConnector.In(lang)}}}
}

// EnableHelp says what each use of SMS means to users.
func EnableHelp(p i18n.Printer) Page {
	return Page{p.T("help.enable.title"), p.T("help.enable"), Save.Links(string(p.Lang()))}
}

// ProofHelp says what a proof does and costs, and where to look if nothing arrives.
func ProofHelp(p i18n.Printer) Page {
	return Page{p.T("help.proof.title"), p.T("help.proof"), Test.Links(string(p.Lang()))}
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
