package account

import (
	"context"
	"fmt"
	"net/http"
	"time"
)

// ErrorKind says how a call to Twilio failed.
type ErrorKind string

// The ways in which a call fails.
const (
	Refused        ErrorKind = "refused"        // Twilio answered with an error
	Unreachable    ErrorKind = "unreachable"    // no connection: name, network, certificate
	TimedOut       ErrorKind = "timed-out"      // no answer in time
	Unintelligible ErrorKind = "unintelligible" // an answer that is not Twilio's: HTML, cut off, too large
	CallCanceled   ErrorKind = "canceled"       // the context ended
	Forbidden      ErrorKind = "forbidden-host" // an address that credentials must not go to
	NoToken        ErrorKind = "no-token"       // nothing was asked: the auth token is TokenVariable
	UnfitHost      ErrorKind = "unfit-host"     // nothing was asked: the host is none of Twilio's API
)

// MaxCode bounds an error code of Twilio's, which have five digits; what is above may
// be a piece of a secret, written as a number.
const MaxCode = 999_999

// CallError is why a call to Twilio gave no result. Its texts are cleaned of
// control characters and hold no credential.
type CallError struct {
	Kind       ErrorKind
	Code       int    // Twilio's error code, 0 where there is none
	HTTPStatus int    // 0 where there was no answer
	Message    string // Twilio's words, or the transport's
	Link       string // Twilio's page of the code
	Host       string // who was asked
	// Regional is set where another region than US1 was asked, which serves less.
	Regional bool
	// RetryAfter is how long the server asked to wait, 0 where it did not.
	RetryAfter time.Duration
	// OutcomeUnknown is set for a POST or a DELETE that may have been carried
	// out: a POST must not be repeated before one has looked what became of it.
	OutcomeUnknown bool
	// Effect is what the POST or DELETE was to do, "" for other calls.
	Effect Effect
}

// NotServed reports whether another region than US1 does not know what was asked for.
// The account may have it all the same: such a region does not serve everything.
func (e *CallError) NotServed() bool {
	return e.Regional && e.Kind == Refused && e.HTTPStatus == http.StatusNotFound
}

// Effect is what a call changes at Twilio.
type Effect string

// What is changed.
const (
	MessageSent    Effect = "message-sent"
	ServiceCreated Effect = "service-created"
	NumberBought   Effect = "number-bought"
	NumberAdded    Effect = "number-added"   // to a service
	NumberRemoved  Effect = "number-removed" // from a service
)

// Error is the failure in one line for a log; a person is shown ui/i18n's words.
func (e *CallError) Error() string {
	return fmt.Sprintf("twilio: %s (code %d, HTTP %d): %s", e.Kind, e.Code, e.HTTPStatus, e.Message)
}

// Unwrap lets errors.Is find context.Canceled in a canceled call and
// context.DeadlineExceeded in one that timed out.
func (e *CallError) Unwrap() error {
	switch e.Kind {
	case CallCanceled:
		return context.Canceled
	case TimedOut:
		return context.DeadlineExceeded
	}
	return nil
}
