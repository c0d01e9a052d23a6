package signin

import (
	"slices"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// draft is a plan in the making: the experience as it becomes.
type draft struct {
	Experience
	facts   Facts
	choice  Choice
	changes []Change
	notices []Notice
}

func (d *draft) say(code Code, use Use, args problem.Args) {
	d.notices = append(d.notices, notice(code, use, args))
}

// set gives a key within a field its value and notes what that does. The path is
// where it is seen, old what was there.
func (d *draft) set(code ChangeCode, path string, field, key string, value, old, shown *jsondoc.Value) {
	d.fields[field] = with(d.fields[field], key, value)
	d.changes = append(d.changes, Change{code, path, line(old), line(shown)})
}

// touched are the fields that are no longer as they were.
func (d *draft) touched(before Experience) (keys []string) {
	for _, key := range watched {
		if d.fields[key] != before.fields[key] {
			keys = append(keys, key)
		}
	}
	return keys
}

func (d *draft) signIn() {
	switch usage := d.useSignIn(); {
	case usage.State == On:
		d.say(AlreadyOn, SignIn, nil)
	case usage.Why == Unreadable:
		d.say(Unreadable, SignIn, problem.Args{"field": "signIn.methods"})
	case !d.OpenSignIn():
		d.say(SignInClosed, SignIn, nil)
	default:
		d.addCode()
	}
}

// addCode makes sign-in by phone take a code: the method that is there, or a new one,
// the last, so that what comes first on the page stays first.
func (d *draft) addCode() {
	list := d.fields[keySignIn].Get("methods")
	for i, item := range list.Items {
		if item.Get("identifier").Text == phone {
			now := with(item, "verificationCode", yes())
			d.set(CodeMethodOn, "/signIn/methods", keySignIn, "methods", at(list, i, now), item, now)
			return
		}
	}
	item := parse(`{"identifier":"phone","password":false,"verificationCode":true,"isPasswordPrimary":false}`)
	d.set(CodeMethodAdded, "/signIn/methods", keySignIn, "methods", plus(list, item), nil, item)
}

func (d *draft) signUp() {
	asks, ok := d.asksForPhone()
	methods, readable := d.methods()
	switch {
	case !ok:
		d.say(Unreadable, SignUp, problem.Args{"field": "signUp"})
		return
	case !readable:
		d.say(Unreadable, SignUp, problem.Args{"field": "signIn.methods"})
		return
	case !d.OpenSignUp():
		d.say(SignUpClosed, SignUp, nil)
		return
	case !asks && !d.askForPhone():
		return
	}
	if serves(methods, isTrue(d.fields[keySignUp].Get("password"))) {
		if asks {
			d.say(AlreadyOn, SignUp, nil)
		}
	} else {
		d.addCode()
		d.say(SignInAdded, SignUp, nil)
	}
	d.strangers()
}

// serves reports whether who signed up by phone can sign in by it: with a code, or with
// the password that they had to choose.
func serves(methods []method, password bool) bool {
	return slices.ContainsFunc(methods, func(m method) bool {
		return m.identifier == phone && (m.code || m.password && password)
	})
}

// askForPhone makes a sign-up ask for a phone number, and reports whether it does.
func (d *draft) askForPhone() bool {
	ids := d.SignUpIdentifiers()
	others := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == phone })
	switch {
	case len(others) == 0 || slices.Contains(ids, phone):
		d.first(ids, append(others, phone))
	case d.choice.Identifier == Instead:
		d.first(ids, []string{phone})
		d.say(Replaces, SignUp, problem.Args{"identifiers": others})
		if isTrue(d.fields[keySignUp].Get("password")) {
			d.say(PasswordKept, SignUp, nil)
		}
	case d.choice.Identifier == Besides && !d.secondary:
		d.say(BesidesUnsupported, SignUp, nil)
		return false
	case d.choice.Identifier == Besides:
		d.further()
	default:
		d.say(IdentifierUnchosen, SignUp, problem.Args{"identifiers": others})
		return false
	}
	if up := d.fields[keySignUp]; !isTrue(up.Get("verify")) {
		d.set(SignUpVerified, "/signUp/verify", keySignUp, "verify", yes(), up.Get("verify"), yes())
	}
	return true
}

// first makes the identifiers of a sign-up those; ids are what they were.
func (d *draft) first(ids, wanted []string) {
	if slices.Contains(ids, phone) {
		return // it lacked the verification alone
	}
	list := parse("[]")
	for _, id := range wanted {
		list = plus(list, parse(jsondoc.Quote(id)))
	}
	d.set(SignUpFirst, "/signUp/identifiers", keySignUp, "identifiers", list, d.fields[keySignUp].Get("identifiers"), list)
}

// further makes a sign-up ask for a phone number after all else that it asks for.
func (d *draft) further() {
	old := d.fields[keySignUp].Get("secondaryIdentifiers")
	list := old
	if !list.Is(jsondoc.Array) {
		list = parse("[]")
	}
	now := plus(list, parse(`{"identifier":"phone","verify":true}`))
	for i, item := range list.Items {
		if id := item.Get("identifier").Text; (secondary{identifier: id}).phone() {
			now = at(list, i, with(item, "verify", yes()))
			break
		}
	}
	d.set(SignUpFurther, "/signUp/secondaryIdentifiers", keySignUp, "secondaryIdentifiers", now, old, now)
}

// strangers says what an open sign-up by phone costs.
func (d *draft) strangers() { d.say(d.Strangers(d.facts), SignUp, nil) }

// recover adds a code by SMS to an explicit list alone: to make one of none, one would
// have to know all that is on by itself, and with a connector so is this.
func (d *draft) recover() {
	usage := d.useRecovery(d.facts)
	switch {
	case usage.State == On && usage.Why == RecoveryByItself:
		d.say(RecoveryByItself, Recovery, nil)
	case usage.State == On:
		d.say(AlreadyOn, Recovery, nil)
	case usage.Why == Unreadable:
		d.say(Unreadable, Recovery, problem.Args{"field": keyRecovery})
	case usage.Why == RecoveryUndetermined:
		d.say(RecoveryUndetermined, Recovery, nil)
	case usage.Why == NoConnector:
		return // said of all
	default:
		list := d.fields[keyRecovery]
		d.fields[keyRecovery] = plus(list, parse(jsondoc.Quote(codeFactor)))
		d.changes = append(d.changes, Change{RecoveryAdded, "/" + keyRecovery, line(list), line(d.fields[keyRecovery])})
	}
	if methods, ok := d.methods(); ok && !slices.ContainsFunc(methods, func(m method) bool { return m.password }) {
		d.say(RecoveryNeedsPassword, Recovery, nil)
	}
}

func (d *draft) secondFactor() {
	switch usage := d.useFactor(); {
	case usage.State == On:
		d.say(AlreadyOn, SecondFactor, nil)
	case usage.Why == OlderLogto:
		d.say(OlderLogto, SecondFactor, problem.Args{"field": "mfa.factors"})
	case usage.Why == Unreadable:
		d.say(Unreadable, SecondFactor, problem.Args{"field": "mfa.factors"})
	default:
		old := d.fields[keyMFA].Get("factors")
		now := plus(old, parse(jsondoc.Quote(codeFactor)))
		d.set(SecondFactorAdded, "/mfa/factors", keyMFA, "factors", now, old, now)
	}
}
