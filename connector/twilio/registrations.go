package twilio

import (
	"context"

	messaging "github.com/twilio/twilio-go/rest/messaging/v1"

	"logto-twilio/connector/account"
)

// Campaigns lists the A2P 10DLC registrations of a service, all pages.
func (c *Client) Campaigns(ctx context.Context, serviceSID string) ([]account.Campaign, error) {
	type response = messaging.ListUsAppToPersonResponse
	type record = messaging.MessagingV1UsAppToPersonResponse
	x := c.exchange(ctx)
	params := new(messaging.ListUsAppToPersonParams).SetPageSize(allAtOnce)
	return collect(x, pageOf[response, record]{
		first: func() (*response, error) {
			return x.messaging().PageUsAppToPerson(segment(serviceSID), params, "", "")
		},
		open: func(p *response) ([]record, *string) { return p.Compliance, p.Meta.NextPageUrl },
	}, func(r record) account.Campaign {
		return account.Campaign{SID: x.name(r.Sid), Status: account.CampaignStatus(x.name(r.CampaignStatus))}
	})
}

// TollFreeVerifications lists the verifications of the account's toll-free
// numbers, all pages.
func (c *Client) TollFreeVerifications(ctx context.Context) ([]account.TollFreeVerification, error) {
	type response = messaging.ListTollfreeVerificationResponse
	type record = messaging.MessagingV1TollfreeVerification
	x := c.exchange(ctx)
	params := new(messaging.ListTollfreeVerificationParams).SetPageSize(allAtOnce)
	return collect(x, pageOf[response, record]{
		first: func() (*response, error) { return x.messaging().PageTollfreeVerification(params, "", "") },
		open:  func(p *response) ([]record, *string) { return p.Verifications, p.Meta.NextPageUrl },
	}, func(r record) account.TollFreeVerification {
		return account.TollFreeVerification{
			NumberSID: x.name(r.TollfreePhoneNumberSid),
			Number:    x.name(r.TollfreePhoneNumber),
			Status:    account.TollFreeStatus(x.name(r.Status)),
		}
	})
}
