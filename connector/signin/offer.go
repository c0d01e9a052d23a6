package signin

import "slices"

// Offer is whether something can be switched on, as a screen asks it.
type Offer struct {
	Use Use
	On  bool // it is: there is nothing to ask
	OK  bool // it can be
	// Why are the errors that stand against it, or what is to be known of it, each with
	// its severity.
	Why []Notice
	// Ask is set for a sign-up where it has to be said whether the phone is instead of
	// the Identifiers that are there or besides; Besides, where this Logto knows that.
	Ask         bool
	Identifiers []string
	Besides     bool
}

// Offered are the four things that can be chosen, in the order of the uses.
func Offered(e Experience, f Facts) []Offer {
	return []Offer{
		offer(e, f, SignIn, Choice{SignIn: true}),
		offer(e, f, SignUp, Choice{SignUp: true}),
		offer(e, f, Recovery, Choice{Recovery: true}),
		offer(e, f, SecondFactor, Choice{SecondFactor: true}),
	}
}

// offer tries a choice of one thing.
func offer(e Experience, f Facts, use Use, c Choice) Offer {
	o := Offer{Use: use}
	plan, notices := NewPlan(e, f, c)
	if unchosen := slices.IndexFunc(notices, func(n Notice) bool { return n.Code == IdentifierUnchosen }); unchosen >= 0 {
		o.Ask, o.Besides = true, e.secondary
		o.Identifiers, _ = notices[unchosen].Args["identifiers"].([]string)
		c.Identifier = Instead
		plan, notices = NewPlan(e, f, c)
		notices = slices.DeleteFunc(notices, func(n Notice) bool { return n.Code == Replaces || n.Code == PasswordKept })
	}
	o.OK, o.Why = plan.Patch != nil, notices
	o.On = !o.OK && !Blocked(notices)
	return o
}
