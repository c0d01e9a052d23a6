package connector

import (
	"slices"
	"strings"
)

// CheckStatus is what a check of the account found.
type CheckStatus string

// The results of a check.
const (
	CheckOK      CheckStatus = "ok"
	CheckWarning CheckStatus = "warning"
	CheckFailed  CheckStatus = "failed"
	CheckUnknown CheckStatus = "unknown"
)

// Check is one thing about an account that decides whether messages arrive.
type Check struct {
	Code   Code
	Status CheckStatus
	Args   Args
}

// The checks of an account and of a service.
const (
	// AccountActive (ok): the account may send. Args: name.
	AccountActive Code = "account-active"
	// AccountSuspended (failed): Twilio suspended it, messages are refused. Args: name.
	AccountSuspended Code = "account-suspended"
	// AccountClosed (failed): it is closed for good. Args: name.
	AccountClosed Code = "account-closed"
	// AccountStatusUnknown (unknown): a status that is none of Twilio's. Args: name, status.
	AccountStatusUnknown Code = "account-status-unknown"
	// AccountTrial (warning): it sends to verified numbers alone, and puts a
	// sentence before each text. Args: name.
	AccountTrial Code = "account-trial"
	// AccountUnchecked (unknown): Twilio was not asked about the credentials. No args.
	AccountUnchecked Code = "account-unchecked"
	// ServiceUnchecked (unknown): Twilio was not asked about the service. No args.
	ServiceUnchecked Code = "service-unchecked"
	// SendersReady (ok): the service has senders for SMS. Args: service, count,
	// name (of the first).
	SendersReady Code = "senders-ready"
	// NoSender (failed): the service has no sender (Twilio's 21704). Args: service.
	NoSender Code = "no-sender"
	// NoSMSSender (failed): it has senders, and none can send SMS. Args: service, count.
	NoSMSSender Code = "no-sms-sender"
	// OnlyAlphanumeric (warning): many countries, the US and Canada among them,
	// take no alphanumeric sender. Args: service, name (of the first).
	OnlyAlphanumeric Code = "only-alphanumeric"
	// USUnregistered (warning): US numbers without an A2P 10DLC registration, whose
	// messages to the US are blocked (30034). Args: service, count, number (the first).
	USUnregistered Code = "us-unregistered"
	// TollFreeUnverified (unknown): toll-free numbers, which send within the US and
	// Canada once verified alone (30032); the list of senders does not tell.
	// Args: service, count, number (the first).
	TollFreeUnverified Code = "toll-free-verification"
)

// CheckCodes are the codes of all checks.
func CheckCodes() []Code {
	return []Code{
		AccountActive, AccountSuspended, AccountClosed, AccountStatusUnknown, AccountTrial,
		AccountUnchecked, ServiceUnchecked,
		SendersReady, NoSender, NoSMSSender, OnlyAlphanumeric, USUnregistered, TollFreeUnverified,
	}
}

// CheckAccount judges an account: suspended or closed, and what a trial cannot do.
func CheckAccount(a Account) []Check {
	args := Args{"name": a.FriendlyName}
	var checks []Check
	switch a.Status {
	case ActiveAccount:
		checks = append(checks, Check{AccountActive, CheckOK, args})
	case SuspendedAccount:
		checks = append(checks, Check{AccountSuspended, CheckFailed, args})
	case ClosedAccount:
		checks = append(checks, Check{AccountClosed, CheckFailed, args})
	default:
		checks = append(checks, Check{AccountStatusUnknown, CheckUnknown, Args{"name": a.FriendlyName, "status": string(a.Status)}})
	}
	if a.Type == TrialAccount {
		checks = append(checks, Check{AccountTrial, CheckWarning, args})
	}
	return checks
}

// CheckSenders judges a service by its senders: none at all, none with SMS, US
// numbers without an A2P registration.
func CheckSenders(s Service, senders []Sender) []Check {
	if len(senders) == 0 {
		return []Check{{NoSender, CheckFailed, Args{"service": s.FriendlyName}}}
	}
	able := only(senders, func(x Sender) bool { return x.SMS || x.Kind == AlphaSender })
	if len(able) == 0 {
		return []Check{{NoSMSSender, CheckFailed, Args{"service": s.FriendlyName, "count": len(senders)}}}
	}
	checks := []Check{{SendersReady, CheckOK, Args{"service": s.FriendlyName, "count": len(able), "name": able[0].Name}}}
	if len(only(able, func(x Sender) bool { return x.Kind != AlphaSender })) == 0 {
		checks = append(checks, Check{OnlyAlphanumeric, CheckWarning, Args{"service": s.FriendlyName, "name": able[0].Name}})
	}
	numbers := func(c Code, status CheckStatus, which func(Sender) bool) {
		if found := only(able, which); len(found) > 0 {
			checks = append(checks, Check{c, status, Args{"service": s.FriendlyName, "count": len(found), "number": found[0].Name}})
		}
	}
	if !s.A2PRegistered {
		numbers(USUnregistered, CheckWarning, func(x Sender) bool {
			return x.Kind == LongCode && x.Country == "US" && !tollFree(x.Name)
		})
	}
	numbers(TollFreeUnverified, CheckUnknown, func(x Sender) bool { return x.Kind == LongCode && tollFree(x.Name) })
	return checks
}

// only are the senders for which a condition holds.
func only(senders []Sender, holds func(Sender) bool) []Sender {
	return slices.DeleteFunc(slices.Clone(senders), func(x Sender) bool { return !holds(x) })
}

// tollFree tells whether a number of the North American plan is toll-free, by
// its area code (NANPA: 8XX with two equal digits, 811 apart, and 833).
func tollFree(number string) bool {
	area, ok := strings.CutPrefix(number, "+1")
	return ok && len(area) == 10 && slices.Contains([]string{"800", "833", "844", "855", "866", "877", "888"}, area[:3])
}
