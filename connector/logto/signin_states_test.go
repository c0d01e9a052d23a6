package logto

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/signin"
)

// startingStates are fields of a sign-in experience that somebody begins with.
var startingStates = map[string]string{
	"username only":        `{}`,
	"e-mail and password":  `{"signIn":{"methods":[{"identifier":"email","password":true,"verificationCode":true,"isPasswordPrimary":true}]},"signUp":{"identifiers":["email"],"password":true,"verify":true},"forgotPasswordMethods":["EmailVerificationCode"]}`,
	"phone with password":  `{"signIn":{"methods":[{"identifier":"phone","password":true,"verificationCode":false,"isPasswordPrimary":true}]},"signUp":{"identifiers":["phone"],"password":true,"verify":true}}`,
	"second factor by SMS": `{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`,
	"recovery by itself":   `{"forgotPasswordMethods":null}`,
	"nobody signs up":      `{"signInMode":"SignIn"}`,
	"nobody signs in":      `{"signInMode":"Register"}`,
}

// Each starting state and each choice against the simulated Logto: what a plan writes is
// taken, and is what it says; an older Logto drops nothing without it being said.
func TestPlansAgainstTheSimulator(t *testing.T) {
	older := []logtosim.Option{logtosim.Older()}
	r := rand.New(rand.NewPCG(1, 12))
	changed := 0
	for name, fields := range startingStates {
		for _, options := range [][]logtosim.Option{nil, older} {
			for bits := range 48 {
				choice := signin.Choice{SignIn: bits&1 > 0, SignUp: bits&2 > 0, Recovery: bits&4 > 0, SecondFactor: bits&8 > 0,
					Identifier: []signin.Identifier{signin.Unchosen, signin.Instead, signin.Besides}[bits/16]}
				s := logtosim.New(options...)
				s.Put(row(connector.FactoryID, demoDocument()), logtosim.Row{FactoryID: emailFactory})
				s.ChangeExperience(fields)
				s.SetCAPTCHA(r.IntN(2) == 0)
				changed += carriedOut(t, name, s, choice)
			}
		}
	}
	if changed < 100 {
		t.Errorf("only %d plans were carried out", changed)
	}
}

// carriedOut carries out a plan for a choice, and counts it.
func carriedOut(t *testing.T, name string, s *logtosim.Server, choice signin.Choice) int {
	t.Helper()
	c := over(t, s)
	e, err := c.SignInExperience(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	f, err := c.Facts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p, _ := signin.NewPlan(e, f, choice)
	if p.Patch == nil {
		return 0
	}
	if r, err := c.ChangeSignIn(t.Context(), p); err != nil || r.Outcome != Changed {
		t.Errorf("%s, %+v: %s of %s, %v", name, choice, r.Outcome, p.Patch, err)
	}
	return 1
}

// random is a sign-in experience of any sort, also one that Logto would not take.
func random(t *testing.T, r *rand.Rand) string {
	t.Helper()
	flip := func() bool { return r.IntN(2) == 0 }
	some := func(from ...string) []string {
		list := []string{}
		for _, i := range r.Perm(len(from)) {
			if flip() {
				list = append(list, from[i])
			}
		}
		return list
	}
	methods, more := []any{}, []any{}
	for _, id := range some("username", "email", "phone") {
		methods = append(methods, map[string]any{"identifier": id, "password": flip(), "verificationCode": id != "username" && flip(), "isPasswordPrimary": flip()})
	}
	for _, id := range some("username", "email", "phone", "emailOrPhone") {
		more = append(more, map[string]any{"identifier": id, "verify": flip()})
	}
	up := map[string]any{"identifiers": some("username", "email", "phone"), "password": flip(), "verify": flip()}
	if flip() {
		up["secondaryIdentifiers"] = more
	}
	data, err := json.Marshal(map[string]any{
		"signIn": map[string]any{"methods": methods}, "signUp": up,
		"mfa":                   map[string]any{"factors": some("Totp", "BackupCode", "EmailVerificationCode", "PhoneVerificationCode"), "policy": "UserControlled"},
		"forgotPasswordMethods": some("EmailVerificationCode", "PhoneVerificationCode"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Of any sign-in experience, what is written is never refused by the simulated Logto.
func TestRandomPlansAgainstTheSimulator(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 12))
	changed := 0
	for i := range 1000 {
		fields := random(t, r)
		choice := signin.Choice{SignIn: r.IntN(2) == 0, SignUp: r.IntN(2) == 0, Recovery: r.IntN(2) == 0, SecondFactor: r.IntN(4) == 0,
			Identifier: []signin.Identifier{signin.Instead, signin.Besides}[r.IntN(2)]}
		s := logtosim.New()
		s.Put(row(connector.FactoryID, demoDocument()))
		if i%2 == 0 {
			s.Put(row(connector.FactoryID, demoDocument()), logtosim.Row{FactoryID: emailFactory})
		}
		s.ChangeExperience(fields)
		changed += carriedOut(t, fields, s, choice)
	}
	if changed < 60 {
		t.Errorf("only %d plans were carried out", changed)
	}
}
