package i18n

import (
	"strconv"

	"logto-twilio/connector"
)

// Said is something put into words: what is, and what can be done about it.
type Said struct{ Message, Hint string }

// Problem puts a problem of a configuration into words.
func (p Printer) Problem(pr connector.Problem) Said {
	return p.say("problem."+string(pr.Code), pr.Args)
}

// Check puts a check of an account into words.
func (p Printer) Check(c connector.Check) Said {
	return p.say("check."+string(c.Code), c.Args)
}

func (p Printer) say(key string, args connector.Args) Said {
	message, ok := p.lookup(key)
	if !ok {
		message = "⟦" + key + "⟧"
	}
	hint, _ := p.lookup(key + ".hint")
	return Said{fill(message, args), fill(hint, args)}
}

// Explanation is what there is to know about one of Twilio's error codes.
type Explanation struct {
	Code  int
	Title string // what happened, in one line
	Why   string
	Do    string
	Link  string // Twilio's page of the code
	Known bool   // false: only the link is ours
}

// TwilioError explains one of Twilio's error codes.
func (p Printer) TwilioError(code int) Explanation {
	n := strconv.Itoa(code)
	key := "twilio." + n
	e := Explanation{Code: code, Link: "https://www.twilio.com/docs/api/errors/" + n, Known: has(key + ".title")}
	if !e.Known {
		key = "twilio.unknown"
	}
	e.Title, e.Why, e.Do = p.T(key+".title", "code", code), p.T(key+".why", "code", code), p.T(key+".do", "code", code)
	return e
}
