package sms

import (
	"testing"

	"logto-twilio/connector/problem"
)

// trunkZeros are the ways in which the zero of calls within a country is written.
var trunkZeros = []struct {
	in, want string
	code     problem.Code
}{
	// in brackets of its own it is none of the number's
	{"+44 (0)7700 900123", "+447700900123", ""},
	{"+44(0)7700900123", "+447700900123", ""},
	{"0044 (0) 7700 900123", "+447700900123", ""},
	{"(+44) (0) 7700-900123", "+447700900123", ""},
	{"+(44)(0)7700 900123", "+447700900123", ""},
	{"+44-[0]-7700.900123", "+447700900123", ""},
	{"＋44（0）7700900123", "+447700900123", ""},
	{"+49 (0)171 1234567", "+491711234567", ""},
	{"+41 (0)79 123 45 67", "+41791234567", ""},
	{"+353 (0)85 012 3456", "+353850123456", ""},
	{"+36 (06) 30 123 4567", "+36301234567", ""},
	{"+7 (8) 916 123-45-67", "+79161234567", ""},
	// Italy and a few others have it in the number
	{"+39 06 1234 5678", "+390612345678", ""},
	{"+39 (0)6 1234 5678", "+390612345678", ""},
	{"+39 (06) 1234 5678", "+390612345678", ""},
	{"+378 0549 123456", "+3780549123456", ""},
	{"+225 07 01 23 45 67", "+2250701234567", ""},
	{"+229 01 97 12 34 56", "+2290197123456", ""},
	{"+241 (0)6 03 12 34", "+2410603" + "1234", ""},
	// without brackets somebody has to say
	{"+44 07700 900123", "", problem.PhoneTrunkZero},
	{"0044 07700 900123", "", problem.PhoneTrunkZero},
	{"+44 (07700) 900123", "", problem.PhoneTrunkZero},
	{"+440 7700 900123", "", problem.PhoneTrunkZero},
	{"+49 0171 1234567", "", problem.PhoneTrunkZero},
	{"+81 090-1234-5678", "", problem.PhoneTrunkZero},
	{"+1 0555 123 4567", "", problem.PhoneTrunkZero},
	{"+972 052-123-4567", "", problem.PhoneTrunkZero},
	// a zero that is elsewhere is one of the number
	{"+86 10 (0)123 4567", "+861001234567", ""},
	{"+1 (205) 012-3456", "+12050123456", ""},
	{"(0)7700 900123", "", problem.PhoneNoCountry},
	{"+44 0", "", problem.PhoneTooShort},
}

// The suggestion is the number that is meant.
func TestTrunkZeroSuggestion(t *testing.T) {
	for in, want := range map[string]string{
		"+44 07700 900123":    "+447700900123",
		"0049 0171 1234567":   "+491711234567",
		"+81 090-1234-5678":   "+819012345678",
		"+36 06 30 123 4567":  "+36301234567",
		"+36 0 30 123 4567":   "+36301234567",
		"+44 007700 900123":   "+447700900123",
		"44 07700 900123":     "+447700900123", // without a plus, too
		"44 (0)7700 900123":   "+447700900123",
		"+49 0123456789012 3": "+491234567890123",
	} {
		_, p := ParsePhone(in)
		if p == nil || p.Args["suggestion"] != want {
			t.Errorf("%q: %+v, want %s", in, p, want)
			continue
		}
		if n, again := ParsePhone(want); again != nil || n != want {
			t.Errorf("what is suggested for %q is no number: %+v", in, again)
		}
	}
}

func TestCountryCode(t *testing.T) {
	for number, want := range map[string]string{
		"15551234567": "1", "79161234567": "7", "447700900123": "44", "8613800138000": "86", "35312345678": "353",
		"2902345": "290", "21": "", "": "", "9": "", "97212": "972",
	} {
		if got := countryCode(number); got != want {
			t.Errorf("%s begins with %q, not %q", number, want, got)
		}
	}
}
