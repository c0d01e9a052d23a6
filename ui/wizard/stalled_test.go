package wizard

import (
	"context"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// stalled is an account of which one call never ends by itself.
type stalled struct {
	walk.Twilio
	call string
}

// stall waits for the end of a call that stalls, as the client does.
func (s stalled) stall(ctx context.Context, call string, effect account.Effect) error {
	if call != s.call {
		return nil
	}
	<-ctx.Done()
	return &account.CallError{Kind: account.CallCanceled, Host: "api.twilio.com", Effect: effect, OutcomeUnknown: effect != ""}
}

func (s stalled) Account(ctx context.Context) (a account.Account, err error) {
	if err := s.stall(ctx, "Account", ""); err != nil {
		return a, err
	}
	return s.Twilio.Account(ctx)
}

func (s stalled) Balance(ctx context.Context) (b account.Balance, err error) {
	if err := s.stall(ctx, "Balance", ""); err != nil {
		return b, err
	}
	return s.Twilio.Balance(ctx)
}

func (s stalled) Services(ctx context.Context, page func([]account.Service)) error {
	if err := s.stall(ctx, "Services", ""); err != nil {
		return err
	}
	return s.Twilio.Services(ctx, page)
}

func (s stalled) Senders(ctx context.Context, service string) ([]account.Sender, error) {
	if err := s.stall(ctx, "Senders", ""); err != nil {
		return nil, err
	}
	return s.Twilio.Senders(ctx, service)
}

func (s stalled) CreateService(ctx context.Context, name string) (x account.Service, err error) {
	if err := s.stall(ctx, "CreateService", account.ServiceCreated); err != nil {
		return x, err
	}
	return s.Twilio.CreateService(ctx, name)
}

func (s stalled) AddNumber(ctx context.Context, service, number string) error {
	if err := s.stall(ctx, "AddNumber", account.NumberAdded); err != nil {
		return err
	}
	return s.Twilio.AddNumber(ctx, service, number)
}

func (s stalled) RemoveNumber(ctx context.Context, service, number string) error {
	if err := s.stall(ctx, "RemoveNumber", account.NumberRemoved); err != nil {
		return err
	}
	return s.Twilio.RemoveNumber(ctx, service, number)
}

func (s stalled) PhoneNumbers(ctx context.Context, page func([]account.PhoneNumber)) error {
	if err := s.stall(ctx, "PhoneNumbers", ""); err != nil {
		return err
	}
	return s.Twilio.PhoneNumbers(ctx, page)
}

func (s stalled) FindPhoneNumber(ctx context.Context, e164 string) (n account.PhoneNumber, ok bool, err error) {
	if err := s.stall(ctx, "FindPhoneNumber", ""); err != nil {
		return n, false, err
	}
	return s.Twilio.FindPhoneNumber(ctx, e164)
}

func (s stalled) NumberCountries(ctx context.Context) ([]account.NumberCountry, error) {
	if err := s.stall(ctx, "NumberCountries", ""); err != nil {
		return nil, err
	}
	return s.Twilio.NumberCountries(ctx)
}

func (s stalled) AvailableNumbers(ctx context.Context, search account.NumberSearch) ([]account.AvailableNumber, error) {
	if err := s.stall(ctx, "AvailableNumbers", ""); err != nil {
		return nil, err
	}
	return s.Twilio.AvailableNumbers(ctx, search)
}

func (s stalled) NumberPrices(ctx context.Context, country string) (map[account.NumberKind]account.Price, error) {
	if err := s.stall(ctx, "NumberPrices", ""); err != nil {
		return nil, err
	}
	return s.Twilio.NumberPrices(ctx, country)
}

func (s stalled) BuyNumber(ctx context.Context, e164 string) (n account.PhoneNumber, err error) {
	if err := s.stall(ctx, "BuyNumber", account.NumberBought); err != nil {
		return n, err
	}
	return s.Twilio.BuyNumber(ctx, e164)
}

func (s stalled) Send(ctx context.Context, m connector.Outgoing) (x account.Message, err error) {
	if err := s.stall(ctx, "Send", account.MessageSent); err != nil {
		return x, err
	}
	return s.Twilio.Send(ctx, m)
}

func (s stalled) Message(ctx context.Context, sid string) (x account.Message, err error) {
	if err := s.stall(ctx, "Message", ""); err != nil {
		return x, err
	}
	return s.Twilio.Message(ctx, sid)
}

// waitingFor are the ways to a screen that waits for a call, and what the screen
// offers once it was cancelled.
func waitingFor() map[string]struct {
	options func(*Options)
	way     []action
	offers  string
} {
	type waits = struct {
		options func(*Options)
		way     []action
		offers  string
	}
	to := func(more ...action) []action {
		return append([]action{press("enter", "enter", "enter"), answered}, more...)
	}
	sale := func(more ...action) []action {
		return to(append([]action{press("enter", "enter"), answered, press("enter"), answered}, more...)...)
	}
	return map[string]waits{
		"Account":          {signedIn, []action{press("enter", "enter", "enter")}, "┃ Auth Token"},
		"Balance":          {signedIn, []action{press("enter", "enter", "enter"), answered}, "┃ Auth Token"},
		"Services":         {signedIn, to(), "┃ Account SID"}, // esc leaves the step
		"Senders":          {signedIn, to(press("enter")), "┃ Account SID"},
		"CreateService":    {signedIn, to(press("n"), replaced("Codes"), press("enter")), "┃ Name"},
		"PhoneNumbers":     {signedIn, to(press("down", "a")), "› Staging"},
		"AddNumber":        {signedIn, to(press("down", "a"), answered, press("enter")), "› Check where the number is"},
		"RemoveNumber":     {signedIn, to(press("down", "a"), answered, press("down", "down", "enter", "y")), "› Check where the number is"},
		"NumberCountries":  {signedIn, to(press("down", "a"), answered, press("b")), "Buy a number: country"},
		"AvailableNumbers": {emptied, sale(press("enter", "enter", "enter")), "┃ Area code"},
		"NumberPrices":     {emptied, sale(press("enter", "enter", "enter"), answered), "Buy a number: choose one"},
		"BuyNumber":        {emptied, sale(press("enter", "enter", "enter"), answered, press("enter", "y")), "› Check whether it was bought"},
		"Send":             {numbered(arriving), []action{at(walk.Test), sending}, "› Continue"},
		"Message":          {numbered(arriving), []action{at(walk.Test), sending, answered}, "› Keep waiting for this message"},
	}
}

// Esc ends whatever is waited for, without a moment's time: what is shown can be
// used, and nothing is left behind (the bubble would not end).
func TestEscCancelsEveryCall(t *testing.T) {
	for call, w := range waitingFor() {
		t.Run(call, func(t *testing.T) {
			driven(t, stalling(call, w.options), func(t *testing.T, d *direct) {
				d.do(w.way...)
				d.do(press("esc"))
				d.shows(w.offers)
				d.hides("Cancelling")
			})
		})
	}
}

// Ctrl+C asks whether to leave, whatever is waited for, and is obeyed.
func TestCtrlCLeavesEveryCall(t *testing.T) {
	for call, w := range waitingFor() {
		t.Run(call, func(t *testing.T) {
			driven(t, stalling(call, w.options), func(t *testing.T, d *direct) {
				d.do(w.way...)
				d.do(press("ctrl+c"))
				d.shows("Leave before the configuration is saved?")
				d.do(press("ctrl+c"))
				if !d.happened("quit") {
					t.Errorf("it goes on:\n%s", d.screen())
				}
			})
		})
	}
}

// stalling is a wizard over the simulated Twilio of which one call stalls.
func stalling(call string, options func(*Options)) Options {
	o := newOptions(i18n.English)
	options(&o)
	connect := o.Connect
	o.Connect = func(sid, token string, host *string) walk.Twilio { return stalled{connect(sid, token, host), call} }
	return o
}

// Nobody sees what a key would do in a terminal that is too small: none does
// anything, and leaving is asked for twice.
func TestNothingHappensUnseen(t *testing.T) {
	sim := twiliosim.New()
	o := newOptions(i18n.English)
	emptied(&o)
	o.Connect = func(sid, token string, host *string) walk.Twilio {
		return twilio.New(sid, token, twilio.Options{Host: host, Transport: sim})
	}
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), answered, press("enter", "enter"), answered, press("enter"), answered,
			press("enter", "enter", "enter"), answered, press("enter"))
		d.shows("Buy +12065550150?")
		d.resize(20, 5)
		d.do(press("y", "enter"), pasted("y"), answered)
		d.resize(80, 24)
		d.shows("Buy +12065550150?")
		d.resize(20, 5)
		d.do(press("ctrl+c"))
		if d.happened("quit") {
			t.Error("it left at once")
		}
		d.do(press("ctrl+c"))
		if !d.happened("quit") {
			t.Error("it cannot be left")
		}
	})
	if bought := sim.Bought(); len(bought) > 0 {
		t.Errorf("bought: %s", bought)
	}
}
