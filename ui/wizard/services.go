package wizard

import (
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// tollFreeMsg are the verifications of the account's toll-free numbers.
type tollFreeMsg account.Found[[]account.TollFreeVerification]

// listServices brings in the account's services page by page, as
// []account.Service, what each of them sends from, as walk.Look, and what is
// known of toll-free numbers, as tollFreeMsg.
func listServices(s *session) (*feed, tea.Cmd) {
	client := s.Client()
	return startFeed(s, func(f *feed) error {
		return walk.ListServices(f.ctx, client, walk.Listing{
			Page:     func(page []account.Service) { f.send(page) },
			Look:     func(l walk.Look) { f.send(l) },
			TollFree: func(x account.Found[[]account.TollFreeVerification]) { f.send(tollFreeMsg(x)) },
		})
	})
}

// listNumbers brings in the account's phone numbers page by page, as
// []account.PhoneNumber.
func listNumbers(s *session) (*feed, tea.Cmd) {
	client := s.Client()
	return startFeed(s, func(f *feed) error {
		return client.PhoneNumbers(f.ctx, func(page []account.PhoneNumber) { f.send(page) })
	})
}
