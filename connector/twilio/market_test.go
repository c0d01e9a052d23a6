package twilio

import (
	"context"
	"io"
	"net/http"
	"testing"

	"logto-twilio/connector/account"
)

func countries(ctx context.Context, c *Client) (any, error) { return c.NumberCountries(ctx) }

func prices(ctx context.Context, c *Client) (any, error) { return c.NumberPrices(ctx, "US") }

func TestReadingCountries(t *testing.T) {
	check(t, []reading{
		{"countries", `{"countries":[
			{"country_code":"AU","country":"Austra\u001b[1mlia","beta":false,"uri":"/x","subresource_uris":{
				"toll_free":"/TollFree.json","mobile":"/Mobile.json","local":"/Local.json","national":"/National.json"}},
			{"country_code":"DK","country":"Denmark","beta":true,"subresource_uris":{"mobile":"/Mobile.json","local":null}},
			{"country_code":"GB","country":null,"subresource_uris":{"toll_free":"/TollFree.json"}},
			{"country_code":"FR","country":"France","subresource_uris":{"voip":"/Voip.json"}},
			{"country_code":"XX","country":"Nowhere"},
			{"country":"Without a code","subresource_uris":{"local":"/Local.json"}}],"uri":"/x"}`, countries,
			[]account.NumberCountry{
				{Code: "AU", Name: "Australia", Kinds: []account.NumberKind{account.LocalNumber, account.MobileNumber, account.TollFreeNumber}},
				{Code: "DK", Name: "Denmark", Kinds: []account.NumberKind{account.MobileNumber}, Beta: true},
				{Code: "GB", Kinds: []account.NumberKind{account.TollFreeNumber}}}},
		{"no country", `{"countries":[]}`, countries, []account.NumberCountry(nil)},
	})
}

func TestReadingAvailableNumbers(t *testing.T) {
	const answer = `{"available_phone_numbers":[
		{"phone_number":"+18089251571","friendly_name":"(808) 925-1571","iso_country":"US","region":"HI","locality":"Hi\u0007lo",
			"lata":"834","latitude":"19.720000","longitude":-155.09,"address_requirements":"none","beta":false,
			"capabilities":{"voice":true,"SMS":true,"MMS":false}},
		{"phone_number":"+492115550100\u202e","iso_country":"DE","region":null,"latitude":null,"address_requirements":"local",
			"beta":true,"capabilities":{"sms":true,"mms":true}},
		{"phone_number":"+1"}],"uri":"/x"}`
	for kind, is := range map[account.NumberKind]account.NumberKind{
		"": account.LocalNumber, account.LocalNumber: account.LocalNumber,
		account.MobileNumber: account.MobileNumber, account.TollFreeNumber: account.TollFreeNumber,
	} {
		available := func(ctx context.Context, c *Client) (any, error) {
			return c.AvailableNumbers(ctx, account.NumberSearch{Country: "US", Kind: kind})
		}
		check(t, []reading{
			{"numbers of kind " + string(kind), answer, available, []account.AvailableNumber{
				{Number: "+18089251571", Kind: is, Country: "US", Region: "HI", Locality: "Hilo", SMS: true, Voice: true, Address: account.AddressNone},
				{Number: "+492115550100", Kind: is, Country: "DE", SMS: true, MMS: true, Address: account.AddressLocal, Beta: true},
				{Number: "+1", Kind: is}}},
			{"nothing for sale", `{"available_phone_numbers":[]}`, available, []account.AvailableNumber(nil)},
		})
	}
}

func TestReadingPrices(t *testing.T) {
	check(t, []reading{
		{"prices", `{"country":"United States","iso_country":"US","price_unit":"usd\u001b[0m","phone_number_prices":[
			{"number_type":"local","base_price":"1.15","current_price":"1.00"},
			{"number_type":"\u001b[1mtoll free","base_price":"2.00","current_price":2.15},
			{"number_type":"national","base_price":"3.00","current_price":"3.00"},
			{"number_type":"mobile","base_price":"0","current_price":"1234.565"}]}`, prices,
			map[account.NumberKind]account.Price{
				account.LocalNumber:    {Amount: "1.00", Currency: "USD"},
				account.TollFreeNumber: {Amount: "2.15", Currency: "USD"},
				account.MobileNumber:   {Amount: "1234.565", Currency: "USD"}}},
		{"no price", `{"price_unit":"USD","phone_number_prices":[]}`, prices, map[account.NumberKind]account.Price{}},
	})
}

