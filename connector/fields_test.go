package connector

import (
	"slices"
	"strings"
	"testing"
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
		if got := Clean(test.in); got != test.want {
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
		check func(string) []Problem
		in    string
		want  []Code
	}{
		{CheckAccountSID, fakeAccount, nil},
		{CheckAccountSID, "", []Code{EmptyValue}},
		{CheckAccountSID, "  ", []Code{EmptyValue}},
		{CheckAccountSID, " " + fakeAccount, []Code{SurroundingBlanks}},
		{CheckAccountSID, "\"" + fakeAccount + "\"", []Code{SurroundingQuotes}},
		{CheckAccountSID, "\u200b\"" + fakeService + "\" ", []Code{InvisibleInValue, SurroundingBlanks, SurroundingQuotes, PastedAServiceSID}},
		{CheckAccountSID, "SK" + fakeToken, []Code{PastedAnAPIKey}},
		{CheckAccountSID, "<your-account-sid>", []Code{PlaceholderLeft}},
		{CheckAccountSID, "${SID}", []Code{UnexpandedVariable}},
		{CheckAccountSID, fakeAccount[:30], []Code{SIDLength}},
		{CheckAccountSID, "hello", []Code{MalformedSID}},
		{CheckAuthToken, fakeToken, nil},
		{CheckAuthToken, TokenVariable, []Code{TokenFromEnvironment}},
		{CheckAuthToken, "${OTHER}", []Code{UnexpandedVariable}},
		{CheckAuthToken, fakeAccount, []Code{PastedAnAccountSID}},
		{CheckAuthToken, "hunter2", []Code{UnusualToken}},
		{CheckServiceSID, fakeService, nil},
		{CheckServiceSID, "VA" + fakeToken, []Code{PastedAVerifySID}},
		{CheckServiceSID, "PN" + fakeToken, []Code{PastedAPhoneNumberSID}},
		{CheckServiceSID, "SM" + fakeToken, []Code{PastedAMessageSID}},
		{CheckServiceSID, "HX" + fakeToken, []Code{PastedAnotherSID}},
		{CheckServiceSID, fakeToken, []Code{PastedAToken}},
		{CheckServiceSID, "+15551234567", []Code{PastedAPhoneNumber}},
	}
	for _, test := range tests {
		problems := test.check(test.in)
		var got []Code
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

func TestParsePhone(t *testing.T) {
	tests := []struct {
		in, want string
		code     Code
	}{
		{"+15551234567", "+15551234567", ""},
		{" +1 (555) 123-4567\n", "+15551234567", ""},
		{"0086 138.0013.8000", "+8613800138000", ""},
		{"\u202a+1\u00a0555\u2011123\u20114567\u202c", "+15551234567", ""},
		{"＋８６（１３８）００１３８０００", "+8613800138000", ""},
		{"+290 2345", "+2902345", ""},
		{"+123456789012345", "+123456789012345", ""},
		{"+1234567890123456", "", PhoneTooLong},
		{"+123456", "", PhoneTooShort},
		{"5551234567", "", PhoneNoCountry},
		{"+0123456789", "", PhoneLeadingZero},
		{"", "", PhoneEmpty},
		{"+", "", PhoneEmpty},
		{"+1555CALLNOW", "", PhoneCharacter},
		{"+1555+1234567", "", PhonePlusWithin},
		{"+447700900123+15551234567", "", PhonePlusWithin},
		{"+447700900123，＋15551234567", "", PhoneCharacter},
		{"++15551234567", "", PhonePlusWithin},
		{"15551234567", "", PhoneNoPlus},
		{"1 (555) 123-4567", "", PhoneNoPlus},
		{"138 0013 8000", "", PhoneNoPlus},
		{"01751234567", "", PhoneNoCountry},
		{"1234567890123456", "", PhoneNoCountry},
		{"+1555\u0660123", "", PhoneCharacter},
	}
	tests = append(tests, trunkZeros...)
	for _, test := range tests {
		got, p := ParsePhone(test.in)
		if got != test.want || (p == nil) != (test.code == "") || p != nil && p.Code != test.code {
			t.Errorf("ParsePhone(%q) = %q, %+v, want %q, %s", test.in, got, p, test.want, test.code)
		}
	}
}
