package twilio

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"time"

	messaging "github.com/twilio/twilio-go/rest/messaging/v1"
	"golang.org/x/sync/errgroup"

	"logto-twilio/connector"
)

// Services lists the messaging services, page by page: page is called with the
// services of one page as soon as it is there, before the next is asked for.
func (c *Client) Services(ctx context.Context, page func([]connector.Service)) error {
	type response = messaging.ListServiceResponse
	type record = messaging.MessagingV1Service
	x := c.exchange(ctx)
	pages := pageOf[response, record]{
		// of Twilio's own size (50), so that the first one is soon there
		first: func() (*response, error) { return x.messaging().PageService(nil, "", "") },
		open:  func(p *response) ([]record, *string) { return p.Services, p.Meta.NextPageUrl },
	}
	return pages.each(x, func(found []record) { page(services(found)) })
}

func services(found []messaging.MessagingV1Service) []connector.Service {
	list := make([]connector.Service, len(found))
	for i, s := range found {
		list[i] = connector.Service{
			SID:            name(s.Sid),
			FriendlyName:   name(s.FriendlyName),
			UseCase:        name(s.Usecase),
			ValidityPeriod: time.Duration(s.ValidityPeriod) * time.Second,
			SmartEncoding:  value(s.SmartEncoding),
			A2PRegistered:  value(s.UsAppToPersonRegistered),
			Created:        value(s.DateCreated),
		}
	}
	return list
}

// Senders lists what a service sends from: phone numbers, short codes and
// alphanumeric sender IDs, in this order, all pages, the three lists at once.
// When one of them fails the others end, and its error is returned.
func (c *Client) Senders(ctx context.Context, serviceSID string) ([]connector.Sender, error) {
	serviceSID = url.PathEscape(serviceSID)
	group, ctx := errgroup.WithContext(ctx)
	var lists [3][]connector.Sender
	for i, list := range []func(*exchange, string) ([]connector.Sender, error){
		phoneNumbers, shortCodes, alphaSenders,
	} {
		group.Go(func() (err error) {
			lists[i], err = list(c.exchange(ctx), serviceSID)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return slices.Concat(lists[:]...), nil
}

// allAtOnce is the largest page that Twilio gives.
const allAtOnce = 1000

func phoneNumbers(x *exchange, service string) ([]connector.Sender, error) {
	type response = messaging.ListPhoneNumberResponse
	type record = messaging.MessagingV1PhoneNumber
	params := new(messaging.ListPhoneNumberParams).SetPageSize(allAtOnce)
	return senders(x, pageOf[response, record]{
		first: func() (*response, error) { return x.messaging().PagePhoneNumber(service, params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.PhoneNumbers, p.Meta.NextPageUrl },
	}, func(r record) connector.Sender {
		return sender(connector.LongCode, r.Sid, r.PhoneNumber, r.CountryCode, r.Capabilities)
	})
}

func shortCodes(x *exchange, service string) ([]connector.Sender, error) {
	type response = messaging.ListShortCodeResponse
	type record = messaging.MessagingV1ShortCode
	params := new(messaging.ListShortCodeParams).SetPageSize(allAtOnce)
	return senders(x, pageOf[response, record]{
		first: func() (*response, error) { return x.messaging().PageShortCode(service, params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.ShortCodes, p.Meta.NextPageUrl },
	}, func(r record) connector.Sender {
		return sender(connector.ShortCode, r.Sid, r.ShortCode, r.CountryCode, r.Capabilities)
	})
}

func alphaSenders(x *exchange, service string) ([]connector.Sender, error) {
	type response = messaging.ListAlphaSenderResponse
	type record = messaging.MessagingV1AlphaSender
	params := new(messaging.ListAlphaSenderParams).SetPageSize(allAtOnce)
	return senders(x, pageOf[response, record]{
		first: func() (*response, error) { return x.messaging().PageAlphaSender(service, params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.AlphaSenders, p.Meta.NextPageUrl },
	}, func(r record) connector.Sender {
		return sender(connector.AlphaSender, r.Sid, r.AlphaSender, nil, r.Capabilities)
	})
}

// senders collects all pages.
func senders[P, R any](x *exchange, pages pageOf[P, R], as func(R) connector.Sender) ([]connector.Sender, error) {
	var list []connector.Sender
	err := pages.each(x, func(found []R) {
		for _, r := range found {
			list = append(list, as(r))
		}
	})
	return list, err
}

func sender(kind connector.SenderKind, sid, shown, country *string, can *[]string) connector.Sender {
	return connector.Sender{
		Kind:    kind,
		SID:     name(sid),
		Name:    name(shown),
		Country: name(country),
		SMS:     slices.ContainsFunc(value(can), func(s string) bool { return strings.EqualFold(s, "SMS") }),
	}
}
