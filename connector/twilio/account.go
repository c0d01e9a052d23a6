package twilio

import (
	"context"
	"strings"

	api "github.com/twilio/twilio-go/rest/api/v2010"

	"logto-twilio/connector/account"
)

// Account fetches the account itself.
func (c *Client) Account(ctx context.Context) (account.Account, error) {
	x := c.exchange(ctx)
	a, err := x.api().FetchAccount(x.account())
	if err != nil {
		return account.Account{}, x.failed(err)
	}
	acct := account.Account{
		SID:          x.name(a.Sid),
		FriendlyName: x.name(a.FriendlyName),
		Type:         account.Type(x.name(a.Type)),
		Status:       account.Status(x.name(a.Status)),
	}
	if acct.SID == "" {
		return account.Account{}, x.unintelligible("an answer without an account")
	}
	return acct, nil
}

// Balance fetches what is left on the account. A subaccount has no balance of
// its own: Twilio refuses.
func (c *Client) Balance(ctx context.Context) (account.Balance, error) {
	x := c.exchange(ctx)
	b, err := x.api().FetchBalance(new(api.FetchBalanceParams).SetPathAccountSid(x.account()))
	if err != nil {
		return account.Balance{}, x.failed(err)
	}
	balance := account.Balance{Amount: x.name(b.Balance), Currency: strings.ToUpper(x.name(b.Currency))}
	if !decimal(balance.Amount) {
		return account.Balance{}, x.unintelligible("an answer without a balance")
	}
	return balance, nil
}

// decimal reports whether s is a number as Twilio writes an amount of money.
func decimal(s string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (!point || digits(fraction))
}

// VerifiedNumbers lists the numbers (E.164) that the account's owner has proved
// to be theirs, all pages: the only ones that a trial account can text.
func (c *Client) VerifiedNumbers(ctx context.Context) ([]string, error) {
	type response = api.ListOutgoingCallerIdResponse
	type record = api.ApiV2010OutgoingCallerId
	x := c.exchange(ctx)
	params := new(api.ListOutgoingCallerIdParams).SetPathAccountSid(x.account()).SetPageSize(allAtOnce)
	return collect(x, pageOf[response, record]{
		first: func() (*response, error) { return x.api().PageOutgoingCallerId(params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.OutgoingCallerIds, p.NextPageUri },
	}, func(r record) string { return x.name(r.PhoneNumber) })
}

// maxName bounds a name that is shown, in code points; Twilio's have 64 at most.
const maxName = 128

// name is a field of an answer as it may be shown, "" where it is not there. No
// string of an answer goes anywhere by another way.
func (c *Client) name(s *string) string {
	if s == nil {
		return ""
	}
	return c.filter.Words(*s, maxName)
}

// value is a field of an answer, zero where it is not there.
func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}
