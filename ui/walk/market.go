package walk

import (
	"context"
	"slices"
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/ui/i18n"
)

// Offer is a number for sale.
type Offer struct {
	account.AvailableNumber
	Price *account.Price // a month; nil where Twilio did not say
}

// FindNumbers searches numbers, and asks for their prices; a price that cannot be
// had does not keep the numbers from being shown. The error is that of
// AvailableNumbers.
func FindNumbers(ctx context.Context, t Twilio, search account.NumberSearch) ([]Offer, error) {
	found, err := t.AvailableNumbers(ctx, search)
	if err != nil {
		return nil, err
	}
	prices, _ := t.NumberPrices(ctx, search.Country)
	offers := make([]Offer, len(found))
	for i, n := range found {
		offers[i].AvailableNumber = n
		if price, ok := prices[n.Kind]; ok {
			offers[i].Price = &price
		}
	}
	return offers, nil
}

// SortCountries puts the country of the account's numbers first, the others by
// name. Where there is none it is the USA: nearly every account can buy there at once.
func (w *Walk) SortCountries(countries []account.NumberCountry) {
	home := w.homeCountry()
	slices.SortFunc(countries, func(x, y account.NumberCountry) int {
		switch {
		case x.Code == home:
			return -1
		case y.Code == home:
			return 1
		}
		return strings.Compare(x.Name, y.Name)
	})
}

func (w *Walk) homeCountry() string {
	for _, s := range w.Services {
		for _, x := range s.Senders {
			if x.Country != "" {
				return x.Country
			}
		}
	}
	return "US"
}

// OnlyKind is the kind of number where a country has but one, so that there is
// nothing to ask.
func OnlyKind(c account.NumberCountry) (kind account.NumberKind, ok bool) {
	if len(c.Kinds) != 1 {
		return "", false
	}
	return c.Kinds[0], true
}

// AsksForArea reports whether one may choose the area of a number of a kind.
func AsksForArea(c account.NumberCountry, kind account.NumberKind) bool {
	return kind == account.LocalNumber && account.HasAreaCodes(c.Code)
}

// NothingText says that a search found no number, and what else to try.
func NothingText(p i18n.Printer, c account.NumberCountry, search account.NumberSearch) string {
	if search.AreaCode != 0 {
		return p.T("buy.nothing-there")
	}
	if _, ok := OnlyKind(c); ok {
		return p.T("buy.nothing")
	}
	return p.T("buy.nothing-of-kind")
}

// PurchaseText says what is known of a purchase that failed: that nothing was
// charged, or that an unsure one is not to be seen for now; "" where it was not
// looked for.
func PurchaseText(p i18n.Printer, bought Purchase) string {
	switch {
	case bought.Bought():
		return ""
	case MayLeave(bought.Err):
		return p.T("buy.not-bought", "number", bought.E164)
	case bought.Looked:
		return p.T("buy.not-there", "number", bought.E164)
	}
	return ""
}

// CheckAreaCode judges an area code that was typed.
func CheckAreaCode(s string) []problem.Problem {
	if _, found := account.ParseAreaCode(s); found != nil {
		return []problem.Problem{*found}
	}
	return nil
}

// Place is where the number is from, "" where Twilio does not say.
func (o Offer) Place() string { return strings.TrimSpace(o.Locality + " " + o.Region) }

// Can is what the number can do, in Twilio's words.
func (o Offer) Can() string {
	can := "SMS"
	if o.MMS {
		can += " MMS"
	}
	if o.Voice {
		can += " Voice"
	}
	return can
}

// PriceText says what a number costs before it is bought.
func (s *Setup) PriceText(p i18n.Printer, o Offer) string {
	price := p.T("buy.price-not-known")
	if o.Price != nil {
		price = p.T("buy.price", "price", o.Price.Amount, "unit", o.Price.Currency)
	}
	if s.Demo {
		price += "\n" + p.T("buy.price-demo")
	}
	return price
}

// NumberOf is one of the account's numbers, with nothing but its SID where it is
// not known.
func (w *Walk) NumberOf(sid string) account.PhoneNumber {
	i := slices.IndexFunc(w.Numbers, func(n account.PhoneNumber) bool { return n.SID == sid })
	if i < 0 {
		return account.PhoneNumber{SID: sid}
	}
	return w.Numbers[i]
}

// NoneCanText reports whether none of the account's numbers, as far as they were
// listed, is for SMS.
func (w *Walk) NoneCanText() bool {
	return !slices.ContainsFunc(w.Numbers, func(n account.PhoneNumber) bool { return n.SMS })
}

// UseCaseText is what a service is for, in the words of Twilio's Console; "" where
// Twilio does not say.
func UseCaseText(p i18n.Printer, code string) string {
	if !slices.Contains([]string{"notifications", "verification", "marketing", "discussion", "poll", "undeclared"}, code) {
		return ""
	}
	return p.T("use-case." + code)
}

// PlaceAgain is out of which service a number goes that is to be placed once more.
func (p Placement) PlaceAgain() (from string) {
	if in, _ := p.In(); in == "" {
		return "" // it is out already
	}
	return p.From
}
