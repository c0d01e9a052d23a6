package logtosim

import (
	"encoding/json"
	"maps"
	"slices"
)

// settings are what the rules of the sign-in experience are about.
type settings struct {
	SignIn struct {
		Methods []struct {
			Identifier       string
			Password         bool
			VerificationCode bool
		}
	}
	SignUp struct {
		Identifiers          []string
		Password, Verify     bool
		SecondaryIdentifiers []struct {
			Identifier string
			Verify     bool
		}
	}
	MFA struct {
		Factors []string
		Policy  string
	}
	Adaptive struct{ Enabled *bool } `json:"adaptiveMfa"`
	Forgot   []string                `json:"forgotPasswordMethods"`

	sms, email bool // the connectors that are there
	spoken     bool // the change says something of adaptiveMfa
}

// rule is one that a change of a setting has to keep, as it and the others are then.
type rule struct {
	key, code, message string
	broken             func(settings) bool
}

// What is said where a connector is missing, a code twice or an identifier unproved.
const (
	noConnector    = "enabled_connector_not_found"
	noEmail        = "Enabled Email connector not found."
	noSMS          = "Enabled Sms connector not found."
	duplicate      = "duplicated_sign_up_identifiers"
	duplicateText  = "Duplicate sign-up identifiers detected."
	unverified     = "passwordless_requires_verify"
	unverifiedText = "Must enable verify for email/phone sign up identifier."
	noForgot       = "forgot_password_method_requires_connector"
)

// rules are all of them, in the order that they are asked in.
var rules = []rule{
	{"signUp", "missing_sign_up_identifiers", "Primary sign-up identifier cannot be empty.", func(s settings) bool {
		return len(s.SignUp.SecondaryIdentifiers) > 0 && len(s.SignUp.Identifiers) == 0
	}},
	{"signUp", duplicate, duplicateText, settings.asksTwice},
	{"signUp", unverified, unverifiedText, settings.unverified},
	{"signUp", noConnector, noEmail, func(s settings) bool { return s.signsUpBy("email") && !s.email }},
	{"signUp", noConnector, noSMS, func(s settings) bool { return s.signsUpBy("phone") && !s.sms }},
	{"signIn", noConnector, noEmail, func(s settings) bool { return s.signsInByCode("email") && !s.email }},
	{"signIn", noConnector, noSMS, func(s settings) bool { return s.signsInByCode("phone") && !s.sms }},
	{"signIn", "at_least_one_authentication_factor", "You have to select at least one authentication factor.", func(s settings) bool {
		for _, m := range s.SignIn.Methods {
			if !m.Password && !m.VerificationCode {
				return true
			}
		}
		return false
	}},
	{"signIn", "code_sign_in_must_be_enabled",
		"Verification code sign in must be enabled when set a password is not required in sign up.", settings.needsPassword},
	{"signIn", "email_verification_code_cannot_be_used_for_sign_in",
		"Email verification code cannot be used for sign-in when it is enabled for MFA.",
		func(s settings) bool { return s.usesTwice("email", "EmailVerificationCode") }},
	{"signIn", "phone_verification_code_cannot_be_used_for_sign_in",
		"SMS verification code cannot be used for sign-in when it is enabled for MFA.",
		func(s settings) bool { return s.usesTwice("phone", "PhoneVerificationCode") }},
	{"mfa", "duplicated_mfa_factors", "Duplicated MFA factors.", func(s settings) bool { return !unique(s.MFA.Factors) }},
	{"mfa", "backup_code_cannot_be_enabled_alone", "Backup code cannot be enabled alone.", func(s settings) bool {
		return slices.Equal(s.MFA.Factors, []string{"BackupCode"})
	}},
	{"mfa", "email_verification_code_cannot_be_used_for_mfa",
		"Email verification code cannot be used for MFA when email verification is enabled for sign-in.",
		func(s settings) bool { return s.usesTwice("email", "EmailVerificationCode") }},
	{"mfa", "phone_verification_code_cannot_be_used_for_mfa",
		"SMS verification code cannot be used for MFA when SMS verification is enabled for sign-in.",
		func(s settings) bool { return s.usesTwice("phone", "PhoneVerificationCode") }},
	{"adaptiveMfa", "adaptive_mfa_requires_mfa", "MFA must be enabled before enabling adaptive MFA.",
		func(s settings) bool { return s.adaptive() && len(s.MFA.Factors) == 0 }},
	{"adaptiveMfa", firmPolicy, firmPolicyText, func(s settings) bool { return s.adaptive() && !s.firm() }},
	{"adaptiveMfa", softPolicy, softPolicyText,
		func(s settings) bool { return s.Adaptive.Enabled != nil && !s.adaptive() && s.firm() }},
	{"mfa", firmPolicy, firmPolicyText, func(s settings) bool { return s.untoldAdaptive() && s.adaptive() && !s.firm() }},
	{"mfa", softPolicy, softPolicyText, func(s settings) bool { return s.untoldAdaptive() && !s.adaptive() && s.firm() }},
	{"forgotPasswordMethods", noForgot, "Forgot password method requires a corresponding email connector to be configured.",
		func(s settings) bool { return slices.Contains(s.Forgot, "EmailVerificationCode") && !s.email }},
	{"forgotPasswordMethods", noForgot, "Forgot password method requires a corresponding sms connector to be configured.",
		func(s settings) bool { return slices.Contains(s.Forgot, "PhoneVerificationCode") && !s.sms }},
}

