package twilio

import (
	"context"
	"slices"
	"strconv"
	"strings"

	api "github.com/twilio/twilio-go/rest/api/v2010"

	"logto-twilio/connector/account"
)

// NumberCountries lists the countries in which Twilio sells numbers of one of
// the domain's kinds, in Twilio's order.
func (c *Client) NumberCountries(ctx context.Context) ([]account.NumberCountry, error) {
	type response = api.ListAvailablePhoneNumberCountryResponse
	type record = api.ApiV2010AvailablePhoneNumberCountry
	x := c.exchange(ctx)
	params := new(api.ListAvailablePhoneNumberCountryParams).SetPathAccountSid(x.account()).SetPageSize(allAtOnce)
	list, err := collect(x, pageOf[response, record]{
		first: func() (*response, error) { return x.api().PageAvailablePhoneNumberCountry(params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.Countries, nil }, // it has no pages
	}, func(r record) account.NumberCountry {
		return account.NumberCountry{
			Code:  x.name(r.CountryCode),
			Name:  x.name(r.Country),
			Kinds: kinds(value(r.SubresourceUris)),
			Beta:  value(r.Beta),
		}
	})
	return slices.DeleteFunc(list, func(n account.NumberCountry) bool { return n.Code == "" || n.Kinds == nil }), err
}

// kinds are what a country has, by the searches that Twilio links to.
func kinds(links map[string]any) (list []account.NumberKind) {
	for _, kind := range []account.NumberKind{account.LocalNumber, account.MobileNumber, account.TollFreeNumber} {
		if links[strings.ReplaceAll(string(kind), "-", "_")] != nil {
			list = append(list, kind)
		}
	}
	return list
}

// To Twilio the kinds of number are resources of their own; twilio-go has types
// of one structure for them, of which those of local numbers stand for all here.
type (
	searchParams = api.ListAvailablePhoneNumberLocalParams
	searchRecord = api.ApiV2010AvailablePhoneNumberLocal
)

// AvailableNumbers lists some 30 numbers that can be bought, all with the
// capability SMS, whatever address they require; of no kind, local ones. Where
// the country has none of that kind Twilio refuses with 20404.
func (c *Client) AvailableNumbers(ctx context.Context, search account.NumberSearch) ([]account.AvailableNumber, error) {
	const enough = 30
	x := c.exchange(ctx)
	params := new(searchParams).SetPathAccountSid(x.account()).SetSmsEnabled(true).SetPageSize(enough)
	if search.AreaCode != 0 {
		params.SetAreaCode(search.AreaCode)
	}
	country := segment(search.Country)
	switch search.Kind {
	case account.MobileNumber:
		return x.mobileNumbers(country, *params)
	case account.TollFreeNumber:
		return x.tollFreeNumbers(country, *params)
	default:
		return x.localNumbers(country, *params)
	}
}

func (x *exchange) localNumbers(country string, params searchParams) ([]account.AvailableNumber, error) {
	type response = api.ListAvailablePhoneNumberLocalResponse
	return collect(x, pageOf[response, searchRecord]{
		first: func() (*response, error) { return x.api().PageAvailablePhoneNumberLocal(country, &params, "", "") },
		open:  func(p *response) ([]searchRecord, *string) { return p.AvailablePhoneNumbers, nil },
	}, func(r searchRecord) account.AvailableNumber { return x.availableNumber(account.LocalNumber, r) })
}

func (x *exchange) mobileNumbers(country string, search searchParams) ([]account.AvailableNumber, error) {
	type response = api.ListAvailablePhoneNumberMobileResponse
	type record = api.ApiV2010AvailablePhoneNumberMobile
	params := api.ListAvailablePhoneNumberMobileParams(search)
	return collect(x, pageOf[response, record]{
		first: func() (*response, error) { return x.api().PageAvailablePhoneNumberMobile(country, &params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.AvailablePhoneNumbers, nil },
	}, func(r record) account.AvailableNumber {
		return x.availableNumber(account.MobileNumber, searchRecord(r))
	})
}

func (x *exchange) tollFreeNumbers(country string, search searchParams) ([]account.AvailableNumber, error) {
	type response = api.ListAvailablePhoneNumberTollFreeResponse
	type record = api.ApiV2010AvailablePhoneNumberTollFree
	params := api.ListAvailablePhoneNumberTollFreeParams(search)
	return collect(x, pageOf[response, record]{
		first: func() (*response, error) { return x.api().PageAvailablePhoneNumberTollFree(country, &params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.AvailablePhoneNumbers, nil },
	}, func(r record) account.AvailableNumber {
		return x.availableNumber(account.TollFreeNumber, searchRecord(r))
	})
}

func (c *Client) availableNumber(kind account.NumberKind, r searchRecord) account.AvailableNumber {
	can := value(r.Capabilities)
	return account.AvailableNumber{
		Number:   c.name(r.PhoneNumber),
		Kind:     kind,
		Country:  c.name(r.IsoCountry),
		Region:   c.name(r.Region),
		Locality: c.name(r.Locality),
		SMS:      can.Sms,
		MMS:      can.Mms,
		Voice:    can.Voice,
		Address:  account.AddressRequirement(c.name(r.AddressRequirements)),
		Beta:     value(r.Beta),
	}
}

// NumberPrices fetches what a number costs each month in a country (ISO 3166-1
// alpha-2), by kind, the account's discounts counted. A kind without a price is
// not in the map.
func (c *Client) NumberPrices(ctx context.Context, country string) (map[account.NumberKind]account.Price, error) {
	x := c.exchange(ctx)
	answer, err := x.pricing().FetchPhoneNumberCountry(segment(country))
	if err != nil {
		return nil, x.failed(err)
	}
	if answer.PhoneNumberPrices == nil || x.name(answer.PriceUnit) == "" {
		return nil, x.unintelligible("an answer without prices")
	}
	prices := map[account.NumberKind]account.Price{}
	for _, p := range *answer.PhoneNumberPrices {
		switch kind := account.NumberKind(strings.ReplaceAll(x.name(&p.NumberType), " ", "-")); kind {
		case account.LocalNumber, account.MobileNumber, account.TollFreeNumber:
			amount := x.line(money(p.CurrentPrice))
			if !decimal(amount) || amount[0] == '-' {
				return nil, x.unintelligible("a price that is no amount of money")
			}
			prices[kind] = account.Price{Amount: amount, Currency: strings.ToUpper(x.name(answer.PriceUnit))}
		}
	}
	return prices, nil
}

// money writes an amount with as many digits as it has, and cents.
func money(amount float32) string {
	s := strconv.FormatFloat(float64(amount), 'f', -1, 32)
	whole, fraction, _ := strings.Cut(s, ".")
	for len(fraction) < 2 {
		fraction += "0"
	}
	return whole + "." + fraction
}
