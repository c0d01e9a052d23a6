package signin

import "maps"

// Identifier is what the phone is where a sign-up asks for another identifier.
type Identifier string

// The answers.
const (
	Unchosen Identifier = ""
	Instead  Identifier = "instead" // the phone in place of the others
	Besides  Identifier = "besides" // the phone after them: a further one, which all new users give
)

// Choice is what is to be switched on.
type Choice struct {
	SignIn, SignUp, Recovery, SecondFactor bool
	Identifier                             Identifier // for SignUp alone, where it has to be said
}

// Plan is the least that switches a choice on.
type Plan struct {
	Before, After Experience
	// Patch is the body of PATCH /api/sign-in-exp: the fields that change, each whole;
	// nil where nothing has to be written, or must not be.
	Patch []byte
	// Undo is the body that leads back from After to Before, nil where Patch is.
	Undo    []byte
	Changes []Change
}

// Change is one thing that a plan does.
type Change struct {
	Code ChangeCode
	Path string // JSON Pointer into the sign-in experience
	// Old and New are the value there as JSON on one line, "" where there is none. They
	// may hold what a terminal would obey.
	Old, New string
}

// ChangeCode names what a plan does. It is stable: scripts match on it.
type ChangeCode string

// What a plan does.
const (
	CodeMethodAdded   ChangeCode = "sign-in-method-added" // sign-in by phone, with a code
	CodeMethodOn      ChangeCode = "sign-in-code-on"      // sign-in by phone was with a password; now with a code, too
	SignUpFirst       ChangeCode = "sign-up-identifier"   // the phone is the identifier of a sign-up
	SignUpFurther     ChangeCode = "sign-up-further"      // the phone is a further one
	SignUpVerified    ChangeCode = "sign-up-verified"     // what a sign-up gives is verified with a code
	RecoveryAdded     ChangeCode = "recovery-added"       // a code by SMS recovers a password
	SecondFactorAdded ChangeCode = "second-factor-added"  // a code by SMS is a second factor
)

// ChangeCodes are all of them.
func ChangeCodes() []ChangeCode {
	return []ChangeCode{
		CodeMethodAdded, CodeMethodOn, SignUpFirst, SignUpFurther, SignUpVerified, RecoveryAdded, SecondFactorAdded,
	}
}

// NewPlan plans how to switch a choice on, and says what is to be known of it. With
// an error among the notices ([Blocked]) there is no Patch, and After is Before.
//
// No method, identifier or factor that is there goes, but for the identifiers of a
// sign-up that the choice itself replaces ([Instead]); who has an account signs in as
// before. A sign-up by phone brings a sign-in that its users can use: Logto does not
// hold the two against each other.
func NewPlan(e Experience, f Facts, c Choice) (Plan, []Notice) {
	d := draft{Experience: e, facts: f, choice: c}
	d.fields = maps.Clone(e.fields)
	if f.SMS == No {
		d.say(NoConnector, "", nil)
	}
	if c.SignIn {
		d.signIn()
	}
	if c.SignUp {
		d.signUp()
	}
	if c.Recovery {
		d.recover()
	}
	if c.SecondFactor {
		d.secondFactor()
	}
	if (c == Choice{Identifier: c.Identifier}) {
		d.say(NothingChosen, "", nil)
	}
	touched := d.touched(e)
	d.exclusive()
	if !Blocked(d.notices) {
		d.refusals(touched)
	}
	if Blocked(d.notices) || len(touched) == 0 {
		return Plan{Before: e, After: e}, d.notices
	}
	return Plan{e, d.Experience, object(d.fields, touched), object(e.fields, touched), d.changes}, d.notices
}
