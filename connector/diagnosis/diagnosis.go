// Package diagnosis says why codes do not arrive: it judges what a Logto has for SMS
// and uses it for, what its audit log holds, and what Twilio says of the messages of
// that time. It asks nobody, and keeps no phone number.
package diagnosis

import (
	"slices"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
)

// Answer is what came of asking for something; the zero Answer was not asked for.
type Answer[T any] struct {
	Value T
	Err   error // why there is no Value, or not all of it; nil where there is one
	Asked bool
}

// Answered is what a call returned.
func Answered[T any](value T, err error) Answer[T] { return Answer[T]{value, err, true} }

// Known reports whether there is a Value.
func (a Answer[T]) Known() bool { return a.Asked && a.Err == nil }

// Survey is what was learnt. What was not asked for is not judged.
type Survey struct {
	Document *connector.Document // the file, with its token
	Host     string              // of the Logto
	Since    time.Duration       // how far Sends and Messages go back
	State    Answer[logto.State]
	// Experience is what SMS is used for, Facts what else decides it.
	Experience Answer[signin.Experience]
	Facts      signin.Facts
	Sends      Answer[logto.Sends]
	Messages   account.Found[account.Traffic]
}

// Checks judges what was learnt, always in the same order: the connector, what it is
// used for, the texts, what Logto sent, what Twilio delivered.
func (s Survey) Checks() []account.Check {
	var checks []account.Check
	if s.State.Asked {
		checks = append(checks, s.connector())
	}
	checks = slices.Concat(checks, s.uses(), s.sends(), s.messages())
	for _, c := range checks {
		c.Args["host"], c.Args["since"] = s.Host, s.Since
	}
	return checks
}

// check is a check without args of its own.
func check(code problem.Code, status account.CheckStatus) account.Check {
	return account.Check{Code: code, Status: status, Args: problem.Args{}}
}

// unanswered is a check of what Logto did not say.
func unanswered(code problem.Code, err error) account.Check {
	c := check(code, account.CheckUnknown)
	c.LogtoErr = err
	return c
}

// connector judges the connector that is there.
func (s Survey) connector() account.Check {
	if err := s.State.Err; err != nil {
		c := unanswered(LogtoUnanswered, err)
		if refused(err) {
			c.Code, c.Status = LogtoRefused, account.CheckFailed
		}
		return c
	}
	state := s.State.Value
	twilio, ours := state.Twilio()
	switch {
	case ours:
		return s.compare(twilio)
	case state.Hidden != "":
		return unanswered(ConnectorHidden, &logto.CallError{Kind: state.Hidden, Call: logto.CallList, Host: s.Host})
	case state.Several:
		return check(ConnectorSeveral, account.CheckFailed)
	case len(state.SMS) > 0:
		c := check(ConnectorOther, account.CheckFailed)
		c.Args["connector"] = state.SMS[0]
		return c
	}
	return check(ConnectorMissing, account.CheckFailed)
}

// compare judges a connector of Twilio's against the file.
func (s Survey) compare(twilio logto.Connector) account.Check {
	desired, err := logto.Desired(s.Document)
	if err != nil {
		return check(ConnectorUncompared, account.CheckUnknown)
	}
	changes := twilio.Config.Changes(desired)
	if len(changes) == 0 {
		return check(ConnectorSame, account.CheckOK)
	}
	c := check(ConnectorDiffers, account.CheckWarning)
	c.Args["count"], c.Args["changes"] = len(changes), changes
	return c
}
