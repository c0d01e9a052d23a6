package connector

import (
	"strings"
	"testing"
)

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

// Names of ASCII are folded in a way of their own, to the same.
func TestFoldASCII(t *testing.T) {
	const beyond = "é"
	for _, s := range []string{"", "accountSID", "Account_SID", "from-messaging service.SID 2", "\x00~{}[]@`Zz09", strings.Repeat("aB-", longestName)} {
		folded, ok := foldASCII(s)
		if long := fold(s + beyond); !ok || len(s)+len(beyond) <= 3*longestName && folded+beyond != long {
			t.Errorf("%q: %q, %t; %q", s, folded, ok, long)
		}
	}
	if folded, ok := foldASCII("a" + beyond); ok {
		t.Errorf("%q", folded)
	}
}
