package twiliosim

import "net/http"

// balanceJSON is what is left on an account, as api.twilio.com answers it.
type balanceJSON struct {
	AccountSID string `json:"account_sid"`
	Balance    string `json:"balance"`
	Currency   string `json:"currency"`
}

// fetchBalance is FetchBalance. What is bought and sent does not change it.
func (c *call) fetchBalance() answer {
	b := c.account.Balance
	return succeed(http.StatusOK, balanceJSON{AccountSID: c.account.SID, Balance: b.Amount, Currency: b.Currency})
}
