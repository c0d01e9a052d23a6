package account

import "logto-twilio/connector/problem"

// CheckStatus is what a check of the account found.
type CheckStatus string

// The results of a check.
const (
	CheckOK      CheckStatus = "ok"
	CheckWarning CheckStatus = "warning"
	CheckFailed  CheckStatus = "failed"
	CheckUnknown CheckStatus = "unknown"
)

// Check is one thing about a configuration or an account that decides whether
// messages arrive.
type Check struct {
	Code   problem.Code
	Status CheckStatus
	Args   problem.Args
	// Err is the answer of Twilio's that the check is about, or why there was
	// none; nil for most checks.
	Err *CallError
	// LogtoErr is why Logto did not answer, of a check of a Logto (package diagnosis);
	// nil for all others.
	LogtoErr error
}

// The checks of a configuration.
const (
	// ConfigurationAccepted (ok): Logto takes it, and no problem of it is worse than
	// an info. Args: release (of the connector).
	ConfigurationAccepted problem.Code = "configuration-accepted"
	// ConfigurationWarnings (warning): Logto takes it, and there are warnings. Args:
	// release, count.
	ConfigurationWarnings problem.Code = "configuration-warnings"
	// ConfigurationErrors (failed): Logto takes it, and users will miss messages. Args:
	// release, count.
	ConfigurationErrors problem.Code = "configuration-errors"
	// ConfigurationRefused (failed): the connector's guard does not take it. Args:
	// release, count (of errors).
	ConfigurationRefused problem.Code = "configuration-refused"
	// TokenMissing (failed): no auth token is at hand, so that Twilio cannot be
	// asked. Args: variable (the environment's).
	TokenMissing problem.Code = "token-missing"
)

// The checks of an account.
const (
	// AccountActive (ok): the account may send. Args: name.
	AccountActive problem.Code = "account-active"
	// AccountSuspended (failed): Twilio suspended it, messages are refused. Args: name.
	AccountSuspended problem.Code = "account-suspended"
	// AccountClosed (failed): it is closed for good. Args: name.
	AccountClosed problem.Code = "account-closed"
	// AccountStatusUnknown (unknown): a status that is none of Twilio's. Args: name, status.
	AccountStatusUnknown problem.Code = "account-status-unknown"
	// AccountTrial (warning): it sends only to verified numbers (21608), and puts a
	// sentence before each text. The new kind of trial account cannot be told apart, and
	// sends no texts of its owner at all (572006). Args: name.
	AccountTrial problem.Code = "account-trial"
	// AccountUnchecked (unknown): Twilio was not asked about the credentials. No args.
	AccountUnchecked problem.Code = "account-unchecked"
	// CredentialsRefused (failed): SID and token do not belong together (20003). No args.
	CredentialsRefused problem.Code = "credentials-refused"
	// TestCredentials (failed): those of Twilio's tests, which send through no
	// messaging service (20008). No args.
	TestCredentials problem.Code = "test-credentials"
	// AccountRefused (failed): Twilio refused to show the account. With Err; no args.
	AccountRefused problem.Code = "account-refused"
	// AccountUnanswered (unknown): Twilio could not be asked. With Err; no args.
	AccountUnanswered problem.Code = "account-unanswered"
	// BalanceOK (ok): LowBalance or more is left. Args: amount, currency.
	BalanceOK problem.Code = "balance-ok"
	// BalanceLow (warning): less is left. Args: amount, currency.
	BalanceLow problem.Code = "balance-low"
	// BalanceSpent (warning): nothing is left, or there is a debt; an account that is
	// billed later sends nevertheless. Args: amount, currency.
	BalanceSpent problem.Code = "balance-spent"
	// BalanceUnknown (unknown): it could not be learnt. With Err where a call failed;
	// no args.
	BalanceUnknown problem.Code = "balance-unknown"
)

// The checks of a messaging service and its senders. Args of each: service (its
// friendly name), but for those without.
const (
	// ServiceUnchecked (unknown): Twilio was not asked about the service. No args.
	ServiceUnchecked problem.Code = "service-unchecked"
	// ServiceFound (ok): the account has it. Args of its own: sid.
	ServiceFound problem.Code = "service-found"
	// ServiceNotFound (failed): the account does not have it (20404). Args of its own: sid.
	ServiceNotFound problem.Code = "service-not-found"
	// ServiceRefused (failed): Twilio refused to show it. With Err. Args of its own: sid.
	ServiceRefused problem.Code = "service-refused"
	// ServiceUnanswered (unknown): Twilio could not be asked. With Err. Args of its own: sid.
	ServiceUnanswered problem.Code = "service-unanswered"
	// ValidityTooShort (warning): a message that waits for longer than seconds, the
	// service's validity period, is dropped (30036), although its code lives on.
	// Args of its own: seconds, life (of a code, in seconds).
	ValidityTooShort problem.Code = "validity-too-short"
	// ValidityTooLong (warning): a message may wait for up to seconds, the service's
	// validity period, and arrive with a code that is dead by then. Args of its own:
	// seconds, life (of a code, in seconds).
	ValidityTooLong problem.Code = "validity-too-long"
	// SmartEncodingOff (warning): the service replaces no characters, for which a
	// template takes more segments. Args of its own: usageType, characters (with
	// blanks between them), segments, fewer (with Smart Encoding).
	SmartEncodingOff problem.Code = "smart-encoding-off"
	// SendersReady (ok): the service has senders for SMS. Args of its own: count,
	// others (one less), name (of the first).
	SendersReady problem.Code = "senders-ready"
	// SendersUnanswered (unknown): they could not be learnt. With Err. Args of its
	// own: none.
	SendersUnanswered problem.Code = "senders-unanswered"
	// NoSender (failed): the service has no sender (Twilio's 21704). Args of its own: none.
	NoSender problem.Code = "no-sender"
	// NoSMSSender (failed): it has senders, and none can send SMS. Args of its own: count.
	NoSMSSender problem.Code = "no-sms-sender"
	// SomeWithoutSMS (warning): some of its senders cannot send SMS. Args of its own:
	// count, others (one less), name (of the first).
	SomeWithoutSMS problem.Code = "some-without-sms"
	// OnlyAlphanumeric (warning): many countries, the US and Canada among them,
	// take no alphanumeric sender. Args of its own: name (of the first).
	OnlyAlphanumeric problem.Code = "only-alphanumeric"
)