// A price that cannot be understood is no price of zero, and a balance no debt.
func TestNoMoneyIsInvented(t *testing.T) {
	for _, price := range []string{"null", `""`, `"NaN"`, `"Inf"`, `"-1.00"`, `"free"`, `"1,15"`, "true", "{}", `"1e99"`} {
		answer := `{"price_unit":"USD","phone_number_prices":[{"number_type":"local","base_price":"1.15","current_price":` + price + `}]}`
		got, err := prices(t.Context(), answering(answer))
		if e := callError(t, err); e.Kind != account.Unintelligible {
			t.Errorf("price %s: %+v, %v", price, e, got)
		}
	}
	for _, amount := range []string{"null", `""`, `"NaN"`, `"."`, `"1."`, `".5"`, `"-"`, `"1,15"`, `"1e3"`, "12.5"} {
		got, err := balance(t.Context(), answering(`{"currency":"USD","balance":`+amount+`}`))
		if e := callError(t, err); e.Kind != account.Unintelligible {
			t.Errorf("balance %s: %+v, %v", amount, e, got)
		}
	}
}

// What goes out: the query of each search, the form of each change, no more.
func TestRequests(t *testing.T) {
	const account = "/2010-04-01/Accounts/" + testSID
	wanted := map[string]string{
		"Balance":                     account + "/Balance.json ",
		"VerifiedNumbers":             account + "/OutgoingCallerIds.json?PageSize=1000 ",
		"Services":                    "/v1/Services ",
		"Service":                     "/v1/Services/" + testService + " ",
		"CreateService":               "/v1/Services FriendlyName=Codes&Usecase=notifications&ValidityPeriod=600",
		"AddNumber":                   "/v1/Services/" + testService + "/PhoneNumbers PhoneNumberSid=" + testNumber,
		"RemoveNumber":                "/v1/Services/" + testService + "/PhoneNumbers/" + testNumber + " ",
		"Campaigns":                   "/v1/Services/" + testService + "/Compliance/Usa2p?PageSize=1000 ",
		"TollFreeVerifications":       "/v1/Tollfree/Verifications?PageSize=1000 ",
		"PhoneNumbers":                account + "/IncomingPhoneNumbers.json?PageSize=1000 ",
		"FindPhoneNumber":             account + "/IncomingPhoneNumbers.json?PageSize=1000&PhoneNumber=%2B15005550006 ",
		"BuyNumber":                   account + "/IncomingPhoneNumbers.json PhoneNumber=%2B15005550006",
		"NumberCountries":             account + "/AvailablePhoneNumbers.json?PageSize=1000 ",
		"AvailableNumbers":            account + "/AvailablePhoneNumbers/US/Local.json?AreaCode=415&PageSize=30&SmsEnabled=true ",
		"AvailableNumbers, mobile":    account + "/AvailablePhoneNumbers/US/Mobile.json?AreaCode=415&PageSize=30&SmsEnabled=true ",
		"AvailableNumbers, toll-free": account + "/AvailablePhoneNumbers/US/TollFree.json?AreaCode=415&PageSize=30&SmsEnabled=true ",
		"NumberPrices":                "/v1/PhoneNumbers/Countries/US ",
	}
	for _, call := range calls {
		want, known := wanted[call.name]
		if !known { // Account, Senders, Message and Send, which have tests of their own
			continue
		}
		asked := ""
		callError(t, call.do(t.Context(), over(roundTripper(func(r *http.Request) (*http.Response, error) {
			form, err := io.ReadAll(r.Body)
			asked = r.URL.RequestURI() + " " + string(form)
			return reply(404, ""), err
		}))))
		if asked != want {
			t.Errorf("%s: %s, want %s", call.name, asked, want)
		}
	}
}

// An answer to a change that does not say what it made leaves the outcome open.
func TestChangesWantAnAnswer(t *testing.T) {
	for _, call := range calls {
		if call.method != http.MethodPost {
			continue
		}
		for _, body := range []string{`{"sid":null}`, `{"sid":""}`, `{"sid":"\u001b[0m"}`, `{"sid":7}`, "[]"} {
			e := callError(t, call.do(t.Context(), answering(body)))
			if e.Kind != account.Unintelligible || !e.OutcomeUnknown || e.Effect != call.effect {
				t.Errorf("%s, %s: %+v", call.name, body, e)
			}
		}
	}
}
