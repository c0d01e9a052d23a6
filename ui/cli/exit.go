package cli

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/ui/i18n"
)

// exitCode is what a command ends with for an error: whether somebody has to mend
// something, or to try again later.
func exitCode(err error) int {
	var call *account.CallError
	var logtoCall *logto.CallError
	switch {
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.As(err, &logtoCall) && logtoCall.Unavailable():
		return exitUnreachable
	case !errors.As(err, &call), call.Kind == account.UnfitHost: // which the file is to blame for
		return exitProblem
	case call.OutcomeUnknown || call.Kind != account.Refused:
		return exitUnreachable
	case call.HTTPStatus == http.StatusTooManyRequests || call.HTTPStatus >= http.StatusInternalServerError:
		return exitUnreachable
	}
	return exitProblem
}

// failed is the failure that an error stands for.
func failed(tr i18n.Printer, err error) *failure { return &failure{tr.Failure(err), exitCode(err)} }

// interrupted is the failure of a command that somebody ended, and of which there is
// no more to say.
func interrupted(tr i18n.Printer) *failure {
	return &failure{i18n.Message{Message: tr.T("cli.interrupted")}, exitInterrupted}
}

// interruptible is a context that SIGINT and SIGTERM end. It is for what heeds it:
// network calls, export.Write, confirm. What waits for a file or standard input
// does not, and would leave the program deaf to both. Nor does what writes to a
// terminal that was stopped, or to whom nobody reads: so after deafAfter a second
// signal ends the program as it stands. One at once, as a wrapper that hands a
// signal on sends it, must not cost the word on what became of an SMS.
func interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() { time.AfterFunc(deafAfter, stop) })
	return ctx, stop
}

// deafAfter is how long a command has to end by itself after a signal.
const deafAfter = time.Second
