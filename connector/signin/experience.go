// Package signin is the sign-in experience of a Logto as far as SMS has to do with
// it: what SMS is used for ([Uses]), what a Logto lets one switch on ([Offered]), and
// the least that has to be written to do so ([NewPlan]). It asks nobody: package logto
// reads and writes.
//
// PATCH /api/sign-in-exp replaces each list whole, and a list sent short takes a way
// to sign in away, with 200. So a plan holds every list as it was, with its unknown
// keys, and only adds. The rules are those of a recorded Logto 1.42.
package signin

import (
	"encoding/json"
	"errors"
	"time"

	"logto-twilio/connector/jsondoc"
)

// ErrNotExperience is why Decode refuses a text.
var ErrNotExperience = errors.New("not a sign-in experience: no JSON object with signIn and signUp")

// The keys of the sign-in experience that are looked at.
const (
	keySignIn   = "signIn"
	keySignUp   = "signUp"
	keyMode     = "signInMode"
	keyRecovery = "forgotPasswordMethods"
	keyMFA      = "mfa"
	keyAdaptive = "adaptiveMfa"
	keyCAPTCHA  = "captchaPolicy"
	keyLife     = "verificationCodePolicy"
)

// watched are the fields that two looks at a Logto are compared by, and shown in.
var watched = []string{keySignIn, keySignUp, keyMode, keyRecovery, keyMFA, keyAdaptive, keyCAPTCHA}

// Experience is a sign-in experience. The zero Experience has no field at all.
type Experience struct {
	fields    map[string]*jsondoc.Value // the watched ones and keyLife, with all that is in them
	secondary bool                      // this Logto knows secondaryIdentifiers
}

// Decode reads what GET /api/sign-in-exp answered. The error is ErrNotExperience.
func Decode(data []byte) (Experience, error) {
	var all map[string]json.RawMessage
	if json.Unmarshal(data, &all) != nil {
		return Experience{}, ErrNotExperience
	}
	e := Experience{fields: map[string]*jsondoc.Value{}}
	for _, key := range append([]string{keyLife}, watched...) {
		raw, ok := all[key]
		if !ok {
			continue
		}
		if e.fields[key] = jsondoc.ParseValue(raw); e.fields[key] == nil {
			return Experience{}, ErrNotExperience
		}
	}
	if !e.fields[keySignIn].Is(jsondoc.Object) || !e.fields[keySignUp].Is(jsondoc.Object) {
		return Experience{}, ErrNotExperience
	}
	// secondaryIdentifiers (1.26) are not there as long as they are not used; CAPTCHA came later.
	e.secondary = e.fields[keySignUp].Get("secondaryIdentifiers") != nil || e.fields[keyCAPTCHA] != nil
	return e, nil
}

// Fields is a JSON object of the fields that SMS has to do with, as they came: those
// of a plan's Before lead back to it.
func (e Experience) Fields() json.RawMessage { return object(e.fields, watched) }

// Equal reports whether two looks at a Logto saw the same in those fields: the order
// of keys is nothing, that of lists is something, and a switch that was never touched
// is off.
func (e Experience) Equal(o Experience) bool {
	for _, key := range watched {
		if a, b := e.decided(key), o.decided(key); (a == nil) != (b == nil) || a != nil && !equal(a, b) {
			return false
		}
	}
	return true
}

// decided is a field, in which a switch is on or off. A PATCH of mfa without factors
// makes adaptiveMfa {"enabled":false} where it was {}, as it is in a new tenant.
func (e Experience) decided(key string) *jsondoc.Value {
	v := e.fields[key]
	if (key == keyAdaptive || key == keyCAPTCHA) && v.Is(jsondoc.Object) && v.Get("enabled") == nil {
		return with(v, "enabled", parse("false"))
	}
	return v
}

// defaultLife is how long a code lives where nothing is said.
const defaultLife = 10 * time.Minute

// CodeLife is how long a code can be used: verificationCodePolicy.expirationDuration,
// in whole seconds (since Logto 1.41), else ten minutes.
func (e Experience) CodeLife() time.Duration {
	var seconds float64
	v := e.fields[keyLife].Get("expirationDuration")
	if !v.Is(jsondoc.Number) || json.Unmarshal([]byte(v.Text), &seconds) != nil || seconds < 1 || seconds > 1e6 {
		return defaultLife
	}
	return time.Duration(seconds) * time.Second
}

// CAPTCHAOn reports whether a CAPTCHA is asked for, if there is one.
func (e Experience) CAPTCHAOn() bool { return isTrue(e.fields[keyCAPTCHA].Get("enabled")) }

// mode is the sign-in mode: SignIn, Register or SignInAndRegister, the last where
// nothing is said.
func (e Experience) mode() string {
	if v := e.fields[keyMode]; v.Is(jsondoc.String) {
		return v.Text
	}
	return "SignInAndRegister"
}

// OpenSignUp reports whether strangers may make an account.
func (e Experience) OpenSignUp() bool { return e.mode() != "SignIn" }

// OpenSignIn reports whether those who have an account may sign in.
func (e Experience) OpenSignIn() bool { return e.mode() != "Register" }

// method is a way to sign in.
type method struct {
	identifier     string
	password, code bool
}

// methods are the ways to sign in; false where they cannot be read.
func (e Experience) methods() ([]method, bool) {
	list := e.fields[keySignIn].Get("methods")
	if !list.Is(jsondoc.Array) {
		return nil, false
	}
	var all []method
	for _, item := range list.Items {
		id := item.Get("identifier")
		if !id.Is(jsondoc.String) {
			return nil, false
		}
		all = append(all, method{id.Text, isTrue(item.Get("password")), isTrue(item.Get("verificationCode"))})
	}
	return all, true
}

// SignUpIdentifiers are those of the first form of a sign-up: username, email, phone.
func (e Experience) SignUpIdentifiers() []string {
	list, _ := texts(e.fields[keySignUp].Get("identifiers"))
	return list
}

// secondaries are the further identifiers that a sign-up asks for; false where they
// cannot be read.
func (e Experience) secondaries() (list []secondary, ok bool) {
	v := e.fields[keySignUp].Get("secondaryIdentifiers")
	if v == nil || v.Is(jsondoc.Null) {
		return nil, true
	}
	if !v.Is(jsondoc.Array) {
		return nil, false
	}
	for _, item := range v.Items {
		id := item.Get("identifier")
		if !id.Is(jsondoc.String) {
			return nil, false
		}
		list = append(list, secondary{id.Text, isTrue(item.Get("verify"))})
	}
	return list, true
}

// secondary is a further identifier of a sign-up.
type secondary struct {
	identifier string
	verify     bool
}

// phone reports whether the identifier can be a phone number.
func (s secondary) phone() bool { return s.identifier == phone || s.identifier == emailOrPhone }
