package twiliosim

import (
	"net/http"
	"time"
)

// accountJSON is an account as api.twilio.com answers it.
type accountJSON struct {
	AuthToken       string            `json:"auth_token"`
	DateCreated     string            `json:"date_created"`
	DateUpdated     string            `json:"date_updated"`
	FriendlyName    string            `json:"friendly_name"`
	OwnerAccountSID string            `json:"owner_account_sid"`
	SID             string            `json:"sid"`
	Status          string            `json:"status"`
	SubresourceURIs map[string]string `json:"subresource_uris"`
	Type            string            `json:"type"`
	URI             string            `json:"uri"`
}

// fetchAccount is FetchAccount. As Twilio's, its answer holds the auth token.
func (c *call) fetchAccount() answer {
	a := c.account
	base := accountPath(a.SID)
	return succeed(http.StatusOK, accountJSON{
		AuthToken:       a.AuthToken,
		DateCreated:     rfc2822(a.Created),
		DateUpdated:     rfc2822(a.Created),
		FriendlyName:    a.FriendlyName,
		OwnerAccountSID: a.SID,
		SID:             a.SID,
		Status:          string(a.Status),
		SubresourceURIs: map[string]string{
			"balance":                base + "/Balance.json",
			"incoming_phone_numbers": base + "/IncomingPhoneNumbers.json",
			"messages":               base + "/Messages.json",
		},
		Type: string(a.Type),
		URI:  base + ".json",
	})
}

// accountPath is where all that belongs to an account is, on api.twilio.com.
func accountPath(sid string) string { return "/2010-04-01/Accounts/" + sid }

// rfc2822 is how api.twilio.com writes a time.
func rfc2822(t time.Time) string { return t.UTC().Format(time.RFC1123Z) }

// iso8601 is how the other hosts write a time.
func iso8601(t time.Time) string { return t.UTC().Format(time.RFC3339) }
