package sms

import (
	"strings"
	"unicode"

	"logto-twilio/connector/char"
	"logto-twilio/connector/problem"
)

// The lengths of a number in E.164, the country code counted. ITU-T E.164 (6.2)
// has the longest; the shortest in use has a country code of three digits and
// four of its own.
const (
	maxPhoneDigits = 15
	minPhoneDigits = 7
	// wholePhoneDigits are so many that the country code may be among them: a number
	// of the USA has 11 with it. (One of China has as many without it.)
	wholePhoneDigits = 11
)

// ParsePhone reads a phone number into E.164 (+ and up to 15 digits): blanks,
// hyphens, dots and brackets are dropped, 00 becomes +, and of +44 (0)7700 900123 so
// is the (0). Digits and signs of full width, as a Chinese input method types them,
// count as the plain ones. The problem is nil where it is one; Twilio alone knows
// whether it exists.
func ParsePhone(s string) (string, *problem.Problem) {
	digits, strange := phoneDigits(char.TrimPaste(s))
	switch {
	case strange == '+':
		return "", phoneProblem(problem.PhonePlusWithin, nil)
	case strange != 0:
		return "", phoneProblem(problem.PhoneCharacter, problem.Args{"character": char.Shown(strange)})
	}
	number, international := strings.CutPrefix(digits, "+")
	if !international {
		number, international = strings.CutPrefix(digits, "00")
	}
	short, country, zero := withoutTrunk(number)
	switch {
	case number == "":
		return "", phoneProblem(problem.PhoneEmpty, nil)
	case !international && number[0] != '0' && len(number) >= wholePhoneDigits && len(number) <= maxPhoneDigits:
		if len(short) < wholePhoneDigits {
			short = number
		}
		return "", phoneProblem(problem.PhoneNoPlus, problem.Args{"suggestion": "+" + short})
	case !international:
		return "", phoneProblem(problem.PhoneNoCountry, nil)
	case number[0] == '0':
		return "", phoneProblem(problem.PhoneLeadingZero, nil)
	case zero && len(short) >= minPhoneDigits && len(short) <= maxPhoneDigits:
		return "", phoneProblem(problem.PhoneTrunkZero, problem.Args{"country": "+" + country, "number": "+" + number, "suggestion": "+" + short})
	case len(number) > maxPhoneDigits:
		return "", phoneProblem(problem.PhoneTooLong, problem.Args{"digits": len(number), "limit": maxPhoneDigits})
	case len(number) < minPhoneDigits:
		return "", phoneProblem(problem.PhoneTooShort, problem.Args{"digits": len(number), "limit": minPhoneDigits})
	}
	return "+" + number, nil
}

// phoneDigits keeps the digits, and a plus at the beginning; strange is the
// first character that cannot be where it is, 0 where there is none. A trunk prefix
// in brackets of its own is left out.
func phoneDigits(s string) (digits string, strange rune) {
	var kept []byte
	opened := -1 // how much was kept when a bracket opened
	for _, r := range s {
		if r >= '！' && r <= '～' { // the full-width forms of ASCII
			r -= '！' - '!'
		}
		switch {
		case r >= '0' && r <= '9', r == '+' && len(kept) == 0:
			kept = append(kept, byte(r))
		case r == '(', r == '[':
			opened = len(kept)
		case r == ')', r == ']':
			if opened >= 0 && bracketedTrunk(string(kept[:opened]), string(kept[opened:])) {
				kept = kept[:opened]
			}
			opened = -1
		case unicode.IsSpace(r), unicode.Is(unicode.Pd, r), r == '.':
		default:
			return "", r
		}
	}
	return string(kept), 0
}

func phoneProblem(code problem.Code, args problem.Args) *problem.Problem {
	return &problem.Problem{Severity: problem.Error, Code: code, Args: args}
}
