package cli

import (
	"context"
	"errors"
	"sync"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/environ"
)

// account is what doctor asks Twilio: nothing that sends, buys or changes.
type surveyed interface {
	Account(ctx context.Context) (account.Account, error)
	Balance(ctx context.Context) (account.Balance, error)
	Service(ctx context.Context, sid string) (account.Service, error)
	Senders(ctx context.Context, serviceSID string) ([]account.Sender, error)
	Campaigns(ctx context.Context, serviceSID string) ([]account.Campaign, error)
	TollFreeVerifications(ctx context.Context) ([]account.TollFreeVerification, error)
}

// surveyor learns what there is to learn of an account.
type surveyor struct {
	surveyed surveyed
	asking   func(key string) // is told what comes next, a key of ui/i18n
}

// survey asks for what the answers before have not made pointless: for nothing
// more where the account is not shown, for registrations only where there are
// numbers that want them. Two calls at most run at a time.
func (x surveyor) survey(ctx context.Context, doc *connector.Document, token bool) account.Survey {
	s := account.Survey{Document: doc}
	config := doc.Config()
	if !token {
		s.MissingToken = environ.AuthToken
	}
	// Whatever else it is, Twilio would know it no better than a check of the file.
	if !token || connector.Classify(config.AccountSID) != connector.PastedAccountSID {
		return s
	}
	x.asking("doctor.asking.account")
	if s.Account = found(x.surveyed.Account(ctx)); s.Account.Err != nil {
		return s
	}
	x.asking("doctor.asking.service")
	var calls sync.WaitGroup
	calls.Go(func() { s.Balance = found(x.surveyed.Balance(ctx)) })
	calls.Go(func() { x.service(ctx, &s, config.FromMessagingServiceSID) })
	calls.Wait()
	x.asking("doctor.asking.registrations")
	if len(account.USNumbers(s.Senders.Value)) > 0 {
		calls.Go(func() { s.Campaigns = found(x.surveyed.Campaigns(ctx, s.Service.Value.SID)) })
	}
	if len(account.TollFreeNumbers(s.Senders.Value)) > 0 {
		calls.Go(func() { s.TollFree = found(x.surveyed.TollFreeVerifications(ctx)) })
	}
	calls.Wait()
	return s
}

// service asks for a service and then its senders.
func (x surveyor) service(ctx context.Context, s *account.Survey, sid string) {
	if connector.Classify(sid) != connector.PastedServiceSID {
		return
	}
	if s.Service = found(x.surveyed.Service(ctx, sid)); s.Service.Err == nil {
		s.Senders = found(x.surveyed.Senders(ctx, sid))
	}
}

// found is what came of a call.
func found[T any](value T, err error) account.Found[T] {
	f := account.Found[T]{Value: value, Asked: true}
	if err != nil && !errors.As(err, &f.Err) {
		f.Err = &account.CallError{Kind: account.Unintelligible, Message: err.Error()}
	}
	return f
}
