package plain

import (
	"context"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// stalled answers no call of one name before its context ends.
type stalled struct {
	walk.Twilio
	name string
}

// or waits where the call is the one that stalls.
func (s stalled) or(ctx context.Context, name string, effect account.Effect) error {
	if s.name != name {
		return nil
	}
	<-ctx.Done()
	return &account.CallError{Kind: account.CallCanceled, OutcomeUnknown: effect != "", Effect: effect}
}

func (s stalled) Account(ctx context.Context) (account.Account, error) {
	if err := s.or(ctx, "Account", ""); err != nil {
		return account.Account{}, err
	}
	return s.Twilio.Account(ctx)
}

func (s stalled) Services(ctx context.Context, page func([]account.Service)) error {
	if err := s.or(ctx, "Services", ""); err != nil {
		return err
	}
	return s.Twilio.Services(ctx, page)
}

func (s stalled) Senders(ctx context.Context, sid string) ([]account.Sender, error) {
	if err := s.or(ctx, "Senders", ""); err != nil {
		return nil, err
	}
	return s.Twilio.Senders(ctx, sid)
}

func (s stalled) CreateService(ctx context.Context, name string) (account.Service, error) {
	if err := s.or(ctx, "CreateService", account.ServiceCreated); err != nil {
		return account.Service{}, err
	}
	return s.Twilio.CreateService(ctx, name)
}

func (s stalled) PhoneNumbers(ctx context.Context, page func([]account.PhoneNumber)) error {
	if err := s.or(ctx, "PhoneNumbers", ""); err != nil {
		return err
	}
	return s.Twilio.PhoneNumbers(ctx, page)
}

func (s stalled) NumberCountries(ctx context.Context) ([]account.NumberCountry, error) {
	if err := s.or(ctx, "NumberCountries", ""); err != nil {
		return nil, err
	}
	return s.Twilio.NumberCountries(ctx)
}

func (s stalled) AvailableNumbers(ctx context.Context, x account.NumberSearch) ([]account.AvailableNumber, error) {
	if err := s.or(ctx, "AvailableNumbers", ""); err != nil {
		return nil, err
	}
	return s.Twilio.AvailableNumbers(ctx, x)
}

func (s stalled) BuyNumber(ctx context.Context, e164 string) (account.PhoneNumber, error) {
	if err := s.or(ctx, "BuyNumber", account.NumberBought); err != nil {
		return account.PhoneNumber{}, err
	}
	return s.Twilio.BuyNumber(ctx, e164)
}

func (s stalled) AddNumber(ctx context.Context, service, number string) error {
	if err := s.or(ctx, "AddNumber", account.NumberAdded); err != nil {
		return err
	}
	return s.Twilio.AddNumber(ctx, service, number)
}

func (s stalled) Send(ctx context.Context, m connector.Outgoing) (account.Message, error) {
	if err := s.or(ctx, "Send", account.MessageSent); err != nil {
		return account.Message{}, err
	}
	return s.Twilio.Send(ctx, m)
}

func (s stalled) Message(ctx context.Context, sid string) (account.Message, error) {
	if err := s.or(ctx, "Message", ""); err != nil {
		return account.Message{}, err
	}
	return s.Twilio.Message(ctx, sid)
}
