package signin

import (
	"slices"

	"logto-twilio/connector/problem"
)

// Code names what is to be known of a choice. It is stable: scripts match on it.
type Code string

// Why something is not switched on. All are errors, and offers of what has one are
// not made. Args are none unless they are named.
const (
	// NoConnector: there is no SMS connector.
	NoConnector Code = "no-connector"
	// Exclusive: a second factor by SMS and sign-in by SMS exclude each other. Args:
	// with (the Use that stands against it), chosen (a bool: both were asked for).
	Exclusive Code = "exclusive"
	// IdentifierUnchosen: sign-up asks for another identifier, and it must be said
	// whether the phone is instead of it or besides. Args: identifiers.
	IdentifierUnchosen Code = "identifier-unchosen"
	// BesidesUnsupported: this Logto does not know secondaryIdentifiers (1.26).
	BesidesUnsupported Code = "besides-unsupported"
	// OlderLogto: this Logto does not have the field. Args: field.
	OlderLogto Code = "older-logto"
	// Unreadable: the field is not as this program knows it. Args: field.
	Unreadable Code = "unreadable"
	// SignUpClosed: this Logto lets nobody sign up.
	SignUpClosed Code = "sign-up-closed"
	// SignInClosed: this Logto lets nobody sign in, only register.
	SignInClosed Code = "sign-in-closed"
	// RecoveryUndetermined: a connector alone turns recovery on, and whether there is
	// one, and for e-mail, could not be told.
	RecoveryUndetermined Code = "recovery-undetermined"
	// WouldRefuse: Logto would refuse the list for something else that is in it. Args:
	// rule (Logto's code), field, identifier.
	WouldRefuse Code = "would-refuse"
	// NothingChosen: nothing was asked for.
	NothingChosen Code = "nothing-chosen"
)

// What is worth a thought. All are warnings but the last.
const (
	// OpenSignUp: strangers can have paid SMS sent, and there is no CAPTCHA.
	OpenSignUp Code = "open-sign-up"
	// OpenSignUpCAPTCHAOff: … there is a CAPTCHA, and it is not switched on.
	OpenSignUpCAPTCHAOff Code = "open-sign-up-captcha-off"
	// OpenSignUpCAPTCHAUnknown: … whether there is a CAPTCHA could not be told.
	OpenSignUpCAPTCHAUnknown Code = "open-sign-up-captcha-unknown"
	// RecoveryNeedsPassword: nobody signs in with a password.
	RecoveryNeedsPassword Code = "recovery-needs-password"
	// Replaces: sign-up no longer asks for these. Args: identifiers.
	Replaces Code = "replaces"
	// OpenSignUpCAPTCHA (info): strangers can have SMS sent, past a CAPTCHA.
	OpenSignUpCAPTCHA Code = "open-sign-up-captcha"
)

// What explains. All are infos.
const (
	// AlreadyOn: it is on, nothing has to be done for it.
	AlreadyOn Code = "already-on"
	// RecoveryByItself: this Logto keeps no list of ways to recover a password: a
	// connector alone turns it on, and it is.
	RecoveryByItself Code = "recovery-by-itself"
	// SignInAdded: sign-up by phone brings sign-in by SMS with it.
	SignInAdded Code = "sign-in-added"
	// PasswordKept: sign-up goes on asking for a password.
	PasswordKept Code = "password-kept"
	// PasswordOnly: the phone number is an identifier, and the password is asked for.
	PasswordOnly Code = "password-only"
)

// severities are those of the codes above.
var severities = map[Code]problem.Severity{
	NoConnector: problem.Error, Exclusive: problem.Error, IdentifierUnchosen: problem.Error,
	BesidesUnsupported: problem.Error, OlderLogto: problem.Error, Unreadable: problem.Error,
	SignUpClosed: problem.Error, SignInClosed: problem.Error, RecoveryUndetermined: problem.Error,
	WouldRefuse: problem.Error, NothingChosen: problem.Error,

	OpenSignUp: problem.Warning, OpenSignUpCAPTCHAOff: problem.Warning, OpenSignUpCAPTCHAUnknown: problem.Warning,
	RecoveryNeedsPassword: problem.Warning, Replaces: problem.Warning,

	OpenSignUpCAPTCHA: problem.Info, AlreadyOn: problem.Info, RecoveryByItself: problem.Info,
	SignInAdded: problem.Info, PasswordKept: problem.Info, PasswordOnly: problem.Info,
}

// Codes are all codes, in the order of the alphabet.
func Codes() []Code {
	var list []Code
	for code := range severities {
		list = append(list, code)
	}
	slices.Sort(list)
	return list
}

// Notice is something to be known of a choice.
type Notice struct {
	Code     Code
	Severity problem.Severity
	Use      Use // what it is about, "" for all of it
	Args     problem.Args
}

// notice is a notice with the severity of its code.
func notice(code Code, use Use, args problem.Args) Notice {
	return Notice{code, severities[code], use, args}
}

// Blocked reports whether an error is among notices: nothing is then to be written.
func Blocked(list []Notice) bool {
	return slices.ContainsFunc(list, func(n Notice) bool { return n.Severity == problem.Error })
}

// SeverityOf is the severity of every notice of a code.
func SeverityOf(code Code) problem.Severity { return severities[code] }
