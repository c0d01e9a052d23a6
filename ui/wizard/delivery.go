package wizard

import (
	"context"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// delivery sends the test message, once, and polls its status to the end.
type delivery struct {
	s          *session
	pending    *pending
	follower   *walk.Follower
	err        error
	noTemplate bool // no template serves the chosen type
	lost       bool // polling stopped before the end, by an error or by the person
	choices    *form
}

// pollMsg says that it is time to poll again.
type pollMsg struct{ id int }

func newDelivery(s *session) *delivery { return &delivery{s: s} }

// Enter sends at once: the person said yes in the form before.
func (d *delivery) Enter() tea.Cmd {
	s := d.s
	out, ok := s.Walk.TestMessage()
	if !ok {
		d.noTemplate = true
		return d.askAfter()
	}
	d.follower = &walk.Follower{Delivery: s.Walk.BeginTest(out), Wait: walk.DeliveryTime}
	client := s.Client()
	call, cmd := request(s, func(ctx context.Context) (account.Message, error) { return client.Send(ctx, out) })
	d.pending = newPending(s, call, s.tr.T("test.sending", "to", out.To))
	return tea.Batch(cmd, d.pending.start())
}

func (d *delivery) Resize(width, height int) {
	if d.choices != nil {
		d.choices.resize(width, height < 16)
	}
}

func (d *delivery) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[account.Message]:
		return d.answered(msg)
	case pollMsg:
		return d.poll(msg)
	}
	k, ok := msg.(tea.KeyPressMsg)
	switch {
	case d.pending != nil && d.accepted() && ok && key.Matches(k, d.s.keys.Stop): // the message is sent: the answer is not needed
		d.pending.cancel()
		d.pending, d.lost = nil, true
		return d.askAfter()
	case d.pending != nil:
		return d.pending.update(msg)
	case ok && key.Matches(k, d.s.keys.Back):
		return d.restart()
	}
	if d.choices == nil {
		return nil
	}
	done, cmd := d.choices.update(msg)
	if !done {
		return cmd
	}
	switch d.choices.value(0) {
	case walk.Again:
		return d.restart()
	case walk.Watch:
		return d.watch()
	case walk.Mend:
		step, _ := walk.MendStep(d.s.Walk.ErrorCode())
		return d.s.leaveBy(jump{to: step})
	}
	return d.s.forward()
}

// accepted reports whether Twilio has taken the message.
func (d *delivery) accepted() bool { return d.s.Walk.Sent.Message.SID != "" }

// restart goes back to the form: every message needs its own yes.
func (d *delivery) restart() tea.Cmd {
	return d.s.replace(newTest(d.s))
}

// answered takes Twilio's answer to the sending, or to a poll.
func (d *delivery) answered(a answer[account.Message]) tea.Cmd {
	if !d.pending.owns(a.id) {
		return nil
	}
	d.s.Walk.EndSpending()
	if d.accepted() {
		return d.afterPoll(d.follower.Told(a.value, a.err, d.s.Clock()))
	}
	return d.afterPoll(d.follower.Sent(a.value, a.err, d.s.Clock()))
}

// afterPoll waits for the next poll; at the end it offers what can be done.
func (d *delivery) afterPoll(poll walk.Poll) tea.Cmd {
	if poll.Ended || d.pending.cancelled {
		d.pending, d.err, d.lost = nil, d.follower.Err(), d.follower.Lost()
		return d.askAfter()
	}
	d.pending.what = d.s.tr.T("test.following", "n", int(walk.DeliveryTime.Seconds()))
	id := d.pending.id
	return tea.Tick(poll.After, func(time.Time) tea.Msg { return pollMsg{id} })
}

// poll asks for the status.
func (d *delivery) poll(p pollMsg) tea.Cmd {
	if !d.pending.owns(p.id) {
		return nil
	}
	call, cmd := request(d.s, d.follower.Question(d.s.Client(), d.s.Clock()))
	d.pending.call = call
	return cmd
}

// watch polls again.
func (d *delivery) watch() tea.Cmd {
	d.err, d.lost, d.choices = nil, false, nil
	d.s.calls++
	d.pending = newPending(d.s, &call{id: d.s.calls, cancel: func() {}}, "")
	return tea.Batch(d.pending.start(), d.afterPoll(d.follower.Resume(d.s.Clock())))
}

// askAfter offers what can be done at the end.
func (d *delivery) askAfter() tea.Cmd {
	d.choices = newForm(d.s, firstOf(d.s.tr.T("test.now"), d.s.Walk.AfterTest(d.s.tr, d.lost, d.err)))
	d.choices.resize(d.s.width, true)
	return d.choices.focus(0)
}
