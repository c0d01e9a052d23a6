package walk

import (
	"context"

	"logto-twilio/connector"
	"logto-twilio/export/logto"
)

// Twilio is what the walk needs of a Twilio account: connector/twilio's Client,
// whose documentation says more. Their errors are *connector.CallError.
type Twilio interface {
	Account(ctx context.Context) (connector.Account, error)
	Balance(ctx context.Context) (connector.Balance, error)

	Services(ctx context.Context, page func([]connector.Service)) error
	CreateService(ctx context.Context, friendlyName string) (connector.Service, error)
	Senders(ctx context.Context, serviceSID string) ([]connector.Sender, error)
	AddNumber(ctx context.Context, serviceSID, numberSID string) error
	RemoveNumber(ctx context.Context, serviceSID, numberSID string) error
	Campaigns(ctx context.Context, serviceSID string) ([]connector.Campaign, error)
	TollFreeVerifications(ctx context.Context) ([]connector.TollFreeVerification, error)

	PhoneNumbers(ctx context.Context, page func([]connector.PhoneNumber)) error
	FindPhoneNumber(ctx context.Context, e164 string) (connector.PhoneNumber, bool, error)
	NumberCountries(ctx context.Context) ([]connector.NumberCountry, error)
	AvailableNumbers(ctx context.Context, search connector.NumberSearch) ([]connector.AvailableNumber, error)
	NumberPrices(ctx context.Context, country string) (map[connector.NumberKind]connector.Price, error)
	BuyNumber(ctx context.Context, e164 string) (connector.PhoneNumber, error)

	VerifiedNumbers(ctx context.Context) ([]string, error)
	Send(ctx context.Context, m connector.Outgoing) (connector.Message, error)
	Message(ctx context.Context, sid string) (connector.Message, error)
}

// Logto is what the walk needs of a running Logto: export/logto's Client, whose
// documentation says more.
type Logto interface {
	Host() string
	SMS(ctx context.Context, secrets ...string) (logto.There, error)
	Push(ctx context.Context, p logto.Plan) (logto.Result, error)
	Test(ctx context.Context, c logto.Config, phone string) error
}
