package twiliosim

import (
	"net/http"
	"slices"
	"time"

	"logto-twilio/connector/account"
)

// purchase is a number that was bought.
type purchase struct {
	sid, number string
	at          time.Time
}

// Bought lists the numbers bought so far, in E.164 and in their order: one for
// each purchase that was carried out, whatever became of its answer.
func (s *Server) Bought() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var list []string
	for _, p := range s.bought {
		list = append(list, p.number)
	}
	return list
}

// createNumber is CreateIncomingPhoneNumber, of a number by itself: Twilio
// would also choose one in an AreaCode.
func (c *call) createNumber() answer {
	n, code := c.checkPurchase(c.form.Get("PhoneNumber"))
	if code != 0 {
		return refuse(code)
	}
	c.withdraw(n.Number)
	p := purchase{sid: c.newSID("PN"), number: n.Number, at: c.now}
	c.bought = append(c.bought, p)
	owned := account.Sender{Kind: account.LongCode, SID: p.sid, Name: n.Number, Country: n.Country, SMS: n.SMS}
	c.account.Unassigned = slices.Insert(c.account.Unassigned, 0, owned)
	return succeed(http.StatusCreated, c.renderNumber(owned))
}

// checkPurchase finds a number that is for sale, or the code of why it is not.
func (c *call) checkPurchase(e164 string) (account.AvailableNumber, int) {
	var n account.AvailableNumber
	i := slices.IndexFunc(c.stock, func(n account.AvailableNumber) bool { return n.Number == e164 })
	if i >= 0 {
		n = c.stock[i]
	}
	switch {
	case !isE164(e164):
		return n, 21421
	case c.account.Type == account.TrialAccount && len(c.account.numbers()) > 0:
		return n, 21404
	case i < 0:
		return n, 21422
	case e164 == TakenNumber:
		c.withdraw(e164)
		return n, 21422
	case n.Address == account.AddressLocal:
		return n, 21615
	case n.Address != account.AddressNone:
		return n, 21631
	}
	return n, 0
}

// withdraw ends the offer of a number.
func (c *call) withdraw(e164 string) {
	c.stock = slices.DeleteFunc(c.stock, func(n account.AvailableNumber) bool { return n.Number == e164 })
}

// acquired is when a number came to the account.
func (c *call) acquired(sid string) time.Time {
	for _, p := range c.bought {
		if p.sid == sid {
			return p.at
		}
	}
	return c.account.Created
}

// newSID is a SID that none had before. There are 999.
func (s *Server) newSID(prefix string) string {
	s.made++
	return fakeSID(prefix, 9000+s.made)
}
