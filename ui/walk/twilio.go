package walk

import (
	"context"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/signin"
)

// Twilio is what the walk needs of a Twilio account: connector/twilio's Client,
// whose documentation says more. Their errors are *account.CallError.
type Twilio interface {
	Account(ctx context.Context) (account.Account, error)
	Balance(ctx context.Context) (account.Balance, error)

	Services(ctx context.Context, page func([]account.Service)) error
	CreateService(ctx context.Context, friendlyName string) (account.Service, error)
	Senders(ctx context.Context, serviceSID string) ([]account.Sender, error)
	AddNumber(ctx context.Context, serviceSID, numberSID string) error
	RemoveNumber(ctx context.Context, serviceSID, numberSID string) error
	Campaigns(ctx context.Context, serviceSID string) ([]account.Campaign, error)
	TollFreeVerifications(ctx context.Context) ([]account.TollFreeVerification, error)

	PhoneNumbers(ctx context.Context, page func([]account.PhoneNumber)) error
	FindPhoneNumber(ctx context.Context, e164 string) (account.PhoneNumber, bool, error)
	NumberCountries(ctx context.Context) ([]account.NumberCountry, error)
	AvailableNumbers(ctx context.Context, search account.NumberSearch) ([]account.AvailableNumber, error)
	NumberPrices(ctx context.Context, country string) (map[account.NumberKind]account.Price, error)
	BuyNumber(ctx context.Context, e164 string) (account.PhoneNumber, error)

	VerifiedNumbers(ctx context.Context) ([]string, error)
	Send(ctx context.Context, m connector.Outgoing) (account.Message, error)
	Message(ctx context.Context, sid string) (account.Message, error)
}

// Logto is what the walk needs of a running Logto: connector/logto's Client, whose
// documentation says more.
type Logto interface {
	Host() string
	SMS(ctx context.Context, secrets ...string) (logto.State, error)
	Push(ctx context.Context, p logto.Plan) (logto.Result, error)
	Test(ctx context.Context, c logto.Config, phone string) error

	SignInExperience(ctx context.Context) (signin.Experience, error)
	Facts(ctx context.Context) (signin.Facts, error)
	ChangeSignIn(ctx context.Context, p signin.Plan) (logto.SignInResult, error)
	SendCode(ctx context.Context, phone string) error
	VerifyCode(ctx context.Context, phone, code string) error
}
