package twiliosim

import (
	"net/http"

	"logto-twilio/connector/account"
)

// pricesJSON is what numbers cost in a country, as pricing.twilio.com answers it.
type pricesJSON struct {
	Country           string      `json:"country"`
	ISOCountry        string      `json:"iso_country"`
	PhoneNumberPrices []priceJSON `json:"phone_number_prices"`
	PriceUnit         string      `json:"price_unit"`
	URL               string      `json:"url"`
}

// priceJSON is what a number of one kind costs a month.
type priceJSON struct {
	BasePrice    float64 `json:"base_price"`
	CurrentPrice float64 `json:"current_price"`
	NumberType   string  `json:"number_type"`
}

// fetchPrices is FetchPhoneNumberCountry.
func (c *call) fetchPrices() answer {
	m, ok := marketOf(c.params["IsoCountry"])
	if !ok {
		return notFound(c.path)
	}
	prices := []priceJSON{}
	for _, k := range []struct {
		kind account.NumberKind
		name string
	}{
		{account.LocalNumber, "local"},
		{account.MobileNumber, "mobile"},
		{account.TollFreeNumber, "toll free"},
	} {
		if price, ok := m.prices[k.kind]; ok {
			prices = append(prices, priceJSON{BasePrice: price, CurrentPrice: price, NumberType: k.name})
		}
	}
	return succeed(http.StatusOK, pricesJSON{
		Country: m.name, ISOCountry: m.code, PhoneNumberPrices: prices, PriceUnit: currency,
		URL: "https://" + pricingHost + c.path,
	})
}
