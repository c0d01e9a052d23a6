package twiliosim_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
)

// TestContractOfTheClient reads every account with the real client: each request
// and answer is Twilio's, and what is read is what the account has.
func TestContractOfTheClient(t *testing.T) {
	transport := loadSpec(t, twiliosim.New(twiliosim.Speed(100)))
	for _, a := range twiliosim.Accounts() {
		client := clientOf(a.SID, transport)
		account, err := client.Account(t.Context())
		equal(t, "account", account, err, a.Account)
		balance, err := client.Balance(t.Context())
		equal(t, "balance", balance, err, a.Balance)
		verified, err := client.VerifiedNumbers(t.Context())
		equal(t, "verified numbers", verified, err, a.Verified)
		tollFree, err := client.TollFreeVerifications(t.Context())
		equal(t, "toll-free verifications", tollFree, err, a.TollFree)
		readServices(t, client, a)
		readNumbers(t, client, a)
	}
}

// equal compares what was read with what is there; an empty list is as good as none.
func equal(t *testing.T, what string, got any, err error, want any) {
	t.Helper()
	same := reflect.DeepEqual(got, want) ||
		reflect.ValueOf(want).Kind() == reflect.Slice && reflect.ValueOf(got).Len()+reflect.ValueOf(want).Len() == 0
	if err != nil || !same {
		t.Errorf("%s: %+v, %v; want %+v", what, got, err, want)
	}
}

func readServices(t *testing.T, client *twilio.Client, a twiliosim.Account) {
	t.Helper()
	var listed []account.Service
	err := client.Services(t.Context(), func(page []account.Service) { listed = append(listed, page...) })
	if err != nil || len(listed) != len(a.Services) {
		t.Fatalf("%d services of %s, %v; want %d", len(listed), a.FriendlyName, err, len(a.Services))
	}
	for i, want := range a.Services {
		equal(t, "listed service", listed[i], nil, want.Service)
		if a.SID == twiliosim.LargeAccountSID && i > 1 {
			continue // they are all alike
		}
		one, err := client.Service(t.Context(), want.SID)
		equal(t, "service", one, err, want.Service)
		senders, err := client.Senders(t.Context(), want.SID)
		equal(t, "senders of "+want.FriendlyName, senders, err, want.Senders)
		campaigns, err := client.Campaigns(t.Context(), want.SID)
		equal(t, "campaigns of "+want.FriendlyName, campaigns, err, want.Campaigns)
	}
}

func readNumbers(t *testing.T, client *twilio.Client, a twiliosim.Account) {
	t.Helper()
	want := slices.Clone(a.Unassigned)
	for _, s := range a.Services {
		want = append(want, slices.DeleteFunc(slices.Clone(s.Senders), func(s account.Sender) bool { return s.Kind != account.LongCode })...)
	}
	var got []account.PhoneNumber
	err := client.PhoneNumbers(t.Context(), func(page []account.PhoneNumber) { got = append(got, page...) })
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d numbers of %s, %v; want %d", len(got), a.FriendlyName, err, len(want))
	}
	for i, n := range got {
		if n.SID != want[i].SID || n.Number != want[i].Name || n.SMS != want[i].SMS || !n.Voice || n.FriendlyName == "" {
			t.Errorf("number %+v, want %+v", n, want[i])
		}
	}
	for _, n := range got[:min(len(got), 3)] {
		found, owned, err := client.FindPhoneNumber(t.Context(), n.Number)
		equal(t, "found "+n.Number, found, err, n)
		// what Twilio finds by a part of the number is another one
		if _, part, err := client.FindPhoneNumber(t.Context(), n.Number[:len(n.Number)-2]); !owned || part || err != nil {
			t.Errorf("%s: owned %v, by a part of it %v, %v", n.Number, owned, part, err)
		}
	}
}

