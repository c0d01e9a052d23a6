package i18n

import (
	"math"
	"net/http"
	"strconv"
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
)

// CallError puts into words why a call to Twilio gave no result. Where Twilio
// named a code, the words are those of TwilioError. Where the call may have been
// carried out, the hint is about that alone: "try again" would be bad advice.
func (p Printer) CallError(e *account.CallError) Message {
	var s Message
	if e.Kind == account.Refused && e.Code != 0 && !e.OutcomeUnknown && !e.NotServed() {
		x := p.TwilioError(e.Code)
		s = Message{x.Title, p.Join(x.Why, x.Do)}
	} else {
		s = p.say(callKey(e), callArgs(e))
	}
	switch {
	case e.OutcomeUnknown:
		unknown := p.say(outcomeKey(e.Effect), nil)
		s = Message{p.Join(s.Message, unknown.Message), unknown.Hint}
	case e.RetryAfter > 0:
		s.Hint = p.Join(s.Hint, p.T("call.retry-after", "n", int(math.Ceil(e.RetryAfter.Seconds()))))
	}
	if saysMore(e) {
		s.Hint = p.Join(s.Hint, p.say("call.words", callArgs(e)).Message)
	}
	return s
}

// saysMore reports whether the message of the error says something that our words
// cannot: the transport's reason, or Twilio's where we know no better.
func saysMore(e *account.CallError) bool {
	// Where a server says nothing, the client repeats the status in words.
	if e.Message == "" || strings.HasPrefix(e.Message, strconv.Itoa(e.HTTPStatus)+" ") {
		return false
	}
	switch e.Kind {
	case account.Unreachable:
		return true
	case account.Refused:
		_, known := findCode(e.Code)
		return !known
	}
	return false
}

// callKey chooses the sentence for an error without a code of Twilio's.
func callKey(e *account.CallError) string {
	if e.Kind == account.Unintelligible && e.HTTPStatus >= http.StatusMultipleChoices {
		return "call.unintelligible.status"
	}
	if e.Kind == account.Unreachable && e.OutcomeUnknown {
		return "call.broken" // it was reached, and heard something
	}
	if e.Kind != account.Refused {
		return "call." + string(e.Kind)
	}
	if e.NotServed() {
		return "call.not-served"
	}
	switch {
	case e.HTTPStatus == http.StatusUnauthorized,
		e.HTTPStatus == http.StatusForbidden,
		e.HTTPStatus == http.StatusNotFound,
		e.HTTPStatus == http.StatusTooManyRequests:
		return "call.refused." + strconv.Itoa(e.HTTPStatus)
	case e.HTTPStatus >= http.StatusInternalServerError:
		return "call.refused.5xx"
	}
	return "call.refused"
}

// outcomeKey chooses the sentence for a call that may have been carried out, by
// what it was to do.
func outcomeKey(e account.Effect) string {
	if e == "" {
		return "call.outcome-unknown"
	}
	return "call.outcome-unknown." + string(e)
}

// callArgs are the arguments of every sentence about a call.
func callArgs(e *account.CallError) problem.Args {
	host := e.Host
	if host == "" {
		host = "Twilio"
	}
	return problem.Args{"host": host, "status": e.HTTPStatus, "words": e.Message}
}
