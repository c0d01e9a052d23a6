package cli

import (
	"context"
	"errors"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
)

// The reasons for which a command does not do its work, as --json names them.
// They are stable. For some there is a code of a problem or of a check: those are
// in package connector, and the answers of Twilio and Logto in connector and logto.
const (
	reasonFileUnreadable   = "file-unreadable"
	reasonTokenMissing     = "token-missing"
	reasonTokenUnreadable  = "token-unreadable" // or empty, or too long
	reasonTokenUnexpanded  = "token-unexpanded"
	reasonTokenWrong       = "token-wrong" // it has not the shape of one
	reasonEndpointMissing  = "endpoint-missing"
	reasonEndpointInvalid  = "endpoint-invalid"
	reasonAuthMissing      = "auth-missing"
	reasonAuthUnreadable   = "auth-unreadable"
	reasonAuthInvalid      = "auth-invalid"
	reasonTwilioURLInvalid = "twilio-url-invalid"
	reasonNumberMissing    = "number-missing"
	reasonTemplateMissing  = "template-missing"
	reasonWaitInvalid      = "wait-invalid"
	reasonFlagsConflict    = "flags-conflict"
	reasonNobodyToAsk      = "nobody-to-ask"
	reasonDeclined         = "declined"
	reasonChangedMeanwhile = "changed-meanwhile"
	reasonDifferent        = "different"   // something else is read back
	reasonUndelivered      = "undelivered" // a message was taken, and will not arrive, or not whole
	reasonProblemsFound    = "problems-found"
	reasonNothingFound     = "nothing-found" // no configuration to judge
	reasonUnknownCode      = "unknown-code"
	reasonWrongUsage       = "wrong-usage" // none of these, and the command line is to blame
	reasonNotDone          = "not-done"    // none of these
	reasonCanceled         = string(account.CallCanceled)
)

// reasoned is an error with a name of its reason for programs.
type reasoned struct {
	error
	reason string
}

func (r *reasoned) Unwrap() error { return r.error }

// because names the reason of an error for programs, unless it has one; nil stays nil.
func because(reason string, err error) error {
	var named *reasoned
	if err == nil || errors.As(err, &named) {
		return err
	}
	return &reasoned{err, reason}
}

// reasonOf is the reason of the failure that a command ends with.
func reasonOf(err error) string {
	var named *reasoned
	var f *failure
	switch {
	case errors.As(err, &named):
		return named.reason
	case errors.As(err, &f) && f.code == exitInterrupted:
		return reasonCanceled
	case f != nil && f.code == exitUsage:
		return reasonWrongUsage
	}
	return reasonNotDone
}

// reportError is why something was not done.
type reportError struct {
	Code       string `json:"code"`
	Status     int    `json:"status"`     // of HTTP, 0 where there was no answer
	TwilioCode int    `json:"twilioCode"` // 0 where Twilio was not asked or said none
	Message    string `json:"message"`
	Hint       string `json:"hint"`
}

// causeOf names what went wrong in a call or a plan; the words are those of the
// failure, see [reportError.say].
func causeOf(err error) *reportError {
	var call *logto.CallError
	var twilio *account.CallError
	var unfit *logto.UnfitError
	switch {
	case errors.As(err, &call):
		e := &reportError{Code: string(call.Kind), Status: call.HTTPStatus}
		if call.Twilio != nil {
			e.TwilioCode = call.Twilio.Code
		}
		return e
	case errors.As(err, &twilio):
		return &reportError{Code: string(twilio.Kind), Status: twilio.HTTPStatus, TwilioCode: twilio.Code}
	case errors.As(err, &unfit):
		return &reportError{Code: string(unfit.Reason)}
	case errors.Is(err, logto.ErrChangedMeanwhile):
		return &reportError{Code: reasonChangedMeanwhile}
	case errors.Is(err, context.Canceled):
		return &reportError{Code: reasonCanceled}
	}
	return nil
}

// say takes the words, unless e has some, and where e is nil the code too, from what
// a command ends with. It is nil where that is no failure.
func (e *reportError) say(err error) *reportError {
	var f *failure
	if !errors.As(err, &f) {
		return nil
	}
	if e == nil {
		e = &reportError{Code: reasonOf(err)}
	}
	if e.Message == "" {
		e.Message, e.Hint = f.said.Message, f.said.Hint
	}
	return e
}
