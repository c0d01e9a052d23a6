package twilio

import (
	"context"

	api "github.com/twilio/twilio-go/rest/api/v2010"

	"logto-twilio/connector/account"
)

// PhoneNumbers lists the account's phone numbers, in a service or not, page by
// page: page is called with up to a thousand of them as soon as they are there.
func (c *Client) PhoneNumbers(ctx context.Context, page func([]account.PhoneNumber)) error {
	x := c.exchange(ctx)
	return x.phoneNumbers(new(api.ListIncomingPhoneNumberParams), page)
}

// FindPhoneNumber looks for a number (E.164) among the account's; false where
// the account does not own it. So one learns what became of a purchase whose
// answer was lost.
func (c *Client) FindPhoneNumber(ctx context.Context, e164 string) (found account.PhoneNumber, owned bool, err error) {
	x := c.exchange(ctx)
	// Twilio takes the number for a pattern, and finds longer ones too
	params := new(api.ListIncomingPhoneNumberParams).SetPhoneNumber(e164)
	err = x.phoneNumbers(params, func(list []account.PhoneNumber) {
		for _, n := range list {
			if n.Number == e164 && n.SID != "" {
				found, owned = n, true
			}
		}
	})
	if err != nil {
		return account.PhoneNumber{}, false, err
	}
	return found, owned, nil
}

// BuyNumber buys a number (E.164), which costs money each month. It is never
// repeated when its outcome is unknown (CallError.OutcomeUnknown):
// FindPhoneNumber tells. A number that someone else took meanwhile is refused
// with 21422.
func (c *Client) BuyNumber(ctx context.Context, e164 string) (account.PhoneNumber, error) {
	x := c.changing(ctx, account.NumberBought)
	params := new(api.CreateIncomingPhoneNumberParams).SetPathAccountSid(x.account()).SetPhoneNumber(e164)
	bought, err := x.api().CreateIncomingPhoneNumber(params)
	if err != nil {
		return account.PhoneNumber{}, x.failed(err)
	}
	number := x.phoneNumber(*bought)
	if number.SID == "" || number.Number == "" {
		return account.PhoneNumber{}, x.unintelligible("an answer without the number that was bought")
	}
	return number, nil
}

// phoneNumbers lists those of the account's numbers that params ask for.
func (x *exchange) phoneNumbers(params *api.ListIncomingPhoneNumberParams, page func([]account.PhoneNumber)) error {
	type response = api.ListIncomingPhoneNumberResponse
	type record = api.ApiV2010IncomingPhoneNumber
	params.SetPathAccountSid(x.account()).SetPageSize(allAtOnce)
	pages := pageOf[response, record]{
		first: func() (*response, error) { return x.api().PageIncomingPhoneNumber(params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.IncomingPhoneNumbers, p.NextPageUri },
	}
	return pages.each(x, func(found []record) {
		list := make([]account.PhoneNumber, len(found))
		for i, r := range found {
			list[i] = x.phoneNumber(r)
		}
		page(list)
	})
}

func (c *Client) phoneNumber(r api.ApiV2010IncomingPhoneNumber) account.PhoneNumber {
	can := value(r.Capabilities)
	return account.PhoneNumber{
		SID:          c.name(r.Sid),
		FriendlyName: c.name(r.FriendlyName),
		Number:       c.name(r.PhoneNumber),
		SMS:          can.Sms,
		MMS:          can.Mms,
		Voice:        can.Voice,
	}
}
