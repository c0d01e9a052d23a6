package wizard

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// askZero asks which number is meant where a 0 follows the country code; false where
// that is clear.
func (t *test) askZero() bool {
	choices := t.s.Walk.NumbersMeant(t.s.tr, t.form.value(testNumber))
	if choices == nil {
		return false
	}
	t.form.blur()
	t.zero = newForm(t.s, firstOf(t.s.tr.T("test.zero"), choices))
	t.askToSend() // which names no number meanwhile
	return true
}

// zeroAnswered takes a key for that question, and goes on with the number.
func (t *test) zeroAnswered(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, t.s.keys.Back) {
		t.zero = nil
		return t.form.focus(testNumber)
	}
	done, cmd := t.zero.update(msg)
	if !done {
		return cmd
	}
	number := t.zero.value(0)
	t.zero = nil
	t.s.Walk.MeanNumber(number)
	t.form.fields[testNumber].set(number)
	cmd = tea.Batch(cmd, t.form.focus(testType))
	t.askToSend()
	return cmd
}
