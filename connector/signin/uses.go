package signin

import "slices"

// phone is the identifier of a phone number, emailOrPhone one that may be; codeFactor
// and emailCode are what Logto calls a code by SMS and by e-mail among the ways to
// recover a password and the second factors.
const (
	phone        = "phone"
	emailOrPhone = "emailOrPhone"
	codeFactor   = "PhoneVerificationCode"
	emailCode    = "EmailVerificationCode"
)

// Known is what is known of something: nothing, at first.
type Known uint8

// What is known.
const (
	Unknown Known = iota
	No
	Yes
)

// Facts are what is known of a Logto beside its sign-in experience.
type Facts struct {
	SMS, Email    Known // whether there is a connector for it
	CAPTCHA       Known // whether there is a provider of one
	AccountCenter AccountCenter
}

// AccountCenter is what is known of Logto's account center, where users change their
// own phone number.
type AccountCenter struct {
	Known   bool // false where this Logto has none, or it could not be read
	Enabled bool
	Phone   string // Off, ReadOnly or Edit; "" is Off
}

// Use is what SMS can be used for. It is stable: scripts match on it.
type Use string

// The uses.
const (
	SignIn       Use = "sign-in"
	SignUp       Use = "sign-up"
	Recovery     Use = "recovery"       // of a forgotten password
	SecondFactor Use = "second-factor"  // after the first
	Account      Use = "account-center" // users change their number there
)

// State is whether SMS is used for something. It is stable: scripts match on it.
type State string

// The states.
const (
	On           State = "on"
	Off          State = "off"
	Unsupported  State = "unsupported"  // this Logto is too old for it
	Undetermined State = "undetermined" // it could not be told
)

// Usage is whether SMS is used for something, and why, where that is not plain.
type Usage struct {
	Use   Use
	State State
	Why   Code // "" where there is nothing to explain
}

// Uses are all uses, in the order above. Why is one of NoConnector (it is configured,
// and no SMS connector is there), RecoveryByItself, PasswordOnly, SignUpClosed,
// SignInClosed, Unreadable, RecoveryUndetermined, OlderLogto.
func Uses(e Experience, f Facts) []Usage {
	list := []Usage{e.useSignIn(), e.useSignUp(), e.useRecovery(f), e.useFactor(), f.AccountCenter.use()}
	for i, u := range list {
		if u.State == On && f.SMS == No {
			list[i] = Usage{u.Use, Off, NoConnector}
		}
	}
	return list
}

// NeverUsed reports whether it is certain that SMS is used for nothing that a user
// meets: changing the number is reached only by who has signed in some other way, and
// counts all the same.
func NeverUsed(uses []Usage) bool {
	return !slices.ContainsFunc(uses, func(u Usage) bool { return u.State == On || u.State == Undetermined })
}

func (e Experience) useSignIn() Usage {
	methods, ok := e.methods()
	switch {
	case !ok:
		return Usage{SignIn, Undetermined, Unreadable}
	case hasCode(methods, phone) && !e.OpenSignIn():
		return Usage{SignIn, Off, SignInClosed}
	case hasCode(methods, phone):
		return Usage{Use: SignIn, State: On}
	case slices.ContainsFunc(methods, func(m method) bool { return m.identifier == phone }):
		return Usage{SignIn, Off, PasswordOnly}
	}
	return Usage{Use: SignIn, State: Off}
}

// hasCode reports whether one signs in with a code for an identifier.
func hasCode(methods []method, identifier string) bool {
	return slices.ContainsFunc(methods, func(m method) bool { return m.identifier == identifier && m.code })
}

func (e Experience) useSignUp() Usage {
	asks, ok := e.asksForPhone()
	switch {
	case !ok:
		return Usage{SignUp, Undetermined, Unreadable}
	case asks && !e.OpenSignUp():
		return Usage{SignUp, Off, SignUpClosed}
	case asks:
		return Usage{Use: SignUp, State: On}
	}
	return Usage{Use: SignUp, State: Off}
}

// Strangers is what stands before a sign-up by phone that is open to anyone: OpenSignUp,
// OpenSignUpCAPTCHAOff, OpenSignUpCAPTCHAUnknown or OpenSignUpCAPTCHA.
func (e Experience) Strangers(f Facts) Code {
	switch {
	case f.CAPTCHA == Unknown:
		return OpenSignUpCAPTCHAUnknown
	case f.CAPTCHA == No:
		return OpenSignUp
	case !e.CAPTCHAOn():
		return OpenSignUpCAPTCHAOff
	}
	return OpenSignUpCAPTCHA
}

// asksForPhone reports whether a sign-up verifies a phone number; ok is false where
// that cannot be read.
func (e Experience) asksForPhone() (asks, ok bool) {
	ids, ok1 := texts(e.fields[keySignUp].Get("identifiers"))
	more, ok2 := e.secondaries()
	if !ok1 || !ok2 {
		return false, false
	}
	return slices.Contains(ids, phone) && isTrue(e.fields[keySignUp].Get("verify")) ||
		slices.ContainsFunc(more, func(s secondary) bool { return s.phone() && s.verify }), true
}

// useRecovery: where no list is kept, or null, a connector alone turns it on.
func (e Experience) useRecovery(f Facts) Usage {
	v := e.fields[keyRecovery]
	if v == nil || line(v) == "null" {
		switch f.SMS {
		case Yes:
			return Usage{Recovery, On, RecoveryByItself}
		case No:
			return Usage{Recovery, Off, NoConnector}
		}
		return Usage{Recovery, Undetermined, RecoveryUndetermined}
	}
	list, ok := texts(v)
	switch {
	case !ok:
		return Usage{Recovery, Undetermined, Unreadable}
	case slices.Contains(list, codeFactor):
		return Usage{Use: Recovery, State: On}
	}
	return Usage{Use: Recovery, State: Off}
}

// useFactor: a second factor by SMS came together with forgotPasswordMethods (1.32).
func (e Experience) useFactor() Usage {
	list, ok := texts(e.fields[keyMFA].Get("factors"))
	switch {
	case slices.Contains(list, codeFactor):
		return Usage{Use: SecondFactor, State: On}
	case e.fields[keyMFA] == nil || e.fields[keyRecovery] == nil:
		return Usage{SecondFactor, Unsupported, OlderLogto}
	case !ok:
		return Usage{SecondFactor, Undetermined, Unreadable}
	}
	return Usage{Use: SecondFactor, State: Off}
}

func (a AccountCenter) use() Usage {
	switch {
	case !a.Known:
		return Usage{Use: Account, State: Undetermined}
	case a.Enabled && a.Phone == "Edit":
		return Usage{Use: Account, State: On}
	}
	return Usage{Use: Account, State: Off}
}
