package wizard

import (
	"charm.land/bubbles/v2/help"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/ui/walk"
)

// step is one screen of the walk. It is made anew on every visit and keeps in
// the walk what is to last.
type step interface {
	// Enter starts the visit.
	Enter() tea.Cmd
	// Update takes a message and returns the step to go on with: itself, or
	// another screen of the same step. To leave, it returns next, back or jump.
	Update(tea.Msg) (step, tea.Cmd)
	// View draws the body.
	View() view
	// Resize tells the size of the body, in cells. It comes before the first View.
	Resize(width, height int)
	// The keys that do something now.
	help.KeyMap
}

// view is the drawing of a step.
type view struct {
	text        string
	top, bottom int         // the lines that must be in sight
	cursor      *tea.Cursor // in the text, nil where there is none
}

// nextMsg leaves a step that is done.
type nextMsg struct{}

// backMsg goes back one step.
type backMsg struct{}

// jumpMsg goes to the step that mends a problem, to come back to Review when it
// is done.
type jumpMsg struct {
	to   walk.Step
	path string // the place of the problem, a JSON Pointer
}

func next() tea.Msg { return nextMsg{} }
func back() tea.Msg { return backMsg{} }

func jump(to walk.Step, path string) tea.Cmd {
	return func() tea.Msg { return jumpMsg{to, path} }
}