// TestContractOfTheMarket searches all that is for sale.
func TestContractOfTheMarket(t *testing.T) {
	client := clientOf(twiliosim.DemoAccountSID, loadSpec(t, twiliosim.New()))
	countries, err := client.NumberCountries(t.Context())
	if err != nil || len(countries) == 0 {
		t.Fatalf("%+v, %v", countries, err)
	}
	for _, country := range countries {
		for _, kind := range []account.NumberKind{account.LocalNumber, account.MobileNumber, account.TollFreeNumber} {
			var want []account.AvailableNumber
			sold := false
			for _, n := range twiliosim.ForSale() {
				if n.Country == country.Code && n.Kind == kind {
					sold = true
					if n.SMS {
						want = append(want, n)
					}
				}
			}
			got, err := client.AvailableNumbers(t.Context(), account.NumberSearch{Country: country.Code, Kind: kind})
			if sold != slices.Contains(country.Kinds, kind) {
				t.Errorf("%s has the kinds %v", country.Name, country.Kinds)
			}
			if !sold {
				refused(t, err, 404, 20404)
				continue
			}
			equal(t, country.Name+", "+string(kind), got, err, want[:min(len(want), 30)])
		}
		if prices, err := client.NumberPrices(t.Context(), country.Code); err != nil || country.Code == "IE" != (len(prices) == 0) {
			t.Errorf("prices of %s: %v, %v", country.Name, prices, err)
		}
	}
	_, err = client.NumberPrices(t.Context(), "XX")
	refused(t, err, 404, 20404)
	prices, err := client.NumberPrices(t.Context(), "US")
	equal(t, "prices", prices, err, map[account.NumberKind]account.Price{
		account.LocalNumber: {Amount: "1.15", Currency: "USD"}, account.TollFreeNumber: {Amount: "2.15", Currency: "USD"}})
	near, err := client.AvailableNumbers(t.Context(), account.NumberSearch{Country: "US", Kind: account.LocalNumber, AreaCode: 415})
	if err != nil || len(near) == 0 || slices.ContainsFunc(near, func(n account.AvailableNumber) bool { return n.Locality != "San Francisco" }) {
		t.Errorf("numbers in 415: %+v, %v", near, err)
	}
}

