package walk

import (
	"errors"
	"strings"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/signin"
)

// looked is what is seen of a Logto with an SMS connector; the rest is the JSON of its
// sign-in experience.
func looked(t *testing.T, signIn, signUp, rest string) SignInLook {
	t.Helper()
	e, err := signin.Decode([]byte(`{"signIn":{"methods":[` + signIn + `]},"signUp":` + signUp + rest + `}`))
	if err != nil {
		t.Fatal(err)
	}
	return SignInLook{e, signin.Facts{SMS: signin.Yes, Email: signin.No, CAPTCHA: signin.No, AccountCenter: signin.AccountCenter{Known: true}}}
}

const (
	byUsername = `{"identifier":"username","password":true,"verificationCode":false,"isPasswordPrimary":true}`
	byPhone    = `{"identifier":"phone","password":false,"verificationCode":true,"isPasswordPrimary":false}`
	newer      = `,"signInMode":"SignInAndRegister","captchaPolicy":{},"forgotPasswordMethods":[],"mfa":{"factors":[],"policy":"UserControlled"}`
	usernames  = `{"identifiers":["username"],"password":true,"verify":false}`
)

// What is asked, each with its answers, the usual one first.
func TestEnableQuestions(t *testing.T) {
	for name, c := range map[string]struct {
		look SignInLook
		want string
	}{
		"a fresh Logto": {looked(t, byUsername, usernames, newer),
			"sign-in yes no; sign-up no besides instead; recovery no yes; second-factor no yes"},
		"an older one": {looked(t, byUsername, usernames, ``),
			"sign-in no yes; sign-up no instead"}, // recovery is on by itself, so that SMS is in use
		"sign-in is on already": {looked(t, byUsername+","+byPhone, usernames, newer),
			"sign-up no besides instead; recovery no yes"},
		"a second factor by SMS": {looked(t, byUsername, usernames, strings.Replace(newer, `"factors":[]`, `"factors":["PhoneVerificationCode"]`, 1)),
			"recovery no yes"},
	} {
		var asked []string
		for _, q := range c.look.EnableQuestions(english) {
			words := []string{string(q.Use)}
			for _, x := range q.Choices {
				words = append(words, x.Value)
			}
			asked = append(asked, strings.Join(words, " "))
		}
		if got := strings.Join(asked, "; "); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
	}
}

// What cannot be chosen is said with its reason.
func TestNotOffered(t *testing.T) {
	said := looked(t, byUsername+","+byPhone, usernames, newer).NotOffered(english)
	if len(said) != 1 || !strings.Contains(said[0].Message, english.SignInUse(signin.SecondFactor)) {
		t.Errorf("%+v", said)
	}
}

func TestChoiceOf(t *testing.T) {
	got := ChoiceOf(map[signin.Use]string{signin.SignIn: EnableYes, signin.SignUp: EnableBesides, signin.Recovery: EnableNo})
	if want := (signin.Choice{SignIn: true, SignUp: true, Identifier: signin.Besides}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Yes is the usual answer to a change only where nothing warns.
func TestEnableYesIsUsual(t *testing.T) {
	look := looked(t, byUsername, usernames, newer)
	for usual, choice := range map[bool]signin.Choice{
		true:  {SignIn: true},
		false: {SignUp: true, Identifier: signin.Besides}, // strangers can have SMS sent
	} {
		plan, notices := signin.NewPlan(look.Experience, look.Facts, choice)
		if got := EnableYesIsUsual(notices); got != usual {
			t.Errorf("%+v: %t", choice, got)
		}
		if len(EnablePlanText(english, plan, notices)) == 0 {
			t.Errorf("%+v: nothing is said", choice)
		}
	}
}

// What was perhaps written is a warning, and looking again is the usual thing to do.
func TestAfterEnable(t *testing.T) {
	lost := &logto.CallError{Kind: logto.TimedOut, Call: logto.CallEnable, OutcomeUnknown: true}
	for name, c := range map[string]struct {
		outcome logto.Outcome
		err     error
		status  account.CheckStatus
		first   string
	}{
		"changed":    {logto.Changed, nil, account.CheckOK, Prove},
		"nothing":    {logto.Unchanged, nil, account.CheckOK, Prove},
		"moved":      {logto.Unchanged, logto.ErrSignInMoved, account.CheckFailed, LookAgain},
		"lost":       {logto.Unknown, lost, account.CheckWarning, LookAgain},
		"unverified": {logto.Unverified, lost, account.CheckWarning, LookAgain},
		"different":  {logto.Different, nil, account.CheckFailed, LookAgain},
	} {
		r := logto.SignInResult{Outcome: c.outcome}
		if status, said := EnableText(english, r, c.err); status != c.status || said.Message == "" {
			t.Errorf("%s: %v %+v", name, status, said)
		}
		if first := AfterEnable(english, r, c.err)[0].Value; first != c.first {
			t.Errorf("%s: %s comes first", name, first)
		}
	}
}

// A new code, which costs, is never the usual choice, and not offered where Logto
// refuses it; one that may have been sent can be typed.
func TestProof(t *testing.T) {
	failed := func(k logto.Kind) error { return &logto.CallError{Kind: k} }
	unsure := &logto.CallError{Kind: logto.TimedOut, Call: logto.CallSendCode, OutcomeUnknown: true}
	for name, c := range map[string]struct {
		sent, checked error
		want          string
	}{
		"refused":      {failed(logto.TwilioRefused), nil, "go-on new-code"},
		"limited":      {failed(logto.RateLimited), nil, "go-on"},
		"perhaps sent": {unsure, nil, "type go-on new-code"},
		"wrong":        {nil, failed(logto.WrongCode), "type go-on new-code"},
		"expired":      {nil, failed(logto.CodeExpired), "go-on new-code"},
		"used":         {nil, failed(logto.NoCode), "go-on new-code"},
		"too often":    {nil, failed(logto.CodeTries), "go-on new-code"},
		"unreachable":  {nil, failed(logto.Unreachable), "type go-on new-code"},
		"canceled":     {nil, errors.New("x"), "go-on new-code"},
		"proved":       {nil, nil, "go-on"},
	} {
		x := Proof{Number: "+15551234567"}
		x.Note(c.sent)
		if c.sent == nil {
			x.NoteCheck(c.checked)
		}
		var got []string
		for _, choice := range x.AfterProof(english) {
			got = append(got, choice.Value)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, want %s", name, s, c.want)
		}
		if x.Proved != (name == "proved") {
			t.Errorf("%s: proved %t", name, x.Proved)
		}
		if status, said := x.ProofText(english, "logto.example"); said.Message == "" || (status == account.CheckOK) != x.Proved {
			t.Errorf("%s: %v %+v", name, status, said)
		}
	}
}

// Enter alone sends no code but the demo's first.
func TestProofYes(t *testing.T) {
	for _, demo := range []bool{false, true} {
		s := &Setup{Demo: demo}
		x := &Proof{}
		first := s.ProofYes(x)
		x.Note(nil)
		if first != demo || s.ProofYes(x) {
			t.Errorf("demo %t: first %t, then %t", demo, first, s.ProofYes(x))
		}
	}
}

func TestProofCodeIsCleaned(t *testing.T) {
	for typed, want := range map[string]string{"123 456": "123456", "１２３４５６": "123456", "code: 012345.": "012345", " ": "", "abc": "abc"} {
		if got := ProofCode.Clean(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
