package walk

import (
	"maps"
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/char"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/sms"
)

// Question is one text that a step asks for. Its sentences are ui/i18n's
// "ask.ID" (the label) and "ask.ID.why".
type Question struct {
	ID     string
	Secret bool
	// Optional: to have no answer is an answer, too.
	Optional bool
	Example  string
	Env      string // the environment variable that fills it in
	Get      func(*Walk) string
	Set      func(*Walk, string) // takes a cleaned answer
	// Clean takes from an answer what a paste brings along.
	Clean func(string) string
	// Check judges a cleaned answer; it is pure and quick.
	Check func(string) []problem.Problem
}

// The questions of the walk.
var (
	AccountSID = Question{
		ID: "account-sid", Example: "AC…", Env: environ.AccountSID,
		Get:   func(w *Walk) string { return w.AccountSID },
		Set:   func(w *Walk, s string) { w.SetCredentials(s, w.AuthToken) },
		Clean: char.TrimPaste,
		Check: connector.CheckAccountSID,
	}
	AuthToken = Question{
		ID: "auth-token", Secret: true, Env: environ.AuthToken,
		Get:   func(w *Walk) string { return w.AuthToken },
		Set:   func(w *Walk, s string) { w.SetCredentials(w.AccountSID, s) },
		Clean: char.TrimPaste,
		Check: connector.CheckAuthToken,
	}
	ServiceSID = Question{
		ID: "service-sid", Example: "MG…", Env: environ.MessagingServiceSID,
		Get:   func(w *Walk) string { return w.ServiceSID },
		Set:   (*Walk).ChooseService,
		Clean: char.TrimPaste,
		Check: connector.CheckServiceSID,
	}
	TestNumber = Question{
		ID: "test-number", Example: "+15551234567",
		Get: func(w *Walk) string { return w.TestNumber },
		Set: func(w *Walk, s string) { w.TestNumber = s },
		Clean: func(s string) string {
			if n, problem := sms.ParsePhone(s); problem == nil {
				return n
			}
			return strings.TrimSpace(s)
		},
		Check: func(s string) []problem.Problem {
			if _, found := sms.ParsePhone(s); found != nil {
				return []problem.Problem{*found}
			}
			return nil
		},
	}
	Target = Question{
		ID: "target", Example: DefaultTarget,
		Get: func(w *Walk) string { return w.Target },
		Set: (*Walk).SetTarget,
		Clean: func(s string) string { // no answer is the example that is shown
			if s = strings.TrimSpace(s); s == "" {
				return DefaultTarget
			}
			return s
		},
	}
)

// CheckService judges the SID of a service that was typed, and whether the
// account has it where its services are known.
func (w *Walk) CheckService(s string) []problem.Problem {
	if problems := ServiceSID.Check(s); problems != nil || !w.ServiceMissing(s) {
		return problems
	}
	return []problem.Problem{{Severity: problem.Error, Code: problem.ServiceNotInAccount}}
}

// CheckNumber judges a number to test with: that of TestNumber's Check, that it is
// none that the account sends from, which could not text itself, and that a trial
// account may text it.
func (w *Walk) CheckNumber(s string) []problem.Problem {
	if problems := TestNumber.Check(s); problems != nil && (s == "" || s != w.zeroMeant) {
		return problems
	}
	for _, service := range w.Services {
		for _, sender := range service.Senders {
			if sender.Name == s {
				return []problem.Problem{{Severity: problem.Error, Code: problem.OwnNumber, Args: problem.Args{"service": service.FriendlyName}}}
			}
		}
	}
	if w.OnTrial() && w.Verified.Known() && !slices.Contains(w.Verified.Value, s) {
		return []problem.Problem{{Severity: problem.Warning, Code: problem.NumberNotVerified}}
	}
	return nil
}

// OnTrial reports whether the account is known to be a trial one.
func (w *Walk) OnTrial() bool { return w.Checked() && w.Account.Type == account.TrialAccount }

// FromEnvironment fills in what is not answered yet from Twilio's variables and
// notes where it came from.
func (w *Walk) FromEnvironment(getenv func(string) string) {
	for _, q := range []Question{AccountSID, AuthToken, ServiceSID} {
		if v := q.Clean(getenv(q.Env)); v != "" && q.Get(w) == "" {
			q.Set(w, v)
			w.Origins[q.ID] = q.Env
		}
	}
}

// Origin is the variable that an answer came from, "" where it was typed, read
// from a file or changed since.
func (w *Walk) Origin(q Question, getenv func(string) string) string {
	env := w.Origins[q.ID]
	if env == "" || q.Clean(getenv(env)) != q.Get(w) {
		return ""
	}
	return env
}

// Named calls the place of a problem by the label that the person sees.
func Named(p problem.Problem, label string) problem.Problem {
	if _, ok := p.Args["key"]; ok {
		p.Args = maps.Clone(p.Args)
		p.Args["key"] = label
	}
	return p
}
