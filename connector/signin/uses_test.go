package signin

import (
	"fmt"
	"strings"
	"testing"
)

// states says the uses in a line: "sign-in:on sign-up:off(sign-up-closed)".
func states(uses []Usage) string {
	var list []string
	for _, u := range uses {
		s := fmt.Sprintf("%s:%s", u.Use, u.State)
		if u.Why != "" {
			s += "(" + string(u.Why) + ")"
		}
		list = append(list, s)
	}
	return strings.Join(list, " ")
}

func TestUses(t *testing.T) {
	closed := AccountCenter{Known: true}
	for name, c := range map[string]struct {
		e     Experience
		f     Facts
		want  string
		never bool
	}{
		"a new Logto (i04)": {seeded(t), Facts{SMS: Yes, AccountCenter: closed},
			"sign-in:off sign-up:off recovery:off second-factor:off account-center:off", true},
		"all that goes together": {seeded(t, "signIn", `{"methods":[`+byPhone+`]}`, "signUp", `{"identifiers":["phone"],"password":false,"verify":true}`,
			"forgotPasswordMethods", `["PhoneVerificationCode"]`), Facts{SMS: Yes, AccountCenter: AccountCenter{true, true, "Edit"}},
			"sign-in:on sign-up:on recovery:on second-factor:off account-center:on", false},
		"without its connector": {seeded(t, "signIn", `{"methods":[`+byPhone+`]}`, "forgotPasswordMethods", `["PhoneVerificationCode"]`), Facts{SMS: No, AccountCenter: closed},
			"sign-in:off(no-connector) sign-up:off recovery:off(no-connector) second-factor:off account-center:off", true},
		"besides (i10)": {seeded(t, "signUp", `{"identifiers":["username"],"password":true,"verify":true,"secondaryIdentifiers":[{"identifier":"phone","verify":true}]}`), all,
			"sign-in:off sign-up:on recovery:off second-factor:off account-center:undetermined", false},
		"e-mail or phone": {seeded(t, "signUp", `{"identifiers":["username"],"password":true,"verify":true,"secondaryIdentifiers":[{"identifier":"emailOrPhone","verify":true}]}`), all,
			"sign-in:off sign-up:on recovery:off second-factor:off account-center:undetermined", false},
		"registration closed": {seeded(t, "signInMode", `"SignIn"`, "signUp", `{"identifiers":["phone"],"password":true,"verify":true}`, "signIn", `{"methods":[`+byPhoneWord+`]}`), all,
			"sign-in:off(password-only) sign-up:off(sign-up-closed) recovery:off second-factor:off account-center:undetermined", false},
		"registration alone": {seeded(t, "signInMode", `"Register"`, "signIn", `{"methods":[`+byPhone+`]}`), all,
			"sign-in:off(sign-in-closed) sign-up:off recovery:off second-factor:off account-center:undetermined", false},
		"recovery by itself": {seeded(t, "forgotPasswordMethods", `null`), Facts{SMS: Yes, AccountCenter: AccountCenter{true, false, "Edit"}},
			"sign-in:off sign-up:off recovery:on(recovery-by-itself) second-factor:off account-center:off", false},
		"recovery by itself, perhaps": {seeded(t, "forgotPasswordMethods", `null`), Facts{AccountCenter: AccountCenter{true, true, "ReadOnly"}},
			"sign-in:off sign-up:off recovery:undetermined(recovery-undetermined) second-factor:off account-center:off", false},
		"an older Logto": {older(t), all,
			"sign-in:off sign-up:off recovery:on(recovery-by-itself) second-factor:unsupported(older-logto) account-center:undetermined", false},
		"an older Logto without a connector": {older(t, "mfa", ""), Facts{SMS: No, AccountCenter: closed},
			"sign-in:off sign-up:off recovery:off(no-connector) second-factor:unsupported(older-logto) account-center:off", true},
		"the second factor (i14)": {seeded(t, "mfa", `{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}`), Facts{SMS: Yes, AccountCenter: closed},
			"sign-in:off sign-up:off recovery:off second-factor:on account-center:off", false},
		"in no form that is known": {seeded(t, "signIn", `{"methods":1}`, "signUp", `{"identifiers":null}`, "mfa", `{"factors":1}`, "forgotPasswordMethods", `"x"`), Facts{SMS: Yes, AccountCenter: closed},
			"sign-in:undetermined(unreadable) sign-up:undetermined(unreadable) recovery:undetermined(unreadable) second-factor:undetermined(unreadable) account-center:off", false},
	} {
		got := Uses(c.e, c.f)
		if states(got) != c.want || NeverUsed(got) != c.never {
			t.Errorf("%s: %s, never %v\nwant %s, never %v", name, states(got), NeverUsed(got), c.want, c.never)
		}
	}
}

