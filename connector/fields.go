package connector

import (
	"strings"
)

// field is one of the three values that come from Twilio's Console.
type field struct {
	key    string
	is     Pasted // what it is to be
	prefix string // of a SID
}

// The fields, by the key of the configuration.
var (
	accountField = field{"accountSID", PastedAccountSID, "AC"}
	tokenField   = field{"authToken", PastedTokenLike, ""}
	serviceField = field{"fromMessagingServiceSID", PastedServiceSID, "MG"}
)

// pastedCodes are the problems of a value that is something else.
var pastedCodes = map[Pasted]Code{
	PastedEmpty:          EmptyValue,
	PastedAccountSID:     PastedAnAccountSID,
	PastedAPIKeySID:      PastedAnAPIKey,
	PastedServiceSID:     PastedAServiceSID,
	PastedVerifySID:      PastedAVerifySID,
	PastedPhoneNumberSID: PastedAPhoneNumberSID,
	PastedMessageSID:     PastedAMessageSID,
	PastedOtherSID:       PastedAnotherSID,
	PastedTokenLike:      PastedAToken,
	PastedPhoneNumber:    PastedAPhoneNumber,
	PastedPlaceholder:    PlaceholderLeft,
	PastedEnvironment:    UnexpandedVariable,
	PastedReference:      UnresolvedReference,
	PastedAssignment:     PastedAnAssignment,
	PastedPair:           PastedCredentials,
}

// CheckAccountSID judges the shape of an Account SID: AC and 32 hex digits.
func CheckAccountSID(s string) []Problem { return accountField.check(s) }

// CheckAuthToken judges the shape of an auth token: 32 hex digits. The value is
// never among the arguments. Twilio promises no shape, so that another one is
// only a warning.
func CheckAuthToken(s string) []Problem {
	if s == TokenVariable {
		return []Problem{tokenField.problem(Info, TokenFromEnvironment)}
	}
	return tokenField.check(s)
}

// CheckServiceSID judges the shape of a messaging service's SID: MG and 32 hex digits.
func CheckServiceSID(s string) []Problem { return serviceField.check(s) }

// check judges a value: what a paste left around it, then what it is.
func (f field) check(s string) []Problem {
	problems := f.unclean(s)
	switch found := Classify(Clean(s)); {
	case found == f.is:
	case found != PastedUnknown:
		problems = append(problems, f.problem(Error, pastedCodes[found]))
	case f.prefix == "":
		problems = append(problems, f.problem(Warning, UnusualToken))
	default:
		problems = append(problems, f.malformed(Clean(s)))
	}
	return problems
}

// unclean says what Clean would take away.
func (f field) unclean(s string) []Problem {
	clean := Clean(s)
	if clean == s || clean == "" {
		return nil
	}
	bare := withoutInvisible(s)
	var problems []Problem
	if bare != s {
		problems = append(problems, f.problem(Error, InvisibleInValue))
	}
	trimmed := strings.TrimSpace(bare)
	if trimmed != bare {
		problems = append(problems, f.problem(Error, SurroundingBlanks))
	}
	if trimmed != clean {
		problems = append(problems, f.problem(Error, SurroundingQuotes))
	}
	return problems
}

// malformed says how a value misses the shape of a SID.
func (f field) malformed(s string) Problem {
	p := f.problem(Error, MalformedSID)
	p.Args["prefix"] = f.prefix
	if rest, ok := strings.CutPrefix(s, f.prefix); ok && isHex(rest) {
		p.Code = SIDLength
		p.Args["length"], p.Args["expected"] = len(s), sidLength
	}
	return p
}

func (f field) problem(s Severity, c Code) Problem {
	return Problem{Severity: s, Code: c, Path: "/" + f.key, Args: Args{"key": f.key}}
}
