package diagnosis

import (
	"slices"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
)

// A code stands for one thing in the whole program, but for what a choice and a check
// have in common.
func TestCodesAreOfThisPackageAlone(t *testing.T) {
	all := Codes()
	for i, code := range all {
		if slices.Contains(all[:i], code) || slices.Contains(account.CheckCodes(), code) || slices.Contains(problem.Codes(), code) {
			t.Errorf("%s is there twice", code)
		}
	}
	for _, code := range []signin.Code{signin.OpenSignUp, signin.OpenSignUpCAPTCHAOff, signin.OpenSignUpCAPTCHAUnknown} {
		if !slices.Contains(all, problem.Code(code)) {
			t.Errorf("%s is not a check", code)
		}
	}
}
