package signin

import (
	"fmt"
	"strings"
	"testing"
)

// What a person chooses, in a word.
var choices = map[string]Choice{
	"sign-in":  {SignIn: true},
	"sign-up":  {SignUp: true},
	"instead":  {SignUp: true, Identifier: Instead},
	"besides":  {SignUp: true, Identifier: Besides},
	"recovery": {Recovery: true},
	"factor":   {SecondFactor: true},
}

// codes are the codes of notices, in their order.
func codes(notices []Notice) string {
	var list []string
	for _, n := range notices {
		list = append(list, string(n.Code))
	}
	return strings.Join(list, " ")
}

// Each starting state and each choice: the PATCH that goes out, and what is said.
func TestPlans(t *testing.T) {
	const (
		username = `{"methods":[` + byUsername + `]}`
		email    = `{"methods":[` + byEmail + `]}`
		upEmail  = `{"identifiers":["email"],"password":true,"verify":true}`
	)
	states := []struct {
		name  string
		e     Experience
		facts Facts
		wants [6][2]string // PATCH and codes: sign-in, sign-up, instead, besides, recovery, factor
	}{
		{"username only", seeded(t), all, [6][2]string{
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]}}`, ""},
			{"", "identifier-unchosen"},
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]},"signUp":{"identifiers":["phone"],"password":true,"verify":true}}`,
				"replaces password-kept sign-in-added open-sign-up"},
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]},"signUp":{"identifiers":["username"],"password":true,"verify":true,"secondaryIdentifiers":[{"identifier":"phone","verify":true}]}}`,
				"sign-in-added open-sign-up"},
			{`{"forgotPasswordMethods":["PhoneVerificationCode"]}`, ""},
			{`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`, ""},
		}},
		{"e-mail and password", seeded(t, "signIn", email, "signUp", upEmail, "forgotPasswordMethods", `["EmailVerificationCode"]`), all, [6][2]string{
			{`{"signIn":{"methods":[` + byEmail + `,` + byPhone + `]}}`, ""},
			{"", "identifier-unchosen"},
			{`{"signIn":{"methods":[` + byEmail + `,` + byPhone + `]},"signUp":{"identifiers":["phone"],"password":true,"verify":true}}`,
				"replaces password-kept sign-in-added open-sign-up"},
			{`{"signIn":{"methods":[` + byEmail + `,` + byPhone + `]},"signUp":{"identifiers":["email"],"password":true,"verify":true,"secondaryIdentifiers":[{"identifier":"phone","verify":true}]}}`,
				"sign-in-added open-sign-up"},
			{`{"forgotPasswordMethods":["EmailVerificationCode","PhoneVerificationCode"]}`, ""},
			{`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`, ""},
		}},
		{"phone with password", seeded(t, "signIn", `{"methods":[`+byPhoneWord+`]}`, "signUp", `{"identifiers":["phone"],"password":true,"verify":true}`), all, [6][2]string{
			{`{"signIn":{"methods":[{"identifier":"phone","password":true,"verificationCode":true,"isPasswordPrimary":true}]}}`, ""},
			{"", "already-on open-sign-up"},
			{"", "already-on open-sign-up"},
			{"", "already-on open-sign-up"},
			{`{"forgotPasswordMethods":["PhoneVerificationCode"]}`, ""},
			{`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`, ""},
		}},
		{"phone with a password that new users lack", seeded(t, "signIn", `{"methods":[`+byPhoneWord+`]}`, "signUp", `{"identifiers":["phone"],"password":false,"verify":true}`), all, [6][2]string{
			{`{"signIn":{"methods":[{"identifier":"phone","password":true,"verificationCode":true,"isPasswordPrimary":true}]}}`, ""},
			{`{"signIn":{"methods":[{"identifier":"phone","password":true,"verificationCode":true,"isPasswordPrimary":true}]}}`, "sign-in-added open-sign-up"},
			{`{"signIn":{"methods":[{"identifier":"phone","password":true,"verificationCode":true,"isPasswordPrimary":true}]}}`, "sign-in-added open-sign-up"},
			{`{"signIn":{"methods":[{"identifier":"phone","password":true,"verificationCode":true,"isPasswordPrimary":true}]}}`, "sign-in-added open-sign-up"},
			{`{"forgotPasswordMethods":["PhoneVerificationCode"]}`, ""},
			{`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`, ""},
		}},
		{"second factor by SMS", seeded(t, "mfa", `{"factors":["Totp","PhoneVerificationCode"],"policy":"UserControlled"}`), all, [6][2]string{
			{"", "exclusive"},
			{"", "identifier-unchosen"},
			{"", "replaces password-kept sign-in-added open-sign-up exclusive"},
			{"", "sign-in-added open-sign-up exclusive"},
			{`{"forgotPasswordMethods":["PhoneVerificationCode"]}`, ""},
			{"", "already-on"},
		}},
		{"recovery by itself", seeded(t, "forgotPasswordMethods", "null", "signIn", `{"methods":[`+byPhone+`]}`, "signUp", `{"identifiers":[],"password":false,"verify":false}`), all, [6][2]string{
			{"", "already-on"},
			{`{"signUp":{"identifiers":["phone"],"password":false,"verify":true}}`, "open-sign-up"},
			{`{"signUp":{"identifiers":["phone"],"password":false,"verify":true}}`, "open-sign-up"},
			{`{"signUp":{"identifiers":["phone"],"password":false,"verify":true}}`, "open-sign-up"},
			{"", "recovery-by-itself recovery-needs-password"},
			{"", "exclusive"},
		}},
		{"older Logto", older(t), Facts{SMS: Yes}, [6][2]string{
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]}}`, ""},
			{"", "identifier-unchosen"},
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]},"signUp":{"identifiers":["phone"],"password":true,"verify":true}}`,
				"replaces password-kept sign-in-added open-sign-up-captcha-unknown"},
			{"", "besides-unsupported"},
			{"", "recovery-by-itself"},
			{"", "older-logto"},
		}},
		{"no connector", seeded(t), Facts{SMS: No, CAPTCHA: No}, [6][2]string{
			{"", "no-connector"}, {"", "no-connector identifier-unchosen"}, {"", "no-connector replaces password-kept sign-in-added open-sign-up"},
			{"", "no-connector sign-in-added open-sign-up"}, {"", "no-connector"}, {"", "no-connector"},
		}},
		{"nobody signs up", seeded(t, "signInMode", `"SignIn"`, "mfa", `{"factors":["BackupCode","Totp"],"policy":"Mandatory","later":[1e3]}`), all, [6][2]string{
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]}}`, ""},
			{"", "sign-up-closed"}, {"", "sign-up-closed"}, {"", "sign-up-closed"},
			{`{"forgotPasswordMethods":["PhoneVerificationCode"]}`, ""},
			{`{"mfa":{"factors":["BackupCode","Totp","PhoneVerificationCode"],"policy":"Mandatory","later":[1e3]}}`, ""},
		}},
		{"nobody signs in", seeded(t, "signInMode", `"Register"`, "captchaPolicy", `{"enabled":true}`), Facts{SMS: Yes, CAPTCHA: Yes}, [6][2]string{
			{"", "sign-in-closed"}, {"", "identifier-unchosen"},
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]},"signUp":{"identifiers":["phone"],"password":true,"verify":true}}`,
				"replaces password-kept sign-in-added open-sign-up-captcha"},
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]},"signUp":{"identifiers":["username"],"password":true,"verify":true,"secondaryIdentifiers":[{"identifier":"phone","verify":true}]}}`,
				"sign-in-added open-sign-up-captcha"},
			{`{"forgotPasswordMethods":["PhoneVerificationCode"]}`, ""},
			{`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`, ""},
		}},
		{"unknown things are kept", seeded(t,
			"signIn", `{"methods":[{"identifier":"wallet","password":true,"chains":[{"id":1.50}]},`+byPhoneWord+`],"layout":{"a":null}}`,
			"signUp", `{"identifiers":["username"],"password":true,"verify":false,"secondaryIdentifiers":[{"identifier":"email","verify":true,"x":{}}],"y":"\u4e2d"}`,
			"forgotPasswordMethods", `["EmailVerificationCode","Carrier"]`), all, [6][2]string{
			{`{"signIn":{"methods":[{"identifier":"wallet","password":true,"chains":[{"id":1.50}]},{"identifier":"phone","password":true,"verificationCode":true,"isPasswordPrimary":true}],"layout":{"a":null}}}`, ""},
			{"", "identifier-unchosen"},
			{`{"signUp":{"identifiers":["phone"],"password":true,"verify":true,"secondaryIdentifiers":[{"identifier":"email","verify":true,"x":{}}],"y":"中"}}`, "replaces password-kept open-sign-up"},
			{`{"signUp":{"identifiers":["username"],"password":true,"verify":true,"secondaryIdentifiers":[{"identifier":"email","verify":true,"x":{}},{"identifier":"phone","verify":true}],"y":"中"}}`, "open-sign-up"},
			{`{"forgotPasswordMethods":["EmailVerificationCode","Carrier","PhoneVerificationCode"]}`, ""},
			{`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`, ""},
		}},
		{"sign-up by phone that cannot sign in (i25)", seeded(t, "signUp", `{"identifiers":["phone"],"password":false,"verify":true}`), all, [6][2]string{
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]}}`, ""},
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]}}`, "sign-in-added open-sign-up"},
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]}}`, "sign-in-added open-sign-up"},
			{`{"signIn":{"methods":[` + byUsername + `,` + byPhone + `]}}`, "sign-in-added open-sign-up"},
			{`{"forgotPasswordMethods":["PhoneVerificationCode"]}`, ""},
			{`{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`, ""},
		}},
	}
	for _, s := range states {
		for i, name := range []string{"sign-in", "sign-up", "instead", "besides", "recovery", "factor"} {
			p, notices := NewPlan(s.e, s.facts, choices[name])
			if got := string(p.Patch); got != s.wants[i][0] {
				t.Errorf("%s, %s:\nPATCH %s\nwant  %s", s.name, name, got, s.wants[i][0])
			}
			if got := codes(notices); got != s.wants[i][1] {
				t.Errorf("%s, %s says %q, want %q", s.name, name, got, s.wants[i][1])
			}
			if (p.Patch == nil) != (len(p.Changes) == 0) || p.Patch != nil && Blocked(notices) {
				t.Errorf("%s, %s: %+v with %v", s.name, name, p, notices)
			}
		}
	}
}

// Both at once exclude each other, too, and what is said names them.
func TestExclusive(t *testing.T) {
	both := Choice{SignIn: true, SecondFactor: true}
	for _, c := range []struct {
		e      Experience
		choice Choice
		want   string
	}{
		{seeded(t), both, "second-factor sign-in true"},
		{seeded(t, "signIn", `{"methods":[`+byPhone+`]}`), both, "second-factor sign-in false"},
		{seeded(t, "mfa", `{"factors":["PhoneVerificationCode"]}`), both, "sign-in second-factor false"},
		{seeded(t), Choice{SignUp: true, SecondFactor: true, Identifier: Instead}, "second-factor sign-up true"},
		{seeded(t, "mfa", `{"factors":["PhoneVerificationCode"]}`), Choice{SignUp: true, Identifier: Besides}, "sign-up second-factor false"},
		{seeded(t, "mfa", `{"factors":["EmailVerificationCode"]}`), Choice{SignIn: true}, ""},
		{seeded(t, "signIn", `{"methods":[`+byPhoneWord+`]}`), Choice{SecondFactor: true}, ""},
	} {
		_, notices := NewPlan(c.e, all, c.choice)
		got := ""
		for _, n := range notices {
			if n.Code == Exclusive {
				got = fmt.Sprintf("%s %v %v", n.Use, n.Args["with"], n.Args["chosen"])
			}
		}
		if got != c.want {
			t.Errorf("%+v of %s: %q, want %q", c.choice, c.e.Fields(), got, c.want)
		}
	}
}

// What Logto would refuse for something that was there before is not sent.
func TestRefusalsAreSaidBefore(t *testing.T) {
	noEmail := Facts{SMS: Yes, Email: No}
	for _, c := range []struct {
		e      Experience
		f      Facts
		choice string
		rule   string
	}{
		{seeded(t, "signIn", `{"methods":[`+byEmail+`]}`), noEmail, "sign-in", ruleConnector},
		{seeded(t, "signIn", `{"methods":[{"identifier":"username"}]}`), all, "sign-in", ruleFactor},
		{seeded(t, "signIn", `{"methods":[{"identifier":"email","password":true}]}`, "signUp", `{"identifiers":["email"],"password":false,"verify":true}`), all, "sign-in", ruleCode},
		{seeded(t, "signUp", `{"identifiers":["email"],"password":true,"verify":true}`), noEmail, "besides", ruleConnector},
		{seeded(t, "forgotPasswordMethods", `["EmailVerificationCode"]`), noEmail, "recovery", ruleRecovery},
		{seeded(t, "mfa", `{"factors":["Totp","Totp"],"policy":"UserControlled"}`), all, "factor", ruleDuplicates},
		{seeded(t, "mfa", `{"factors":["Totp"],"policy":"PromptOnlyAtSignInMandatory"}`), all, "factor", ruleSkippable},
		{seeded(t, "signUp", `{"identifiers":["username"],"password":true,"verify":false,"secondaryIdentifiers":[{"identifier":"phone","verify":false}]}`), all, "instead", ruleTwice},
		{seeded(t, "signUp", `{"identifiers":["email"],"password":true,"verify":true,"secondaryIdentifiers":[{"identifier":"emailOrPhone"}]}`), all, "besides", ruleTwice},
		{seeded(t, "signUp", `{"identifiers":["username"],"password":true,"verify":false,"secondaryIdentifiers":[{"identifier":"email"}]}`), all, "besides", ruleVerify},
		{seeded(t, "signUp", `{"identifiers":["username"],"password":true,"verify":false,"secondaryIdentifiers":[{"identifier":"email","verify":true}]}`), noEmail, "besides", ruleConnector},
		{seeded(t, "signIn", `{"methods":[`+byEmail+`]}`, "mfa", `{"factors":["EmailVerificationCode"]}`), all, "sign-in", ruleEmail},
		{seeded(t, "signIn", `{"methods":[`+byEmail+`]}`, "mfa", `{"factors":["EmailVerificationCode"],"policy":"NoPrompt"}`), all, "factor", ruleEmail},
		{seeded(t, "adaptiveMfa", `{"enabled":true}`), all, "factor", ruleAdaptive},
	} {
		p, notices := NewPlan(c.e, c.f, choices[c.choice])
		found := false
		for _, n := range notices {
			found = found || n.Code == WouldRefuse && n.Args["rule"] == "sign_in_experiences."+c.rule
		}
		if !found || p.Patch != nil {
			t.Errorf("%s: %s %v, want %s", c.choice, p.Patch, notices, c.rule)
		}
	}
}

// What Logto stores is not taken for what it would refuse: a Logto 1.42 takes a sign-up
// by a username without a password.
func TestUsernameWithoutPassword(t *testing.T) {
	e := seeded(t, "signUp", `{"identifiers":["username"],"password":false,"verify":false}`)
	p, notices := NewPlan(e, all, choices["besides"])
	if p.Patch == nil || Blocked(notices) {
		t.Errorf("%s %v", p.Patch, notices)
	}
}

// A switch that was never touched is off; on, or of a Logto that lacks it, is something else.
func TestEqualSwitches(t *testing.T) {
	for _, field := range []string{"adaptiveMfa", "captchaPolicy"} {
		for _, c := range []struct {
			a, b string
			want bool
		}{
			{`{}`, `{"enabled":false}`, true}, {`{"enabled":false}`, `{}`, true}, {`{}`, `{}`, true},
			{`{}`, `{"enabled":true}`, false}, {`{"enabled":true}`, `{}`, false}, {`{}`, ``, false}, {``, `{"enabled":false}`, false},
			{`{}`, `null`, false}, {`{"later":1}`, `{"enabled":false,"later":1}`, true}, {`{"later":1}`, `{"enabled":false}`, false},
			{`{}`, `{"enabled":null}`, false},
		} {
			if got := seeded(t, field, c.a).Equal(seeded(t, field, c.b)); got != c.want {
				t.Errorf("%s: %s and %s are equal: %t", field, c.a, c.b, got)
			}
		}
	}
	if seeded(t, "mfa", `{}`).Equal(seeded(t, "mfa", `{"enabled":false}`)) {
		t.Error("mfa has no such switch")
	}
}

// Settings of another shape than this program knows are left alone.
func TestUnreadableSettings(t *testing.T) {
	for _, c := range []struct{ field, value, choice string }{
		{"signIn", `{}`, "sign-in"}, {"signIn", `{"methods":{}}`, "sign-in"}, {"signIn", `{"methods":[1]}`, "sign-in"},
		{"signIn", `{"methods":null}`, "instead"}, {"signUp", `{}`, "sign-up"}, {"signUp", `{"identifiers":[1]}`, "instead"},
		{"signUp", `{"identifiers":[],"secondaryIdentifiers":{}}`, "sign-up"}, {"signUp", `{"identifiers":[],"secondaryIdentifiers":[null]}`, "besides"},
		{"forgotPasswordMethods", `{}`, "recovery"}, {"forgotPasswordMethods", `[{}]`, "recovery"},
		{"mfa", `null`, "factor"}, {"mfa", `{"factors":"Totp"}`, "factor"}, {"mfa", `[]`, "factor"},
	} {
		p, notices := NewPlan(seeded(t, c.field, c.value), all, choices[c.choice])
		if p.Patch != nil || !strings.Contains(codes(notices), string(Unreadable)) {
			t.Errorf("%s %s: %s %v", c.field, c.value, p.Patch, notices)
		}
		Uses(seeded(t, c.field, c.value), all)
	}
}

func TestNothingChosen(t *testing.T) {
	if p, notices := NewPlan(seeded(t), all, Choice{Identifier: Besides}); p.Patch != nil || codes(notices) != string(NothingChosen) {
		t.Errorf("%s %v", p.Patch, notices)
	}
}
