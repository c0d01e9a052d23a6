package editor

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Update takes keys, pastes and what the terminal has copied; any other message
// changes nothing.
func (m *Model) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.press(msg.Key())
	case tea.PasteMsg:
		m.Insert(msg.Content)
	case tea.ClipboardMsg:
		m.Insert(msg.Content)
	}
	return nil
}

// Insert puts a text where the cursor stands, as a paste does: with line feeds for
// other line ends, and U+FFFD for bytes that are no UTF-8. It is one step of undo.
func (m *Model) Insert(s string) {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(s, "\ufffd"))
	m.killing = false
	m.insert(s, other)
}

// insert puts a text where the cursor stands.
func (m *Model) insert(s string, d deed) {
	at := m.text.offset(m.cursor)
	m.change(at, at, s, d)
}

// press takes a key. What has a text is typed, whatever it is called: an input
// method may send "left".
func (m *Model) press(k tea.Key) tea.Cmd {
	chain := m.killing
	m.killing = false
	if k.Text != "" {
		m.insert(k.Text, typing)
		return nil
	}
	name := k.Keystroke()
	pressed := func(b key.Binding) bool { return b.Enabled() && slices.Contains(b.Keys(), name) }
	switch keys := &m.Keys; {
	case m.moves(pressed), m.deletes(pressed, chain):
	case pressed(keys.NewLine):
		m.insert("\n", typing)
	case pressed(keys.Yank):
		m.insert(m.killed, other)
	case pressed(keys.Undo):
		m.undo()
	case pressed(keys.Redo):
		m.redo()
	case pressed(keys.FromOutside):
		return tea.ReadClipboard
	}
	return nil
}

// moves takes a key that moves the cursor.
func (m *Model) moves(pressed func(key.Binding) bool) bool {
	switch keys := &m.Keys; {
	case pressed(keys.Left):
		m.move(m.cursor - 1)
	case pressed(keys.Right):
		m.move(m.cursor + 1)
	case pressed(keys.Up):
		m.climb(-1)
	case pressed(keys.Down):
		m.climb(1)
	case pressed(keys.PageUp):
		m.climb(-m.height)
	case pressed(keys.PageDown):
		m.climb(m.height)
	case pressed(keys.WordLeft):
		m.move(m.wordLeft(m.cursor))
	case pressed(keys.WordRight):
		m.move(m.wordRight(m.cursor))
	case pressed(keys.LineStart):
		m.move(m.lineStart(m.cursor))
	case pressed(keys.LineEnd):
		m.move(m.lineEnd(m.cursor))
	case pressed(keys.TextStart):
		m.move(0)
	case pressed(keys.TextEnd):
		m.move(m.text.len())
	default:
		return false
	}
	return true
}

// deletes takes a key that takes something away; chain says that the last one put
// it aside, to which this one adds.
func (m *Model) deletes(pressed func(key.Binding) bool, chain bool) bool {
	switch keys := &m.Keys; {
	case pressed(keys.DeleteLeft):
		m.remove(m.cursor-1, m.cursor, erasing)
	case pressed(keys.DeleteRight):
		m.remove(m.cursor, m.cursor+1, eating)
	case pressed(keys.DeleteWordLeft):
		m.kill(m.wordLeft(m.cursor), chain)
	case pressed(keys.DeleteToBlank):
		m.kill(m.toBlank(m.cursor), chain)
	case pressed(keys.DeleteLineLeft):
		m.kill(m.lineStart(m.cursor), chain)
	case pressed(keys.DeleteWordRight):
		m.kill(m.wordRight(m.cursor), chain)
	case pressed(keys.DeleteLineRight):
		end := m.lineEnd(m.cursor)
		if end == m.cursor {
			end++ // the line end itself
		}
		m.kill(end, chain)
	default:
		return false
	}
	return true
}

// move puts the cursor before a cluster, or at an end of the text.
func (m *Model) move(to int) {
	m.cursor = min(max(to, 0), m.text.len())
	m.goal = -1
	m.history.last = noDeed
}

// climb moves the cursor by rows, and keeps its column where it can.
func (m *Model) climb(rows int) {
	m.arrange()
	goal := m.goal
	if goal < 0 {
		goal = m.column(m.cursor)
	}
	row := min(max(m.layout.row(m.cursor)+rows, 0), len(m.layout.rows)-1)
	to := m.layout.rows[row]
	last := m.text.len()
	if row+1 < len(m.layout.rows) {
		last = m.layout.rows[row+1] - 1
	}
	for to < last && m.column(to+1) <= goal {
		to++
	}
	m.move(to)
	m.goal = goal
}

// remove takes the clusters between two away.
func (m *Model) remove(from, to int, d deed) {
	from, to = max(from, 0), min(to, m.text.len())
	if from < to {
		m.change(m.text.offset(from), m.text.offset(to), "", d)
	}
}

// kill takes away what is between the cursor and another place, and puts it aside.
func (m *Model) kill(to int, chain bool) {
	from, to := min(m.cursor, to), min(max(m.cursor, to), m.text.len())
	text := m.text.s[m.text.offset(from):m.text.offset(to)]
	m.killing = chain || text != ""
	switch {
	case !chain && text != "":
		m.killed = text
	case from < m.cursor:
		m.killed = text + m.killed
	default:
		m.killed += text
	}
	m.remove(from, to, other)
}
