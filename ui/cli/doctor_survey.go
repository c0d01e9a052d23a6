package cli

import (
	"context"
	"errors"
	"sync"

	"logto-twilio/connector"
)

// account is what doctor asks Twilio: nothing that sends, buys or changes.
type account interface {
	Account(ctx context.Context) (connector.Account, error)
	Balance(ctx context.Context) (connector.Balance, error)
	Service(ctx context.Context, sid string) (connector.Service, error)
	Senders(ctx context.Context, serviceSID string) ([]connector.Sender, error)
	Campaigns(ctx context.Context, serviceSID string) ([]connector.Campaign, error)
	TollFreeVerifications(ctx context.Context) ([]connector.TollFreeVerification, error)
}

// surveyor learns what there is to learn of an account.
type surveyor struct {
	account account
	asking  func(key string) // is told what comes next, a key of ui/i18n
}

// survey asks for what the answers before have not made pointless: for nothing
// more where the account is not shown, for registrations only where there are
// numbers that want them. Two calls at most run at a time.
func (x surveyor) survey(ctx context.Context, doc *connector.Document, token bool) connector.Survey {
	s := connector.Survey{Document: doc}
	config := doc.Config()
	if !token {
		s.TokenVariable = tokenVariable
	}
	// Whatever else it is, Twilio would know it no better than a check of the file.
	if !token || connector.Classify(config.AccountSID) != connector.PastedAccountSID {
		return s
	}
	x.asking("doctor.asking.account")
	if s.Account = found(x.account.Account(ctx)); s.Account.Err != nil {
		return s
	}
	x.asking("doctor.asking.service")
	var calls sync.WaitGroup
	calls.Go(func() { s.Balance = found(x.account.Balance(ctx)) })
	calls.Go(func() { x.service(ctx, &s, config.FromMessagingServiceSID) })
	calls.Wait()
	x.asking("doctor.asking.registrations")
	if len(connector.USNumbers(s.Senders.Value)) > 0 {
		calls.Go(func() { s.Campaigns = found(x.account.Campaigns(ctx, s.Service.Value.SID)) })
	}
	if len(connector.TollFreeNumbers(s.Senders.Value)) > 0 {
		calls.Go(func() { s.TollFree = found(x.account.TollFreeVerifications(ctx)) })
	}
	calls.Wait()
	return s
}

// service asks for a service and then its senders.
func (x surveyor) service(ctx context.Context, s *connector.Survey, sid string) {
	if connector.Classify(sid) != connector.PastedServiceSID {
		return
	}
	if s.Service = found(x.account.Service(ctx, sid)); s.Service.Err == nil {
		s.Senders = found(x.account.Senders(ctx, sid))
	}
}

// found is what came of a call.
func found[T any](value T, err error) connector.Found[T] {
	f := connector.Found[T]{Value: value, Asked: true}
	if err != nil && !errors.As(err, &f.Err) {
		f.Err = &connector.CallError{Kind: connector.Unintelligible, Message: err.Error()}
	}
	return f
}
