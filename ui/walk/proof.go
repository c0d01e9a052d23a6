package walk

import (
	"errors"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/char"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/ui/i18n"
)

// Proof is a code that a Logto sent to a phone, and what became of it: the whole way
// that a user's code takes is proved when Logto recognises what arrived.
type Proof struct {
	Number string
	Asked  int  // how often Logto was asked to send one
	Sent   bool // Logto has handed one to Twilio, or may have
	Proved bool
	Err    error // of what was done last, nil where it went well
}

// Note takes in the answer to Logto.SendCode.
func (x *Proof) Note(err error) {
	var call *logto.CallError
	unsure := errors.As(err, &call) && call.OutcomeUnknown
	x.Asked, x.Sent, x.Err = x.Asked+1, err == nil || unsure, err
}

// NoteCheck takes in the answer to Logto.VerifyCode.
func (x *Proof) NoteCheck(err error) { x.Proved, x.Err = err == nil, err }

// ProofCode is the question for the code that arrived.
var ProofCode = Question{
	ID:    "proof-code",
	Get:   func(w *Walk) string { return w.proofCode },
	Set:   func(w *Walk, s string) { w.proofCode = s },
	Clean: digits,
	Check: checkProofCode,
}

// checkProofCode judges a code before Logto does, which counts how often one is wrong:
// it is of six digits.
func checkProofCode(s string) []problem.Problem {
	if missing := checkTyped(s); missing != nil {
		return missing
	}
	if len(s) == len(connector.SampleCode) && strings.Trim(s, "0123456789") == "" {
		return nil
	}
	return []problem.Problem{{Severity: problem.Error, Code: problem.BadProofCode, Args: problem.Args{"digits": len(connector.SampleCode)}}}
}

// digits are the digits of what was typed or pasted, 123 456 and １２３４５６ among it;
// where it holds none, what was typed.
func digits(s string) string {
	kept := strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return r
		case '０' <= r && r <= '９':
			return r - '０' + '0'
		}
		return -1
	}, s)
	if kept == "" {
		return char.TrimPaste(s)
	}
	return kept
}

// ProofQuestion asks whether Logto is to send a code, which costs what an SMS costs.
func (x *Proof) ProofQuestion(p i18n.Printer, host string) string {
	if x.Asked > 0 {
		return p.T("proof.ask-again", "host", host, "number", x.Number)
	}
	return p.T("proof.ask", "host", host, "number", x.Number)
}

// ProofYes reports whether Enter answers that question with yes: in the demo alone, and
// once.
func (s *Setup) ProofYes(x *Proof) bool { return s.Demo && x.Asked == 0 }

// What can be done about a proof, beside GoOn.
const (
	TypeCode = "type" // type the code once more: nothing is sent
	NewCode  = "new-code"
)

// AfterProof are the choices after a code was sent or checked, the usual one first. A
// new code is never the usual one.
func (x *Proof) AfterProof(p i18n.Printer) []Choice {
	finish, again := Choice{GoOn, p.T("proof.finish")}, Choice{NewCode, p.T("proof.new-code")}
	var call *logto.CallError
	switch errors.As(x.Err, &call); {
	case x.Proved:
		return []Choice{finish}
	case call == nil && x.Err != nil:
		return []Choice{finish, again}
	case call == nil: // nobody typed it
		return []Choice{{TypeCode, p.T("proof.type")}, finish, again}
	case call.Kind == logto.RateLimited: // another one is refused for minutes
		return []Choice{finish}
	case call.Kind == logto.CodeExpired, call.Kind == logto.NoCode, call.Kind == logto.CodeTries, !x.Sent:
		return []Choice{finish, again}
	}
	typed := Choice{TypeCode, p.T("proof.type")} // it may have been sent
	if call.Kind == logto.WrongCode {
		typed.Label = p.T("proof.type-again")
	}
	return []Choice{typed, finish, again}
}

// ProofText says in a line, or a message with what to do, what a proof has come to.
func (x *Proof) ProofText(p i18n.Printer, host string) (account.CheckStatus, i18n.Message) {
	switch {
	case x.Proved:
		return account.CheckOK, i18n.Message{Message: p.T("proof.proved", "host", host, "number", x.Number)}
	case x.Err != nil:
		return FailureText(p, x.Err)
	}
	return account.CheckOK, i18n.Message{Message: p.T("proof.sent", "number", x.Number)}
}
