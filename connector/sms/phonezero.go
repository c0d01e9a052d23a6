package sms

import "strings"

// keepsZero are the country codes behind which a number that takes SMS, or may, can
// begin with 0: no zero there is a trunk prefix for sure (libphonenumber 9, the
// patterns of each country's numbers; toll-free ones left out).
var keepsZero = map[string]bool{
	"39":  true, // Italy, the Vatican
	"225": true, // Côte d'Ivoire
	"226": true, // Burkina Faso
	"229": true, // Benin
	"241": true, // Gabon
	"242": true, // Congo
	"247": true, // Ascension
	"250": true, // Rwanda
	"378": true, // San Marino
	"881": true, // satellites
	"888": true, // several countries at once
	"992": true, // Tajikistan
}

// trunkPrefixes are what is dialled before a number within a country and is no
// single 0, by country code.
var trunkPrefixes = map[string]string{"7": "8", "36": "06", "370": "8"}

// shortCountryCodes are the country codes of one and two digits; all others have
// three (ITU-T E.164, annex "List of assigned country codes").
const shortCountryCodes = " 1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 " +
	"60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 "

// countryCode is the country code that a number of digits begins with, "" where
// they are too few.
func countryCode(number string) string {
	for n := 1; n <= min(2, len(number)); n++ {
		if strings.Contains(shortCountryCodes, " "+number[:n]+" ") {
			return number[:n]
		}
	}
	if len(number) < 3 {
		return ""
	}
	return number[:3]
}

// bracketedTrunk reports whether what stands in brackets is but the trunk prefix, as
// in +44 (0)7700 900123. before are the digits, and the plus, that precede it.
func bracketedTrunk(before, within string) bool {
	code, plus := strings.CutPrefix(before, "+")
	if !plus {
		code = strings.TrimPrefix(before, "00")
	}
	if code == "" || countryCode(code) != code || keepsZero[code] {
		return false
	}
	return within == "0" || within == trunkPrefixes[code]
}

// withoutTrunk leaves a trunk prefix that begins with 0 out of a number of digits;
// ok is false where there is none for sure.
func withoutTrunk(number string) (short, code string, ok bool) {
	code = countryCode(number)
	rest, zero := strings.CutPrefix(number[len(code):], "0")
	if code == "" || !zero || keepsZero[code] {
		return number, code, false
	}
	if prefix, found := strings.CutPrefix(trunkPrefixes[code], "0"); found {
		rest = strings.TrimPrefix(rest, prefix)
	}
	return code + strings.TrimLeft(rest, "0"), code, true
}
