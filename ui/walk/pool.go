package walk

import (
	"context"
	"slices"

	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
)

// Pools is what it takes to change what a service sends from.
type Pools interface {
	Senders(ctx context.Context, serviceSID string) ([]account.Sender, error)
	AddNumber(ctx context.Context, serviceSID, numberSID string) error
	RemoveNumber(ctx context.Context, serviceSID, numberSID string) error
}

// Placement is what became of a number that was to go into a service.
type Placement struct {
	To, From string // the services, From "" where the number was in none
	Number   string // its SID
	// Err is why the number may not be where it should be.
	Err error
	// Pools are the services that were changed, as they are now; an error where
	// that could not be asked.
	Pools []Pool
}

// Pool is what a service sends from, as it was asked for just now.
type Pool struct {
	Service string
	Senders []account.Sender
	Err     error
}

// In tells where the number is: the SID of the service, "" for none of the two.
// Not known where one of them could not be asked.
func (p Placement) In() (service string, known bool) {
	known = true
	for _, pool := range p.Pools {
		if slices.ContainsFunc(pool.Senders, func(s account.Sender) bool { return s.SID == p.Number }) {
			return pool.Service, true
		}
		known = known && pool.Err == nil
	}
	return "", known
}

// Done reports whether the number is in the service.
func (p Placement) Done() bool {
	in, known := p.In()
	return known && in == p.To || !known && p.Err == nil
}

// Place puts a number into the service to, out of the service from where it is in
// one, and looks how both are then: an answer that was lost is not repeated.
func Place(ctx context.Context, t Pools, number, from, to string) Placement {
	p := Placement{To: to, From: from, Number: number}
	if from != "" {
		p.Err = t.RemoveNumber(ctx, from, number)
	}
	if p.Err == nil {
		p.Err = t.AddNumber(ctx, to, number)
	}
	p.Look(ctx, t)
	return p
}

// Look asks again what the services send from.
func (p *Placement) Look(ctx context.Context, t Pools) {
	p.Pools = nil
	for _, service := range []string{p.To, p.From} {
		if service == "" {
			continue
		}
		senders, err := t.Senders(ctx, service)
		p.Pools = append(p.Pools, Pool{service, senders, err})
	}
}

// NotePlacement takes in what the services of a placement send from now.
func (w *Walk) NotePlacement(p Placement) {
	for _, pool := range p.Pools {
		if i := w.ServiceIndex(pool.Service); i >= 0 {
			w.SetSenders(pool.Service, pool.Senders, w.Services[i].Campaigns, pool.Err)
		}
	}
}

// Shop is what it takes to buy a number.
type Shop interface {
	BuyNumber(ctx context.Context, e164 string) (account.PhoneNumber, error)
	FindPhoneNumber(ctx context.Context, e164 string) (account.PhoneNumber, bool, error)
}

// Purchase is what became of a number that was to be bought.
type Purchase struct {
	E164   string
	Number account.PhoneNumber // zero unless it was bought
	Err    error               // why it was not, or may not have been
	// Looked is set when the answer was lost and the account was looked through:
	// the number is not there, for now.
	Looked bool
}

// Bought reports whether the number is the account's.
func (p Purchase) Bought() bool { return p.Number.SID != "" }

// Unsure reports whether the number may have been bought all the same.
func (p Purchase) Unsure() bool { return !p.Bought() && Unsure(p.Err) }

// Buy buys a number, once. Where the answer is lost it looks whether the account
// has the number, and never buys again.
func Buy(ctx context.Context, t Shop, e164 string) Purchase {
	p := Purchase{E164: e164}
	p.Number, p.Err = t.BuyNumber(ctx, e164)
	if p.Unsure() && ctx.Err() == nil {
		p.Look(ctx, t)
	}
	return p
}

// Look asks whether the account has the number. What cannot be asked leaves the
// purchase as unsure as it was.
func (p *Purchase) Look(ctx context.Context, t Shop) {
	n, ok, err := t.FindPhoneNumber(ctx, p.E164)
	switch {
	case err != nil:
	case ok:
		p.Number, p.Err = n, nil
	default:
		p.Looked = true
	}
}

// HarmsOfMove are the checks of what a number can no longer do once it is moved.
func (w *Walk) HarmsOfMove(numberSID, from, to string) []account.Check {
	i, j := w.ServiceIndex(from), w.ServiceIndex(to)
	if i < 0 || j < 0 {
		return nil
	}
	at := slices.IndexFunc(w.Services[i].Senders, func(x account.Sender) bool { return x.SID == numberSID })
	if at < 0 {
		return nil
	}
	return account.CheckMove(w.Services[i].Senders[at], w.Services[j].Service)
}

// MoveText says what becomes of the service that a number is taken from.
func (w *Walk) MoveText(p i18n.Printer, from string) string {
	left := 0
	if i := w.ServiceIndex(from); i >= 0 {
		left = len(w.Services[i].Senders) - 1
	}
	if left == 0 {
		return p.T("numbers.move.last", "from", w.NameOf(from))
	}
	return p.T("numbers.move.why", "from", w.NameOf(from), "n", left)
}
