package twiliosim

import (
	"slices"
	"strings"

	"logto-twilio/connector/account"
)

// TakenNumber is offered until somebody tries to buy it: then it was taken
// meanwhile (21422), and is not offered any more.
const TakenNumber = "+13125550177"

// market is a country in which numbers are sold.
type market struct {
	code, name string
	beta       bool
	// prices are per month, in the currency; a kind without one is sold all the same.
	prices map[account.NumberKind]float64
}

// markets are the countries, in the order of the list. Ireland has no prices.
var markets = []market{
	{"AU", "Australia", false, map[account.NumberKind]float64{account.LocalNumber: 3, account.MobileNumber: 6.5}},
	{"CA", "Canada", false, map[account.NumberKind]float64{account.LocalNumber: 1.15}},
	{"DE", "Germany", false, map[account.NumberKind]float64{account.LocalNumber: 1.15, account.MobileNumber: 15}},
	{"FR", "France", false, map[account.NumberKind]float64{account.LocalNumber: 1.15, account.MobileNumber: 6}},
	{"GB", "United Kingdom", false, map[account.NumberKind]float64{account.LocalNumber: 1.15, account.MobileNumber: 1.8}},
	{"IE", "Ireland", true, nil},
	{"SE", "Sweden", false, map[account.NumberKind]float64{account.MobileNumber: 3}},
	{"US", "United States", false, map[account.NumberKind]float64{account.LocalNumber: 1.15, account.TollFreeNumber: 2.15}},
}

// lot is a row of numbers for sale, first and those that follow it.
type lot struct {
	country          string
	kind             account.NumberKind
	first            string
	size             int
	region, locality string
	address          account.AddressRequirement
	sms              bool
}

// lots are what is for sale in a new Server, by country. The numbers are from
// the ranges that each country keeps for fiction.
var lots = []lot{
	{"AU", account.LocalNumber, "+61255501150", 3, "NSW", "Sydney", account.AddressAny, false},
	{"AU", account.MobileNumber, "+61491570156", 4, "", "", account.AddressAny, true},
	{"CA", account.LocalNumber, "+14165550150", 5, "ON", "Toronto", account.AddressNone, true},
	{"CA", account.LocalNumber, "+15145550150", 5, "QC", "Montreal", account.AddressNone, true},
	{"CA", account.LocalNumber, "+16045550150", 5, "BC", "Vancouver", account.AddressNone, true},
	{"DE", account.LocalNumber, "+493023125150", 4, "", "Berlin", account.AddressLocal, false},
	{"DE", account.MobileNumber, "+491713920010", 4, "", "", account.AddressLocal, true},
	{"FR", account.LocalNumber, "+33199000010", 4, "", "Paris", account.AddressLocal, false},
	{"FR", account.MobileNumber, "+33639980010", 4, "", "", account.AddressLocal, true},
	{"GB", account.LocalNumber, "+442079460150", 3, "", "London", account.AddressLocal, true},
	{"GB", account.LocalNumber, "+442079460160", 3, "", "London", account.AddressLocal, false},
	{"GB", account.MobileNumber, "+447700900700", 8, "", "", account.AddressNone, true},
	{"IE", account.MobileNumber, "+353209100010", 3, "", "", account.AddressNone, true},
	{"SE", account.MobileNumber, "+46701740650", 6, "", "", account.AddressNone, true},
	{"US", account.LocalNumber, "+12065550150", 5, "WA", "Seattle", account.AddressNone, true},
	{"US", account.LocalNumber, "+12125550150", 5, "NY", "New York", account.AddressNone, true},
	{"US", account.LocalNumber, "+13055550150", 5, "FL", "Miami", account.AddressNone, true},
	{"US", account.LocalNumber, TakenNumber, 5, "IL", "Chicago", account.AddressNone, true},
	{"US", account.LocalNumber, "+13125550190", 3, "IL", "Chicago", account.AddressNone, false},
	{"US", account.LocalNumber, "+14155550150", 5, "CA", "San Francisco", account.AddressNone, true},
	{"US", account.LocalNumber, "+14155550160", 3, "CA", "San Francisco", account.AddressNone, false},
	{"US", account.LocalNumber, "+15125550150", 5, "TX", "Austin", account.AddressNone, true},
	{"US", account.LocalNumber, "+16175550150", 5, "MA", "Boston", account.AddressNone, true},
	{"US", account.TollFreeNumber, "+18335550150", 4, "", "", account.AddressNone, true},
	{"US", account.TollFreeNumber, "+18885550150", 4, "", "", account.AddressNone, true},
}

// ForSale lists the numbers that a new Server offers, in the order in which it
// offers them. TakenNumber is among them.
func ForSale() []account.AvailableNumber {
	var list []account.AvailableNumber
	for _, l := range lots {
		m, _ := marketOf(l.country)
		for i := range l.size {
			list = append(list, account.AvailableNumber{
				Number: following(l.first, i), Kind: l.kind, Country: l.country, Region: l.region, Locality: l.locality,
				SMS: l.sms, MMS: l.sms && hasMMS(l.country), Voice: true, Address: l.address, Beta: m.beta,
			})
		}
	}
	return list
}

// marketOf finds a country by its code.
func marketOf(code string) (market, bool) {
	i := slices.IndexFunc(markets, func(m market) bool { return m.code == code })
	if i < 0 {
		return market{}, false
	}
	return markets[i], true
}

// sells reports whether numbers of a kind are sold in a country, if not now.
func (m market) sells(kind account.NumberKind) bool {
	return slices.ContainsFunc(lots, func(l lot) bool { return l.country == m.code && l.kind == kind })
}

// hasMMS reports whether the numbers of a country that have SMS have MMS too.
func hasMMS(country string) bool { return country == "US" || country == "CA" }

// The first digits by which a number shows its kind, where it is not local.
var (
	tollFreeCodes = []string{"+1800", "+1833", "+1844", "+1855", "+1866", "+1877", "+1888"}
	mobileCodes   = []string{"+336", "+35320", "+447", "+467", "+4915", "+4916", "+4917", "+614"}
)

// kindOf is the kind of a number.
func kindOf(e164 string) account.NumberKind {
	begins := func(code string) bool { return strings.HasPrefix(e164, code) }
	switch {
	case slices.ContainsFunc(tollFreeCodes, begins):
		return account.TollFreeNumber
	case slices.ContainsFunc(mobileCodes, begins):
		return account.MobileNumber
	}
	return account.LocalNumber
}
