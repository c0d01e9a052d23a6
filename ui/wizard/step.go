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
	// another screen of the same step. To leave, it returns the session's forward, backward, resumeAt or jump.
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

// The ways out of a step.
type (
	forward    struct{}               // the step is done
	backward   struct{}               // to the step before
	resumption struct{ at walk.Step } // to the step at which a draft was left
	// jump goes to the step that mends a problem, to come back to Review when it
	// is done.
	jump struct {
		to   walk.Step
		path string // the place of the problem, a JSON Pointer
	}
)

// A step is left as soon as its Update returns, and not by a message that comes
// later: keys that are typed ahead of the screen would still land in the old step.

func (s *session) forward() tea.Cmd                       { return s.leaveBy(forward{}) }
func (s *session) backward() tea.Cmd                      { return s.leaveBy(backward{}) }
func (s *session) resumeAt(at walk.Step) tea.Cmd          { return s.leaveBy(resumption{at}) }
func (s *session) jump(to walk.Step, path string) tea.Cmd { return s.leaveBy(jump{to, path}) }

func (s *session) leaveBy(way any) tea.Cmd {
	s.way = way
	return nil
}
