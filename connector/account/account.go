package account

// Account is a Twilio account.
type Account struct {
	SID          string
	FriendlyName string
	Type         AccountType
	Status       AccountStatus
}

// Balance is what is left on an account.
type Balance struct {
	Amount   string // a decimal number such as "12.50", negative for a debt
	Currency string // ISO 4217, "USD"
}

// Price is what something costs.
type Price struct {
	Amount   string // a decimal number such as "1.15"
	Currency string // ISO 4217, "USD"
}

// AccountType is what Twilio calls an account's type.
type AccountType string

// The types of an account.
const (
	TrialAccount AccountType = "Trial"
	FullAccount  AccountType = "Full"
)

// AccountStatus is what Twilio calls an account's status.
type AccountStatus string

// The statuses of an account.
const (
	ActiveAccount    AccountStatus = "active"
	SuspendedAccount AccountStatus = "suspended"
	ClosedAccount    AccountStatus = "closed"
)
