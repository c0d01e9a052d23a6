package wizard

import (
	"context"
	"errors"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// delivery sends the test message, once, and follows it to its end.
type delivery struct {
	s      *session
	wait   *waiting
	asked  int       // how often the status was asked for
	since  time.Time // when it began to be followed
	err    error
	none   bool // no template serves the chosen type
	lost   bool // the word of its delivery stopped, by an error or by hand
	choose *form
}

// pollMsg asks for the message's status once more.
type pollMsg struct{ id int }

// newDelivery sends at once: the form before it was the yes.
func newDelivery(s *session) (*delivery, tea.Cmd) {
	d := &delivery{s: s, since: s.Clock()}
	out, ok := s.Walk.TestMessage()
	if !ok {
		d.none = true
		return d, d.ask()
	}
	s.Walk.Sent, s.Walk.Spending = &account.Delivery{Outgoing: out}, true
	client := s.Client()
	call, cmd := ask(s, func(ctx context.Context) (account.Message, error) { return client.Send(ctx, out) })
	d.wait = newWaiting(s, call, s.tr.T("test.sending", "to", out.To))
	return d, tea.Batch(cmd, d.wait.start())
}

func (d *delivery) Enter() tea.Cmd { return nil }

func (d *delivery) Resize(width, height int) {
	if d.choose != nil {
		d.choose.resize(width, height < 16)
	}
}

func (d *delivery) Update(msg tea.Msg) (step, tea.Cmd) {
	switch msg := msg.(type) {
	case answer[account.Message]:
		return d, d.answered(msg)
	case pollMsg:
		return d, d.poll(msg)
	}
	k, ok := msg.(tea.KeyPressMsg)
	switch {
	case d.wait != nil && d.taken() && ok && key.Matches(k, d.s.keys.Stop): // nothing hangs on the answer
		d.wait.cancel()
		d.wait, d.lost = nil, true
		return d, d.ask()
	case d.wait != nil:
		return d, d.wait.update(msg)
	case ok && key.Matches(k, d.s.keys.Back):
		return d.restart()
	}
	if d.choose == nil {
		return d, nil
	}
	done, cmd := d.choose.update(msg)
	if !done {
		return d, cmd
	}
	switch d.choose.value(0) {
	case walk.Again:
		return d.restart()
	case walk.Watch:
		return d, d.watch()
	case walk.Mend:
		step, _ := walk.MendStep(d.s.Walk.ErrorCode())
		return d, d.s.jump(step, "")
	}
	return d, d.s.forward()
}

// taken tells whether Twilio has taken the message.
func (d *delivery) taken() bool { return d.s.Walk.Sent.Message.SID != "" }

// restart goes back to the form: sending again is asked for again.
func (d *delivery) restart() (step, tea.Cmd) {
	t := newTest(d.s)
	t.Resize(d.s.width, d.s.height)
	return t, t.Enter()
}

// answered takes what came of sending, or of asking for the status.
func (d *delivery) answered(a answer[account.Message]) tea.Cmd {
	d.s.Walk.Spending = false
	if d.wait == nil || a.id != d.wait.id {
		return nil
	}
	if a.err != nil {
		d.wait, d.err, d.lost = nil, a.err, d.taken()
		if !d.lost {
			_ = errors.As(a.err, &d.s.Walk.Sent.Err)
		}
		return d.ask()
	}
	d.s.Walk.Sent.Note(a.value, d.s.Clock())
	if a.value.Status.Final() || d.wait.done || d.spent() {
		d.lost = !a.value.Status.Final()
		d.wait = nil
		return d.ask()
	}
	d.wait.what = d.following()
	id := d.wait.id
	return tea.Tick(account.PollAfter(d.asked), func(time.Time) tea.Msg { return pollMsg{id} })
}

// spent tells whether the message was followed for long enough.
func (d *delivery) spent() bool {
	return d.s.Clock().Sub(d.since) > walk.DeliveryTime
}

// poll asks for the status.
func (d *delivery) poll(p pollMsg) tea.Cmd {
	if d.wait == nil || p.id != d.wait.id {
		return nil
	}
	d.asked++
	client, sid := d.s.Client(), d.s.Walk.Sent.Message.SID
	call, cmd := ask(d.s, func(ctx context.Context) (account.Message, error) { return client.Message(ctx, sid) })
	d.wait.call = call
	return cmd
}

func (d *delivery) following() string {
	return d.s.tr.T("test.following", "n", int(walk.DeliveryTime.Seconds()))
}

// watch follows the message again.
func (d *delivery) watch() tea.Cmd {
	d.err, d.lost, d.choose, d.asked, d.since = nil, false, nil, 0, d.s.Clock()
	d.s.calls++
	d.wait = newWaiting(d.s, &call{id: d.s.calls, cancel: func() {}}, d.following())
	id := d.wait.id
	return tea.Batch(d.wait.start(), func() tea.Msg { return pollMsg{id} })
}

// ask offers what can be done at the end.
func (d *delivery) ask() tea.Cmd {
	d.choose = newForm(d.s, firstOf(d.s.tr.T("test.now"), d.s.Walk.AfterTest(d.s.tr, d.lost, d.err)))
	d.choose.resize(d.s.width, true)
	return d.choose.focus(0)
}
