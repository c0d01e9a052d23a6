package twiliosim_test

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
)

// clientOf is a client of an account, over a transport.
func clientOf(accountSID string, transport http.RoundTripper) *twilio.Client {
	return twilio.New(accountSID, twiliosim.DemoAuthToken, twilio.Options{Transport: transport})
}

// What the calls are about.
const (
	newName   = "Made in a storm"
	forSale   = "+12125550150"
	firstSent = "SM" + "de30de30de30de30de30de30de30" + "0001"
)

var (
	spare  = twiliosim.Accounts()[0].Unassigned[0].SID          // to be added to NoSenderServiceSID
	member = twiliosim.Accounts()[0].Services[0].Senders[0].SID // to be removed from DemoServiceSID
	text   = connector.Outgoing{To: somebody, MessagingServiceSID: twiliosim.DemoServiceSID, Body: "123456", RiskCheck: "enable"}
)

// clientCall is something that the client can be asked for.
type clientCall struct {
	name    string
	account string // "" is the demo's
	paged   bool   // follows next pages
	do      func(context.Context, *twilio.Client) (any, error)

	// Of a call that changes something: what it is to do, and how often that was
	// carried out, as a client sees it afterwards.
	effect  account.Effect
	carried func(context.Context, *twilio.Client) (int, error)
}

// client is a client of the account that the call is made for.
func (c clientCall) client(transport http.RoundTripper) *twilio.Client {
	return clientOf(cmp.Or(c.account, twiliosim.DemoAccountSID), transport)
}

// clientCalls are all that the client can be asked for. The trial account has
// verified numbers, and lists that are short even if they never end.
var clientCalls = []clientCall{
	{name: "Account", do: func(ctx context.Context, c *twilio.Client) (any, error) { return c.Account(ctx) }},
	{name: "Balance", do: func(ctx context.Context, c *twilio.Client) (any, error) { return c.Balance(ctx) }},
	{name: "VerifiedNumbers", account: twiliosim.TrialAccountSID, paged: true, do: func(ctx context.Context, c *twilio.Client) (any, error) { return c.VerifiedNumbers(ctx) }},
	{name: "Services", account: twiliosim.TrialAccountSID, paged: true, do: func(ctx context.Context, c *twilio.Client) (any, error) { return allServices(ctx, c) }},
	{name: "Service", do: func(ctx context.Context, c *twilio.Client) (any, error) {
		return c.Service(ctx, twiliosim.DemoServiceSID)
	}},
	{name: "Senders", paged: true, do: func(ctx context.Context, c *twilio.Client) (any, error) {
		return c.Senders(ctx, twiliosim.DemoServiceSID)
	}},
	{name: "Campaigns", paged: true, do: func(ctx context.Context, c *twilio.Client) (any, error) {
		return c.Campaigns(ctx, twiliosim.DemoServiceSID)
	}},
	{name: "TollFreeVerifications", paged: true, do: func(ctx context.Context, c *twilio.Client) (any, error) {
		return c.TollFreeVerifications(ctx)
	}},
	{name: "PhoneNumbers", account: twiliosim.TrialAccountSID, paged: true, do: func(ctx context.Context, c *twilio.Client) (any, error) {
		var all []account.PhoneNumber
		err := c.PhoneNumbers(ctx, func(page []account.PhoneNumber) { all = append(all, page...) })
		return all, err
	}},
	{name: "FindPhoneNumber", paged: true, do: func(ctx context.Context, c *twilio.Client) (any, error) {
		found, _, err := c.FindPhoneNumber(ctx, "+14155550120")
		return found, err
	}},
	{name: "NumberCountries", do: func(ctx context.Context, c *twilio.Client) (any, error) { return c.NumberCountries(ctx) }},
	{name: "AvailableNumbers, local", do: searching("US", account.LocalNumber)},
	{name: "AvailableNumbers, mobile", do: searching("GB", account.MobileNumber)},
	{name: "AvailableNumbers, toll-free", do: searching("US", account.TollFreeNumber)},
	{name: "NumberPrices", do: func(ctx context.Context, c *twilio.Client) (any, error) { return c.NumberPrices(ctx, "US") }},
	{name: "Message", do: func(ctx context.Context, c *twilio.Client) (any, error) { return c.Message(ctx, firstSent) }},
	{
		name: "Send", effect: account.MessageSent,
		do: func(ctx context.Context, c *twilio.Client) (any, error) { return c.Send(ctx, text) },
		carried: func(ctx context.Context, c *twilio.Client) (int, error) {
			n := 0
			for _, digit := range "234" { // the first was sent before
				if _, err := c.Message(ctx, firstSent[:len(firstSent)-1]+string(digit)); err == nil {
					n++
				}
			}
			return n, nil
		},
	}, {
		name: "CreateService", effect: account.ServiceCreated,
		do: func(ctx context.Context, c *twilio.Client) (any, error) { return c.CreateService(ctx, newName) },
		carried: func(ctx context.Context, c *twilio.Client) (int, error) {
			list, err := allServices(ctx, c)
			return count(list, func(s account.Service) bool { return s.FriendlyName == newName }), err
		},
	}, {
		name: "BuyNumber", effect: account.NumberBought,
		do: func(ctx context.Context, c *twilio.Client) (any, error) { return c.BuyNumber(ctx, forSale) },
		carried: func(ctx context.Context, c *twilio.Client) (int, error) {
			_, owned, err := c.FindPhoneNumber(ctx, forSale)
			return count([]bool{owned}, func(owned bool) bool { return owned }), err
		},
	}, {
		name: "AddNumber", effect: account.NumberAdded,
		do: func(ctx context.Context, c *twilio.Client) (any, error) {
			return nil, c.AddNumber(ctx, twiliosim.NoSenderServiceSID, spare)
		},
		carried: func(ctx context.Context, c *twilio.Client) (int, error) {
			list, err := c.Senders(ctx, twiliosim.NoSenderServiceSID)
			return count(list, func(s account.Sender) bool { return s.SID == spare }), err
		},
	}, {
		name: "RemoveNumber", effect: account.NumberRemoved,
		do: func(ctx context.Context, c *twilio.Client) (any, error) {
			return nil, c.RemoveNumber(ctx, twiliosim.DemoServiceSID, member)
		},
		carried: func(ctx context.Context, c *twilio.Client) (int, error) {
			list, err := c.Senders(ctx, twiliosim.DemoServiceSID)
			return 1 - count(list, func(s account.Sender) bool { return s.SID == member }), err
		},
	},
}

func allServices(ctx context.Context, c *twilio.Client) (list []account.Service, err error) {
	err = c.Services(ctx, func(page []account.Service) { list = append(list, page...) })
	return list, err
}

func searching(country string, kind account.NumberKind) func(context.Context, *twilio.Client) (any, error) {
	return func(ctx context.Context, c *twilio.Client) (any, error) {
		return c.AvailableNumbers(ctx, account.NumberSearch{Country: country, Kind: kind})
	}
}

// count is how many of a list are so.
func count[T any](list []T, so func(T) bool) int {
	return len(list) - len(slices.DeleteFunc(slices.Clone(list), so))
}
