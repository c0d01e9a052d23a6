package connector

import "testing"

// A suggestion is for a slip, not for another word: two letters at the most, and no
// more than a third of the name, or a long part of it.
func TestClosest(t *testing.T) {
	names := []string{"Register", "SignIn", "ForgotPassword", "Generic", "Test", "MfaVerification"}
	for name, want := range map[string]string{
		"Signin": "SignIn", "sign-in": "SignIn", "SingIn": "SignIn", "Sign": "SignIn", "Regster": "Register",
		"ForgotPasword": "ForgotPassword", "Ｔｅｓｔ": "Test", "Tset": "Test", "Genеric": "Generic", // the е is Cyrillic
		"Verification": "MfaVerification", "MyMfaVerification": "MfaVerification",
		"": "", "Te": "", "Toasted": "", "Forgot": "", "ForgetPasswArdz": "", "RegisterFormer": "", "Restricted": "", "Signature": "",
	} {
		if got, ok := Closest(name, names); got != want || ok != (want != "") {
			t.Errorf("%q: %q, %t; want %q", name, got, ok, want)
		}
	}
}
