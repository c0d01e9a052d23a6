package walk

import (
	"slices"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
)

// Service is a messaging service with what is known of its senders.
type Service struct {
	account.Service
	Senders []account.Sender
	Known   bool  // the senders were listed
	Err     error // or why they could not be
	// Campaigns are its US registrations, asked for where it has US numbers.
	Campaigns account.Found[[]account.Campaign]
	// Checks judge it, the worst first; none before its senders were asked for.
	Checks []account.Check
}

// Sends reports whether nothing says that the service cannot send.
func (s Service) Sends() bool {
	return !slices.ContainsFunc(s.Checks, func(c account.Check) bool {
		return c.Code == account.NoSender || c.Code == account.NoSMSSender
	})
}

// ForgetServices forgets what was listed, to list it anew.
func (w *Walk) ForgetServices() {
	w.Services, w.Listed, w.holders = nil, false, map[string]string{}
	w.ForgetNumbers()
	w.TollFree = account.Found[[]account.TollFreeVerification]{}
}

// EndServices notes that the listing of the services ended: they are all of them
// unless err is why not.
func (w *Walk) EndServices(err error) { w.Listed = err == nil }

// ForgetNumbers forgets the account's numbers, to list them anew.
func (w *Walk) ForgetNumbers() { w.Numbers, w.NumbersListed = nil, false }

// EndNumbers notes that the listing of the numbers ended: they are all of them unless
// err is why not.
func (w *Walk) EndNumbers(err error) { w.NumbersListed = err == nil }

// ChooseService takes a service for Logto to send through.
func (w *Walk) ChooseService(sid string) { w.ServiceSID = sid }

// GiveUpTyping ends the typing of a service's SID. One that cannot be chosen is kept
// for when somebody comes back to it, and the SID from before is chosen again.
func (w *Walk) GiveUpTyping(typed, before string) {
	w.TypedSID = ""
	if slices.ContainsFunc(w.CheckService(typed), func(p problem.Problem) bool { return p.Severity == problem.Error }) {
		w.TypedSID, w.ServiceSID = typed, before
	}
}

// AddService notes a service of the account; one that is known already stays as it is.
func (w *Walk) AddService(s account.Service) {
	if w.ServiceIndex(s.SID) < 0 {
		w.Services = append(w.Services, Service{Service: s})
	}
}

// SetSenders notes what a service sends from, or why that is not known, and what
// registrations it has.
func (w *Walk) SetSenders(service string, senders []account.Sender, campaigns account.Found[[]account.Campaign], err error) {
	i := w.ServiceIndex(service)
	if i < 0 {
		return
	}
	s := &w.Services[i]
	for _, old := range s.Senders {
		if w.holders[old.SID] == service {
			delete(w.holders, old.SID)
		}
	}
	for _, x := range senders {
		w.holders[x.SID] = service
	}
	s.Senders, s.Known, s.Err, s.Campaigns = senders, err == nil, err, campaigns
	w.judgeService(s)
}

// SetTollFree notes what is known of the verification of toll-free numbers.
func (w *Walk) SetTollFree(found account.Found[[]account.TollFreeVerification]) {
	w.TollFree = found
	for i := range w.Services {
		w.judgeService(&w.Services[i])
	}
}

// judgeService renews the checks of a service: they are shown at every frame.
func (w *Walk) judgeService(s *Service) {
	if !s.Known {
		s.Checks = nil
		return
	}
	survey := account.ServiceSurvey{
		Service:   account.Found[account.Service]{Value: s.Service, Asked: true},
		Senders:   account.Found[[]account.Sender]{Value: s.Senders, Asked: true},
		Campaigns: s.Campaigns,
		TollFree:  w.TollFree,
	}
	s.Checks = WorstFirst(slices.DeleteFunc(survey.Checks(s.SID), func(c account.Check) bool {
		return c.Code == account.ServiceFound // it was found in the list
	}))
}

// ServiceIndex is the place of a service in Services, -1 where it is not known.
func (w *Walk) ServiceIndex(sid string) int {
	return slices.IndexFunc(w.Services, func(s Service) bool { return s.SID == sid })
}

// ServiceName is the friendly name of the chosen service, "" where it is not known.
func (w *Walk) ServiceName() string {
	if w.ServiceIndex(w.ServiceSID) < 0 {
		return ""
	}
	return w.NameOf(w.ServiceSID)
}

// Service is one of the account's, with nothing but its SID where it is not known.
func (w *Walk) Service(sid string) account.Service {
	if i := w.ServiceIndex(sid); i >= 0 {
		return w.Services[i].Service
	}
	return account.Service{SID: sid}
}

// NameOf is the friendly name of a service, or its SID where it is not known.
func (w *Walk) NameOf(sid string) string {
	if i := w.ServiceIndex(sid); i >= 0 {
		return w.Services[i].FriendlyName
	}
	return sid
}

// AddNumbers notes phone numbers of the account, in the order of Twilio's list.
func (w *Walk) AddNumbers(numbers ...account.PhoneNumber) {
	w.Numbers = append(w.Numbers, numbers...)
}

// Holder is the SID of the service that sends from a number of the account, ""
// where none is known to.
func (w *Walk) Holder(numberSID string) string { return w.holders[numberSID] }

// HoldersKnown reports whether all services were listed with their senders, so that
// a number without a Holder is in none.
func (w *Walk) HoldersKnown() bool {
	return w.Listed && !slices.ContainsFunc(w.Services, func(s Service) bool { return !s.Known })
}

// NotePurchase notes a number that was just bought.
func (w *Walk) NotePurchase(n account.PhoneNumber) {
	w.AccountChanged = true
	w.AddNumbers(n)
}

// NoteUnsure notes that what changes the account failed: it may be done all the same.
func (w *Walk) NoteUnsure(err error) { w.AccountChanged = w.AccountChanged || Unsure(err) }

// PutService notes a service that was just created, as the first; it sends from
// nothing yet.
func (w *Walk) PutService(s account.Service) {
	w.AccountChanged = true
	w.Services = slices.Insert(w.Services, 0, Service{Service: s, Known: true})
	w.judgeService(&w.Services[0])
}

// CheckServiceName judges a name for a new service: that of
// connector.CheckServiceName, and whether the account has it already.
func (w *Walk) CheckServiceName(name string) []problem.Problem {
	problems := account.CheckServiceName(name)
	if slices.ContainsFunc(w.Services, func(s Service) bool { return s.FriendlyName == name }) {
		problems = append(problems, problem.Problem{Severity: problem.Warning, Code: problem.ServiceNameTaken})
	}
	return problems
}

// NewServiceName is a name for a new service, "" where the account has one of
// the usual name already.
func (w *Walk) NewServiceName() string {
	const usual = "Logto"
	if slices.ContainsFunc(w.Services, func(s Service) bool { return s.FriendlyName == usual }) {
		return ""
	}
	return usual
}
