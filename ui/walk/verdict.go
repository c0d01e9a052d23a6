package walk

import (
	"slices"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
)

// Verdict is what is to be said of the answers as they stand.
type Verdict struct {
	Problems  []problem.Problem // of the configuration
	Findings  []Finding         // of the account: what is not in order, or was not checked
	Accepted  bool              // by the newest connector's guard
	Errors    int               // problems and findings because of which messages will not arrive
	Warnings  int
	Unchecked int // findings that say nothing, because Twilio was not asked or did not answer
}

// Finding is something about the account that a step found, or could not.
type Finding struct {
	Step  Step
	Check account.Check
}

// Judge looks at the answers anew; Verdict keeps what it found.
func (w *Walk) Judge() {
	d := w.Result()
	v := Verdict{Problems: d.Problems(), Findings: w.findings(), Accepted: connector.Latest().Accepts(d)}
	for _, p := range v.Problems {
		switch p.Severity {
		case problem.Error:
			v.Errors++
		case problem.Warning:
			v.Warnings++
		}
	}
	for _, f := range v.Findings {
		switch f.Check.Status {
		case account.CheckFailed:
			v.Errors++
		case account.CheckUnknown:
			v.Unchecked++
		default:
			v.Warnings++
		}
	}
	w.Verdict = v
}

// findings are the checks of the account and of the chosen service that are not
// in order, those that could not be made among them.
func (w *Walk) findings() []Finding {
	var all []Finding
	add := func(s Step, checks ...account.Check) {
		for _, c := range checks {
			if c.Status != account.CheckOK {
				all = append(all, Finding{s, c})
			}
		}
	}
	add(Credentials, w.AccountChecks()...)
	add(Sender, w.ServiceChecks()...)
	if i := w.ServiceIndex(w.ServiceSID); i >= 0 {
		add(Templates, account.CheckTemplates(w.Services[i].Service, w.Templates)...)
	}
	return all
}

// AccountChecks are the checks of the account.
func (w *Walk) AccountChecks() []account.Check {
	switch {
	case w.Checked():
	case w.unchecked != nil && w.uncheckedOf == w.identity():
		return []account.Check{account.CheckAccountError(w.unchecked)}
	default:
		return []account.Check{{Code: account.AccountUnchecked, Status: account.CheckUnknown}}
	}
	checks := account.CheckAccount(*w.Account)
	if w.Balance != nil {
		checks = append(checks, account.CheckBalance(*w.Balance))
	}
	return checks
}

// ServiceChecks are the checks of the chosen service, the worst first.
func (w *Walk) ServiceChecks() []account.Check {
	i := w.ServiceIndex(w.ServiceSID)
	if i < 0 || !w.Services[i].Known {
		return []account.Check{{Code: account.ServiceUnchecked, Status: account.CheckUnknown}}
	}
	return w.Services[i].Checks
}

// WorstFirst sorts checks: failed, warning, unknown, ok.
func WorstFirst(checks []account.Check) []account.Check {
	order := []account.CheckStatus{account.CheckFailed, account.CheckWarning, account.CheckUnknown, account.CheckOK}
	slices.SortStableFunc(checks, func(a, b account.Check) int {
		return slices.Index(order, a.Status) - slices.Index(order, b.Status)
	})
	return checks
}

// ServiceMissing reports whether the account is known to have no service with the chosen SID.
func (w *Walk) ServiceMissing(sid string) bool {
	return w.Listed && !slices.ContainsFunc(w.Services, func(s Service) bool { return s.SID == sid })
}

// Wants reports whether a step has an answer to come back to.
func (w *Walk) Wants(s Step) bool {
	switch s {
	case Review:
		return w.Verdict.Errors > 0
	case Test:
		return w.Sent != nil && !w.Sent.Arrived()
	case Start, Save:
		return false
	}
	for _, p := range w.Verdict.Problems {
		if at, ok := StepOf(p.Path); ok && at == s && p.Severity == problem.Error {
			return true
		}
	}
	return slices.ContainsFunc(w.Verdict.Findings, func(f Finding) bool { return f.Step == s })
}

// Pending reports whether a step that was reached has not been taken: no test was
// sent, no file saved.
func (w *Walk) Pending(s Step) bool {
	return s == Test && w.Sent == nil || s == Save && w.Saved() == ""
}

// MendStep is the step at which one of Twilio's error codes for a message can be
// mended; false where it is the number, or nothing in the configuration.
func MendStep(code int) (Step, bool) {
	switch code {
	case 20003, 20006, 20008, 20403, 20404, 70051:
		return Credentials, true
	case 21212, 21267, 21603, 21606, 21659, 21660, 21661, 21701, 21702, 21703, 21704, 21705,
		30018, 30024, 30032, 30033, 30034, 30035, 30040, 30041, 30042, 30125, 30620, 30990:
		return Sender, true
	case 21602, 21617, 21618, 21619, 30007, 30019, 30044, 30610, 30615:
		return Templates, true
	}
	return Start, false
}
