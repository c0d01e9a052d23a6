package account

import (
	"time"

	"logto-twilio/connector"
)

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

// Final reports whether nothing comes after this status.
func (s MessageStatus) Final() bool {
	switch s {
	case Delivered, Undelivered, Failed, Canceled, Read, PartiallyDelivered:
		return true
	}
	return false
}

// Failed reports whether the message will not arrive.
func (s MessageStatus) Failed() bool { return s == Undelivered || s == Failed || s == Canceled }

// Message is a message that Twilio took.
type Message struct {
	SID          string
	Status       MessageStatus
	To           string
	From         string // empty until a sender was chosen
	Segments     int    // 0 until Twilio knows
	ErrorCode    int    // 0: none
	ErrorMessage string // Twilio's words
	Price        string // "-0.00790", empty until Twilio knows
	PriceUnit    string // "USD"
}

// Delivery is a message on its way, as far as it was followed.
type Delivery struct {
	Outgoing connector.Outgoing
	Message  Message    // as it was last seen; zero until Twilio took it
	History  []Seen     // each status once, in its order
	Err      *CallError // why it was not taken, or may not have been; nil otherwise
}

// Seen is a status and when it was first seen.
type Seen struct {
	Status MessageStatus
	At     time.Time
}

// Note takes in the message as Twilio has it now.
func (d *Delivery) Note(m Message, at time.Time) {
	if n := len(d.History); n == 0 || d.History[n-1].Status != m.Status {
		d.History = append(d.History, Seen{m.Status, at})
	}
	d.Message = m
}

// Arrived reports whether the message is known to have reached the phone.
func (d *Delivery) Arrived() bool {
	return d.Message.Status == Delivered || d.Message.Status == Read
}

// PollAfter is how long to wait before the n-th question (from 0) after a
// message's status: quick at first, then slower.
func PollAfter(n int) time.Duration {
	d := 400 * time.Millisecond
	for range n {
		if d = d * 5 / 4; d > 5*time.Second {
			return 5 * time.Second
		}
	}
	return d
}
