package cli

import (
	"cmp"
	"context"
	"errors"
	"net/http"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/ui/i18n"
)

// Exit codes.
const (
	exitOK          = 0
	exitProblem     = 1 // the configuration, the account or the file has a problem
	exitUsage       = 2 // wrong usage, or a question with nobody to ask
	exitUnreachable = 3 // a service could not be reached, or what it did is not known
	exitInterrupted = 130
)

// failure is the error of every command: [app.printFailure] prints it for people,
// [failure.toJSON] is the "error" of --json.
type failure struct {
	said   i18n.Message // for people; "" where the command has told them already
	exit   int          // exit code
	reason string       // for programs, one of the codes of codes.go; "" for that of the exit code
	status int          // of HTTP, 0 where there was no answer
	twilio int          // error code of Twilio, 0 where there is none
	inJSON i18n.Message // for programs, where they get other words than people; else ""
}

// Error is the message for people.
func (f *failure) Error() string { return f.said.Message }

// reportError is a failure as --json writes it.
type reportError struct {
	Code       string `json:"code"`
	Status     int    `json:"status"`     // of HTTP, 0 where there was no answer
	TwilioCode int    `json:"twilioCode"` // 0 where Twilio was not asked or gave none
	Message    string `json:"message"`
	Hint       string `json:"hint"`
}

// toJSON is the failure as --json writes it.
func (f *failure) toJSON() *reportError {
	said := f.inJSON
	if said.Message == "" {
		said = f.said
	}
	return &reportError{f.code(), f.status, f.twilio, said.Message, said.Hint}
}

// code is the reason, or else what the exit code says of it.
func (f *failure) code() string {
	switch {
	case f.reason != "":
		return f.reason
	case f.exit == exitInterrupted:
		return reasonCanceled
	case f.exit == exitUsage:
		return reasonWrongUsage
	}
	return reasonNotDone
}

// printFailure prints a failure for people and returns the exit code. Without a failure,
// f is nil.
func (a *app) printFailure(f *failure) int {
	if f == nil {
		return exitOK
	}
	message := f.said.Message
	if message != "" {
		message = a.T("cli.error", "message", message)
	}
	a.tell(message, f.said.Hint)
	return f.exit
}

// usageError is wrong usage. The texts are key and key+".hint" of ui/i18n.
func (a *app) usageError(key string, args ...any) error { return a.newFailure(exitUsage, key, args...) }

// problemError is a problem of what a command works on. The texts are key and
// key+".hint" of ui/i18n.
func (a *app) problemError(key string, args ...any) error {
	return a.newFailure(exitProblem, key, args...)
}

// newFailure is a failure with the texts key and key+".hint".
func (a *app) newFailure(exit int, key string, args ...any) *failure {
	return &failure{said: i18n.Message{Message: a.T(key, args...), Hint: a.T(key+".hint", args...)}, exit: exit}
}

// failed is the failure of an error of the packages below: a call, a file.
func (a *app) failed(err error) *failure { return failedWith(a.Failure(err), err) }

// failedWith is [app.failed] with other words.
func failedWith(said i18n.Message, err error) *failure {
	return (&failure{said: said, exit: exitCode(err)}).causedBy(err)
}

// interrupted is the failure of a command that a signal ended, where there is no more
// to say.
func (a *app) interrupted() *failure {
	return &failure{said: i18n.Message{Message: a.T("cli.interrupted")}, exit: exitInterrupted}
}

// because gives a failure its reason for programs, unless it has one. nil stays nil.
func because(reason string, err error) error {
	var f *failure
	if errors.As(err, &f) {
		f.reason = cmp.Or(f.reason, reason)
	}
	return err
}

// exitCode is the exit code of an error: whether somebody has to fix something, or to
// try again later.
func exitCode(err error) int {
	var call *account.CallError
	var logtoCall *logto.CallError
	switch {
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &logtoCall) && logtoCall.Unavailable():
		return exitUnreachable
	case !errors.As(err, &call), call.Kind == account.UnfitHost: // the host in the file is wrong
		return exitProblem
	case call.OutcomeUnknown || call.Kind != account.Refused:
		return exitUnreachable
	case call.HTTPStatus == http.StatusTooManyRequests || call.HTTPStatus >= http.StatusInternalServerError:
		return exitUnreachable
	}
	return exitProblem
}

// causedBy takes reason, status and code of Twilio from the error of a call or of a
// plan. Other errors change nothing.
func (f *failure) causedBy(err error) *failure {
	var call *logto.CallError
	var twilio *account.CallError
	var unfit *logto.UnfitError
	switch {
	case errors.As(err, &call):
		f.reason, f.status = string(call.Kind), call.HTTPStatus
		if call.Twilio != nil {
			f.twilio = call.Twilio.Code
		}
	case errors.As(err, &twilio):
		f.reason, f.status, f.twilio = string(twilio.Kind), twilio.HTTPStatus, twilio.Code
	case errors.As(err, &unfit):
		f.reason = string(unfit.Reason)
	case errors.Is(err, logto.ErrChangedMeanwhile), errors.Is(err, logto.ErrSignInMoved):
		f.reason = reasonChangedMeanwhile
	case errors.Is(err, context.Canceled):
		f.reason = reasonCanceled
	}
	return f
}