// TestContractOfAReadyAccount goes the whole way from an empty account to a
// message that arrives, and meets every refusal on it.
func TestContractOfAReadyAccount(t *testing.T) {
	sim := twiliosim.New(twiliosim.Speed(100))
	client := clientOf(twiliosim.EmptyAccountSID, loadSpec(t, sim))
	service, err := client.CreateService(t.Context(), "Logto 验证码")
	if err != nil || service.FriendlyName != "Logto 验证码" || service.UseCase != "notifications" || service.Created.IsZero() {
		t.Fatalf("%+v, %v", service, err)
	}
	const e164 = "+447700900700"
	bought, err := client.BuyNumber(t.Context(), e164)
	if err != nil || bought.Number != e164 || !bought.SMS || !slices.Equal(sim.Bought(), []string{e164}) {
		t.Fatalf("%+v, %v", bought, err)
	}
	found, owned, err := client.FindPhoneNumber(t.Context(), e164)
	if err != nil || !owned || found != bought {
		t.Errorf("%+v, %v, %v; want %+v", found, owned, err, bought)
	}
	for range 2 { // the second time it is in the service already
		if err := client.AddNumber(t.Context(), service.SID, bought.SID); err != nil {
			t.Error(err)
		}
	}
	senders, err := client.Senders(t.Context(), service.SID)
	equal(t, "senders", senders, err, []account.Sender{{Kind: account.LongCode, SID: bought.SID, Name: e164, Country: "GB", SMS: true}})

	other, err := client.CreateService(t.Context(), "Other")
	if err != nil {
		t.Fatal(err)
	}
	refused(t, client.AddNumber(t.Context(), other.SID, bought.SID), 0, 21712)
	if err := client.RemoveNumber(t.Context(), service.SID, bought.SID); err != nil {
		t.Error(err)
	}
	refused(t, client.RemoveNumber(t.Context(), service.SID, bought.SID), 404, 20404)
	if err := client.AddNumber(t.Context(), other.SID, bought.SID); err != nil {
		t.Error(err)
	}
	message := connector.Outgoing{To: somebody, MessagingServiceSID: other.SID, Body: "123456", RiskCheck: "enable"}
	m, err := client.Send(t.Context(), message)
	if err != nil || m.Status != account.Accepted || m.Segments != 0 || m.From != "" || m.Price != "" {
		t.Fatalf("sent: %+v, %v", m, err)
	}
	equal(t, "sent", sim.Sent(), nil, []connector.Outgoing{message})
	time.Sleep(50 * time.Millisecond) // 5 s of the simulator's time
	if m, err = client.Message(t.Context(), m.SID); err != nil || m.Status != account.Delivered ||
		m.Segments == 0 || m.From != e164 || m.Price == "" || m.PriceUnit != "USD" {
		t.Errorf("delivered: %+v, %v", m, err)
	}

	for number, code := range map[string]int{
		e164: 21422, twiliosim.TakenNumber: 21422, "nonsense": 21421, "+442079460150": 21615, "+61491570156": 21631,
	} {
		_, err := client.BuyNumber(t.Context(), number)
		refused(t, err, 0, code)
	}
	_, err = client.CreateService(t.Context(), "")
	refused(t, err, 400, 0)
	_, err = client.Service(t.Context(), twiliosim.DemoServiceSID) // another account's
	refused(t, err, 404, 20404)
	if n := len(sim.Bought()); n != 1 {
		t.Errorf("%d numbers were bought", n)
	}
}

// refused asserts a certain refusal; 0 stands for any status or code.
func refused(t *testing.T, err error, status, code int) {
	t.Helper()
	var e *account.CallError
	if !errors.As(err, &e) || e.Kind != account.Refused || e.OutcomeUnknown ||
		status != 0 && e.HTTPStatus != status || code != 0 && e.Code != code {
		t.Errorf("%#v, want HTTP %d, code %d", err, status, code)
	}
}

// TestClientSeesEveryScenario sends to every number and wants the client to say
// what the table says, and of a POST whether it may be repeated.
func TestClientSeesEveryScenario(t *testing.T) {
	for _, sc := range twiliosim.Scenarios() {
		synctest.Test(t, func(t *testing.T) {
			client := twilio.New(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken,
				twilio.Options{Transport: twiliosim.New(), Timeout: 10 * time.Second})
			m, err := client.Send(t.Context(), connector.Outgoing{To: sc.Number,
				MessagingServiceSID: twiliosim.DemoServiceSID, Body: "123456", RiskCheck: "enable"})
			var call *account.CallError
			errors.As(err, &call)
			kinds := map[twiliosim.Effect]account.ErrorKind{
				twiliosim.Refused: account.Refused, twiliosim.HTMLPage: account.Unintelligible,
				twiliosim.Hanging: account.TimedOut, twiliosim.Unreachable: account.Unreachable,
			}
			want, fails := kinds[sc.Effect]
			switch {
			case !fails && (err != nil || m.Status != account.Accepted):
				t.Errorf("%s: %+v, %v", sc.Number, m, err)
			case fails && (call == nil || call.Kind != want || call.Code != sc.Code || call.HTTPStatus != sc.HTTPStatus):
				t.Errorf("%s: %+v, want %s, code %d, HTTP %d", sc.Number, err, want, sc.Code, sc.HTTPStatus)
			case fails && call.OutcomeUnknown == (want == account.Refused && sc.HTTPStatus < 500 || want == account.Unreachable):
				t.Errorf("%s: outcome unknown is %v: %v", sc.Number, call.OutcomeUnknown, err)
			}
		})
	}
}