// The checks of registrations that the USA demand. Args of each: service, count (of
// numbers concerned), number (the first), others (how many more).
//
// Blocked numbers are a warning as long as the service has another sender for SMS. They
// are a failure where it has none: then no message to the USA arrives.
const (
	// USUnregistered (warning or failed): US numbers without an A2P 10DLC
	// registration, whose messages to the US are blocked (30034). Args as all.
	USUnregistered problem.Code = "us-unregistered"
	// A2PVerified (ok): the campaign of the US numbers is verified. Args as all.
	A2PVerified problem.Code = "a2p-verified"
	// A2PPending (warning or failed): it is not yet, and until then they are blocked
	// (30034). Args of its own: status (Twilio's word).
	A2PPending problem.Code = "a2p-pending"
	// A2PFailed (warning or failed): it was rejected or suspended (30034). Args of its
	// own: status.
	A2PFailed problem.Code = "a2p-failed"
	// A2PUnknown (unknown): it could not be learnt. With Err where a call failed;
	// args as all.
	A2PUnknown problem.Code = "a2p-unknown"
	// TollFreeUnverified (unknown): toll-free numbers can send to the USA and Canada only
	// once they are verified (30032), and it could not be found out whether they are.
	// With Err where a call failed; args as all.
	TollFreeUnverified problem.Code = "toll-free-verification"
	// TollFreeVerified (ok): toll-free numbers that are verified. Args as all.
	TollFreeVerified problem.Code = "toll-free-verified"
	// TollFreeWaiting (warning or failed): their verification is in review, and until
	// then they are blocked (30032). Args as all.
	TollFreeWaiting problem.Code = "toll-free-in-review"
	// TollFreeRefused (warning or failed): their verification was rejected (30032).
	// Args as all.
	TollFreeRefused problem.Code = "toll-free-rejected"
	// TollFreeMissing (warning or failed): their verification was never asked for
	// (30032). Args as all.
	TollFreeMissing problem.Code = "toll-free-missing"
)

// The checks of a number before it is bought.
const (
	// AddressRequired (failed): Twilio sells the number only to accounts with an address
	// on file, which is added in its Console (21615, 21631). Args:
	// number, country.
	AddressRequired problem.Code = "address-required"
	// LocalAddressRequired (failed): the same, and it is to be one in the number's
	// country. Args: number, country.
	LocalAddressRequired problem.Code = "local-address-required"
	// ForeignAddressRequired (failed): the same, and it is to be one abroad. Args:
	// number, country.
	ForeignAddressRequired problem.Code = "foreign-address-required"
	// USNeedsRegistration (warning): a US number can text US phones only after an A2P
	// 10DLC registration (30034). Args: number.
	USNeedsRegistration problem.Code = "us-needs-registration"
	// TollFreeNeedsVerification (warning): a toll-free number can text the USA and Canada
	// only once it is verified (30032). Args: number.
	TollFreeNeedsVerification problem.Code = "toll-free-needs-verification"
	// NumberIsBeta (warning): new to Twilio, and may behave otherwise. Args: number.
	NumberIsBeta problem.Code = "number-beta"
)

// CheckCodes are the codes of all checks.
func CheckCodes() []problem.Code {
	return []problem.Code{
		ConfigurationAccepted, ConfigurationWarnings, ConfigurationErrors, ConfigurationRefused, TokenMissing,
		AccountActive, AccountSuspended, AccountClosed, AccountStatusUnknown, AccountTrial, AccountUnchecked,
		CredentialsRefused, TestCredentials, AccountRefused, AccountUnanswered,
		BalanceOK, BalanceLow, BalanceSpent, BalanceUnknown,
		ServiceUnchecked, ServiceFound, ServiceNotFound, ServiceRefused, ServiceUnanswered,
		ValidityTooShort, ValidityTooLong, SmartEncodingOff,
		SendersReady, SendersUnanswered, NoSender, NoSMSSender, SomeWithoutSMS, OnlyAlphanumeric,
		USUnregistered, A2PVerified, A2PPending, A2PFailed, A2PUnknown,
		TollFreeUnverified, TollFreeVerified, TollFreeWaiting, TollFreeRefused, TollFreeMissing,
		AddressRequired, LocalAddressRequired, ForeignAddressRequired, USNeedsRegistration, TollFreeNeedsVerification, NumberIsBeta,
	}
}
