package wizard

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/ui/walk"
)

// coverMsg tells a screen that a question covers it: a revealed secret is hidden again.
type coverMsg struct{}

// quitDialog asks what becomes of answers that are not saved.
type quitDialog struct {
	s    *session
	form *form
}

// askToQuit asks only if something would be lost, or a request that costs money is under
// way. Otherwise it quits at once.
func (m *Model) askToQuit() tea.Cmd {
	if !m.AsksToQuit() {
		return m.quitNow(m.Walk.Saved() == "")
	}
	d := &quitDialog{s: m.session}
	q := m.Quitting(m.tr)
	field := firstOf(q.Title, q.Choices)
	field.why = q.Why
	d.form = newForm(m.session, field)
	d.form.resize(m.term.bodyWidth, false)
	m.quitting = d
	return tea.Batch(m.top().Update(coverMsg{}), d.form.focus(0))
}

// updateQuit takes a key while the question is open. A second ctrl+c quits and keeps
// the draft.
func (m *Model) updateQuit(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.Quit):
		return m.quitNow(false)
	case key.Matches(msg, m.keys.Back):
		m.quitting = nil
		return nil
	}
	done, cmd := m.quitting.form.update(msg)
	if !done {
		return cmd
	}
	choice := m.quitting.form.value(0)
	m.quitting = nil
	switch choice {
	case walk.QuitKeep:
		return m.quitNow(false)
	case walk.QuitDiscard:
		return m.quitNow(true)
	}
	return nil
}

// quitNow leaves, with the draft kept or removed.
func (m *Model) quitNow(discard bool) tea.Cmd {
	m.endVisit()
	m.Left = true
	drafts := m.Drafts
	if drafts == nil {
		return tea.Quit
	}
	if discard {
		m.serial++
		serial := m.serial
		return tea.Sequence(func() tea.Msg { drafts.Remove(serial); return nil }, tea.Quit)
	}
	return tea.Sequence(m.keepDraft(), tea.Quit)
}

func (d *quitDialog) view() string {
	return d.form.view().text
}

func (d *quitDialog) keys() []key.Binding {
	return []key.Binding{d.s.keys.Next, d.s.keys.Back, d.s.keys.Up, d.s.keys.Down}
}

// keepDraft saves the answers, so that a closed terminal loses nothing.
func (m *Model) keepDraft() tea.Cmd {
	if m.Drafts == nil || m.Walk.Saved() != "" && !m.Walk.Unsaved() {
		return nil
	}
	m.serial++
	a, drafts, serial := m.Walk.Draft(), m.Drafts, m.serial
	notice := m.tr.T("draft.not-kept")
	return guarded(func() tea.Msg {
		if err := drafts.Save(serial, a); err != nil {
			return noticeMsg{text: notice, warns: true, stays: true}
		}
		return nil
	})
}
