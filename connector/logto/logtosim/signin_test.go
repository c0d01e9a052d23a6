package logtosim

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"logto-twilio/connector"
)

// Connectors that may be there.
var (
	smsRow   = Row{FactoryID: connector.FactoryID, Config: recordedConfig("b")}
	emailRow = Row{FactoryID: "simple-mail-transfer-protocol", Config: json.RawMessage("{}")}
)

const (
	mailByCode   = `{"identifier":"email","password":false,"verificationCode":true,"isPasswordPrimary":false}`
	mailPassword = `{"identifier":"email","password":true,"verificationCode":false,"isPasswordPrimary":true}`
	phonePass    = `{"identifier":"phone","password":true,"verificationCode":false,"isPasswordPrimary":true}`
	firmFactor   = `{"mfa":{"factors":["Totp"],"policy":"PromptOnlyAtSignInMandatory"}}`
	mailFactor   = `{"mfa":{"factors":["EmailVerificationCode"],"policy":"Mandatory"}}`
)

func methods(list ...string) string {
	return `{"signIn":{"methods":[` + strings.Join(list, ",") + `]}}`
}

func signUp(identifiers, more string) string {
	return `{"signUp":{"identifiers":[` + identifiers + `],` + more + `}}`
}

// What a PATCH of the sign-in experience may say: each rule, kept and broken.
func TestExperienceRules(t *testing.T) {
	both, none := []Row{smsRow, emailRow}, []Row{}
	for name, tc := range map[string]struct {
		rows          []Row
		before, patch string
		code          string // "" is 200
	}{
		"a code by SMS":                      {both, "", withPhone, ""},
		"a code by SMS, e-mail alone there":  {[]Row{emailRow}, "", withPhone, "400 sign_in_experiences.enabled_connector_not_found"},
		"a code by SMS, of another provider": {[]Row{{FactoryID: "vonage-sms"}}, "", withPhone, ""},
		"a code by SMS, not installed":       {[]Row{{FactoryID: "gone-sms"}}, "", withPhone, "400 sign_in_experiences.enabled_connector_not_found"},
		"a code by e-mail, SMS alone there":  {[]Row{smsRow}, "", methods(mailByCode), "400 sign_in_experiences.enabled_connector_not_found"},
		"phone and password need nothing":    {none, "", methods(usernameAlone, phonePass), ""},
		"no way at all":                      {none, "", methods(), ""},
		"neither password nor code":          {both, "", methods(strings.Replace(phonePass, "true", "false", 1)), "400 sign_in_experiences.at_least_one_authentication_factor"},
		"sign-up without password":           {both, signUpByPhone, methods(phonePass), "400 sign_in_experiences.code_sign_in_must_be_enabled"},
		"sign-up without password, a name":   {both, signUpByPhone, methods(usernameAlone), ""},
		"SMS is a factor":                    {both, smsFactor, withPhone, "400 sign_in_experiences.phone_verification_code_cannot_be_used_for_sign_in"},
		"SMS is a factor, a password":        {both, smsFactor, methods(phonePass), ""},
		"e-mail is a factor":                 {both, mailFactor, methods(mailByCode), "400 sign_in_experiences.email_verification_code_cannot_be_used_for_sign_in"},
		"a factor, and SMS is sign-in":       {both, withPhone, smsFactor, "400 sign_in_experiences.phone_verification_code_cannot_be_used_for_mfa"},
		"a factor, and e-mail is sign-in":    {both, methods(mailByCode), mailFactor, "400 sign_in_experiences.email_verification_code_cannot_be_used_for_mfa"},
		"a factor needs no connector":        {none, "", smsFactor, ""},
		"a factor twice":                     {both, "", `{"mfa":{"factors":["Totp","Totp"],"policy":"Mandatory"}}`, "400 sign_in_experiences.duplicated_mfa_factors"},
		"adaptive without a factor":          {both, "", `{"adaptiveMfa":{"enabled":true}}`, "422 sign_in_experiences.adaptive_mfa_requires_mfa"},
		"adaptive, and it can be skipped":    {both, smsFactor, `{"adaptiveMfa":{"enabled":true}}`, "422 sign_in_experiences.adaptive_mfa_requires_non_skippable_policy"},
		"adaptive, and it cannot":            {both, "", firmFactor[:len(firmFactor)-1] + `,"adaptiveMfa":{"enabled":true}}`, ""},
		"adaptive as before":                 {both, firmFactor[:len(firmFactor)-1] + `,"adaptiveMfa":{"enabled":true}}`, smsFactor, "422 sign_in_experiences.adaptive_mfa_requires_non_skippable_policy"},
		"a factor that cannot be skipped":    {both, "", firmFactor, "422 sign_in_experiences.non_adaptive_mfa_requires_skippable_policy"},
		"no longer adaptive":                 {both, firmFactor, `{"adaptiveMfa":{"enabled":false}}`, "422 sign_in_experiences.non_adaptive_mfa_requires_skippable_policy"},
		"nothing said of adaptive":           {both, firmFactor, `{"adaptiveMfa":{}}`, ""},
		"backup codes alone":                 {both, "", `{"mfa":{"factors":["BackupCode"],"policy":"Mandatory"}}`, "400 sign_in_experiences.backup_code_cannot_be_enabled_alone"},
		"a factor in the place of sign-in":   {both, withPhone, `{"signIn":{"methods":[]},` + smsFactor[1:], ""},
		"sign-up by phone":                   {both, "", signUpByPhone, ""},
		"sign-up by phone, no connector":     {none, "", signUpByPhone, "400 sign_in_experiences.enabled_connector_not_found"},
		"sign-up without proof, no SMS":      {none, "", signUp(`"phone"`, `"password":true,"verify":false`), "400 sign_in_experiences.passwordless_requires_verify"},
		"sign-up by both":                    {both, "", signUp(`"email","phone"`, `"password":true,"verify":true`), ""},
		"sign-up by both, no e-mail":         {[]Row{smsRow}, "", signUp(`"email","phone"`, `"password":true,"verify":true`), "400 sign_in_experiences.enabled_connector_not_found"},
		"an identifier twice":                {both, "", signUp(`"phone","phone"`, `"password":true,"verify":true`), "400 sign_in_experiences.duplicated_sign_up_identifiers"},
		"a second identifier":                {both, "", phoneBesides, ""},
		"a second one without proof":         {both, "", strings.Replace(phoneBesides, `"phone","verify":true`, `"phone","verify":false`, 1), "400 sign_in_experiences.passwordless_requires_verify"},
		"a second one that is the first":     {both, "", strings.Replace(phoneBesides, `"username"`, `"phone"`, 1), "400 sign_in_experiences.duplicated_sign_up_identifiers"},
		"either of two, one asked already":   {both, "", strings.NewReplacer(`"username"`, `"phone"`, `"phone"`, `"emailOrPhone"`).Replace(phoneBesides), "400 sign_in_experiences.duplicated_sign_up_identifiers"},
		"either of two, no e-mail":           {[]Row{smsRow}, "", strings.Replace(phoneBesides, `"phone"`, `"emailOrPhone"`, 1), "400 sign_in_experiences.enabled_connector_not_found"},
		"a second one without a first":       {both, "", strings.Replace(phoneBesides, `"username"`, ``, 1), "400 sign_in_experiences.missing_sign_up_identifiers"},
		"recovery":                           {both, "", `{"forgotPasswordMethods":["PhoneVerificationCode","EmailVerificationCode"]}`, ""},
		"recovery, no SMS":                   {[]Row{emailRow}, "", `{"forgotPasswordMethods":["PhoneVerificationCode"]}`, "400 sign_in_experiences.forgot_password_method_requires_connector"},
		"recovery, no e-mail":                {[]Row{smsRow}, "", `{"forgotPasswordMethods":["PhoneVerificationCode","EmailVerificationCode"]}`, "400 sign_in_experiences.forgot_password_method_requires_connector"},
		"recovery by connector alone":        {none, "", `{"forgotPasswordMethods":null}`, ""},
		"the shape before the rules":         {none, "", `{"signIn":{"methods":[` + phoneByCode + `]},"signUp":{}}`, "400 guard.invalid_input"},
		"sign-up before sign-in":             {none, "", `{"signIn":{"methods":[{"identifier":"phone","password":false,"verificationCode":false,"isPasswordPrimary":false}]},` + signUpByPhone[1:], "400 sign_in_experiences.enabled_connector_not_found"},
		"a setting that is null":             {both, "", `{"signIn":null}`, "400 guard.invalid_input"},
		"a method of another kind":           {both, "", methods(strings.Replace(phoneByCode, "phone", "fax", 1)), "400 guard.invalid_input"},
		"a policy that is too short":         {both, "", `{"verificationCodePolicy":{"expirationDuration":59}}`, "400 guard.invalid_input"},
		"a policy that is too long":          {both, "", `{"verificationCodePolicy":{"expirationDuration":3601}}`, "400 guard.invalid_input"},
		"a policy of half seconds":           {both, "", `{"verificationCodePolicy":{"expirationDuration":60.5}}`, "400 guard.invalid_input"},
		"a policy of no end":                 {both, "", `{"verificationCodePolicy":{"expirationDuration":1e400}}`, "400 guard.invalid_input"},
		"a policy of no tries":               {both, "", `{"verificationCodePolicy":{"maxRetryAttempts":0}}`, "400 guard.invalid_input"},
		"a policy as long as can be":         {both, "", `{"verificationCodePolicy":{"expirationDuration":3600,"maxRetryAttempts":100}}`, ""},
		"half of a character":                {both, "", `{"customCss":"\ud800"}`, "422 entity.invalid_input"},
		"a NUL":                              {both, "", `{"customCss":"\u0000"}`, "500 "},
		"a prototype":                        {both, "", `{"__proto__":{}}`, "400 "},
		"nothing that is known":              {both, "", `{"id":"other","signin":{}}`, "422 entity.invalid_input"},
	} {
		t.Run(name, func(t *testing.T) {
			c := newCaller(t)
			c.s.Put(tc.rows...)
			if tc.before != "" {
				c.s.ChangeExperience(tc.before)
			}
			before := c.s.Experience()
			status, body := c.do("PATCH", "/api/sign-in-exp", tc.patch)
			if tc.code != "" {
				checkRefusal(t, status, body, tc.code)
				if after := c.s.Experience(); string(after) != string(before) {
					t.Errorf("refused, and changed to %s", after)
				}
				return
			}
			want, given := fieldsOf(t, string(before)), fieldsOf(t, tc.patch)
			for key := range given {
				want[key] = given[key]
			}
			if got := fieldsOf(t, body); status != 200 || !reflect.DeepEqual(got, want) {
				t.Errorf("%d, it is %s, want %v", status, body, want)
			}
			if string(c.s.Experience()) != body {
				t.Errorf("it is %s", c.s.Experience())
			}
		})
	}
}

