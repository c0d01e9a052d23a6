package twiliosim

import (
	"fmt"
	"net/http"
	"time"

	"logto-twilio/connector/account"
)

// message is a message that was taken. Where it is follows from the clock alone.
type message struct {
	sid, account, service string
	from, to, body        string
	segments              int
	created               time.Time
	stages                []stage
	errorCode             int // shown once the message has failed, or has arrived and is warned of
	errorText             string
	warned                bool
}

// stage is a status and when a message reaches it.
type stage struct {
	ms     int // milliseconds after its creation, at speed 1
	status account.MessageStatus
}

// deliveries are the ways that messages go, by what was provoked; "" is the
// ordinary one.
var deliveries = map[Effect][]stage{
	"": {{0, account.Accepted}, {400, account.Queued}, {900, account.Sending},
		{1500, account.Sent}, {3200, account.Delivered}},
	Undelivered: {{0, account.Accepted}, {400, account.Queued}, {900, account.Sending},
		{1500, account.Sent}, {3200, account.Undelivered}},
	UndeliveredLate: {{0, account.Accepted}, {400, account.Queued}, {900, account.Sending},
		{1500, account.Sent}, {6500, account.Undelivered}},
	Warned: {{0, account.Accepted}, {400, account.Queued}, {900, account.Sending},
		{1500, account.Sent}, {3200, account.Delivered}},
	Failed: {{0, account.Accepted}, {400, account.Queued}, {1500, account.Failed}},
	NeverReported: {{0, account.Accepted}, {400, account.Queued}, {900, account.Sending},
		{1500, account.Sent}},
	Slow: {{0, account.Accepted}, {6000, account.Queued}, {9000, account.Sending},
		{12000, account.Sent}, {20000, account.Delivered}},
}

// price is what one segment costs, in hundred-thousandths of a dollar.
const price = 790

// messageJSON is a message as api.twilio.com answers it.
type messageJSON struct {
	AccountSID          string            `json:"account_sid"`
	APIVersion          string            `json:"api_version"`
	Body                string            `json:"body"`
	DateCreated         string            `json:"date_created"`
	DateSent            *string           `json:"date_sent"`
	DateUpdated         string            `json:"date_updated"`
	Direction           string            `json:"direction"`
	ErrorCode           *int              `json:"error_code"`
	ErrorMessage        *string           `json:"error_message"`
	From                *string           `json:"from"`
	MessagingServiceSID string            `json:"messaging_service_sid"`
	NumMedia            string            `json:"num_media"`
	NumSegments         string            `json:"num_segments"`
	Price               *string           `json:"price"`
	PriceUnit           *string           `json:"price_unit"`
	SID                 string            `json:"sid"`
	Status              string            `json:"status"`
	SubresourceURIs     map[string]string `json:"subresource_uris"`
	To                  string            `json:"to"`
	URI                 string            `json:"uri"`
}

// fetchMessage is FetchMessage.
func (c *call) fetchMessage() answer {
	m, ok := c.messages[c.params["Sid"]]
	if !ok || m.account != c.account.SID {
		return notFound(c.path)
	}
	return succeed(http.StatusOK, c.renderMessage(m))
}

// at is the stage that a message has reached.
func (s *Server) at(m *message, now time.Time) (reached stage, sent *stage) {
	for _, st := range m.stages {
		if m.created.Add(s.after(st)).After(now) {
			break
		}
		reached = st
		if st.status == account.Sent {
			sent = &st
		}
	}
	return reached, sent
}

// after is how long after its creation a message reaches a stage.
func (s *Server) after(st stage) time.Duration {
	return s.lasts(time.Duration(st.ms) * time.Millisecond)
}

// renderMessage makes the resource of a message as it is now: its sender and
// segments show once it was sent or has failed, its price once the carrier has
// reported.
func (c *call) renderMessage(m *message) messageJSON {
	now, sent := c.at(m, c.now)
	uri := accountPath(m.account) + "/Messages/" + m.sid
	out := messageJSON{
		AccountSID:          m.account,
		APIVersion:          "2010-04-01",
		Body:                m.body,
		DateCreated:         rfc2822(m.created),
		DateUpdated:         rfc2822(m.created.Add(c.after(now))),
		Direction:           "outbound-api",
		MessagingServiceSID: m.service,
		NumMedia:            "0",
		NumSegments:         "0",
		SID:                 m.sid,
		Status:              string(now.status),
		SubresourceURIs:     map[string]string{"media": uri + "/Media.json"},
		To:                  m.to,
		URI:                 uri + ".json",
	}
	if sent != nil {
		out.DateSent = new(rfc2822(m.created.Add(c.after(*sent))))
	}
	if sent != nil || now.status.Final() {
		out.From, out.NumSegments = &m.from, fmt.Sprint(m.segments)
	}
	if sent != nil && now.status.Final() {
		out.Price, out.PriceUnit = new(fmt.Sprintf("-%.5f", float64(m.segments*price)/100_000)), new("USD")
	}
	if now.status.Failed() || m.warned && now.status.Final() {
		out.ErrorCode, out.ErrorMessage = &m.errorCode, &m.errorText
	}
	return out
}
