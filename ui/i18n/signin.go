package i18n

import (
	"encoding/json"

	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
)

// SignInUse names what SMS can be used for, as a heading or in a list.
func (p Printer) SignInUse(use signin.Use) string { return p.T("signin.use." + string(use)) }

// SignInState says in a word whether SMS is used for something.
func (p Printer) SignInState(state signin.State) string { return p.T("signin.state." + string(state)) }

// SignInNotice puts into words what is to be known of a choice, or why it is not to be
// had. Only what somebody can do something about has a hint.
func (p Printer) SignInNotice(n signin.Notice) Message {
	args := problem.Args{"use": p.useOrAll(n.Use)}
	for name, v := range n.Args {
		args[name] = v
	}
	if with, ok := n.Args["with"].(string); ok {
		args["with"] = p.SignInUse(signin.Use(with))
	}
	if list, ok := n.Args["identifiers"].([]string); ok {
		names := make([]string, len(list))
		for i, id := range list {
			names[i] = p.SignInIdentifier(id)
		}
		args["identifiers"] = names
	}
	key := "signin.notice." + string(n.Code)
	if chosen, _ := n.Args["chosen"].(bool); chosen {
		key += ".chosen"
	}
	return p.say(key, args)
}

// useOrAll names a use, "" for all.
func (p Printer) useOrAll(use signin.Use) string {
	if use == "" {
		return ""
	}
	return p.SignInUse(use)
}

// SignInIdentifier names an identifier of Logto's: username, email or phone, else it is
// shown as it is.
func (p Printer) SignInIdentifier(id string) string {
	if _, known := find("signin.identifier." + id); known {
		return p.T("signin.identifier." + id)
	}
	return printable(id)
}

// SignInWhy explains the state of a use; "" where it needs no explanation.
func (p Printer) SignInWhy(u signin.Usage) string {
	if u.Why == "" {
		return ""
	}
	return p.SignInNotice(signin.Notice{Code: u.Why, Use: u.Use}).Message
}

// SignInChange says in one line what a plan does.
func (p Printer) SignInChange(c signin.Change) string {
	return p.say("signin.change."+string(c.Code), problem.Args{"old": p.identifiers(c.Old), "new": p.identifiers(c.New)}).Message
}

// identifiers names those of a list in JSON; another value is shown as it is.
func (p Printer) identifiers(list string) any {
	var ids []string
	if json.Unmarshal([]byte(list), &ids) != nil {
		return list
	}
	if len(ids) == 0 {
		return p.T("signin.identifier.none")
	}
	for i, id := range ids {
		ids[i] = p.SignInIdentifier(id)
	}
	return ids
}

// SignInResult says how a change of the sign-in experience ended and, where it did not
// end well, why: err is what ChangeSignIn returned with r.
func (p Printer) SignInResult(r logto.SignInResult, err error) Message {
	return p.result("signin.outcome.", r.Outcome, r.Looked, err)
}
