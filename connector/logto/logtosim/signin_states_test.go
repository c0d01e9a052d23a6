package logtosim

import (
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"logto-twilio/connector"
)

// What was there before an exchange, in the settings of the sign-in experience.
const (
	usernameAlone  = `{"identifier":"username","password":true,"verificationCode":false,"isPasswordPrimary":true}`
	phoneByCode    = `{"identifier":"phone","password":false,"verificationCode":true,"isPasswordPrimary":false}`
	withPhone      = `{"signIn":{"methods":[` + usernameAlone + `,` + phoneByCode + `]}}`
	withPhoneTwice = `{"signIn":{"methods":[` + usernameAlone + `,` + phoneByCode + `,` + phoneByCode + `]}}`
	phoneBesides   = `{"signUp":{"identifiers":["username"],"password":true,"verify":true,
		"secondaryIdentifiers":[{"identifier":"phone","verify":true}]}}`
	codePolicy    = `{"verificationCodePolicy":{"expirationDuration":120,"maxRetryAttempts":5}}`
	signUpByPhone = `{"signUp":{"identifiers":["phone"],"password":false,"verify":true}}`
	smsFactor     = `{"mfa":{"factors":["PhoneVerificationCode"],"policy":"UserControlled"}}`
)

// withoutConnector are the exchanges before which there was no SMS connector.
var withoutConnector = []string{"i01-get-sign-in-exp", "i02-patch-phone-no-connector", "l01-post-lone-surrogate", "l02-post-proto"}

// settingsBefore are the settings before an exchange that are not those of a new Logto.
var settingsBefore = map[string][]string{
	"i06-patch-phone-again":           {withPhone},
	"i07-patch-signup-phone":          {withPhone},
	"i10b-get":                        {withPhone, phoneBesides},
	"i15-patch-phone-signin-with-mfa": {smsFactor},
	"i22-patch-code-policy":           {withPhoneTwice},
	"i22b-get-code-policy":            {withPhoneTwice, codePolicy},
	"i24-signup-phone-signin-without": {withPhoneTwice},
	"i25-signin-without-signup-phone": {withPhoneTwice, signUpByPhone},
}

// prepareSignIn puts a server in the state that an exchange of the folder sign-in was
// made in. Twilio takes every message, but in the one where it refused.
func prepareSignIn(s *Server, x exchange, ask func(path, body string)) {
	s.twilio = roundTripper(takeAll)
	config := recordedConfig("d")
	if x.Name == "j04-post-verification-code-refused" {
		s.twilio = roundTripper(recordedTwilio)
		config = json.RawMessage(strings.Replace(string(config), strings.Repeat("a", 32), strings.Repeat("a", 30)+"01", 1))
	}
	if !slices.Contains(withoutConnector, x.Name) {
		s.Put(Row{FactoryID: connector.FactoryID, Config: config})
	}
	s.ChangeExperience(`{"adaptiveMfa":{"enabled":false}}`) // the second factor had been looked at, and the account center, too
	s.ChangeAccountCenter(`{"fields":{"email":"Edit","phone":"Edit","password":"Edit","username":"Edit","mfa":"Edit"}}`)
	for _, fields := range settingsBefore[x.Name] {
		s.ChangeExperience(fields)
	}
	switch x.Name {
	case "j03-verify-wrong-code":
		ask("/api/verification-codes", `{"phone":"15551234567"}`)
	case "j05-post-verification-code-rate-limited":
		for range 10 {
			ask("/api/verification-codes", `{"phone":"15551234569"}`)
		}
	}
	s.PutSends(recordedSends...)
}

func takeAll(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusCreated, Body: io.NopCloser(strings.NewReader("{}")), Header: http.Header{}}, nil
}

// recordedSends are those of the recorded audit log, and what the requests for it leave out.
var recordedSends = []Send{
	{At: time.UnixMilli(1795834341953), Event: "Register", Phone: "15556525710"},
	{At: time.UnixMilli(1795835566766), Event: "Register", Phone: "15557654321",
		Error: Refused(`{"code":21608,"message":"The number +15551234567 is unverified.","more_info":"https://www.twilio.com/docs/errors/21608","status":400}`)},
	{At: time.UnixMilli(1795834774893), Event: "SignIn", Phone: "15553334444", Template: "MfaVerification"},
	{At: time.UnixMilli(1795834390345), Event: "SignIn", Phone: "15553334444", Template: "BindMfa"},
	{At: time.UnixMilli(1795834390279), Event: "SignIn", Phone: "15553334444", Template: "MfaVerification"},
	{At: time.UnixMilli(1795834366838), Event: "SignIn", Phone: "15559990002"},
	{At: time.UnixMilli(1795834366814), Event: "SignIn", Phone: "15559990002"},
	{At: time.UnixMilli(1795834366813), Event: "SignIn", Phone: "15559990003"},
	{At: time.UnixMilli(1795834774894), Event: "ForgotPassword", Phone: "15559990002"},
}

// withoutHistory leaves out of a recorded answer what else the user did before a code
// was sent, and how the user and the program that asked are called.
func withoutHistory(value any) any {
	switch v := value.(type) {
	case []any:
		for i := range v {
			v[i] = withoutHistory(v[i])
		}
	case map[string]any:
		if v["type"] == "username" {
			v["value"] = "user"
		}
		if records, ok := v["verificationRecords"].([]any); ok && len(records) == 3 {
			v["verificationRecords"] = []any{records[0], records[2]}
		}
		for _, item := range v {
			withoutHistory(item)
		}
	}
	return value
}