// checkRefusal compares an answer with a status and a code.
func checkRefusal(t *testing.T, status int, body, want string) {
	t.Helper()
	var refusal struct{ Code string }
	if json.Unmarshal([]byte(body), &refusal) != nil {
		refusal.Code = body
	}
	if got := fmt.Sprint(status, " ", refusal.Code); got != want {
		t.Errorf("%s, want %s: %s", got, want, body)
	}
}

func fieldsOf(t *testing.T, text string) map[string]any {
	t.Helper()
	var fields map[string]any
	if err := json.Unmarshal([]byte(text), &fields); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	return fields
}

// A change of the second factor that leaves none switches adaptive MFA off, which in a
// new Logto was never touched; with a factor, or where it is spoken of, it stays.
func TestAdaptiveIsDropped(t *testing.T) {
	firm := strings.Replace(firmFactor, `"Totp"`, "", 1)
	for patch, want := range map[string]string{
		`{"signInMode":"SignIn"}`: `{}`, smsFactor: `{}`, firm: `{"enabled":false}`,
		`{"mfa":{"factors":[],"policy":"UserControlled"}}`: `{"enabled":false}`, firm[:len(firm)-1] + `,"adaptiveMfa":{}}`: `{}`,
	} {
		c := newCaller(t)
		if status, body := c.do("PATCH", "/api/sign-in-exp", patch); status != 200 || !strings.Contains(body, `"adaptiveMfa":`+want+`,`) {
			t.Errorf("%s: %d %s, want %s", patch, status, body, want)
		}
	}
	c := newCaller(t, Lacking("adaptiveMfa"))
	if _, body := c.do("PATCH", "/api/sign-in-exp", firm); strings.Contains(body, "adaptive") {
		t.Error(body)
	}
}

