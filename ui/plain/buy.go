package plain

import (
	"context"
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// shopping is a number on its way from the market into a service.
type shopping struct {
	*session
	service   string
	countries []account.NumberCountry
	country   account.NumberCountry
	search    account.NumberSearch
	searched  account.NumberSearch // that found the offers
	offers    []walk.Offer
	offer     walk.Offer
}

// buy asks for a number for sale, and for a clear yes, and buys it, once. Back
// leads to the question before.
func (s *session) buy(service string) (placed bool, err error) {
	x := &shopping{session: s, service: service}
	if err := sequence(x.askCountry, x.askKind, x.askArea, x.askOffer, x.askYes); err != nil {
		return false, err
	}
	return x.purchase()
}

// askCountry asks for the country, after listing them.
func (x *shopping) askCountry() error {
	x.heading("buy-country")
	for len(x.countries) == 0 {
		r, err := call(x.session, x.tr.T("buy.countries"), x.Client().NumberCountries)
		if err != nil {
			return err
		}
		if r.err == nil {
			x.countries = r.value
			x.Walk.SortCountries(x.countries)
			break
		}
		x.sayFailure(r.err)
		if _, err := x.pick(&list{more: []row{{label: x.tr.T("key.retry")}}}); err != nil {
			return err
		}
	}
	l := &list{}
	for _, c := range x.countries {
		kinds := make([]string, len(c.Kinds))
		for i, k := range c.Kinds {
			kinds[i] = x.tr.T("number-kind." + string(k))
		}
		l.rows = append(l.rows, row{label: x.tr.T("plain.in", "place", c.Name, "what", x.tr.T("buy.kinds", "kinds", kinds)), name: c.Name, find: c.Code})
	}
	i, err := x.pick(l)
	if err == nil {
		x.country = x.countries[i]
	}
	return err
}

// askKind asks for the kind of number.
func (x *shopping) askKind() error {
	if kind, ok := walk.OnlyKind(x.country); ok {
		x.search = account.NumberSearch{Country: x.country.Code, Kind: kind}
		return errPass
	}
	var choices []walk.Choice
	for _, k := range x.country.Kinds {
		choices = append(choices, walk.Choice{Value: string(k), Label: x.tr.T("number-kind." + string(k) + ".about")})
	}
	kind, err := x.choose(x.tr.T("title.buy-search", "country", x.country.Name)+"\n"+x.tr.T("buy.kind"), choices)
	x.search = account.NumberSearch{Country: x.country.Code, Kind: account.NumberKind(kind)}
	return err
}

// askArea asks for an area code where one may choose.
func (x *shopping) askArea() error {
	if !walk.AsksForArea(x.country, x.search.Kind) {
		return errPass
	}
	code, err := x.text(question{label: x.tr.T("buy.area-code"), why: x.tr.T("buy.area-code.why", "example", account.AreaCodeExample(x.country.Code)), clean: strings.TrimSpace, check: walk.CheckAreaCode})
	if err == nil {
		x.search.AreaCode, _ = account.ParseAreaCode(code)
	}
	return err
}

// find searches the numbers that were asked for, unless that was done. Where there
// are none it says so, and leads back.
func (x *shopping) find() error {
	if x.searched == x.search {
		return nil
	}
	client := x.Client()
	r, err := call(x.session, x.tr.T("buy.searching"), func(ctx context.Context) ([]walk.Offer, error) {
		return walk.FindNumbers(ctx, client, x.search)
	})
	switch {
	case err != nil:
		return err
	case r.err != nil:
		x.sayFailure(r.err)
		return errBack
	case len(r.value) == 0:
		x.sayStatus(warns, i18n.Message{Message: walk.NothingText(x.tr, x.country, x.search)})
		return errBack
	}
	x.offers, x.searched = r.value, x.search
	return nil
}

// askOffer asks for one of the numbers; of one that is not sold here it says why.
func (x *shopping) askOffer() error {
	if err := x.find(); err != nil {
		return err
	}
	l := &list{label: x.tr.T("title.buy-number") + "\n" + x.tr.T("intro.buy-number")}
	for _, o := range x.offers {
		l.rows = append(l.rows, row{label: x.offerLabel(o), name: o.Number})
	}
	for {
		i, err := x.pick(l)
		if err != nil {
			return err
		}
		x.offer = x.offers[i]
		x.sayChecks(account.CheckAvailable(x.offer.AvailableNumber, x.Walk.Service(x.service)))
		if x.offer.Buyable() {
			return nil
		}
	}
}

// offerLabel is a number, what it costs, where it is from and what it can do.
func (x *shopping) offerLabel(o walk.Offer) string {
	if !o.Buyable() {
		return x.tr.T("plain.in", "place", o.Number, "what", x.tr.T("address-short."+string(o.Address)))
	}
	what := x.tr.T("buy.price-unknown")
	if o.Price != nil {
		what = o.Price.Amount + " " + o.Price.Currency
	}
	if place := o.Place(); place != "" {
		what += ", " + place
	}
	return x.tr.T("plain.in", "place", o.Number, "what", what+", "+o.Can())
}

// askYes asks for the yes, which is never the usual answer.
func (x *shopping) askYes() error {
	x.say("", x.tr.T("title.purchase"))
	yes, err := x.confirm(x.tr.T("buy.confirm", "number", x.offer.Number), x.PriceText(x.tr, x.offer), x.tr.T("buy.yes"), x.tr.T("buy.no"), false)
	if err == nil && !yes {
		return errBack
	}
	return err
}

// purchase buys the number, and puts it into the service.
func (x *shopping) purchase() (placed bool, err error) {
	client, e164 := x.Client(), x.offer.Number
	do := func(ctx context.Context) walk.Purchase { return walk.Buy(ctx, client, e164) }
	what := x.tr.T("buy.buying", "number", e164)
	x.Walk.BeginSpending()
	for {
		r, err := call(x.session, what, func(ctx context.Context) (walk.Purchase, error) { p := do(ctx); return p, p.Err })
		p := r.value
		if p.Bought() {
			x.Walk.NotePurchase(p.Number)
		}
		x.Walk.NoteUnsure(p.Err)
		if err != nil {
			x.sayLast(p)
			return false, err
		}
		if p.Bought() {
			return x.place(p.Number, "", x.service)
		}
		choice, err := x.afterPurchase(p)
		if err != nil {
			return false, err
		}
		switch choice {
		case walk.LookNow:
			what = x.tr.T("buy.looking", "number", e164)
			do = func(ctx context.Context) walk.Purchase { p.Look(ctx, client); return p }
		case walk.Other:
			return x.buy(x.service)
		default: // the account's numbers, which show it if it was bought after all
			x.Walk.ForgetNumbers()
			return false, nil
		}
	}
}

// sayLast says what came of a purchase that was waited for before leaving. That it may
// have been made was said by call.
func (x *shopping) sayLast(p walk.Purchase) {
	switch {
	case p.Bought():
		x.sayStatus(fine, i18n.Message{Message: x.tr.T("buy.bought", "number", p.E164)})
	case !p.Unsure():
		x.sayFailure(p.Err)
		x.say(walk.PurchaseText(x.tr, p))
	}
}

// afterPurchase says what is known of a purchase that failed, and asks what to do.
func (x *shopping) afterPurchase(p walk.Purchase) (choice string, err error) {
	x.sayFailure(p.Err)
	switch text := walk.PurchaseText(x.tr, p); {
	case text == "":
	case p.Unsure():
		x.sayStatus(warns, i18n.Message{Message: text})
	default:
		x.say(text)
	}
	for {
		choice, err := x.choose(x.tr.T("buy.now"), walk.AfterPurchase(x.tr, p))
		isBack, err := back(err)
		if err != nil || !isBack {
			return choice, err
		}
		if walk.MayLeave(p.Err) {
			return walk.Leave, nil
		}
	}
}
