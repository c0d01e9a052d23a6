package twilio

import (
	"context"
	"strconv"
	"strings"

	api "github.com/twilio/twilio-go/rest/api/v2010"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
)

// Send posts a message: the four fields of m and no other. It is never repeated
// when its outcome is unknown (CallError.OutcomeUnknown).
func (c *Client) Send(ctx context.Context, m connector.Outgoing) (account.Message, error) {
	x := c.changing(ctx, account.MessageSent)
	params := new(api.CreateMessageParams).
		SetPathAccountSid(x.account()).
		SetTo(m.To).
		SetMessagingServiceSid(m.MessagingServiceSID).
		SetBody(m.Body).
		SetRiskCheck(m.RiskCheck)
	return x.message(x.api().CreateMessage(params))
}

// Message fetches a message as it is now.
func (c *Client) Message(ctx context.Context, sid string) (account.Message, error) {
	x := c.exchange(ctx)
	params := new(api.FetchMessageParams).SetPathAccountSid(x.account())
	return x.message(x.api().FetchMessage(segment(sid), params))
}

// message reads an answer with a message.
func (x *exchange) message(m *api.ApiV2010Message, err error) (account.Message, error) {
	if err != nil {
		return account.Message{}, x.failed(err)
	}
	if x.name(m.Sid) == "" || x.name(m.Status) == "" {
		return account.Message{}, x.unintelligible("an answer without a message")
	}
	segments, _ := strconv.Atoi(x.name(m.NumSegments))
	return account.Message{
		SID:          x.name(m.Sid),
		Status:       account.MessageStatus(x.name(m.Status)),
		To:           x.name(m.To),
		From:         x.name(m.From),
		Segments:     segments,
		ErrorCode:    code(*m),
		ErrorMessage: x.line(value(m.ErrorMessage)),
		Price:        x.name(m.Price),
		PriceUnit:    strings.ToUpper(x.name(m.PriceUnit)),
	}, nil
}
