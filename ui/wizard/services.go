package wizard

import (
	"context"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sync/errgroup"

	"logto-twilio/connector"
)

// parallelLists is how many services are asked for their senders at a time.
const parallelLists = 4

// servicesMsg are services of one more page.
type servicesMsg struct {
	id       int
	services []connector.Service
}

// sendersMsg is what a service sends from.
type sendersMsg struct {
	id      int
	service string
	senders []connector.Sender
	err     error
}

// listedMsg ends the listing.
type listedMsg struct {
	id  int
	err error
}

// listing brings the account's services in as they come, each message by a
// command of its own.
type listing struct {
	*call
	messages chan tea.Msg
	ctx      context.Context
}

// startListing starts to list the services and their senders.
func startListing(s *session) (*listing, tea.Cmd) {
	s.calls++
	ctx, cancel := context.WithCancel(s.visit)
	l := &listing{call: &call{id: s.calls, cancel: cancel}, messages: make(chan tea.Msg), ctx: ctx}
	client := s.twilio()
	return l, func() tea.Msg {
		go l.run(client)
		return l.next()
	}
}

// run asks Twilio, and ends with the context.
func (l *listing) run(client Twilio) {
	defer l.cancel()
	defer l.sendCrash()
	var senders errgroup.Group
	senders.SetLimit(parallelLists)
	err := client.Services(l.ctx, func(page []connector.Service) {
		l.send(servicesMsg{l.id, page})
		for _, s := range page {
			senders.Go(func() error {
				defer l.sendCrash()
				found, err := client.Senders(l.ctx, s.SID)
				l.send(sendersMsg{l.id, s.SID, found, err})
				return nil
			})
		}
	})
	_ = senders.Wait() // each sends its own error
	l.send(listedMsg{l.id, err})
}

// sendCrash, deferred, hands on a panic of this goroutine.
func (l *listing) sendCrash() {
	if r := recover(); r != nil {
		l.send(newCrash(r))
	}
}

// send gives a message to whoever takes the next one.
func (l *listing) send(m tea.Msg) {
	select {
	case l.messages <- m:
	case <-l.ctx.Done():
	}
}

// next is the command that waits for one more message.
func (l *listing) next() tea.Msg {
	select {
	case m := <-l.messages:
		return m
	case <-l.ctx.Done():
		return listedMsg{l.id, &connector.CallError{Kind: connector.CallCanceled}}
	}
}
