package cli

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/lines"
)

// outcome is what came of sending, in one word for programs. The help of send
// explains each.
type outcome string

// The outcomes.
const (
	outcomeDelivered   outcome = "delivered"   // it arrived
	outcomeUndelivered outcome = "undelivered" // it was taken, and will not arrive, or not whole
	outcomePending     outcome = "pending"     // it was taken; no last word came in time
	outcomeRefused     outcome = "refused"     // Twilio did not take it
	outcomeNotSent     outcome = "not-sent"    // no request was made, or none got to Twilio
	outcomeUnknown     outcome = "unknown"     // Twilio may have taken it
)

// outcomeOf says what came of a delivery.
func outcomeOf(d account.Delivery) outcome {
	switch {
	case d.Err != nil && d.Err.OutcomeUnknown:
		return outcomeUnknown
	case d.Err != nil && d.Err.Kind == account.Refused:
		return outcomeRefused
	case d.Err != nil:
		return outcomeNotSent
	case d.Arrived():
		return outcomeDelivered
	case d.Message.Status.Final():
		return outcomeUndelivered
	}
	return outcomePending
}

// sent is what came of sending; the tags are those of --json.
type sent struct {
	SID          string                `json:"sid"`
	Status       account.MessageStatus `json:"status"`
	Final        bool                  `json:"final"`
	Outcome      outcome               `json:"outcome"`
	ErrorCode    *int                  `json:"errorCode"`
	ErrorMessage string                `json:"errorMessage"`
	Segments     int                   `json:"segments"`
	Price        string                `json:"price"`
	PriceUnit    string                `json:"priceUnit"`
	History      []sentStatus          `json:"history"`
	ended
}

// sentStatus is a status and when it was first seen, in RFC 3339 and UTC.
type sentStatus struct {
	Status account.MessageStatus `json:"status"`
	At     string                `json:"at"`
}

// unsent is a message that was not even tried, as --json writes it.
func unsent() sent { return sent{Outcome: outcomeNotSent, Final: true, History: []sentStatus{}} }

// sentOf is a delivery as --json writes it.
func sentOf(d account.Delivery) sent {
	m := d.Message
	s := sent{
		SID: m.SID, Status: m.Status, Outcome: outcomeOf(d), ErrorMessage: m.ErrorMessage,
		Segments: m.Segments, Price: m.Price, PriceUnit: m.PriceUnit, History: []sentStatus{},
	}
	code := m.ErrorCode
	if d.Err != nil {
		code, s.ErrorMessage = d.Err.Code, d.Err.Message
		if d.Err.Kind == account.CallCanceled { // by a signal, for which there are but words of Go's
			s.ErrorMessage = ""
		}
	}
	if code != 0 {
		s.ErrorCode = &code
	}
	s.Final = s.Outcome != outcomePending && s.Outcome != outcomeUnknown
	for _, h := range d.History {
		s.History = append(s.History, sentStatus{h.Status, h.At.UTC().Format("2006-01-02T15:04:05.000Z07:00")})
	}
	return s
}

// request is one that would be made; the tags are those of --dry-run --json.
type request struct {
	Method string            `json:"method"`
	URL    string            `json:"url"`
	Form   map[string]string `json:"form"`
	ended
}

// errRehearsal keeps a request from being made.
var errRehearsal = errors.New("a rehearsal")

// RoundTrip notes the request, but for its credentials, and does not make it.
func (r *request) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, err
	}
	r.Method, r.URL, r.Form = req.Method, req.URL.String(), map[string]string{}
	for name := range form {
		r.Form[name] = form.Get(name)
	}
	return nil, errRehearsal
}

// text is the request for people, its text as safe as a terminal needs it.
func (r request) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", r.Method, r.URL)
	for _, name := range []string{"To", "MessagingServiceSid", "RiskCheck"} {
		fmt.Fprintf(&b, "%s: %s\n", name, redact.Line(r.Form[name], jsondoc.MaxSize))
	}
	body := redact.Message(r.Form["Body"])
	fmt.Fprintf(&b, "Body:\n%s\n", lines.Indent(body, "  "))
	return b.String()
}
