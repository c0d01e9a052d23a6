// Package wizard draws the walk on a terminal, with Bubble Tea: a step has a stack of
// screens, beside it stand a rail with the answers and the help.
//
// No screen reads files or calls a server in Update or View: commands do that, and
// their answers come back as messages. Only the Walk outlives the visit of a step.
package wizard

import (
	"context"

	"charm.land/bubbles/v2/help"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// Model is the whole wizard, a tea.Model.
type Model struct {
	*session

	term     layout
	footer   help.Model
	helpOn   bool
	helpPane pane
	quitting *quitDialog
	course   walk.Course
	scroll   int // lines by which page keys moved the body; any other key resets it
	notice   noticeMsg

	Left bool // the person left before the end
}

// New makes the wizard.
func New(o Options) *Model {
	tr := i18n.In(o.Lang)
	m := &Model{session: &session{Options: o, tr: tr, styles: newStyles(o.Dark), keys: newKeys(tr)}, course: walk.Course{Walk: o.Walk}}
	m.footer = help.New()
	m.footer.Styles = m.styles.Help
	m.helpPane = newPane()
	return m
}

// Init opens the first step and asks the terminal for its background and its size: a
// change of size before Bubble Tea listens would be lost. Bubble Tea's frame timer runs
// already, so work done here does not delay the first frame.
func (m *Model) Init() tea.Cmd {
	m.open(m.First())
	return tea.Batch(m.top().Enter(), tea.RequestBackgroundColor, tea.RequestWindowSize, prepareWidths)
}

// prepareWidths makes the renderer's table of character widths (2 MB) before the first
// frame is due. Otherwise the first frame would wait for it.
func prepareWidths() tea.Msg {
	ansi.StringWidthWc("│")
	return nil
}

// open makes the first screen of a step. Requests of the step before are cancelled.
func (m *Model) open(to walk.Step) {
	if m.endVisit != nil {
		m.endVisit()
	}
	m.visit, m.endVisit = context.WithCancel(context.Background())
	m.Walk.Reach(to)
	m.Walk.Judge()
	m.screens = []screen{m.make(to)}
	m.resize()
}

func (m *Model) make(to walk.Step) screen {
	switch to {
	case walk.Credentials:
		return newCredentials(m.session)
	case walk.Sender:
		return newSender(m.session)
	case walk.Templates:
		return newTemplates(m.session)
	case walk.Review:
		return newReview(m.session)
	case walk.Test:
		return newTest(m.session)
	case walk.Save:
		return newSave(m.session)
	}
	return newStart(m.session)
}

// Update takes what concerns the whole wizard, and gives the rest to the screens.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer m.maskPanic()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.term = newLayout(msg.Width, msg.Height)
		m.resize()
		return m, nil
	case tea.BackgroundColorMsg:
		if msg.IsDark() != m.styles.dark {
			*m.styles = *newStyles(msg.IsDark())
			m.footer.Styles = m.styles.Help
			m.resize()
		}
		return m, nil
	case crash:
		panic(msg.report)
	case noticeMsg:
		m.notice = msg
		return m, nil
	case tea.PasteMsg:
		if m.term.tooSmall() {
			return m, nil
		}
	case tea.KeyPressMsg:
		if !m.notice.stays {
			m.notice = noticeMsg{} // it was seen
		}
		if handled, cmd := m.global(msg); handled {
			return m, cmd
		}
	}
	cmd := m.update(msg)
	return m, tea.Batch(cmd, m.leaveStep())
}

// leaveStep takes the way out that a screen has chosen, if any.
func (m *Model) leaveStep() tea.Cmd {
	way := m.wayOut
	m.wayOut = nil
	switch way := way.(type) {
	case forward:
		return m.next()
	case backward:
		return m.back()
	case resumption:
		return m.to(m.course.Resume(way.at))
	case jump:
		m.problemPath = way.path
		return m.to(m.course.Jump(way.to))
	}
	return nil
}

// next goes on after a step was answered, and keeps a draft.
func (m *Model) next() tea.Cmd {
	to, more := m.course.Next()
	if !more {
		return tea.Quit
	}
	return tea.Batch(m.to(to), m.keepDraft())
}

// back goes one step back; from the first step it asks to quit.
func (m *Model) back() tea.Cmd {
	to, ok := m.course.Back()
	if !ok {
		return m.askToQuit()
	}
	return m.to(to)
}

func (m *Model) to(s walk.Step) tea.Cmd {
	m.notice, m.scroll = noticeMsg{}, 0
	m.open(s)
	m.problemPath = ""
	return m.top().Enter()
}

// resize tells everything on the screen how much room it has.
func (m *Model) resize() {
	m.footer.SetWidth(m.term.width - 2)
	m.stack.resize(m.term.bodyWidth, m.term.bodyHeight)
	if m.quitting != nil {
		m.quitting.form.resize(m.width, false)
	}
	if m.helpOn {
		m.fitHelp()
	}
}

// Options are what the wizard works with.
type Options struct {
	walk.Setup

	// OpenURL shows a page in the browser.
	OpenURL func(string) error
	// Suspend says that ctrl+z stops the program: a shell can continue it.
	Suspend bool
	// Dark is the assumed background, until the terminal has answered.
	Dark bool
}