// judgeExperience holds a change against the rules of what it changes; false where one
// is broken, with the answer.
func (s *Server) judgeExperience(given map[string]any) (answer, bool) {
	after := maps.Clone(s.experience)
	for key, value := range given {
		after[key] = stored(value)
	}
	var set settings
	if err := json.Unmarshal([]byte(encode(after)), &set); err != nil {
		return internalError(), false // the row holds what the server cannot read
	}
	_, set.spoken = given["adaptiveMfa"]
	set.sms, set.email = s.connector(provider{}) != nil, s.connector(provider{Email: true}) != nil
	for _, r := range rules {
		if _, changes := given[r.key]; changes && r.broken(set) {
			return refuse(r.status(), "sign_in_experiences."+r.code, r.message), false
		}
	}
	return answer{}, true
}

// connector is the one that sends what a provider of the kind does, nil for none.
func (s *Server) connector(kind provider) *Row {
	for _, r := range s.installed() {
		if providers[r.FactoryID].kind() == kind.kind() {
			return &r
		}
	}
	return nil
}

// secondary are the identifiers that sign-up asks for besides.
func (s settings) secondary() []string {
	var list []string
	for _, i := range s.SignUp.SecondaryIdentifiers {
		list = append(list, i.Identifier)
	}
	return list
}

// asksTwice reports whether sign-up asks for an identifier twice.
func (s settings) asksTwice() bool {
	first, second := s.SignUp.Identifiers, s.secondary()
	return !unique(first) || !unique(second) || slices.ContainsFunc(second, func(i string) bool {
		return slices.Contains(first, i) || i == "emailOrPhone" && (slices.Contains(first, "email") || slices.Contains(first, "phone"))
	})
}

// unverified reports whether sign-up takes an address or a number without proof.
func (s settings) unverified() bool {
	provable := func(i string) bool { return i != "username" }
	if !s.SignUp.Verify && (slices.ContainsFunc(s.SignUp.Identifiers, provable) || slices.ContainsFunc(s.secondary(), provable)) {
		return true
	}
	for _, i := range s.SignUp.SecondaryIdentifiers {
		if provable(i.Identifier) && !i.Verify {
			return true
		}
	}
	return false
}

// needsPassword reports whether a user who signed up without a password has a way of
// signing in that only takes one.
func (s settings) needsPassword() bool {
	if !s.SignUp.Verify || s.SignUp.Password {
		return false
	}
	for _, m := range s.SignIn.Methods {
		if !m.VerificationCode && m.Identifier != "username" {
			return true
		}
	}
	return false
}

// signsUpBy reports whether sign-up asks for an e-mail address or a phone number.
func (s settings) signsUpBy(identifier string) bool {
	second := s.secondary()
	return slices.Contains(s.SignUp.Identifiers, identifier) || slices.Contains(second, identifier) || slices.Contains(second, "emailOrPhone")
}

// signsInByCode reports whether a code for an identifier is a way to sign in.
func (s settings) signsInByCode(identifier string) bool {
	for _, m := range s.SignIn.Methods {
		if m.Identifier == identifier && m.VerificationCode {
			return true
		}
	}
	return false
}

// usesTwice reports whether a code is both a way to sign in and a second factor.
func (s settings) usesTwice(identifier, factor string) bool {
	return s.signsInByCode(identifier) && slices.Contains(s.MFA.Factors, factor)
}

// unique reports whether no text is in a list twice.
func unique(list []string) bool {
	return len(slices.Compact(slices.Sorted(slices.Values(list)))) == len(list)
}
