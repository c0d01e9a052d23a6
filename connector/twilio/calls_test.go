package twilio

import (
	"context"
	"time"

	"logto-twilio/connector/account"
)

// testCall is something that a client can be asked for.
type testCall struct {
	name   string
	method string
	host   string // before .twilio.com
	list   string // what the list of its answers is called, "" where there are no pages
	effect account.Effect
	do     func(context.Context, *Client) error
}

// changes reports whether the call changes something.
func (c testCall) changes() bool { return c.effect != "" }

// calls are all that a client can be asked for. Of the three lists that make up
// the senders, the first is the one that is looked at.
var calls = []testCall{
	{"Account", "GET", "api", "", "", askAccount},
	{"Balance", "GET", "api", "", "", func(ctx context.Context, c *Client) error { _, err := c.Balance(ctx); return err }},
	{"VerifiedNumbers", "GET", "api", "outgoing_caller_ids", "", func(ctx context.Context, c *Client) error {
		_, err := c.VerifiedNumbers(ctx)
		return err
	}},
	{"Services", "GET", "messaging", "services", "", func(ctx context.Context, c *Client) error {
		return c.Services(ctx, func([]account.Service) {})
	}},
	{"Service", "GET", "messaging", "", "", func(ctx context.Context, c *Client) error {
		_, err := c.Service(ctx, testService)
		return err
	}},
	{"CreateService", "POST", "messaging", "", account.ServiceCreated, func(ctx context.Context, c *Client) error {
		_, err := c.CreateService(ctx, "Codes")
		return err
	}},
	{"Senders", "GET", "messaging", "phone_numbers", "", func(ctx context.Context, c *Client) error {
		_, err := c.Senders(ctx, testService)
		return err
	}},
	{"AddNumber", "POST", "messaging", "", account.NumberAdded, func(ctx context.Context, c *Client) error {
		return c.AddNumber(ctx, testService, testNumber)
	}},
	{"RemoveNumber", "DELETE", "messaging", "", account.NumberRemoved, remove},
	{"Campaigns", "GET", "messaging", "compliance", "", func(ctx context.Context, c *Client) error {
		_, err := c.Campaigns(ctx, testService)
		return err
	}},
	{"TollFreeVerifications", "GET", "messaging", "verifications", "", func(ctx context.Context, c *Client) error {
		_, err := c.TollFreeVerifications(ctx)
		return err
	}},
	{"PhoneNumbers", "GET", "api", "incoming_phone_numbers", "", func(ctx context.Context, c *Client) error {
		return c.PhoneNumbers(ctx, func([]account.PhoneNumber) {})
	}},
	{"FindPhoneNumber", "GET", "api", "incoming_phone_numbers", "", func(ctx context.Context, c *Client) error {
		_, _, err := c.FindPhoneNumber(ctx, testPhone)
		return err
	}},
	{"BuyNumber", "POST", "api", "", account.NumberBought, buy},
	{"NumberCountries", "GET", "api", "", "", func(ctx context.Context, c *Client) error {
		_, err := c.NumberCountries(ctx)
		return err
	}},
	{"AvailableNumbers", "GET", "api", "", "", search("")},
	{"AvailableNumbers, mobile", "GET", "api", "", "", search(account.MobileNumber)},
	{"AvailableNumbers, toll-free", "GET", "api", "", "", search(account.TollFreeNumber)},
	{"NumberPrices", "GET", "pricing", "", "", func(ctx context.Context, c *Client) error {
		_, err := c.NumberPrices(ctx, "US")
		return err
	}},
	{"Message", "GET", "api", "", "", func(ctx context.Context, c *Client) error {
		_, err := c.Message(ctx, testMessage)
		return err
	}},
	// Its pages, which are read several at once and never all, have tests of their own.
	{"Traffic", "GET", "api", "", "", func(ctx context.Context, c *Client) error {
		now := time.Now()
		_, err := c.traffic(ctx, testService, now.Add(-time.Hour), now, 1)
		return err
	}},
	{"Send", "POST", "api", "", account.MessageSent, send},
}

func search(kind account.NumberKind) func(context.Context, *Client) error {
	return func(ctx context.Context, c *Client) error {
		_, err := c.AvailableNumbers(ctx, account.NumberSearch{Country: "US", Kind: kind, AreaCode: 415})
		return err
	}
}
