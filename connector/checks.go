package connector

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

// CheckAccount judges an account: suspended or closed, and what a trial cannot do.
func CheckAccount(a Account) []Check { return nil }

// CheckSenders judges a service by its senders: none at all, none with SMS, US
// numbers without an A2P registration.
func CheckSenders(s Service, senders []Sender) []Check { return nil }
