package logtosim

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
)

// columns are those of a table with a single row, as its settings have: each as it
// is kept.
type columns map[string]json.RawMessage

// seededExperience is the sign-in experience of a new Logto.
const seededExperience = `{
	"tenantId": "default", "id": "default",
	"signIn": {"methods": [{"identifier": "username", "password": true, "verificationCode": false, "isPasswordPrimary": true}]},
	"signUp": {"identifiers": ["username"], "password": true, "verify": false},
	"socialSignIn": {}, "socialSignInConnectorTargets": [], "signInMode": "SignInAndRegister", "passwordPolicy": {},
	"mfa": {"factors": [], "policy": "UserControlled"}, "adaptiveMfa": {}, "singleSignOnEnabled": false,
	"captchaPolicy": {}, "sentinelPolicy": {}, "emailBlocklistPolicy": {}, "verificationCodePolicy": {},
	"forgotPasswordMethods": [], "passkeySignIn": {}, "signUpProfileFields": null, "passwordExpiration": {},
	"usernamePolicy": {"caseSensitive": true, "minLength": 1, "maxLength": 128,
		"allowedChars": {"lowercase": true, "uppercase": true, "numbers": true, "underscore": true}}
}`

// identifier is what a user is known by.
var identifier = oneOf("username", "email", "phone")

// experienceShape is the guard of a change of the sign-in experience. Of what SMS has
// nothing to do with, every value is taken.
var experienceShape = objectOf(slices.Concat([]field{
	{"signIn", objectOf(field{"methods", listOf(objectOf(append(needed(identifier, "identifier"),
		needed(of("boolean"), "password", "verificationCode", "isPasswordPrimary")...)...)), false}), true},
	{"signUp", objectOf(slices.Concat(needed(listOf(identifier), "identifiers"), needed(of("boolean"), "password", "verify"),
		allowed(listOf(objectOf(append(needed(oneOf("username", "email", "phone", "emailOrPhone"), "identifier"),
			allowed(of("boolean"), "verify")...)...)), "secondaryIdentifiers"))...), true},
	{"socialSignInConnectorTargets", listOf(of("string")), true},
	{"signInMode", oneOf("SignIn", "Register", "SignInAndRegister"), true},
	{"mfa", objectOf(
		field{"factors", listOf(oneOf("Totp", "WebAuthn", "BackupCode", "EmailVerificationCode", "PhoneVerificationCode")), false},
		field{"policy", oneOf("UserControlled", "Mandatory", "PromptOnlyAtSignIn", "PromptAtSignInAndSignUp", "NoPrompt",
			"PromptAtSignInAndSignUpMandatory", "PromptOnlyAtSignInMandatory"), false},
		field{"organizationRequiredMfaPolicy", oneOf("NoPrompt", "Mandatory"), true}), true},
	{"adaptiveMfa", objectOf(allowed(of("boolean"), "enabled")...), true},
	{"singleSignOnEnabled", of("boolean"), true},
	{"captchaPolicy", objectOf(allowed(of("boolean"), "enabled")...), true},
	{"sentinelPolicy", objectOf(allowed(of("number"), "maxAttempts", "lockoutDuration")...), true},
	{"forgotPasswordMethods", orNull(listOf(oneOf("EmailVerificationCode", "PhoneVerificationCode"))), true},
	{"passkeySignIn", objectOf(allowed(of("boolean"), "enabled", "showPasskeyButton", "allowAutofill")...), true},
	{"verificationCodePolicy", objectOf(field{"expirationDuration", integer(60, 3600), true}, field{"maxRetryAttempts", integer(1, 100), true}), true},
}, allowed(anything, "color", "branding", "hideLogtoBranding", "languageInfo", "agreeToTermsPolicy", "socialSignIn", "customCss",
	"customContent", "customUiAssets", "customUiCsp", "passwordPolicy", "emailBlocklistPolicy", "signUpProfileFields",
	"usernamePolicy", "termsOfUseUrl", "privacyPolicyUrl", "supportEmail", "supportWebsiteUrl", "unknownSessionRedirectUrl",
	"passwordExpiration"))...)

// Lacking lets a Logto be one of before some settings of the sign-in experience: keys
// such as verificationCodePolicy, or of an object's member, signUp.secondaryIdentifiers.
// They are not in its answers, and are dropped from what it is sent, without a word.
func Lacking(keys ...string) Option {
	return func(s *Server) {
		s.lacks = append(s.lacks, keys...)
		for _, key := range keys {
			delete(s.experience, key)
		}
	}
}

// Older lets a Logto be an older one: without secondary identifiers, a CAPTCHA and a
// policy for codes, and with forgotPasswordMethods null, by which a connector alone
// turns recovery on.
func Older() Option {
	return func(s *Server) {
		Lacking("signUp.secondaryIdentifiers", "captchaPolicy", "verificationCodePolicy")(s)
		s.experience.change(`{"forgotPasswordMethods":null}`)
	}
}

// Experience is the sign-in experience as GET /api/sign-in-exp answers it.
func (s *Server) Experience() json.RawMessage {
	s.mu.Lock()
	defer s.mu.Unlock()
	return []byte(encode(s.experience))
}

// ChangeExperience writes settings of the sign-in experience, an object of JSON, as SQL
// would: nothing is checked, and a key that no Logto knows is kept. It panics where the
// text is no object.
func (s *Server) ChangeExperience(fields string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.experience.change(fields)
}

// change writes some columns.
func (c columns) change(fields string) {
	var given columns
	if err := json.Unmarshal([]byte(fields), &given); err != nil {
		panic(err)
	}
	maps.Copy(c, given)
}

// getExperience answers GET /api/sign-in-exp.
func (s *Server) getExperience(call) answer { return reply(http.StatusOK, s.experience) }

// patchExperience answers PATCH /api/sign-in-exp: each setting that is given takes the
// place of the one that was there, whole.
func (s *Server) patchExperience(c call) answer {
	return s.experience.patch(c, experienceShape, func(given map[string]any) (answer, bool) {
		s.forget(given)
		a, ok := s.judgeExperience(given)
		s.dropAdaptive(given)
		return a, ok
	})
}

// forget drops what this Logto lacks from a change.
func (s *Server) forget(given map[string]any) {
	for _, key := range s.lacks {
		key, inner, nested := strings.Cut(key, ".")
		if members, ok := given[key].(map[string]any); nested && ok {
			delete(members, inner)
		} else if !nested {
			delete(given, key)
		}
	}
}

// patch writes what a request gives, once its shape and a judge allow it; the judge is
// false where it refuses, with the answer.
func (c columns) patch(r call, s shape, judge func(map[string]any) (answer, bool)) answer {
	fields, a, ok := object(r.body)
	if !ok {
		return a
	}
	left, issues := s(fields)
	if len(issues) > 0 {
		return invalidInput(issues...)
	}
	given, _ := left.(map[string]any) // the shape is an object's
	if a, ok := judge(given); !ok {
		return a
	}
	switch {
	case len(given) == 0 || hasHalf(r.body):
		return refuse(http.StatusUnprocessableEntity, "entity.invalid_input", "Invalid input. Value list must not be empty.")
	case hasNUL(given):
		return internalError()
	}
	for key, value := range given {
		c[key] = stored(value)
	}
	return reply(http.StatusOK, c)
}
