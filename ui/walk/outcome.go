package walk

import (
	"errors"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/ui/i18n"
)

// LogtoTest is what became of a message that Logto was asked to send.
type LogtoTest string

// The values stand in the JSON report of a push.
const (
	TestSent    LogtoTest = "sent"
	TestRefused LogtoTest = "refused"
	TestUnsure  LogtoTest = "unknown" // it may be sent all the same: it is not asked for again
)

// LogtoTestOf is what the answer to a test says. Only Logto's own word that it was
// not sent is a refusal.
func LogtoTestOf(err error) LogtoTest {
	var call *logto.CallError
	switch {
	case err == nil:
		return TestSent
	case errors.As(err, &call) && !call.OutcomeUnknown:
		return TestRefused
	}
	return TestUnsure
}

// Unsure reports whether an error of Twilio's leaves open what became of a call.
func Unsure(err error) bool {
	var e *account.CallError
	return errors.As(err, &e) && e.OutcomeUnknown
}

// MayLeave reports whether one may go back from what err was the answer to, and leave
// it at that: not while it may have been done, which is to be looked at first.
func MayLeave(err error) bool { return !Unsure(err) }

// FailureText says why a call gave no result. A call that may have been carried out
// has not failed: the words say to look before it is done again, and it is a warning.
func FailureText(p i18n.Printer, err error) (account.CheckStatus, i18n.Message) {
	var call *logto.CallError
	if Unsure(err) || errors.As(err, &call) && call.OutcomeUnknown {
		return account.CheckWarning, p.Failure(err)
	}
	return account.CheckFailed, p.Failure(err)
}

// PushText says how a push ended, and where it did not end well, why: err is what
// Push returned with r. What may be in Logto, or is there unseen, is a warning.
func PushText(p i18n.Printer, plan logto.Plan, r logto.Result, err error) (account.CheckStatus, i18n.Message) {
	said := p.PushResult(r, err)
	switch {
	case plan.Action == logto.Nothing:
		said.Message = p.T("push.nothing")
	case r.Outcome == logto.Unknown, r.Outcome == logto.Unverified:
		return account.CheckWarning, said
	case err != nil, r.Outcome == logto.Different:
		return account.CheckFailed, said
	}
	return account.CheckOK, said
}

// LogtoTestText says what became of a message for number that Logto was asked to send.
// What may be sent all the same is a warning.
func LogtoTestText(p i18n.Printer, number string, err error) (account.CheckStatus, i18n.Message) {
	switch LogtoTestOf(err) {
	case TestSent:
		return account.CheckOK, i18n.Message{Message: p.T("push.test-sent", "number", number)}
	case TestRefused:
		return account.CheckFailed, p.Failure(err)
	}
	return account.CheckWarning, p.Failure(err)
}
