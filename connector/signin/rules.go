package signin

import (
	"slices"

	"logto-twilio/connector/problem"
)

// exclusive says that a second factor by SMS and sign-in by SMS exclude each other,
// where the plan would have both and adds one of them.
func (d *draft) exclusive() {
	methods, _ := d.methods()
	factors, _ := texts(d.fields[keyMFA].Get("factors"))
	adds := func(codes ...ChangeCode) bool {
		return slices.ContainsFunc(d.changes, func(c Change) bool { return slices.Contains(codes, c.Code) })
	}
	code, factor := adds(CodeMethodAdded, CodeMethodOn), adds(SecondFactorAdded)
	if !hasCode(methods, phone) || !slices.Contains(factors, codeFactor) || !code && !factor {
		return
	}
	use, with := SecondFactor, SignIn
	if d.choice.SignUp && !d.choice.SignIn && code {
		with = SignUp // it brings the sign-in
	}
	if !factor {
		use, with = with, SecondFactor
	}
	d.say(Exclusive, use, problem.Args{"with": string(with), "chosen": code && factor})
}

// refusals says what Logto holds against a field that is to be written for something
// that was there before: a PATCH has each field checked whole.
func (d *draft) refusals(touched []string) {
	checks := map[string]func(){keySignIn: d.refusedSignIn, keySignUp: d.refusedSignUp, keyRecovery: d.refusedRecovery, keyMFA: d.refusedMFA}
	for _, key := range touched {
		checks[key]()
	}
}

// refuse says that Logto would refuse a field.
func (d *draft) refuse(use Use, rule, field, identifier string) {
	d.say(WouldRefuse, use, problem.Args{"rule": "sign_in_experiences." + rule, "field": field, "identifier": identifier})
}

// Rules of Logto: the code of its refusal.
const (
	ruleConnector  = "enabled_connector_not_found"
	ruleFactor     = "at_least_one_authentication_factor"
	ruleCode       = "code_sign_in_must_be_enabled"
	ruleVerify     = "passwordless_requires_verify"
	ruleTwice      = "duplicated_sign_up_identifiers"
	ruleEmail      = "email_verification_code_cannot_be_used_for_sign_in"
	ruleExclusive  = "phone_verification_code_cannot_be_used_for_sign_in"
	ruleRecovery   = "forgot_password_method_requires_connector"
	ruleDuplicates = "duplicated_mfa_factors"
	ruleAdaptive   = "adaptive_mfa_requires_non_skippable_policy"
	ruleSkippable  = "non_adaptive_mfa_requires_skippable_policy"
)

func (d *draft) refusedSignIn() {
	methods, _ := d.methods()
	up := d.fields[keySignUp]
	codeOnly := isTrue(up.Get("verify")) && !isTrue(up.Get("password"))
	for _, m := range methods {
		switch {
		case !m.password && !m.code:
			d.refuse(SignIn, ruleFactor, "signIn.methods", m.identifier)
		case m.identifier == "email" && m.code && d.facts.Email == No:
			d.refuse(SignIn, ruleConnector, "signIn.methods", m.identifier)
		case codeOnly && !m.code && m.identifier != "username":
			d.refuse(SignIn, ruleCode, "signIn.methods", m.identifier)
		}
	}
	factors, _ := texts(d.fields[keyMFA].Get("factors"))
	if hasCode(methods, phone) && slices.Contains(factors, codeFactor) {
		d.refuse(SignIn, ruleExclusive, "signIn.methods", phone)
	}
	if hasCode(methods, "email") && slices.Contains(factors, emailCode) {
		d.refuse(SignIn, ruleEmail, "signIn.methods", "email")
	}
}

func (d *draft) refusedSignUp() {
	ids := d.SignUpIdentifiers()
	more, _ := d.secondaries()
	seen := map[string]bool{}
	for _, id := range ids {
		d.refusedIdentifier(seen, "signUp.identifiers", id)
	}
	for _, s := range more {
		if s.identifier != "username" && !s.verify {
			d.refuse(SignUp, ruleVerify, "signUp.secondaryIdentifiers", s.identifier)
		}
		if s.identifier == emailOrPhone && (seen["email"] || seen[phone]) {
			d.refuse(SignUp, ruleTwice, "signUp.secondaryIdentifiers", s.identifier)
		}
		d.refusedIdentifier(seen, "signUp.secondaryIdentifiers", s.identifier)
	}
}

// refusedIdentifier says what Logto holds against an identifier, whichever form asks for it.
func (d *draft) refusedIdentifier(seen map[string]bool, field, id string) {
	if seen[id] {
		d.refuse(SignUp, ruleTwice, field, id)
	}
	seen[id] = true
	if (id == "email" || id == emailOrPhone) && d.facts.Email == No {
		d.refuse(SignUp, ruleConnector, field, id)
	}
}

func (d *draft) refusedRecovery() {
	if list, _ := texts(d.fields[keyRecovery]); slices.Contains(list, emailCode) && d.facts.Email == No {
		d.refuse(Recovery, ruleRecovery, keyRecovery, "email")
	}
}

func (d *draft) refusedMFA() {
	factors, _ := texts(d.fields[keyMFA].Get("factors"))
	seen := map[string]bool{}
	for _, factor := range factors {
		if seen[factor] {
			d.refuse(SecondFactor, ruleDuplicates, "mfa.factors", factor)
		}
		seen[factor] = true
	}
	methods, _ := d.methods()
	if hasCode(methods, phone) {
		d.refuse(SecondFactor, ruleExclusive, "mfa.factors", phone)
	}
	if hasCode(methods, "email") && seen[emailCode] {
		d.refuse(SecondFactor, ruleEmail, "mfa.factors", "email")
	}
	adaptive := d.fields[keyAdaptive]
	if adaptive == nil {
		return // a Logto that does not have it
	}
	policy := d.fields[keyMFA].Get("policy")
	mandatory := policy != nil && slices.Contains([]string{"PromptAtSignInAndSignUpMandatory", "PromptOnlyAtSignInMandatory"}, policy.Text)
	switch on := isTrue(adaptive.Get("enabled")); {
	case on && !mandatory:
		d.refuse(SecondFactor, ruleAdaptive, "mfa.policy", "")
	case !on && mandatory:
		d.refuse(SecondFactor, ruleSkippable, "mfa.policy", "")
	}
}