// What a new Logto was never told is not there.
func TestNewLogto(t *testing.T) {
	c := newCaller(t)
	if _, body := c.do("GET", "/api/sign-in-exp", ""); !strings.Contains(body, `"adaptiveMfa":{},`) {
		t.Error(body)
	}
	if _, body := c.do("GET", "/api/account-center", ""); !strings.Contains(body, `"fields":{},`) {
		t.Error(body)
	}
}

// What an object does not know is dropped, at every depth, and a number beyond range is
// kept as null.
func TestExperienceIsStripped(t *testing.T) {
	c := newCaller(t)
	c.s.ChangeExperience(`{"ours":[1]}`)
	status, body := c.do("PATCH", "/api/sign-in-exp", `{"ours":[2],"mfa":{"factors":["Totp"],"policy":"Mandatory","x":1},
		"signIn":{"methods":[{"x":1,`+mailPassword[1:]+`]},"passwordPolicy":{"length":{"min":1e400}}}`)
	got := fieldsOf(t, body)
	for key, want := range map[string]string{
		"ours": `[1]`, "mfa": `{"factors":["Totp"],"policy":"Mandatory"}`,
		"signIn": `{"methods":[` + mailPassword + `]}`, "passwordPolicy": `{"length":{"min":null}}`,
	} {
		if !reflect.DeepEqual(got[key], fieldsOf(t, `{"x":`+want+`}`)["x"]) {
			t.Errorf("%d: %s is %v, want %s", status, key, got[key], want)
		}
	}
}

