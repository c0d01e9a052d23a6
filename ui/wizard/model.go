// Package wizard draws the walk on a terminal, with Bubble Tea: one screen a
// step, a rail with what was answered, help beside or over it.
//
// No screen reads or writes anything in Update or View: that is done by commands,
// whose answers come back as messages. Nothing but the Walk outlives a visit.
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
	scroll   int       // lines that the body was moved by page keys, until another key
	notice   noticeMsg // one line over the keys, until the next step

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

// Init opens the first step and asks the terminal for its background, and for its
// size: a change before Bubble Tea listens would be lost. By now the clock of the
// frames runs: what is done here does not delay the first of them.
func (m *Model) Init() tea.Cmd {
	m.open(m.First())
	return tea.Batch(m.top().Enter(), tea.RequestBackgroundColor, tea.RequestWindowSize, prepareWidths)
}

// prepareWidths makes the renderer's table of the widths of characters, 2 MB,
// while the first frame waits for its turn; else that frame would wait for it.
func prepareWidths() tea.Msg {
	ansi.StringWidthWc("│")
	return nil
}

// open makes the screen of a step; requests of the one before end.
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

// Update takes a message: what is for the whole wizard here, the rest to the step.
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
	cmd := m.stack.update(msg)
	return m, tea.Batch(cmd, m.leaveStep())
}

// leaveStep goes where the step has said that it is left to.
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

// back goes one step back; the first step has nothing behind it.
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

// resize tells the step how much room it has.
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
	// Suspend: ctrl+z stops the program, as there is a shell to continue it.
	Suspend bool
	// Dark is the background to begin with, before the terminal has answered.
	Dark bool
}
