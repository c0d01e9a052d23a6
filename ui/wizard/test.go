package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/ui/walk"
)

// test asks where a test message goes and which one, and for a clear yes.
type test struct {
	s    *session
	form *form
}

// The fields of the form.
const (
	testNumber = iota
	testType
	testSend
)

func newTest(s *session) *test {
	tr := s.tr
	var choices []choice
	for _, t := range s.Walk.Templates {
		if !hasChoice(choices, string(t.UsageType)) {
			choices = append(choices, choice{string(t.UsageType), string(t.UsageType)})
		}
	}
	if len(choices) == 0 {
		choices = []choice{{string(connector.Generic), string(connector.Generic)}}
	}
	number := s.textQuestion(walk.TestNumber)
	number.check = s.Walk.CheckNumber
	which := pickField(tr.T("test.which"), string(s.Walk.TestType), choices)
	first := s.Walk.Sent == nil // another one wants a yes that is not the default
	ask := "test.send"
	if !first {
		ask = "test.send-another"
	}
	send := confirmField(tr.T(ask), tr.T(s.priceKey()), first, tr.T("test.yes"), tr.T("test.skip"))
	return &test{s: s, form: newForm(s, number, which, send)}
}

// priceKey is the sentence on what a test costs: nothing in the demo.
func (s *session) priceKey() string {
	if s.Demo {
		return "test.price-demo"
	}
	return "test.price"
}

func hasChoice(choices []choice, value string) bool {
	for _, c := range choices {
		if c.value == value {
			return true
		}
	}
	return false
}

func (t *test) Enter() tea.Cmd { return t.form.focus(0) }

func (t *test) Resize(width, height int) { t.form.resize(width, height < 16) }

func (t *test) Update(msg tea.Msg) (step, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		keys := t.s.keys
		switch {
		case key.Matches(k, keys.Back):
			t.keep()
			return t, t.s.backward()
		case key.Matches(k, keys.SkipTest):
			t.keep()
			return t, t.s.forward()
		case t.declined(k):
			t.keep()
			return t, t.s.forward()
		}
	}
	done, cmd := t.form.update(msg)
	t.keep()
	if !done {
		return t, cmd
	}
	d, cmd := newDelivery(t.s)
	d.Resize(t.s.width, t.s.height)
	return d, cmd
}

// declined tells whether a key says no to sending, which the number needs not
// be right for.
func (t *test) declined(k tea.KeyPressMsg) bool {
	x := t.form.fields[t.form.at]
	return t.form.at == testSend && (key.Matches(k, t.s.keys.No) || !x.yes && key.Matches(k, t.s.keys.Next))
}

func (t *test) keep() {
	walk.TestNumber.Set(t.s.Walk, t.form.value(testNumber))
	t.s.Walk.TestType = connector.UsageType(t.form.value(testType))
}

func (t *test) View() view {
	head := t.s.heading("test")
	form, top, bottom := t.form.view()
	n := strings.Count(head, "\n")
	return view{text: head + form, top: top + n, bottom: bottom + n}
}

func (t *test) ShortHelp() []key.Binding {
	k := t.s.keys
	return []key.Binding{k.Next, k.Tab, k.SkipTest, k.Back}
}

func (t *test) FullHelp() [][]key.Binding {
	k := t.s.keys
	return [][]key.Binding{{k.Next, k.Tab, k.ShiftTab, k.Yes, k.No, k.SkipTest, k.Back}}
}