func TestOffered(t *testing.T) {
	for name, c := range map[string]struct {
		e    Experience
		f    Facts
		want string
	}{
		"a new Logto":    {seeded(t), all, "sign-in sign-up?[username]+besides recovery second-factor"},
		"no connector":   {seeded(t), Facts{SMS: No}, "-sign-in -sign-up?[username]+besides -recovery -second-factor"},
		"an older Logto": {older(t), all, "sign-in sign-up?[username] =recovery -second-factor"},
		"in full use": {seeded(t, "signIn", `{"methods":[`+byPhone+`]}`, "signUp", `{"identifiers":["phone"],"password":false,"verify":true}`), all,
			"=sign-in =sign-up recovery -second-factor"},
		"a second factor": {seeded(t, "mfa", `{"factors":["PhoneVerificationCode"]}`), all, "-sign-in -sign-up?[username]+besides recovery =second-factor"},
		"two identifiers": {seeded(t, "signUp", `{"identifiers":["email","username"],"password":true,"verify":true}`), all,
			"sign-in sign-up?[email username]+besides recovery second-factor"},
		"no identifier": {seeded(t, "signUp", `{"identifiers":[],"password":false,"verify":false}`), all, "sign-in sign-up recovery second-factor"},
	} {
		var got []string
		for _, o := range Offered(c.e, c.f) {
			s := string(o.Use)
			switch {
			case o.On:
				s = "=" + s
			case !o.OK:
				s = "-" + s
			}
			if o.Ask {
				s += fmt.Sprintf("?%v", o.Identifiers)
			}
			if o.Besides {
				s += "+besides"
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s\nwant %s", name, strings.Join(got, " "), c.want)
		}
	}
}

// Two looks at one Logto: the order of keys is nothing, all else is something, but for
// what SMS has nothing to do with.
func TestEqual(t *testing.T) {
	e := seeded(t)
	for field, same := range map[string]bool{
		`signUp {"verify":false,"password":true,"identifiers":["username"]}`:       true,
		`signUp {"verify":true,"password":true,"identifiers":["username"]}`:        false,
		`signUp {"verify":false,"password":true,"identifiers":["username"],"x":1}`: false,
		`mfa {"factors":[],"policy":"Mandatory"}`:                                  false,
		`mfa `:                           false,
		`forgotPasswordMethods null`:     false,
		`captchaPolicy {"enabled":true}`: false,
		`signInMode "Register"`:          false,
		`signIn {"methods":[` + byUsername + `],"methods":[` + byUsername + `]}`: true,
		`signIn {"methods":[` + byUsername + `,` + byPhone + `]}`:                false,
		`color {"primaryColor":"#fff"}`:                                          true,
		`verificationCodePolicy {"expirationDuration":60}`:                       true,
	} {
		name, value, _ := strings.Cut(field, " ")
		if o := seeded(t, name, value); e.Equal(o) != same || o.Equal(e) != same {
			t.Errorf("%s: equal is %v", field, !same)
		}
	}
}
