package wizard

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/sync/errgroup"

	"logto-twilio/connector"
)

// parallelLists is how many services are asked for their senders at a time.
const parallelLists = 4

// sendersMsg is what a service sends from, with its registrations.
type sendersMsg struct {
	service   string
	senders   []connector.Sender
	campaigns connector.Found[[]connector.Campaign]
	err       error
}

// tollFreeMsg are the verifications of the account's toll-free numbers.
type tollFreeMsg connector.Found[[]connector.TollFreeVerification]

// listServices brings in the account's services page by page, as
// []connector.Service, what each of them sends from, as sendersMsg, and what is
// known of toll-free numbers, as tollFreeMsg.
func listServices(s *session) (*feed, tea.Cmd) {
	client := s.twilio()
	return startFeed(s, func(f *feed) error {
		var others errgroup.Group
		others.SetLimit(parallelLists)
		err := client.Services(f.ctx, func(page []connector.Service) {
			f.send(page)
			for _, service := range page {
				others.Go(func() error {
					defer f.sendCrash()
					f.send(lookAt(f.ctx, client, service))
					return nil
				})
			}
		})
		others.Go(func() error {
			defer f.sendCrash()
			f.send(tollFreeMsg(found(client.TollFreeVerifications(f.ctx))))
			return nil
		})
		_ = others.Wait() // each sends its own error
		return err
	})
}

// lookAt asks for the senders of a service and, where that matters, for its
// registrations.
func lookAt(ctx context.Context, client Twilio, service connector.Service) sendersMsg {
	m := sendersMsg{service: service.SID}
	m.senders, m.err = client.Senders(ctx, service.SID)
	if m.err == nil && len(connector.USNumbers(m.senders)) > 0 {
		m.campaigns = found(client.Campaigns(ctx, service.SID))
	}
	return m
}

// found is what came of a call.
func found[T any](value T, err error) connector.Found[T] {
	f := connector.Found[T]{Value: value, Asked: true}
	if err != nil && !errors.As(err, &f.Err) {
		f.Err = &connector.CallError{Kind: connector.Unintelligible, Message: err.Error()}
	}
	return f
}

// listNumbers brings in the account's phone numbers page by page, as
// []connector.PhoneNumber.
func listNumbers(s *session) (*feed, tea.Cmd) {
	client := s.twilio()
	return startFeed(s, func(f *feed) error {
		return client.PhoneNumbers(f.ctx, func(page []connector.PhoneNumber) { f.send(page) })
	})
}
