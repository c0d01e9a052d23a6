package twilio

import (
	"context"

	"logto-twilio/connector"
)

// Account fetches the account itself.
func (c *Client) Account(ctx context.Context) (connector.Account, error) {
	x := c.exchange(ctx)
	a, err := x.api().FetchAccount(x.account())
	if err != nil {
		return connector.Account{}, x.failed(err)
	}
	account := connector.Account{
		SID:          name(a.Sid),
		FriendlyName: name(a.FriendlyName),
		Type:         connector.AccountType(name(a.Type)),
		Status:       connector.AccountStatus(name(a.Status)),
	}
	if account.SID == "" {
		return connector.Account{}, x.unintelligible("an answer without an account")
	}
	return account, nil
}

// maxName bounds a name that is shown, in code points; Twilio's have 64 at most.
const maxName = 128

// name is a field of an answer as it may be shown, "" where it is not there.
func name(s *string) string {
	if s == nil {
		return ""
	}
	return connector.CleanLine(*s, maxName)
}

// value is a field of an answer, zero where it is not there.
func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}
