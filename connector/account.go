package connector

import (
	"context"
	"fmt"
	"time"
)

// Account is a Twilio account.
type Account struct {
	SID          string
	FriendlyName string
	Type         AccountType
	Status       AccountStatus
}

// AccountType is what Twilio calls an account's type.
type AccountType string

// The types of an account.
const (
	TrialAccount AccountType = "Trial"
	FullAccount  AccountType = "Full"
)

// AccountStatus is what Twilio calls an account's status.
type AccountStatus string

// The statuses of an account.
const (
	ActiveAccount    AccountStatus = "active"
	SuspendedAccount AccountStatus = "suspended"
	ClosedAccount    AccountStatus = "closed"
)

// Service is a messaging service: the pool of senders that a message is sent from.
type Service struct {
	SID            string
	FriendlyName   string
	UseCase        string // Twilio's "usecase": notifications, verification, …
	ValidityPeriod time.Duration
	SmartEncoding  bool
	// A2PRegistered tells whether the service has a US A2P 10DLC registration.
	A2PRegistered bool
	Created       time.Time
}

// SenderKind is what a sender is.
type SenderKind string

// The kinds of sender that a service holds.
const (
	LongCode    SenderKind = "phone-number"
	ShortCode   SenderKind = "short-code"
	AlphaSender SenderKind = "alphanumeric"
)

// Sender is what a message comes from.
type Sender struct {
	Kind    SenderKind
	SID     string
	Name    string // the number (E.164), the short code or the alphanumeric sender ID
	Country string // ISO 3166-1 alpha-2, "" where Twilio does not say
	SMS     bool   // has the capability SMS
}

// MessageStatus is where a message is on its way, in Twilio's words.
type MessageStatus string

// The statuses of a message.
const (
	Accepted           MessageStatus = "accepted"
	Scheduled          MessageStatus = "scheduled"
	Queued             MessageStatus = "queued"
	Sending            MessageStatus = "sending"
	Sent               MessageStatus = "sent"
	Delivered          MessageStatus = "delivered"
	Undelivered        MessageStatus = "undelivered"
	Failed             MessageStatus = "failed"
	Canceled           MessageStatus = "canceled"
	Read               MessageStatus = "read"
	PartiallyDelivered MessageStatus = "partially_delivered"
)

// Final tells whether nothing comes after this status.
func (s MessageStatus) Final() bool {
	switch s {
	case Delivered, Undelivered, Failed, Canceled, Read, PartiallyDelivered:
		return true
	}
	return false
}

// Failed tells whether the message will not arrive.
func (s MessageStatus) Failed() bool { return s == Undelivered || s == Failed || s == Canceled }

// Message is a message that Twilio took.
type Message struct {
	SID          string
	Status       MessageStatus
	To           string
	From         string // empty until a sender was chosen
	Body         string
	Segments     int    // 0 until Twilio knows
	ErrorCode    int    // 0: none
	ErrorMessage string // Twilio's words
	Price        string // "-0.00790", empty until Twilio knows
	PriceUnit    string // "USD"
}

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
)

// CallError is why a call to Twilio gave no result. Its texts are cleaned of
// control characters and hold no credential.
type CallError struct {
	Kind       ErrorKind
	Code       int    // Twilio's error code, 0 where there is none
	HTTPStatus int    // 0 where there was no answer
	Message    string // Twilio's words, or the transport's
	Link       string // Twilio's page of the code
	Host       string // who was asked
	// OutcomeUnknown is set for a POST that may have been carried out: it must
	// not be repeated.
	OutcomeUnknown bool
}

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
