package walk

import (
	"slices"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/ui/i18n"
)

// Host is the question for the host of another region of Twilio. It is asked where
// [Walk.HostAsked] says so: of a file that has one, after credentials that look
// right were refused, and where somebody wants it.
var Host = Question{
	ID: "host", Optional: true, Example: connector.IrelandHost,
	Get: func(w *Walk) string {
		if w.Host == nil {
			return ""
		}
		return *w.Host
	},
	Set:   (*Walk).SetHost,
	Clean: connector.CleanHost,
	Check: func(s string) []problem.Problem {
		if s == "" { // no host, and so Twilio's usual one
			return nil
		}
		return connector.CheckHost(s)
	},
}

// SetHost changes the host, "" takes it away; what was found in another region is
// forgotten.
func (w *Walk) SetHost(s string) {
	before := w.identity()
	if w.Host = nil; s != "" {
		w.Host = &s
	}
	if w.identity() != before {
		w.forgetAccount()
	}
}

// AskHost makes the host a question of this walk.
func (w *Walk) AskHost() { w.HostAsked = true }

// CredentialQuestions are what the step asks before Twilio is asked.
func (w *Walk) CredentialQuestions() []Question {
	if w.HostAsked {
		return []Question{AccountSID, AuthToken, Host}
	}
	return []Question{AccountSID, AuthToken}
}

// identity is whose account is looked at, and in which region.
type identity struct{ sid, token, host string }

func (w *Walk) identity() identity {
	return identity{w.AccountSID, w.AuthToken, w.Config().APIHost()}
}

// forgetAccount forgets all that was found with other credentials.
func (w *Walk) forgetAccount() {
	w.Account, w.Balance, w.Verified = nil, nil, account.Found[[]string]{}
	w.ForgetServices()
}

// regionChoice offers the question for the region where Twilio refused credentials
// that look right, and it was not asked yet.
func (w *Walk) regionChoice(p i18n.Printer, err error) []Choice {
	wrong := func(q Question) bool {
		return slices.ContainsFunc(q.Check(q.Get(w)), func(p problem.Problem) bool { return p.Severity != problem.Info })
	}
	if w.HostAsked || !badCredentials(err) || wrong(AccountSID) || wrong(AuthToken) {
		return nil
	}
	return []Choice{{Region, p.T("credentials.region")}}
}
