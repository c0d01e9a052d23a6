package twiliosim

import (
	"net/http"
	"slices"

	"logto-twilio/connector/account"
)

// poolLimit is how many numbers a service may have, unless Twilio was asked for more.
const poolLimit = 400

// createPhoneNumber is CreatePhoneNumber: a number of the account comes into the
// service.
func (c *call) createPhoneNumber() answer {
	service, ok := c.account.service(c.params["ServiceSid"])
	if !ok {
		return notFound(c.path)
	}
	sid := c.form.Get("PhoneNumberSid")
	if sid == "" {
		return missing("PhoneNumberSid")
	}
	i := slices.IndexFunc(c.account.Unassigned, func(n account.Sender) bool { return n.SID == sid })
	switch {
	case service.has(sid):
		return refuse(21710)
	case slices.ContainsFunc(c.account.Services, func(s Service) bool { return s.has(sid) }):
		return refuse(21712)
	case i < 0:
		return notFound("/PhoneNumbers/" + sid)
	case !c.account.Unassigned[i].SMS:
		return refuse(21715)
	case len(service.kind(account.LongCode)) >= poolLimit:
		return refuse(21714)
	}
	n := c.account.Unassigned[i]
	c.account.Unassigned = slices.Delete(c.account.Unassigned, i, i+1)
	service.Senders = append(service.Senders, n)
	return succeed(http.StatusCreated, c.renderPhoneNumber(service, n))
}

// fetchPhoneNumber is FetchPhoneNumber.
func (c *call) fetchPhoneNumber() answer {
	service, n, ok := c.phoneNumber()
	if !ok {
		return notFound(c.path)
	}
	return succeed(http.StatusOK, c.renderPhoneNumber(service, n))
}

// deletePhoneNumber is DeletePhoneNumber: the number leaves the service and stays
// the account's.
func (c *call) deletePhoneNumber() answer {
	service, n, ok := c.phoneNumber()
	if !ok {
		return notFound(c.path)
	}
	service.Senders = slices.DeleteFunc(service.Senders, func(s account.Sender) bool { return s.SID == n.SID })
	c.account.Unassigned = append(c.account.Unassigned, n)
	return answer{status: http.StatusNoContent, header: http.Header{}}
}

// phoneNumber finds the service and its number that the path names.
func (c *call) phoneNumber() (*Service, account.Sender, bool) {
	service, ok := c.account.service(c.params["ServiceSid"])
	if !ok {
		return nil, account.Sender{}, false
	}
	numbers := service.kind(account.LongCode)
	i := slices.IndexFunc(numbers, func(n account.Sender) bool { return n.SID == c.params["Sid"] })
	if i < 0 {
		return nil, account.Sender{}, false
	}
	return service, numbers[i], true
}

// has reports whether a sender is in the service.
func (s Service) has(sid string) bool {
	return slices.ContainsFunc(s.Senders, func(sender account.Sender) bool { return sender.SID == sid })
}

// renderPhoneNumber makes the resource of a number of a service.
func (c *call) renderPhoneNumber(service *Service, n account.Sender) phoneNumberJSON {
	return phoneNumberJSON{c.renderSender(service, n), n.Name, n.Country}
}
