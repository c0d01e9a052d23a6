package wizard

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// piece is a message of a feed, with the number of the feed: pieces of an older
// feed are dropped.
type piece struct {
	id  int
	msg any
}

// feedEnd ends a feed.
type feedEnd struct{ err error }

// feed brings in the pieces of a long answer, each by its own command.
type feed struct {
	*call
	messages chan tea.Msg
	ctx      context.Context
}

// owns reports whether the number of a piece is that of this feed.
func (f *feed) owns(id int) bool { return f != nil && f.call.owns(id) }

// startFeed starts run, which sends pieces until it is done or the context ends. The
// last piece is a feedEnd with the error of run.
func startFeed(s *session, run func(*feed) error) (*feed, tea.Cmd) {
	s.calls++
	ctx, cancel := context.WithCancel(s.visit)
	f := &feed{call: &call{id: s.calls, cancel: cancel}, messages: make(chan tea.Msg), ctx: ctx}
	return f, func() tea.Msg {
		go func() {
			defer f.cancel()
			defer f.sendCrash()
			f.send(feedEnd{run(f)})
		}()
		return f.next()
	}
}

// sendCrash, deferred, passes on a panic of this goroutine.
func (f *feed) sendCrash() {
	if r := recover(); r != nil {
		f.hand(newCrash(r))
	}
}

// send gives a piece to whoever takes the next one.
func (f *feed) send(msg any) { f.hand(piece{f.id, msg}) }

func (f *feed) hand(m tea.Msg) {
	select {
	case f.messages <- m:
	case <-f.ctx.Done():
	}
}

// next is the command that waits for one more piece.
func (f *feed) next() tea.Msg {
	select {
	case m := <-f.messages:
		return m
	case <-f.ctx.Done():
		return piece{f.id, feedEnd{&account.CallError{Kind: account.CallCanceled}}}
	}
}

// tollFreeMsg are the verifications of the account's toll-free numbers.
type tollFreeMsg account.Found[[]account.TollFreeVerification]

// listServices brings in the account's services page by page as []account.Service,
// the senders of each as walk.Look, and the verifications of toll-free numbers as
// tollFreeMsg.
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
