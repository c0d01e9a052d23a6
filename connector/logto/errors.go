package logto

import (
	"context"
	"fmt"
	"time"

	"logto-twilio/connector/account"
)

// Kind says how a call to Logto failed. It is stable: scripts match on it.
type Kind string

// Logto was not reached, or has trouble of its own.
const (
	Unreachable Kind = "unreachable"       // no connection: name, network, certificate
	TimedOut    Kind = "timed-out"         // no answer in time
	Canceled    Kind = "canceled"          // the context ended
	NotLogto    Kind = "not-logto"         // an answer that is not Logto's: HTML, cut off, too large
	Redirected  Kind = "redirected"        // to another address, which is never followed
	TooMany     Kind = "too-many-requests" // 429
	ServerError Kind = "server-error"      // 5xx
)

// The application may not do it.
const (
	WrongSecret        Kind = "wrong-secret"
	UnknownApplication Kind = "unknown-application"
	WrongResource      Kind = "wrong-resource" // a trailing slash is enough
	NoRole             Kind = "no-role"        // the token came without a scope
	Unauthorized       Kind = "unauthorized"   // the token was not accepted
	WrongAudience      Kind = "wrong-audience" // it is for an API that is not this Logto's own
	WrongIssuer        Kind = "wrong-issuer"   // it names another address of Logto than this one
	Forbidden          Kind = "forbidden"
)

// Logto refused what was asked.
const (
	NotFound      Kind = "not-found" // the connector is gone
	InvalidConfig Kind = "invalid-config"
	NotInstalled  Kind = "not-installed"  // this Logto lacks the connector that is ours
	NotStorable   Kind = "not-storable"   // a text or a key that its database or its server does not take
	SeveralSMS    Kind = "several-sms"    // more than one SMS connector, so none is listed
	SeveralEmail  Kind = "several-email"  // more than one e-mail connector, so none of any kind is
	SeveralSocial Kind = "several-social" // two social connectors that exclude each other: none is listed
	TooLarge      Kind = "too-large"      // past Logto's limit, hence not sent
	TwilioRefused Kind = "twilio-refused"
	TwilioSilent  Kind = "twilio-silent" // Logto, asked for a test, got no answer from Twilio
	NoConnector   Kind = "no-connector"  // Logto, asked for a code, has no SMS connector
	RateLimited   Kind = "rate-limited"  // too many messages to one number
	WrongCode     Kind = "wrong-code"
	CodeExpired   Kind = "code-expired"
	NoCode        Kind = "no-code"    // none was sent to that number, or it was used already
	CodeTries     Kind = "code-tries" // wrong too often, so it no longer counts
	Refused       Kind = "refused"    // for any other reason: Code and Message say it
)

// Kinds are all kinds.
func Kinds() []Kind {
	return []Kind{
		Unreachable, TimedOut, Canceled, NotLogto, Redirected, TooMany, ServerError,
		WrongSecret, UnknownApplication, WrongResource, NoRole, Unauthorized, WrongAudience, WrongIssuer, Forbidden,
		NotFound, InvalidConfig, NotInstalled, NotStorable, SeveralSMS, SeveralEmail, SeveralSocial,
		TooLarge, TwilioRefused, TwilioSilent,
		NoConnector, RateLimited, WrongCode, CodeExpired, NoCode, CodeTries, Refused,
	}
}

// Call is what Logto was asked for.
type Call string

// The calls.
const (
	CallSignIn Call = "sign-in" // POST /oidc/token
	CallList   Call = "list"    // GET /api/connectors
	CallRead   Call = "read"    // GET /api/connectors/{id}
	CallCreate Call = "create"  // POST /api/connectors
	CallPatch  Call = "patch"   // PATCH /api/connectors/{id}
	CallTest   Call = "test"    // POST /api/connectors/{factory}/test

	CallExperience Call = "sign-in-experience" // GET /api/sign-in-exp
	CallEnable     Call = "enable"             // PATCH /api/sign-in-exp
	CallCAPTCHA    Call = "captcha"            // GET /api/captcha-provider
	CallAccount    Call = "account-center"     // GET /api/account-center
	CallSendCode   Call = "send-code"          // POST /api/verification-codes
	CallVerifyCode Call = "verify-code"        // POST /api/verification-codes/verify
	CallLogs       Call = "logs"               // GET /api/logs
)

// CallError is why a call to Logto gave no result. Its texts are cleaned of
// control characters and hold no credential.
type CallError struct {
	Kind       Kind
	Call       Call
	HTTPStatus int     // 0 where there was no answer
	Code       string  // Logto's: "connector.invalid_config"; "" where there is none
	Message    string  // Logto's words, or the transport's
	Issues     []Issue // of InvalidConfig, and of a request that Logto's own guard refuses
	Host       string  // who was asked
	Location   string  // of Redirected: scheme and host that it leads to
	Resource   string  // the API that a token was asked for
	// Twilio is what Twilio answered Logto, of TwilioRefused; nil otherwise.
	Twilio *account.CallError
	// RetryAfter is how long the server asked to wait, 0 where it did not.
	RetryAfter time.Duration
	// OutcomeUnknown is set where the call may have been carried out: what it was
	// to change must be looked at before it is made again.
	OutcomeUnknown bool

	lasting bool // it would only come again
}

// Issue is one thing that Logto does not accept.
type Issue struct {
	Path    string // JSON Pointer: /templates/3/content
	Message string // Logto's words
}

// Error is the failure in one line for a log; a person is shown ui/i18n's words.
func (e *CallError) Error() string {
	return fmt.Sprintf("logto: %s: %s (%s, HTTP %d): %s", e.Call, e.Kind, e.Code, e.HTTPStatus, e.Message)
}

// Unwrap lets errors.Is find context.Canceled in a canceled call and
// context.DeadlineExceeded in one that timed out.
func (e *CallError) Unwrap() error {
	switch e.Kind {
	case Canceled:
		return context.Canceled
	case TimedOut:
		return context.DeadlineExceeded
	}
	return nil
}

// Unavailable reports whether the fault is none of the caller's: Logto, or Twilio
// behind it, was not reached or has trouble, or the answer was lost.
func (e *CallError) Unavailable() bool {
	switch e.Kind {
	case Unreachable, TimedOut, NotLogto, Redirected, TooMany, RateLimited, ServerError, TwilioSilent:
		return true
	case TwilioRefused:
		return e.OutcomeUnknown || e.Twilio != nil && e.Twilio.HTTPStatus == 429
	}
	return e.OutcomeUnknown
}
