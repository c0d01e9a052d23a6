package twiliosim

// callerIDJSON is a number that was verified as the account's own, to which a
// trial account can send.
type callerIDJSON struct {
	SID          string `json:"sid"`
	DateCreated  string `json:"date_created"`
	DateUpdated  string `json:"date_updated"`
	FriendlyName string `json:"friendly_name"`
	AccountSID   string `json:"account_sid"`
	PhoneNumber  string `json:"phone_number"`
	URI          string `json:"uri"`
}

// listCallerIDs is ListOutgoingCallerId. Of its filters it knows PhoneNumber.
func (c *call) listCallerIDs() answer {
	list := []callerIDJSON{}
	for i, number := range c.account.Verified {
		if wanted := c.query.Get("PhoneNumber"); wanted != "" && wanted != number {
			continue
		}
		sid := fakeSID("PN", 990+i)
		list = append(list, callerIDJSON{
			SID:          sid,
			DateCreated:  rfc2822(c.account.Created),
			DateUpdated:  rfc2822(c.account.Created),
			FriendlyName: friendlyNumber(number),
			AccountSID:   c.account.SID,
			PhoneNumber:  number,
			URI:          accountPath(c.account.SID) + "/OutgoingCallerIds/" + sid + ".json",
		})
	}
	return apiListing(c, "outgoing_caller_ids", list, func(id callerIDJSON) string { return id.SID },
		func(id callerIDJSON) any { return id })
}
