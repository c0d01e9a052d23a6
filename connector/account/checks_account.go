package account

import (
	"math"
	"net/http"
	"strconv"

	"logto-twilio/connector/problem"
)

// LowBalance is below what a balance is low, in units of its currency, whichever
// that is: some hundred messages in most countries.
const LowBalance = 5

// The codes of Twilio's that a check of their own stands for.
const (
	codeAuthenticate    = 20003
	codeTestCredentials = 20008
)

// CheckAccount judges an account: suspended or closed, and what a trial cannot do.
func CheckAccount(a Account) []Check {
	args := problem.Args{"name": a.FriendlyName}
	var checks []Check
	switch a.Status {
	case ActiveAccount:
		checks = append(checks, Check{Code: AccountActive, Status: CheckOK, Args: args})
	case SuspendedAccount:
		checks = append(checks, Check{Code: AccountSuspended, Status: CheckFailed, Args: args})
	case ClosedAccount:
		checks = append(checks, Check{Code: AccountClosed, Status: CheckFailed, Args: args})
	default:
		checks = append(checks, Check{Code: AccountStatusUnknown, Status: CheckUnknown,
			Args: problem.Args{"name": a.FriendlyName, "status": string(a.Status)}})
	}
	if a.Type == TrialAccount {
		checks = append(checks, Check{Code: AccountTrial, Status: CheckWarning, Args: args})
	}
	return checks
}

// CheckAccountError judges why the account was not shown: its credentials, or
// nothing that is known of it.
func CheckAccountError(e *CallError) Check {
	if c, ok := checkCredentials(e); ok {
		return c
	}
	if e.refusal() {
		return Check{Code: AccountRefused, Status: CheckFailed, Err: e}
	}
	return Check{Code: AccountUnanswered, Status: CheckUnknown, Err: e}
}

// checkCredentials finds the refusals that are about the credentials, whatever
// was asked for.
func checkCredentials(e *CallError) (Check, bool) {
	switch {
	case e.Code == codeTestCredentials:
		return Check{Code: TestCredentials, Status: CheckFailed}, true
	case e.Code == codeAuthenticate, e.Code == 0 && e.HTTPStatus == http.StatusUnauthorized:
		return Check{Code: CredentialsRefused, Status: CheckFailed}, true
	}
	return Check{}, false
}

// refusal reports whether Twilio has refused what was asked for, and would do so again.
func (e *CallError) refusal() bool {
	return e.Kind == Refused && e.HTTPStatus/100 == 4 && e.HTTPStatus != http.StatusTooManyRequests && !e.NotServed()
}

// CheckBalance judges what is left on an account by [LowBalance].
func CheckBalance(b Balance) Check {
	args := problem.Args{"amount": b.Amount, "currency": b.Currency}
	amount, err := strconv.ParseFloat(b.Amount, 64)
	switch {
	case err != nil, math.IsNaN(amount):
		return Check{Code: BalanceUnknown, Status: CheckUnknown}
	case amount <= 0:
		return Check{Code: BalanceSpent, Status: CheckWarning, Args: args}
	case amount < LowBalance:
		return Check{Code: BalanceLow, Status: CheckWarning, Args: args}
	}
	return Check{Code: BalanceOK, Status: CheckOK, Args: args}
}
