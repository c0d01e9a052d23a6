package walk

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"golang.org/x/sync/errgroup"

	"logto-twilio/connector/account"
)

// ParallelLists is how many services are asked for their senders at a time.
const ParallelLists = 4

// Look is what a service sends from, with its registrations.
type Look struct {
	Service   string // its SID
	Senders   []account.Sender
	Campaigns account.Found[[]account.Campaign] // asked for where it has US numbers
	Err       error                             // why the senders are not known
}

// Listing is told what a listing of services brings, one thing at a time.
type Listing struct {
	Page     func([]account.Service)
	Look     func(Look)
	TollFree func(account.Found[[]account.TollFreeVerification])
}

// Into is the listing that puts everything into the walk.
func (w *Walk) Into() Listing {
	return Listing{
		Page: func(page []account.Service) {
			for _, s := range page {
				w.AddService(s)
			}
		},
		Look:     w.TakeLook,
		TollFree: w.SetTollFree,
	}
}

// TakeLook notes what a service sends from.
func (w *Walk) TakeLook(l Look) { w.SetSenders(l.Service, l.Senders, l.Campaigns, l.Err) }

// ListServices lists the services of the account, what each of them sends from,
// and what is known of toll-free numbers. The error is why not all services were
// listed; each of the other answers has its own. A panic on the way is one of the
// caller's.
func ListServices(ctx context.Context, t Twilio, to Listing) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l := &lister{turn: make(chan struct{}, 1), cancel: cancel}
	l.others.SetLimit(ParallelLists)
	err := t.Services(ctx, func(page []account.Service) {
		l.tell(func() { to.Page(page) })
		for _, service := range page {
			l.ask(func() func() {
				look := LookAt(ctx, t, service)
				return func() { to.Look(look) }
			})
		}
	})
	l.ask(func() func() {
		verifications := Found(t.TollFreeVerifications(ctx))
		return func() { to.TollFree(verifications) }
	})
	_ = l.others.Wait() // each tells its own error
	if l.fault != "" {
		panic(l.fault)
	}
	return err
}

// lister asks several things at a time, and tells one.
type lister struct {
	others errgroup.Group
	turn   chan struct{} // holds whoever tells something
	cancel context.CancelFunc
	fault  string // the panic of a question
}

// ask runs a question beside others, then what tells its answer.
func (l *lister) ask(question func() (tell func())) {
	l.others.Go(func() error {
		defer func() {
			if r := recover(); r != nil {
				l.cancel()
				l.tell(func() { l.fault = fmt.Sprintf("%v\n\n%s", r, debug.Stack()) })
			}
		}()
		l.tell(question())
		return nil
	})
}

func (l *lister) tell(what func()) {
	l.turn <- struct{}{}
	defer func() { <-l.turn }()
	what()
}

// LookAt asks for the senders of a service and, where that matters, for its
// registrations.
func LookAt(ctx context.Context, t Twilio, service account.Service) Look {
	l := Look{Service: service.SID}
	l.Senders, l.Err = t.Senders(ctx, service.SID)
	if l.Err == nil && len(account.USNumbers(l.Senders)) > 0 {
		l.Campaigns = Found(t.Campaigns(ctx, service.SID))
	}
	return l
}

// Found is what came of a call.
func Found[T any](value T, err error) account.Found[T] {
	f := account.Found[T]{Value: value, Asked: true}
	if err != nil && !errors.As(err, &f.Err) {
		f.Err = &account.CallError{Kind: account.Unintelligible, Message: err.Error()}
	}
	return f
}
