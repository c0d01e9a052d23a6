package account

import (
	"strconv"
	"unicode/utf8"

	"logto-twilio/connector/problem"
)

// maxServiceName is the longest name of a messaging service, in characters
// (Twilio, "Services resource", FriendlyName).
const maxServiceName = 64

// CheckServiceName judges the name of a messaging service that is to be created:
// ServiceNameMissing or ServiceNameTooLong.
func CheckServiceName(s string) []problem.Problem {
	switch n := utf8.RuneCountInString(s); {
	case n == 0:
		return []problem.Problem{{Severity: problem.Error, Code: problem.ServiceNameMissing}}
	case n > maxServiceName:
		return []problem.Problem{{Severity: problem.Error, Code: problem.ServiceNameTooLong, Args: problem.Args{"characters": n, "limit": maxServiceName}}}
	}
	return nil
}

// ParseAreaCode reads an area code of the North American plan: three digits, of
// which the first is neither 0 nor 1. An empty text is 0: any. Else the problem
// is BadAreaCode.
func ParseAreaCode(s string) (int, *problem.Problem) {
	if s == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || len(s) != 3 || n < 200 {
		return 0, &problem.Problem{Severity: problem.Error, Code: problem.BadAreaCode}
	}
	return n, nil
}

// HasAreaCodes reports whether a country (ISO 3166-1 alpha-2) is one of those whose
// numbers Twilio finds by area code (AvailablePhoneNumber Local resource, AreaCode).
func HasAreaCodes(country string) bool { return AreaCodeExample(country) != "" }

// AreaCodeExample is an area code of a country, "" where numbers are not found by
// area code.
func AreaCodeExample(country string) string {
	switch country {
	case "US":
		return "415"
	case "CA":
		return "416"
	}
	return ""
}
