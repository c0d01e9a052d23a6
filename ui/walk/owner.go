package walk

import (
	"context"

	"logto-twilio/connector/account"
)

// Owner is whose the credentials are.
type Owner struct {
	Account account.Account
	Balance *account.Balance // nil where Twilio did not say: that keeps nobody from going on
}

// AskOwner fetches the account, and its balance. The error is that of Account.
func AskOwner(ctx context.Context, t Twilio) (Owner, error) {
	account, err := t.Account(ctx)
	if err != nil {
		return Owner{}, err
	}
	h := Owner{Account: account}
	if b, err := t.Balance(ctx); err == nil {
		h.Balance = &b
	}
	return h, nil
}

// CredentialsToSay are the checks of the account that are worth a sentence, the
// worst first: where one says that nothing will be sent, only such.
func CredentialsToSay(checks []account.Check) []account.Check {
	var worth []account.Check
	failed := Failed(checks)
	for _, c := range checks {
		if c.Status == account.CheckFailed || !failed && c.Status != account.CheckOK {
			worth = append(worth, c)
		}
	}
	return WorstFirst(worth)
}
