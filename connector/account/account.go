package account

// Account is a Twilio account.
type Account struct {
	SID          string
	FriendlyName string
	Type         Type
	Status       Status
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

// Type is what Twilio calls an account's type.
type Type string

// The types of an account.
const (
	TrialAccount Type = "Trial"
	FullAccount  Type = "Full"
)

// Status is what Twilio calls an account's status.
type Status string

// The statuses of an account.
const (
	ActiveAccount    Status = "active"
	SuspendedAccount Status = "suspended"
	ClosedAccount    Status = "closed"
)
