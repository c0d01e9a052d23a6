package connector

import (
	"strings"

	"logto-twilio/connector/char"
	"logto-twilio/connector/problem"
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
var pastedCodes = map[Pasted]problem.Code{
	PastedEmpty:          problem.EmptyValue,
	PastedAccountSID:     problem.PastedAnAccountSID,
	PastedAPIKeySID:      problem.PastedAnAPIKey,
	PastedServiceSID:     problem.PastedAServiceSID,
	PastedVerifySID:      problem.PastedAVerifySID,
	PastedPhoneNumberSID: problem.PastedAPhoneNumberSID,
	PastedMessageSID:     problem.PastedAMessageSID,
	PastedOtherSID:       problem.PastedAnotherSID,
	PastedTokenLike:      problem.PastedAToken,
	PastedPhoneNumber:    problem.PastedAPhoneNumber,
	PastedPlaceholder:    problem.PlaceholderLeft,
	PastedEnvironment:    problem.UnexpandedVariable,
	PastedReference:      problem.UnresolvedReference,
	PastedAssignment:     problem.PastedAnAssignment,
	PastedPair:           problem.PastedCredentials,
}

// CheckAccountSID judges the shape of an Account SID: AC and 32 hex digits.
func CheckAccountSID(s string) []problem.Problem { return accountField.check(s) }

// CheckAuthToken judges the shape of an auth token: 32 hex digits. The value is
// never among the arguments. Twilio promises no shape, so that another one is
// only a warning.
func CheckAuthToken(s string) []problem.Problem {
	if s == TokenVariable {
		return []problem.Problem{tokenField.problem(problem.Info, problem.TokenFromEnvironment)}
	}
	return tokenField.check(s)
}

// CheckServiceSID judges the shape of a messaging service's SID: MG and 32 hex digits.
func CheckServiceSID(s string) []problem.Problem { return serviceField.check(s) }

// check judges a value: what a paste left around it, then what it is.
func (f field) check(s string) []problem.Problem {
	problems := f.unclean(s)
	switch found := Classify(char.TrimPaste(s)); {
	case found == f.is:
	case found != PastedUnknown:
		problems = append(problems, f.problem(problem.Error, pastedCodes[found]))
	case f.prefix == "":
		problems = append(problems, f.problem(problem.Warning, problem.UnusualToken))
	default:
		problems = append(problems, f.malformed(char.TrimPaste(s)))
	}
	return problems
}

// unclean says what Clean would take away.
func (f field) unclean(s string) []problem.Problem {
	clean := char.TrimPaste(s)
	if clean == s || clean == "" {
		return nil
	}
	bare := char.WithoutInvisible(s)
	var problems []problem.Problem
	if bare != s {
		problems = append(problems, f.problem(problem.Error, problem.InvisibleInValue))
	}
	trimmed := strings.TrimSpace(bare)
	if trimmed != bare {
		problems = append(problems, f.problem(problem.Error, problem.SurroundingBlanks))
	}
	if trimmed != clean {
		problems = append(problems, f.problem(problem.Error, problem.SurroundingQuotes))
	}
	return problems
}

// malformed says how a value misses the shape of a SID.
func (f field) malformed(s string) problem.Problem {
	p := f.problem(problem.Error, problem.MalformedSID)
	p.Args["prefix"] = f.prefix
	if rest, ok := strings.CutPrefix(s, f.prefix); ok && isHex(rest) {
		p.Code = problem.SIDLength
		p.Args["length"], p.Args["expected"] = len(s), sidLength
	}
	return p
}

func (f field) problem(s problem.Severity, c problem.Code) problem.Problem {
	return problem.Problem{Severity: s, Code: c, Path: "/" + f.key, Args: problem.Args{"key": f.key}}
}