// An older Logto knows some settings not, and takes them without a word.
func TestOlder(t *testing.T) {
	c := newCaller(t, Older())
	c.s.Put(smsRow)
	status, body := c.do("GET", "/api/sign-in-exp", "")
	got := fieldsOf(t, body)
	for _, key := range []string{"captchaPolicy", "verificationCodePolicy"} {
		if _, there := got[key]; there {
			t.Errorf("%s is there", key)
		}
		if status, body := c.do("PATCH", "/api/sign-in-exp", `{"`+key+`":{}}`); status != 422 {
			t.Errorf("%s alone: %d %s", key, status, body)
		}
	}
	if methods, there := got["forgotPasswordMethods"]; status != 200 || !there || methods != nil {
		t.Errorf("%d, recovery by %v", status, methods)
	}
	if status, body := c.do("PATCH", "/api/sign-in-exp", phoneBesides); status != 200 || strings.Contains(body, "secondary") {
		t.Errorf("%d %s", status, body)
	}
	if status, body := c.do("GET", "/api/captcha-provider", ""); status != 404 || body != "Not Found" {
		t.Errorf("%d %s", status, body)
	}
	c = newCaller(t, Lacking("forgotPasswordMethods"))
	if _, body := c.do("GET", "/api/sign-in-exp", ""); strings.Contains(body, "forgot") || !strings.Contains(body, "captchaPolicy") {
		t.Errorf("%s", body)
	}
}

// The account center and the CAPTCHA.
func TestAccountAndCAPTCHA(t *testing.T) {
	c := newCaller(t)
	c.s.ChangeAccountCenter(`{"deleteAccountUrl":"https://example.com/"}`)
	for patch, want := range map[string]string{
		`{"fields":{"phone":"ReadOnly","fax":"Edit"}}`: "", `{"enabled":true}`: "",
		`{"fields":{"phone":"Read"}}`: "400 guard.invalid_input", `{"enabled":null}`: "400 guard.invalid_input", `{}`: "422 entity.invalid_input",
	} {
		status, body := c.do("PATCH", "/api/account-center", patch)
		if want != "" {
			checkRefusal(t, status, body, want)
		} else if status != 200 {
			t.Errorf("%s: %d %s", patch, status, body)
		}
	}
	_, body := c.do("GET", "/api/account-center", "")
	got := fieldsOf(t, body)
	if !reflect.DeepEqual(got["fields"], map[string]any{"phone": "ReadOnly"}) || got["enabled"] != true || got["deleteAccountUrl"] != "https://example.com/" {
		t.Errorf("%s", body)
	}
	c.s.SetCAPTCHA(true)
	if status, body := c.do("GET", "/api/captcha-provider", ""); status != 200 || !strings.Contains(body, `"type":"Turnstile"`) {
		t.Errorf("%d %s", status, body)
	}
	c.s.SetCAPTCHA(false)
	status, body := c.do("GET", "/api/captcha-provider", "")
	checkRefusal(t, status, body, "404 entity.not_found")
}
