package wizard

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/walk"
)

// fakeTwilio answers as its fields say; what is nil answers with nothing.
type fakeTwilio struct {
	onAccount func(context.Context) (account.Account, error)
	services  func(context.Context, func([]account.Service)) error
	senders   func(context.Context, string) ([]account.Sender, error)
	send      func(context.Context, connector.Outgoing) (account.Message, error)
	message   func(context.Context, string) (account.Message, error)
	create    func(context.Context, string) (account.Service, error)
	add       func(ctx context.Context, service, number string) error
	remove    func(ctx context.Context, service, number string) error
	numbers   func(context.Context, func([]account.PhoneNumber)) error
	find      func(context.Context, string) (account.PhoneNumber, bool, error)
	forSale   func(context.Context, account.NumberSearch) ([]account.AvailableNumber, error)
	prices    func(context.Context, string) (map[account.NumberKind]account.Price, error)
	buy       func(context.Context, string) (account.PhoneNumber, error)
}

func (f *fakeTwilio) Balance(context.Context) (account.Balance, error) {
	return account.Balance{Amount: "20.00", Currency: "USD"}, nil
}

func (f *fakeTwilio) Campaigns(context.Context, string) ([]account.Campaign, error) {
	return []account.Campaign{{SID: "QE1", Status: account.CampaignVerified}}, nil
}

func (f *fakeTwilio) TollFreeVerifications(context.Context) ([]account.TollFreeVerification, error) {
	return nil, nil
}

func (f *fakeTwilio) VerifiedNumbers(context.Context) ([]string, error) { return nil, nil }

func (f *fakeTwilio) CreateService(ctx context.Context, name string) (account.Service, error) {
	if f.create == nil {
		return account.Service{SID: "MG" + name, FriendlyName: name, UseCase: "notifications"}, nil
	}
	return f.create(ctx, name)
}

func (f *fakeTwilio) AddNumber(ctx context.Context, service, number string) error {
	if f.add == nil {
		return nil
	}
	return f.add(ctx, service, number)
}

func (f *fakeTwilio) RemoveNumber(ctx context.Context, service, number string) error {
	if f.remove == nil {
		return nil
	}
	return f.remove(ctx, service, number)
}

func (f *fakeTwilio) PhoneNumbers(ctx context.Context, page func([]account.PhoneNumber)) error {
	if f.numbers == nil {
		return nil
	}
	return f.numbers(ctx, page)
}

func (f *fakeTwilio) FindPhoneNumber(ctx context.Context, e164 string) (account.PhoneNumber, bool, error) {
	if f.find == nil {
		return account.PhoneNumber{}, false, nil
	}
	return f.find(ctx, e164)
}

func (f *fakeTwilio) NumberCountries(context.Context) ([]account.NumberCountry, error) {
	return []account.NumberCountry{{Code: "US", Name: "United States", Kinds: []account.NumberKind{account.LocalNumber, account.TollFreeNumber}}}, nil
}

func (f *fakeTwilio) AvailableNumbers(ctx context.Context, search account.NumberSearch) ([]account.AvailableNumber, error) {
	if f.forSale == nil {
		return nil, nil
	}
	return f.forSale(ctx, search)
}

func (f *fakeTwilio) NumberPrices(ctx context.Context, country string) (map[account.NumberKind]account.Price, error) {
	if f.prices == nil {
		return nil, nil
	}
	return f.prices(ctx, country)
}

func (f *fakeTwilio) BuyNumber(ctx context.Context, e164 string) (account.PhoneNumber, error) {
	if f.buy == nil {
		return account.PhoneNumber{SID: "PN" + e164, Number: e164, SMS: true}, nil
	}
	return f.buy(ctx, e164)
}

func (f *fakeTwilio) Account(ctx context.Context) (account.Account, error) {
	if f.onAccount == nil {
		return account.Account{FriendlyName: "Demo Company", Type: account.FullAccount, Status: account.ActiveAccount}, nil
	}
	return f.onAccount(ctx)
}

func (f *fakeTwilio) Services(ctx context.Context, page func([]account.Service)) error {
	if f.services == nil {
		return nil
	}
	return f.services(ctx, page)
}

func (f *fakeTwilio) Senders(ctx context.Context, sid string) ([]account.Sender, error) {
	if f.senders == nil {
		return nil, nil
	}
	return f.senders(ctx, sid)
}

func (f *fakeTwilio) Send(ctx context.Context, m connector.Outgoing) (account.Message, error) {
	if f.send == nil {
		return account.Message{SID: "SM1", Status: account.Delivered}, nil
	}
	return f.send(ctx, m)
}

func (f *fakeTwilio) Message(ctx context.Context, sid string) (account.Message, error) {
	if f.message == nil {
		return account.Message{SID: sid, Status: account.Delivered}, nil
	}
	return f.message(ctx, sid)
}

// asTwilio lets a wizard talk to a fake.
func (f *fakeTwilio) connect(string, string, *string) walk.Twilio { return f }

// serving is a fake account with services, each answer after its time.
func serving(services, senders int, after time.Duration, asked func(sid string) (done func())) *fakeTwilio {
	return &fakeTwilio{
		services: func(ctx context.Context, page func([]account.Service)) error {
			for n := 0; n < services; n += 50 {
				if err := pause(ctx, after); err != nil {
					return err
				}
				var list []account.Service
				for i := n; i < min(n+50, services); i++ {
					list = append(list, account.Service{SID: fmt.Sprintf("MG%032d", i), FriendlyName: fmt.Sprintf("Service %03d", i), A2PRegistered: true})
				}
				page(list)
			}
			return nil
		},
		senders: func(ctx context.Context, sid string) ([]account.Sender, error) {
			defer asked(sid)()
			if err := pause(ctx, after); err != nil {
				return nil, err
			}
			list := make([]account.Sender, senders)
			for i := range list {
				list[i] = account.Sender{Kind: account.LongCode, Name: fmt.Sprintf("+4477009%05d", i), Country: "GB", SMS: true}
			}
			return list, nil
		},
	}
}

// inMemory is the demo's account without the requests in between.
func inMemory() *fakeTwilio {
	all := twiliosim.Accounts()[0].Services
	return &fakeTwilio{
		services: func(_ context.Context, page func([]account.Service)) error {
			list := make([]account.Service, len(all))
			for i, s := range all {
				list[i] = s.Service
			}
			page(list)
			return nil
		},
		senders: func(_ context.Context, sid string) ([]account.Sender, error) {
			i := slices.IndexFunc(all, func(s twiliosim.Service) bool { return s.SID == sid })
			return all[i].Senders, nil
		},
	}
}

// pause waits, or returns why it did not.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// gitFree is the answer of a folder without git.
func gitFree(context.Context, string) export.GitStatus { return export.GitNoRepo }

// fakeDrafts keeps drafts in memory.
type fakeDrafts struct {
	mu      sync.Mutex
	saves   []saved
	removed []int
	stored  map[string]walk.Answers // by path
	err     error
}

// saved is a draft as it was handed over.
type saved struct {
	serial  int
	answers walk.Answers
}

func (f *fakeDrafts) Take(info draft.Info) (walk.Answers, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	a, ok := f.stored[info.Path]
	if !ok {
		return a, errors.New("it is gone")
	}
	return a, nil
}

func (f *fakeDrafts) Save(serial int, a walk.Answers) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.saves = append(f.saves, saved{serial, a})
	return f.err
}

func (f *fakeDrafts) Remove(serial int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.removed = append(f.removed, serial)
}
