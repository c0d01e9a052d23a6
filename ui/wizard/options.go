package wizard

import "logto-twilio/ui/walk"

// Options are what the wizard works with.
type Options struct {
	walk.Setup

	// OpenURL shows a page in the browser.
	OpenURL func(string) error
	// Suspend: ctrl+z stops the program, as there is a shell to continue it.
	Suspend bool
	// Dark is the background to begin with, before the terminal has answered.
	Dark bool
}
