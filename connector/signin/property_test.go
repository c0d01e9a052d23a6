package signin

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"logto-twilio/connector/simnet/trouble"
)

// settings are the fields that the property is about, as Go has them: the oracle reads
// no more than JSON, and nothing of this package.
type settings struct {
	SignIn struct {
		Methods []struct {
			Identifier                 string
			Password, VerificationCode bool
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
	SignInMode            string
	ForgotPasswordMethods *[]string
	MFA                   struct {
		Factors []string
		Policy  string
	}
	AdaptiveMFA *struct{ Enabled bool }
}

// refused is the oracle: the code of Logto's refusal of a PATCH, after which there
// would be now, "" where it is stored. Recorded: i02 (connector), i05, i07, i08
// (verify), i09, i10, i12, i14, i15 (exclusive), i17 (factor), i24, i25. Of the rest,
// Logto's documentation of its errors has the codes.
func refused(now settings, patch map[string]json.RawMessage, sms, email bool) string {
	lacks := func(identifier string) bool { return identifier == "phone" && !sms || identifier == "email" && !email }
	exclusive := false
	for _, m := range now.SignIn.Methods {
		factor := map[string]string{"phone": "PhoneVerificationCode", "email": "EmailVerificationCode"}[m.Identifier]
		exclusive = exclusive || m.VerificationCode && slices.Contains(now.MFA.Factors, factor)
	}
	if patch["signUp"] != nil {
		for _, id := range now.SignUp.Identifiers {
			switch {
			case lacks(id):
				return "enabled_connector_not_found"
			case id != "username" && !now.SignUp.Verify:
				return "passwordless_requires_verify"
			}
		}
		asked := slices.Clone(now.SignUp.Identifiers)
		for _, s := range now.SignUp.SecondaryIdentifiers {
			switch {
			case len(now.SignUp.Identifiers) == 0:
				return "missing_sign_up_identifiers"
			case s.Identifier != "username" && !s.Verify:
				return "passwordless_requires_verify"
			case lacks(s.Identifier), s.Identifier == "emailOrPhone" && !email:
				return "enabled_connector_not_found"
			case s.Identifier == "emailOrPhone" && (slices.Contains(now.SignUp.Identifiers, "email") || slices.Contains(now.SignUp.Identifiers, "phone")):
				return "duplicated_sign_up_identifiers"
			}
			asked = append(asked, s.Identifier)
		}
		if slices.Sort(asked); len(slices.Compact(asked)) != len(now.SignUp.Identifiers)+len(now.SignUp.SecondaryIdentifiers) {
			return "duplicated_sign_up_identifiers"
		}
	}
	if patch["signIn"] != nil {
		for _, m := range now.SignIn.Methods {
			switch {
			case !m.Password && !m.VerificationCode:
				return "at_least_one_authentication_factor"
			case m.VerificationCode && lacks(m.Identifier):
				return "enabled_connector_not_found"
			case now.SignUp.Verify && !now.SignUp.Password && !m.VerificationCode && m.Identifier != "username":
				return "code_sign_in_must_be_enabled"
			}
		}
		if exclusive {
			return "verification_code_cannot_be_used_for_sign_in"
		}
	}
	if patch["mfa"] != nil {
		if exclusive {
			return "verification_code_cannot_be_used_for_mfa"
		}
		if sorted := slices.Sorted(slices.Values(now.MFA.Factors)); len(slices.Compact(sorted)) != len(now.MFA.Factors) {
			return "duplicated_mfa_factors"
		}
		hard := now.MFA.Policy == "PromptOnlyAtSignInMandatory"
		if now.AdaptiveMFA != nil && now.AdaptiveMFA.Enabled != hard {
			return "adaptive_mfa"
		}
	}
	if patch["forgotPasswordMethods"] != nil {
		for _, m := range *now.ForgotPasswordMethods {
			if m == "PhoneVerificationCode" && !sms || m == "EmailVerificationCode" && !email {
				return "forgot_password_method_requires_connector"
			}
		}
	}
	return ""
}

// some draws from a list, each item or not, in any order and sometimes one twice.
func some(r *rand.Rand, from ...string) []string {
	list := []string{}
	for _, i := range r.Perm(len(from)) {
		if r.IntN(2) == 0 {
			list = append(list, from[i])
		}
	}
	if len(list) > 0 && r.IntN(12) == 0 {
		list = append(list, list[0])
	}
	return list
}

func encode(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// generated is a sign-in experience that somebody might have, and its source: also what
// Logto stored and would not take again, and things that no Logto of today has.
func generated(t *testing.T, r *rand.Rand) []byte {
	t.Helper()
	flip := func() bool { return r.IntN(2) == 0 }
	methods := []any{}
	for _, id := range some(r, "username", "email", "phone") {
		password := flip() || id == "username"
		methods = append(methods, map[string]any{"identifier": id, "password": password,
			"verificationCode": id != "username" && (!password || flip()), "isPasswordPrimary": flip(), "later": r.IntN(9)})
	}
	ids := some(r, "username", "email", "phone")
	up := map[string]any{"identifiers": ids, "password": flip(),
		"verify": flip() || slices.Contains(ids, "email"), "later": []int{r.IntN(9)}}
	if flip() {
		more := []any{}
		for _, id := range some(r, "username", "email", "phone", "emailOrPhone") {
			more = append(more, map[string]any{"identifier": id, "verify": flip(), "later": true})
		}
		up["secondaryIdentifiers"] = more
	}
	fields := []string{
		"signIn", encode(t, map[string]any{"methods": methods, "later": "x"}), "signUp", encode(t, up),
		"signInMode", encode(t, []string{"SignIn", "Register", "SignInAndRegister", "SignInAndRegister"}[r.IntN(4)]),
		"mfa", encode(t, map[string]any{"factors": some(r, "Totp", "WebAuthn", "BackupCode", "EmailVerificationCode", "PhoneVerificationCode"),
			"policy": []string{"UserControlled", "PromptOnlyAtSignInMandatory"}[r.IntN(2)], "organizationRequiredMfaPolicy": "NoPrompt"}),
		"forgotPasswordMethods", encode(t, some(r, "EmailVerificationCode", "PhoneVerificationCode")),
		"adaptiveMfa", encode(t, map[string]bool{"enabled": flip()}),
	}
	switch r.IntN(6) {
	case 0:
		fields = append(fields, "forgotPasswordMethods", "null")
	case 1: // an older Logto
		fields = append(fields, "forgotPasswordMethods", "", "adaptiveMfa", "", "sentinelPolicy", "", "emailBlocklistPolicy", "", "captchaPolicy", "")
	}
	return seededJSON(t, append([]string{"usernamePolicy", "", "socialSignIn", "", "passwordPolicy", "", "passkeySignIn", "", "passwordExpiration", ""}, fields...)...)
}

// For 5,000 sign-in experiences, none of which loses a method, an identifier or a
// factor, nor any unknown key: what is sent is stored, and what is then there is After.
func TestPlansOnlyAdd(t *testing.T) {
	generations := 5000
	if trouble.RaceDetector {
		generations = 500
	}
	r := rand.New(rand.NewPCG(12, 2026))
	written, said := 0, map[Code]int{}
	for range generations {
		before := generated(t, r)
		e, err := Decode(before)
		if err != nil {
			t.Fatalf("%s: %v", before, err)
		}
		known := func() Known { return Known(1 + r.IntN(2)) }
		f := Facts{SMS: Yes, Email: known(), CAPTCHA: known()}
		for _, choice := range everyChoice() {
			p, notices := NewPlan(e, f, choice)
			for _, n := range notices {
				said[n.Code]++
			}
			if p.Patch == nil {
				continue
			}
			written++
			if !checkPlan(t, before, p, f, choice) {
				return
			}
		}
	}
	if written < 3*generations || len(said) < 12 {
		t.Errorf("only %d plans write, %d kinds of notices: %v", written, len(said), said)
	}
}

// everyChoice are all choices there are.
func everyChoice() (list []Choice) {
	for bits := range 16 {
		c := Choice{SignIn: bits&1 > 0, SignUp: bits&2 > 0, Recovery: bits&4 > 0, SecondFactor: bits&8 > 0}
		list = append(list, c)
		if c.SignUp {
			c.Identifier = Instead
			list = append(list, c)
			c.Identifier = Besides
			list = append(list, c)
		}
	}
	return list
}

func checkPlan(t *testing.T, before []byte, p Plan, f Facts, choice Choice) bool {
	t.Helper()
	fail := func(why string) bool {
		t.Errorf("%+v: %s\nbefore %s\nPATCH  %s", choice, why, p.Before.Fields(), p.Patch)
		return false
	}
	var was, now settings
	patch := map[string]json.RawMessage{}
	whole := merged(t, before, p.Patch)
	after, err := Decode(whole)
	if err != nil {
		return fail(err.Error())
	}
	if json.Unmarshal(before, &was) != nil || json.Unmarshal(after.Fields(), &now) != nil || json.Unmarshal(p.Patch, &patch) != nil {
		return fail("it cannot be read")
	}
	if rule := refused(now, patch, true, f.Email == Yes); rule != "" {
		return fail("Logto refuses it: " + rule)
	}
	if !after.Equal(p.After) {
		return fail(fmt.Sprintf("it leads to %s", after.Fields()))
	}
	if !patched(t, whole, p.Undo).Equal(p.Before) {
		return fail(fmt.Sprintf("it leads not back: %s", p.Undo))
	}
	switch why := lost(was, now, choice.Identifier == Instead && choice.SignUp); {
	case why != "":
		return fail("it loses " + why)
	case choice.SignUp && !served(now):
		return fail("who signs up by phone cannot sign in")
	}
	return keptKeys(before, p.Patch) || fail("an unknown key is gone")
}

// lost names what was there and is no longer. A sign-up that the choice replaces may
// lose its identifiers.
func lost(was, now settings, replaced bool) string {
	for i, m := range was.SignIn.Methods {
		if n := now.SignIn.Methods[i]; m.Identifier != n.Identifier || m.Password != n.Password || m.VerificationCode && !n.VerificationCode {
			return "the method " + m.Identifier
		}
	}
	for _, id := range was.SignUp.Identifiers {
		if !replaced && !slices.Contains(now.SignUp.Identifiers, id) {
			return "the identifier " + id
		}
	}
	for i, s := range was.SignUp.SecondaryIdentifiers {
		if n := now.SignUp.SecondaryIdentifiers[i]; n.Identifier != s.Identifier || s.Verify && !n.Verify {
			return "the further identifier " + s.Identifier
		}
	}
	for _, f := range was.MFA.Factors {
		if !slices.Contains(now.MFA.Factors, f) {
			return "the factor " + f
		}
	}
	if was.ForgotPasswordMethods != nil {
		for _, m := range *was.ForgotPasswordMethods {
			if now.ForgotPasswordMethods == nil || !slices.Contains(*now.ForgotPasswordMethods, m) {
				return "the recovery " + m
			}
		}
	} else if now.ForgotPasswordMethods != nil {
		return "recovery by e-mail, which was on by itself"
	}
	if was.SignUp.Password != now.SignUp.Password || was.SignUp.Verify && !now.SignUp.Verify || was.SignInMode != now.SignInMode || was.MFA.Policy != now.MFA.Policy {
		return "a setting"
	}
	return ""
}

// served reports whether who signs up by phone alone can sign in.
func served(now settings) bool {
	if !slices.Contains(now.SignUp.Identifiers, "phone") || len(now.SignUp.Identifiers) > 1 || !now.SignUp.Verify || now.SignInMode == "SignIn" {
		return true
	}
	for _, m := range now.SignIn.Methods {
		if m.Identifier == "phone" && (m.VerificationCode || m.Password && now.SignUp.Password) {
			return true
		}
	}
	return false
}

// keptKeys reports whether each field that is sent has all the keys that it had.
func keptKeys(before, patch []byte) bool {
	var was, sent map[string]any
	if json.Unmarshal(before, &was) != nil || json.Unmarshal(patch, &sent) != nil {
		return false
	}
	for key := range sent {
		if !covers(sent[key], was[key], key == "signUp") {
			return false
		}
	}
	return true
}

// covers reports whether every key and every item of was is in now; values of keys may
// have changed where they are no objects, and the items of identifiers, too.
func covers(now, was any, up bool) bool {
	switch was := was.(type) {
	case map[string]any:
		other, ok := now.(map[string]any)
		for key, value := range was {
			if !ok || other[key] == nil && value != nil {
				return false
			}
			if replaced := up && key == "identifiers"; !replaced && !covers(other[key], value, up) {
				return false
			}
		}
	case []any:
		other, ok := now.([]any)
		if !ok || len(other) < len(was) {
			return false
		}
		for i, value := range was {
			if !covers(other[i], value, up) {
				return false
			}
		}
	}
	return true
}
