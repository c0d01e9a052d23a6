package sms

import (
	"testing"

	"logto-twilio/connector/problem"
)

func TestParsePhone(t *testing.T) {
	tests := []struct {
		in, want string
		code     problem.Code
	}{
		{"+15551234567", "+15551234567", ""},
		{" +1 (555) 123-4567\n", "+15551234567", ""},
		{"0086 138.0013.8000", "+8613800138000", ""},
		{"\u202a+1\u00a0555\u2011123\u20114567\u202c", "+15551234567", ""},
		{"＋８６（１３８）００１３８０００", "+8613800138000", ""},
		{"+290 2345", "+2902345", ""},
		{"+123456789012345", "+123456789012345", ""},
		{"+1234567890123456", "", problem.PhoneTooLong},
		{"+123456", "", problem.PhoneTooShort},
		{"5551234567", "", problem.PhoneNoCountry},
		{"+0123456789", "", problem.PhoneLeadingZero},
		{"", "", problem.PhoneEmpty},
		{"+", "", problem.PhoneEmpty},
		{"+1555CALLNOW", "", problem.PhoneCharacter},
		{"+1555+1234567", "", problem.PhonePlusWithin},
		{"+447700900123+15551234567", "", problem.PhonePlusWithin},
		{"+447700900123，＋15551234567", "", problem.PhoneCharacter},
		{"++15551234567", "", problem.PhonePlusWithin},
		{"15551234567", "", problem.PhoneNoPlus},
		{"1 (555) 123-4567", "", problem.PhoneNoPlus},
		{"138 0013 8000", "", problem.PhoneNoPlus},
		{"01751234567", "", problem.PhoneNoCountry},
		{"1234567890123456", "", problem.PhoneNoCountry},
		{"+1555\u0660123", "", problem.PhoneCharacter},
	}
	tests = append(tests, trunkZeros...)
	for _, test := range tests {
		got, p := ParsePhone(test.in)
		if got != test.want || (p == nil) != (test.code == "") || p != nil && p.Code != test.code {
			t.Errorf("ParsePhone(%q) = %q, %+v, want %q, %s", test.in, got, p, test.want, test.code)
		}
	}
}
