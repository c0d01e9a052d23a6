package walk

import (
	"time"

	"logto-twilio/ui/i18n"
)

// A simulated phone is looked at every ArrivalPoll, for at most arrivalTime.
const (
	ArrivalPoll = 300 * time.Millisecond
	arrivalTime = 10 * time.Second
)

// Arrival is what arrives at a simulated phone.
type Arrival struct {
	number string
	before string // what it showed
	looks  int
	text   string // what arrived since, "" for nothing
}

// NewArrival waits for a text at a simulated phone; nil where phones are real.
func (s *Setup) NewArrival(number string) *Arrival {
	if s.Phone == nil {
		return nil
	}
	return &Arrival{number: number, before: s.Phone(number)}
}

// Look looks at the phone.
func (a *Arrival) Look(s *Setup) {
	a.looks++
	if text := s.Phone(a.number); text != a.before {
		a.text = text
	}
}

// Over reports whether there is nothing to wait for any more.
func (a *Arrival) Over() bool {
	return a.text != "" || time.Duration(a.looks)*ArrivalPoll >= arrivalTime
}

// Text says what the phone shows, "" while that is waited for.
func (a *Arrival) Text(p i18n.Printer) string {
	switch {
	case a.text != "":
		return p.T("proof.phone", "text", a.text)
	case a.Over():
		return p.T("proof.phone-silent")
	}
	return p.T("proof.phone-waiting")
}
