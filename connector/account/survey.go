package account

import (
	"slices"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
)

// Survey is what is known of a configuration and of the account that it names. A check
// says so where something was not asked for.
type Survey struct {
	Document *connector.Document // not nil; it may hold nothing but errors
	// MissingToken is the environment variable that should hold the auth token; "" where
	// there is a token.
	MissingToken  string
	Account       Found[Account]
	Balance       Found[Balance]
	ServiceSurvey // of the configuration's
}

// ServiceSurvey is what was learnt of a messaging service.
type ServiceSurvey struct {
	Service   Found[Service]
	Senders   Found[[]Sender]
	Campaigns Found[[]Campaign]
	TollFree  Found[[]TollFreeVerification] // of the account
}

// Found is the result of asking Twilio for something; the zero Found was not asked for.
type Found[T any] struct {
	Value T
	Err   *CallError // why there is no Value, nil where there is one
	Asked bool
}

// Known reports whether there is a Value.
func (f Found[T]) Known() bool { return f.Asked && f.Err == nil }

// Checks judges what was learnt, always in the same order: the configuration, the
// account, its balance, the service, its senders, their registrations, and what
// the service makes of the templates.
func (s Survey) Checks() []Check {
	checks := append([]Check{CheckDocument(s.Document)}, s.account()...)
	config := s.Document.Config()
	checks = append(checks, s.ServiceSurvey.Checks(config.FromMessagingServiceSID)...)
	if s.Service.Known() {
		checks = append(checks, CheckTemplates(s.Service.Value, config.Templates)...)
	}
	// Credentials that every call finds refused are reported once.
	var seen []problem.Code
	return slices.DeleteFunc(checks, func(c Check) bool {
		again := slices.Contains(seen, c.Code) && (c.Code == CredentialsRefused || c.Code == TestCredentials)
		seen = append(seen, c.Code)
		return again
	})
}

// CheckDocument judges a configuration without the network: whether the latest
// connector accepts it, and whether anything in it is wrong.
func CheckDocument(d *connector.Document) Check {
	count := map[problem.Severity]int{}
	for _, p := range d.Problems() {
		count[p.Severity]++
	}
	release := connector.Latest()
	c := Check{Code: ConfigurationAccepted, Status: CheckOK, Args: problem.Args{"release": release.To}}
	switch {
	case !release.Accepts(d):
		c.Code, c.Status, c.Args["count"] = ConfigurationRefused, CheckFailed, count[problem.Error]
	case count[problem.Error] > 0:
		c.Code, c.Status, c.Args["count"] = ConfigurationErrors, CheckFailed, count[problem.Error]
	case count[problem.Warning] > 0:
		c.Code, c.Status, c.Args["count"] = ConfigurationWarnings, CheckWarning, count[problem.Warning]
	}
	return c
}

// account judges the credentials, the account and its balance.
func (s Survey) account() []Check {
	var checks []Check
	switch {
	case s.MissingToken != "":
		checks = []Check{{Code: TokenMissing, Status: CheckFailed, Args: problem.Args{"variable": s.MissingToken}}}
	case !s.Account.Asked:
		checks = []Check{{Code: AccountUnchecked, Status: CheckUnknown}}
	case s.Account.Err != nil:
		checks = []Check{CheckAccountError(s.Account.Err)}
	default:
		checks = CheckAccount(s.Account.Value)
	}
	switch {
	case s.Balance.Known():
		checks = append(checks, CheckBalance(s.Balance.Value))
	case s.Balance.Asked:
		checks = append(checks, Check{Code: BalanceUnknown, Status: CheckUnknown, Err: s.Balance.Err})
	}
	return checks
}

// Checks judges the service with a SID and its senders.
func (s ServiceSurvey) Checks(sid string) []Check {
	switch {
	case !s.Service.Asked:
		return []Check{{Code: ServiceUnchecked, Status: CheckUnknown}}
	case s.Service.Err != nil:
		return []Check{CheckServiceError(sid, s.Service.Err)}
	}
	service := s.Service.Value
	checks := CheckService(service)
	switch {
	case s.Senders.Known():
		checks = append(checks, checkPool(service, s.Senders.Value)...)
		checks = append(checks, s.registrations()...)
	case s.Senders.Asked:
		checks = append(checks, Check{Code: SendersUnanswered, Status: CheckUnknown,
			Args: problem.Args{"service": service.FriendlyName}, Err: s.Senders.Err})
	}
	return checks
}

// registrations judges the registrations that the USA demand of the numbers.
func (s ServiceSurvey) registrations() []Check {
	service, senders := s.Service.Value, s.Senders.Value
	var checks []Check
	us, tollFree := USNumbers(senders), TollFreeNumbers(senders)
	switch {
	case s.Campaigns.Known():
		checks = checkCampaigns(service, senders, s.Campaigns.Value)
	case len(us) > 0 && !service.A2PRegistered: // the service itself says so
		checks = []Check{checkNumbers(USUnregistered, CheckWarning, service, us)}
	case len(us) > 0:
		checks = []Check{checkNumbers(A2PUnknown, CheckUnknown, service, us)}
		checks[0].Err = s.Campaigns.Err
	}
	switch {
	case s.TollFree.Known():
		checks = append(checks, checkTollFree(service, senders, s.TollFree.Value)...)
	case len(tollFree) > 0:
		c := checkNumbers(TollFreeUnverified, CheckUnknown, service, tollFree)
		c.Err = s.TollFree.Err
		checks = append(checks, c)
	}
	return weigh(senders, checks)
}
