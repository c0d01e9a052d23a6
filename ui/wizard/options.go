package wizard

import (
	"context"
	"time"

	"logto-twilio/connector"
	"logto-twilio/export"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// Options are what the wizard works with.
type Options struct {
	Walk *walk.Walk
	Lang i18n.Lang

	// Connect returns the client for an account.
	Connect func(accountSID, authToken string) Twilio
	// ConnectLogto returns the client for a Logto; the endpoint is one that
	// logto.ParseEndpoint takes.
	ConnectLogto func(walk.LogtoAnswers) Logto
	// Dir is the folder that the program was started in.
	Dir string
	// Home is the folder that a leading ~ stands for.
	Home string
	// Getenv reads the environment; the demo's is empty.
	Getenv func(string) string
	// OpenURL shows a page in the browser.
	OpenURL func(string) error
	// Suspend: ctrl+z stops the program, as there is a shell to continue it.
	Suspend bool
	// Read reads a configuration file.
	Read func(path string) ([]byte, error)
	// GitState tells whether git would take a file.
	GitState func(context.Context, string) export.GitStatus

	// Demo: the account is simulated.
	Demo bool
	// DemoEmptySID is the demo's account without a service and a number;
	// DemoEmptyNumber is a number that can be texted from whatever is bought there.
	DemoEmptySID, DemoEmptyNumber string
	// BaseURL is --twilio-url, to be shown.
	BaseURL string
	// Drafts are kept here; nil keeps none.
	Drafts Drafts
	// Abandoned are the drafts that can be resumed, the newest first.
	Abandoned []draft.Info
	// OpenPath is the file of the command line that could not be opened, and
	// OpenError why.
	OpenPath  string
	OpenError error
	// OpenDocument is what was read of it, where it could not be decoded.
	OpenDocument *connector.Document
	// Now is the clock.
	Now func() time.Time
	// Dark is the background to begin with, before the terminal has answered.
	Dark bool
}

// Drafts keeps the answers of an unfinished walk.
type Drafts interface {
	// Take resumes one.
	Take(draft.Info) (walk.Answers, error)
	// Save keeps the answers. Of two saves the one with the higher serial number
	// stays, whichever comes first.
	Save(serial int, a walk.Answers) error
	// Remove forgets all saves up to a serial number: the answers are in the file,
	// or are not wanted.
	Remove(serial int)
}
