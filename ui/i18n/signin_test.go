package i18n

import (
	"strings"
	"testing"

	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
)

// said fails where a sentence is missing or has a hole.
func said(t *testing.T, what any, l Lang, s string) {
	t.Helper()
	if s == "" || hole.MatchString(s) || strings.Contains(s, "⟦") {
		t.Errorf("%v is in %s %q", what, l, s)
	}
}

func TestEverythingOfSignInHasWords(t *testing.T) {
	for _, l := range []Lang{English, Chinese} {
		p := In(l)
		for _, code := range signin.Codes() {
			for _, chosen := range []bool{false, true} {
				args := problem.Args{"with": string(signin.SignIn), "identifiers": []string{"username", "email"}, "field": "mfa", "rule": "a.b"}
				if code == signin.Exclusive {
					args["chosen"] = chosen
				}
				n := signin.Notice{Code: code, Severity: signin.SeverityOf(code), Use: signin.SecondFactor, Args: args}
				s := p.SignInNotice(n)
				said(t, code, l, s.Message)
				if n.Severity != problem.Info {
					said(t, code, l, s.Hint)
				}
			}
		}
		for _, code := range signin.ChangeCodes() {
			said(t, code, l, p.SignInChange(signin.Change{Code: code, Old: `["username"]`, New: `["phone"]`}))
		}
		for _, u := range signin.Uses(signin.Experience{}, signin.Facts{}) {
			said(t, u, l, p.SignInUse(u.Use))
			said(t, u, l, p.SignInState(u.State))
			if u.Why != "" {
				said(t, u, l, p.SignInWhy(u))
			}
		}
		for _, state := range []signin.State{signin.On, signin.Off, signin.Unsupported, signin.Undetermined} {
			said(t, state, l, p.SignInState(state))
		}
		for _, outcome := range []logto.Outcome{logto.Unchanged, logto.Changed, logto.Unverified, logto.Different, logto.Unknown} {
			for _, looked := range []bool{false, true} {
				said(t, outcome, l, p.SignInResult(logto.SignInResult{Outcome: outcome, Looked: looked}, nil).Message)
				said(t, outcome, l, p.SignInResult(logto.SignInResult{Outcome: outcome, Looked: looked}, logto.ErrSignInMoved).Hint)
			}
		}
		said(t, "an unknown identifier", l, p.SignInIdentifier("wallet"))
	}
}
