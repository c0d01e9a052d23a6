package twilio

import (
	"context"
	"time"

	messaging "github.com/twilio/twilio-go/rest/messaging/v1"

	"logto-twilio/connector/account"
)

// Services lists the messaging services, page by page: page is called with the
// services of one page as soon as it is there, before the next is asked for.
func (c *Client) Services(ctx context.Context, page func([]account.Service)) error {
	type response = messaging.ListServiceResponse
	type record = messaging.MessagingV1Service
	x := c.exchange(ctx)
	pages := pageOf[response, record]{
		// of Twilio's own size (50), so that the first one is soon there
		first: func() (*response, error) { return x.messaging().PageService(nil, "", "") },
		open:  func(p *response) ([]record, *string) { return p.Services, p.Meta.NextPageUrl },
	}
	return pages.each(x, func(found []record) {
		list := make([]account.Service, len(found))
		for i, s := range found {
			list[i] = x.serviceOf(s)
		}
		page(list)
	})
}

// Service fetches one messaging service.
func (c *Client) Service(ctx context.Context, sid string) (account.Service, error) {
	x := c.exchange(ctx)
	return x.service(x.messaging().FetchService(segment(sid)))
}

// CreateService makes a messaging service for what the Console calls "Notify my
// users", in which no message waits for longer than its code lives. It is never repeated when its outcome is unknown
// (CallError.OutcomeUnknown).
func (c *Client) CreateService(ctx context.Context, friendlyName string) (account.Service, error) {
	x := c.changing(ctx, account.ServiceCreated)
	params := new(messaging.CreateServiceParams).
		SetFriendlyName(friendlyName).
		SetUsecase("notifications").
		SetValidityPeriod(int(account.CodeLife.Seconds()))
	return x.service(x.messaging().CreateService(params))
}

// service reads an answer with a service.
func (x *exchange) service(s *messaging.MessagingV1Service, err error) (account.Service, error) {
	if err != nil {
		return account.Service{}, x.failed(err)
	}
	if x.name(s.Sid) == "" {
		return account.Service{}, x.unintelligible("an answer without a service")
	}
	return x.serviceOf(*s), nil
}

func (c *Client) serviceOf(s messaging.MessagingV1Service) account.Service {
	return account.Service{
		SID:            c.name(s.Sid),
		FriendlyName:   c.name(s.FriendlyName),
		UseCase:        c.name(s.Usecase),
		ValidityPeriod: time.Duration(s.ValidityPeriod) * time.Second,
		SmartEncoding:  value(s.SmartEncoding),
		A2PRegistered:  value(s.UsAppToPersonRegistered),
		Created:        value(s.DateCreated),
	}
}
