package wizard

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/ui/walk"
)

// screen is what is shown of a step. It is made anew on every visit of the step,
// and keeps in the walk what must outlast the visit.
type screen interface {
	// Enter starts the screen, once.
	Enter() tea.Cmd
	// Update takes a message. It goes to another screen by the methods of the
	// stack, and to another step by those of the session.
	Update(tea.Msg) tea.Cmd
	// View draws the body.
	View() view
	// Resize tells the size of the body, in cells. It comes before the first View.
	Resize(width, height int)
	// ShortHelp are the keys that do something now.
	ShortHelp() []key.Binding
}

// view is what a screen draws.
type view struct {
	text        string
	top, bottom int         // the lines that must be in sight
	cursor      *tea.Cursor // in the text, nil where there is none
}

// under puts a heading over a view.
func under(head string, v view) view {
	n := strings.Count(head, "\n")
	return view{text: head + v.text, top: v.top + n, bottom: v.bottom + n}
}

// add puts a text below, and keeps its last line in sight.
func (v *view) add(text string) {
	v.text += "\n\n" + text
	v.bottom = strings.Count(v.text, "\n")
}

// atEnd is a view whose last lines must be in sight.
func atEnd(text string, lines int) view {
	bottom := strings.Count(text, "\n")
	return view{text: text, top: bottom - lines + 1, bottom: bottom}
}

// returner is a screen that changes when the screen above it is closed.
type returner interface{ Return() tea.Cmd }

// listener is a screen with a feed. It gets the pieces of all feeds, even while
// another screen is above it.
type listener interface{ takePiece(piece) tea.Cmd }

// stack holds the screens of a step. Each was opened from the one below it; the
// topmost is shown. Here alone it is decided where a closed screen leads.
type stack struct {
	screens       []screen
	width, height int // of the body, where a screen draws
}

func (k *stack) top() screen { return k.screens[len(k.screens)-1] }

// resize tells the topmost screen how much room it has. The others are told when
// they are shown again.
func (k *stack) resize(width, height int) {
	k.width, k.height = width, height
	k.top().Resize(width, height)
}

// update gives a piece of a feed to every listener, and any other message to the
// topmost screen.
func (k *stack) update(msg tea.Msg) tea.Cmd {
	p, ok := msg.(piece)
	if !ok {
		return k.top().Update(msg)
	}
	var cmds []tea.Cmd
	for _, x := range slices.Clone(k.screens) {
		if l, ok := x.(listener); ok {
			cmds = append(cmds, l.takePiece(p))
		}
	}
	return tea.Batch(cmds...)
}

// show opens a screen above the topmost.
func (k *stack) show(to screen) tea.Cmd {
	k.screens = append(k.screens, to)
	to.Resize(k.width, k.height)
	return to.Enter()
}

// replace opens a screen in place of the topmost.
func (k *stack) replace(to screen) tea.Cmd {
	k.screens = k.screens[:len(k.screens)-1]
	return k.show(to)
}

// close closes the topmost screen: the one below is shown again.
func (k *stack) close() tea.Cmd {
	k.screens = k.screens[:len(k.screens)-1]
	var cmd tea.Cmd
	if x, ok := k.top().(returner); ok {
		cmd = x.Return()
	}
	k.top().Resize(k.width, k.height)
	return cmd
}

// backTo closes all screens above the last one of type T and returns it, for the
// caller to go on with. There must be one.
func backTo[T screen](s *session) T {
	for {
		if x, ok := s.top().(T); ok {
			x.Resize(s.width, s.height)
			return x
		}
		s.screens = s.screens[:len(s.screens)-1]
	}
}

// The ways out of a step.
type (
	forward    struct{}               // the step is done
	backward   struct{}               // to the step before
	resumption struct{ at walk.Step } // to the step at which a draft was left
	// jump goes to the step that fixes a problem. From there it goes back to Review.
	jump struct {
		to   walk.Step
		path string // the place of the problem, a JSON Pointer; "" for none
	}
)

// The Model leaves the step as soon as Update returns. A message would come too
// late: keys typed meanwhile would go to the old step.

func (s *session) forward() tea.Cmd              { return s.leaveBy(forward{}) }
func (s *session) backward() tea.Cmd             { return s.leaveBy(backward{}) }
func (s *session) resumeAt(at walk.Step) tea.Cmd { return s.leaveBy(resumption{at}) }

func (s *session) leaveBy(way any) tea.Cmd {
	s.wayOut = way
	return nil
}
