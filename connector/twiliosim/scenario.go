package twiliosim

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Effect says what a Scenario makes happen. It is stable: texts for people hang on it.
type Effect string

// What can be made to happen.
const (
	Refused         Effect = "refused"          // an error with the code, at once
	Undelivered     Effect = "undelivered"      // taken and sent; then undelivered with the code
	UndeliveredLate Effect = "undelivered-late" // the same, some seconds after it was sent
	Failed          Effect = "failed"           // taken; then failed with the code, never sent
	Warned          Effect = "warned"           // delivered, with the code as a warning
	NeverReported   Effect = "never-reported"   // sent, and no word of its delivery
	Slow            Effect = "slow"             // the answer takes SlowAnswer, the delivery some 20 s
	Hanging         Effect = "hanging"          // no answer ever: the caller's time-out decides
	Unreachable     Effect = "unreachable"      // no connection
	HTMLPage        Effect = "html-page"        // an HTTP 502 with a page of HTML
)

// SlowAnswer is how long a Slow answer takes, at speed 1.
const SlowAnswer = 5 * time.Second

// Scenario is something that can be made to happen.
type Scenario struct {
	Effect     Effect
	Code       int    // Twilio's error code, 0 where Effect is no error of Twilio's
	HTTPStatus int    // of a Refused or HTMLPage answer, else 0
	Number     string // the recipient that meets it
	Token      string // the auth token that meets it on every call, "" where none does
}

// The first digits of what provokes a scenario; seven more name it.
const (
	numberPrefix = "+1500"
	tokenPrefix  = "0000000000000000000000000"
)

// Scenarios lists what can be made to happen, in the order of the numbers. The
// pumping protection's blocks (30450, 30453) let a message through that was sent
// with RiskCheck=disable.
func Scenarios() []Scenario {
	list := make([]Scenario, 0, len(outcomes))
	for _, o := range outcomes {
		digits := fmt.Sprintf("%07d", o.code)
		sc := Scenario{Effect: o.effect, HTTPStatus: o.status, Number: numberPrefix + digits}
		if o.isTwilioCode() {
			sc.Code = o.code
		}
		if o.everyCall {
			sc.Token = tokenPrefix + digits
		}
		list = append(list, sc)
	}
	return list
}

// provoked finds the outcome that a number or a token names.
func provoked(value, prefix string) (outcome, bool) {
	digits, ok := strings.CutPrefix(value, prefix)
	if !ok || len(digits) != 7 {
		return outcome{}, false
	}
	code, err := strconv.Atoi(digits)
	if err != nil {
		return outcome{}, false
	}
	o := outcomeOf(code)
	return o, o.effect != ""
}

// outcomeOf finds the row of a code; the zero outcome where there is none.
func outcomeOf(code int) outcome {
	for _, o := range outcomes {
		if o.code == code {
			return o
		}
	}
	return outcome{}
}

// isTwilioCode tells an error code of Twilio's from an HTTP status that stands
// for a fault on the way.
func (o outcome) isTwilioCode() bool { return o.code >= 10000 }

// instead is what is answered in place of the operation; false where the
// operation goes on.
func (o outcome) instead() (answer, bool) {
	switch o.effect {
	case Refused:
		return refusal(o.status, o.code, o.text), true
	case HTMLPage:
		return htmlPage(o.status), true
	case Hanging:
		return answer{transit: hanging}, true
	case Unreachable:
		return answer{transit: unreachable}, true
	}
	return answer{}, false
}
