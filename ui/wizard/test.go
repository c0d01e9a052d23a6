package wizard

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/walk"
)

// test asks for the number and the template of a test message, and for a clear yes.
type test struct {
	s         *session
	form      *form
	verifying *call // for the numbers that a trial account can text
	zero      *form // which number is meant; nil while that is not asked
}

// The fields of the form.
const (
	testNumber = iota
	testType
	testSend
)

func newTest(s *session) *test {
	tr := s.tr
	var choices []walk.Choice
	for _, u := range s.Walk.TestTypes() {
		choices = append(choices, walk.Choice{Value: string(u), Label: string(u)})
	}
	number := s.textQuestion(walk.TestNumber)
	number.check = s.Walk.CheckNumber
	which := pickField(tr.T("test.which"), string(s.Walk.TestType), choices)
	send := confirmField("", s.TestPrice(tr), false, tr.T("test.yes"), tr.T("test.skip"))
	t := &test{s: s, form: newForm(s, number, which, send)}
	t.noteVerified()
	t.askToSend()
	return t
}

// askToSend names the number, and what Enter means.
func (t *test) askToSend() {
	x, to := t.form.fields[testSend], t.form.value(testNumber)
	shown := redact.Line(to, 20)
	if t.form.unfit(testNumber) {
		shown = "…"
	}
	x.label = t.s.Walk.TestQuestion(t.s.tr, shown)
	x.yes = t.s.TestYes(to)
	t.Resize(t.s.width, t.s.height)
}

func (t *test) Enter() tea.Cmd {
	focus := t.form.focus(0)
	if !t.s.Walk.AsksForVerified() {
		return focus
	}
	call, cmd := request(t.s, t.s.Client().VerifiedNumbers) // nobody waits for it
	t.verifying = call
	return tea.Batch(focus, cmd)
}

// noteVerified says which numbers a trial account can text.
func (t *test) noteVerified() {
	if text := t.s.Walk.VerifiedText(t.s.tr); text != "" {
		t.form.fields[testNumber].note = text
	}
}

func (t *test) Resize(width, height int) {
	t.form.resize(width, height < 16)
	if t.zero != nil {
		t.zero.resize(width, true)
	}
}

func (t *test) Update(msg tea.Msg) tea.Cmd {
	if a, ok := msg.(answer[[]string]); ok {
		if t.verifying.owns(a.id) {
			t.s.Walk.NoteVerified(a.value, a.err)
			t.noteVerified()
		}
		return nil
	}
	if t.zero != nil {
		return t.zeroAnswered(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		keys := t.s.keys
		switch {
		case t.form.at == testNumber && key.Matches(k, keys.Next) && t.askZero():
			return t.zero.focus(0)
		case key.Matches(k, keys.Back):
			t.keep()
			return t.s.backward()
		case key.Matches(k, keys.SkipTest):
			t.keep()
			return t.s.forward()
		case t.declined(k):
			t.keep()
			return t.s.forward()
		}
	}
	at := t.form.at
	done, cmd := t.form.update(msg)
	t.keep()
	if at != t.form.at {
		t.askToSend()
	}
	if !done {
		return cmd
	}
	return t.s.replace(newDelivery(t.s))
}

// declined reports whether a key says no to sending. That is possible with a wrong
// number too.
func (t *test) declined(k tea.KeyPressMsg) bool {
	x := t.form.fields[t.form.at]
	return t.form.at == testSend && (key.Matches(k, t.s.keys.No) || !x.yes && key.Matches(k, t.s.keys.Next))
}

func (t *test) keep() {
	walk.TestNumber.Set(t.s.Walk, t.form.value(testNumber))
	t.s.Walk.ChooseTestType(connector.UsageType(t.form.value(testType)))
}

func (t *test) View() view {
	v := t.form.view()
	if t.zero != nil && t.s.height < 16 { // no room for both
		v = t.zero.view()
	} else if t.zero != nil {
		v = under(v.text+"\n\n", t.zero.view())
	}
	return under(t.s.heading("test"), v)
}

func (t *test) ShortHelp() []key.Binding {
	k := t.s.keys
	if t.zero != nil {
		return []key.Binding{k.Next, k.Back, k.Up, k.Down}
	}
	keys := []key.Binding{k.Next, k.Back, k.SkipTest}
	switch t.form.at {
	case testType:
		keys = append(keys, k.Change)
	case testSend:
		return append(keys, k.Change, k.Yes, k.No, k.ShiftTab)
	}
	return append(keys, k.Tab)
}

func (t *test) FullHelp() []key.Binding {
	k := t.s.keys
	return []key.Binding{k.Next, k.Tab, k.ShiftTab, k.Yes, k.No, k.SkipTest, k.Back}
}

// askZero asks which number is meant if a 0 follows the country code. It reports whether
// it asks.
func (t *test) askZero() bool {
	choices := t.s.Walk.NumbersMeant(t.s.tr, t.form.value(testNumber))
	if choices == nil {
		return false
	}
	t.form.blur()
	t.zero = newForm(t.s, firstOf(t.s.tr.T("test.zero"), choices))
	t.askToSend() // without a number meanwhile
	return true
}

// zeroAnswered takes a message while that question is open.
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
