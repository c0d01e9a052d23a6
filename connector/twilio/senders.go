package twilio

import (
	"context"
	"net/http"
	"slices"
	"strings"

	messaging "github.com/twilio/twilio-go/rest/messaging/v1"

	"logto-twilio/connector/account"
)

// Senders lists what a service sends from: phone numbers, short codes and
// alphanumeric sender IDs, in this order, all pages, one list after the other.
func (c *Client) Senders(ctx context.Context, serviceSID string) ([]account.Sender, error) {
	x := c.exchange(ctx)
	var senders []account.Sender
	for _, list := range []func(*exchange, string) ([]account.Sender, error){
		serviceNumbers, shortCodes, alphaSenders,
	} {
		found, err := list(x, segment(serviceSID))
		if err != nil {
			return nil, err
		}
		senders = append(senders, found...)
	}
	return senders, nil
}

// AddNumber adds one of the account's numbers to a service. A number that is in
// this service already is no error; one that is in another is (21712). The
// request is never repeated when its outcome is unknown (CallError.OutcomeUnknown).
func (c *Client) AddNumber(ctx context.Context, serviceSID, numberSID string) error {
	x := c.changing(ctx, account.NumberAdded)
	params := new(messaging.CreatePhoneNumberParams).SetPhoneNumberSid(numberSID)
	added, err := x.messaging().CreatePhoneNumber(segment(serviceSID), params)
	if err != nil {
		failed := x.failed(err)
		if failed.Code == alreadyInService {
			return nil
		}
		return failed
	}
	if x.name(added.Sid) == "" {
		return x.unintelligible("an answer without the number that was added")
	}
	return nil
}

// alreadyInService is Twilio's code for a number that is in the service to which
// it was to be added.
const alreadyInService = 21710

// RemoveNumber removes a number from a service; the account keeps it. The request may be
// repeated: a second one finds nothing to do. A 404 is an error only where no earlier
// attempt can have removed the number.
func (c *Client) RemoveNumber(ctx context.Context, serviceSID, numberSID string) error {
	x := c.changing(ctx, account.NumberRemoved)
	if err := x.messaging().DeletePhoneNumber(segment(serviceSID), segment(numberSID)); err != nil {
		return x.failed(err)
	}
	if x.status != http.StatusNoContent {
		return x.unintelligible("an answer that does not confirm the removal")
	}
	return nil
}

// allAtOnce is the largest page that Twilio gives.
const allAtOnce = 1000

func serviceNumbers(x *exchange, service string) ([]account.Sender, error) {
	type response = messaging.ListPhoneNumberResponse
	type record = messaging.MessagingV1PhoneNumber
	params := new(messaging.ListPhoneNumberParams).SetPageSize(allAtOnce)
	return collect(x, pageOf[response, record]{
		first: func() (*response, error) { return x.messaging().PagePhoneNumber(service, params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.PhoneNumbers, p.Meta.NextPageUrl },
	}, func(r record) account.Sender {
		return x.sender(account.LongCode, r.Sid, r.PhoneNumber, r.CountryCode, r.Capabilities)
	})
}

func shortCodes(x *exchange, service string) ([]account.Sender, error) {
	type response = messaging.ListShortCodeResponse
	type record = messaging.MessagingV1ShortCode
	params := new(messaging.ListShortCodeParams).SetPageSize(allAtOnce)
	return collect(x, pageOf[response, record]{
		first: func() (*response, error) { return x.messaging().PageShortCode(service, params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.ShortCodes, p.Meta.NextPageUrl },
	}, func(r record) account.Sender {
		return x.sender(account.ShortCode, r.Sid, r.ShortCode, r.CountryCode, r.Capabilities)
	})
}

func alphaSenders(x *exchange, service string) ([]account.Sender, error) {
	type response = messaging.ListAlphaSenderResponse
	type record = messaging.MessagingV1AlphaSender
	params := new(messaging.ListAlphaSenderParams).SetPageSize(allAtOnce)
	return collect(x, pageOf[response, record]{
		first: func() (*response, error) { return x.messaging().PageAlphaSender(service, params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.AlphaSenders, p.Meta.NextPageUrl },
	}, func(r record) account.Sender {
		return x.sender(account.AlphaSender, r.Sid, r.AlphaSender, nil, r.Capabilities)
	})
}

func (c *Client) sender(kind account.SenderKind, sid, shown, country *string, can *[]string) account.Sender {
	return account.Sender{
		Kind:    kind,
		SID:     c.name(sid),
		Name:    c.name(shown),
		Country: c.name(country),
		SMS:     slices.ContainsFunc(value(can), func(s string) bool { return strings.EqualFold(c.name(&s), "SMS") }),
	}
}
