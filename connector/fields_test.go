package connector

import (
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/char"
	"logto-twilio/connector/problem"
)

// Values shaped like Twilio's, of one digit each.
var (
	fakeAccount = "AC" + strings.Repeat("a", 32)
	fakeService = "MG" + strings.Repeat("c", 32)
	fakeToken   = strings.Repeat("b", 32)
)

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"abc", "abc"},
		{" \t abc\r\n", "abc"},
		{`"abc",`, "abc"},
		{` "abc" , `, "abc"},
		{"“abc”", "abc"},
		{"`'abc'`", "abc"},
		{"\u200babc\ufeff", "abc"},
		{"\u202a+1555\u202c", "+1555"},
		{"a\u00adb\x00c", "abc"},
		{"\u00a0abc\u3000", "abc"},
		{"a b", "a b"},
		{`"`, `"`},
		{`"abc`, `"abc`},
		{"abc;", "abc"},
	}
	for _, test := range tests {
		if got := char.TrimPaste(test.in); got != test.want {
			t.Errorf("Clean(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestClassify(t *testing.T) {
	hex := strings.Repeat("0aF", 11)[:32]
	tests := map[string]Pasted{
		"": PastedEmpty, "AC" + hex: PastedAccountSID, "SK" + hex: PastedAPIKeySID, "MG" + hex: PastedServiceSID,
		"VA" + hex: PastedVerifySID, "PN" + hex: PastedPhoneNumberSID, "SM" + hex: PastedMessageSID, "MM" + hex: PastedMessageSID,
		"HX" + hex: PastedOtherSID, hex: PastedTokenLike, "ac" + hex: PastedUnknown, "AC" + hex[1:]: PastedUnknown,
		"+1 (555) 123-4567": PastedPhoneNumber, "15551234567": PastedUnknown,
		"<your-account-sid>": PastedPlaceholder, "{{token}}": PastedPlaceholder, "[Token]": PastedPlaceholder,
		"your_auth_token": PastedPlaceholder, "AC" + strings.Repeat("x", 32): PastedPlaceholder,
		"ACxxxxxx": PastedPlaceholder, "••••••••": PastedPlaceholder, "xxx": PastedPlaceholder, "yourself2": PastedUnknown,
		"${TWILIO_AUTH_TOKEN}": PastedEnvironment, "$TOKEN": PastedEnvironment, "%TOKEN%": PastedEnvironment,
		"process.env.TOKEN": PastedEnvironment, "$5 bill": PastedUnknown, "hello": PastedUnknown,
	}
	for in, want := range tests {
		if got := Classify(in); got != want {
			t.Errorf("Classify(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestCheckFields(t *testing.T) {
	tests := []struct {
		check func(string) []problem.Problem
		in    string
		want  []problem.Code
	}{
		{CheckAccountSID, fakeAccount, nil},
		{CheckAccountSID, "", []problem.Code{problem.EmptyValue}},
		{CheckAccountSID, "  ", []problem.Code{problem.EmptyValue}},
		{CheckAccountSID, " " + fakeAccount, []problem.Code{problem.SurroundingBlanks}},
		{CheckAccountSID, "\"" + fakeAccount + "\"", []problem.Code{problem.SurroundingQuotes}},
		{CheckAccountSID, "\u200b\"" + fakeService + "\" ", []problem.Code{problem.InvisibleInValue, problem.SurroundingBlanks, problem.SurroundingQuotes, problem.PastedAServiceSID}},
		{CheckAccountSID, "SK" + fakeToken, []problem.Code{problem.PastedAnAPIKey}},
		{CheckAccountSID, "<your-account-sid>", []problem.Code{problem.PlaceholderLeft}},
		{CheckAccountSID, "${SID}", []problem.Code{problem.UnexpandedVariable}},
		{CheckAccountSID, fakeAccount[:30], []problem.Code{problem.SIDLength}},
		{CheckAccountSID, "hello", []problem.Code{problem.MalformedSID}},
		{CheckAuthToken, fakeToken, nil},
		{CheckAuthToken, TokenVariable, []problem.Code{problem.TokenFromEnvironment}},
		{CheckAuthToken, "${OTHER}", []problem.Code{problem.UnexpandedVariable}},
		{CheckAuthToken, fakeAccount, []problem.Code{problem.PastedAnAccountSID}},
		{CheckAuthToken, "hunter2", []problem.Code{problem.UnusualToken}},
		{CheckServiceSID, fakeService, nil},
		{CheckServiceSID, "VA" + fakeToken, []problem.Code{problem.PastedAVerifySID}},
		{CheckServiceSID, "PN" + fakeToken, []problem.Code{problem.PastedAPhoneNumberSID}},
		{CheckServiceSID, "SM" + fakeToken, []problem.Code{problem.PastedAMessageSID}},
		{CheckServiceSID, "HX" + fakeToken, []problem.Code{problem.PastedAnotherSID}},
		{CheckServiceSID, fakeToken, []problem.Code{problem.PastedAToken}},
		{CheckServiceSID, "+15551234567", []problem.Code{problem.PastedAPhoneNumber}},
	}
	for _, test := range tests {
		problems := test.check(test.in)
		var got []problem.Code
		for _, p := range problems {
			got = append(got, p.Code)
			for _, value := range p.Args {
				if s, ok := value.(string); ok && len(s) > 2 && strings.Contains(test.in, s) {
					t.Errorf("an argument of %s holds the value: %v", p.Code, p.Args)
				}
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: %v, want %v", test.in, got, test.want)
		}
	}
}
