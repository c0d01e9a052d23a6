package i18n

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
)

// Check puts a check into words, those of an answer of Twilio's or Logto's among them.
func (p Printer) Check(c account.Check) Message {
	s := p.say("check."+string(c.Code), p.checkArgs(c.Args))
	switch code, _ := c.Args["twilioCode"].(int); {
	case code != 0:
		e := p.TwilioError(code)
		s.Hint = p.Join(e.Why, e.Do, s.Hint)
		return s
	case c.Err != nil:
		return p.because(s, p.CallError(c.Err))
	case c.LogtoErr != nil:
		return p.because(s, p.Failure(c.LogtoErr))
	}
	return s
}

// because adds the reason of a check to its words.
func (p Printer) because(s, why Message) Message {
	return Message{p.Join(s.Message, why.Message), p.Join(why.Hint, s.Hint)}
}

// checkArgs are the arguments of a check in words.
func (p Printer) checkArgs(args problem.Args) problem.Args {
	said := problem.Args{}
	for name, v := range args {
		switch v := v.(type) {
		case time.Duration:
			said[name] = p.span(v)
			if name == "since" {
				said[name] = strings.TrimPrefix(p.span(v), "1 ") // in the last hour
			}
		case logto.Connector:
			said[name] = p.LogtoConnector(v)
		case []logto.Change:
			said[name] = changed(v)
		case []signin.Use:
			said[name] = listed(v, p.SignInUse)
		case []account.StatusCount:
			said[name] = listed(v, func(s account.StatusCount) string { return fmt.Sprintf("%s %d", p.Status(s.Status).Message, s.Count) })
		default:
			said[name] = v
		}
		if name == "twilioCode" {
			said["title"] = p.TwilioError(v.(int)).Title
		}
	}
	return said
}

// listed are the words for the items of a list.
func listed[T any](items []T, say func(T) string) []string {
	list := make([]string, len(items))
	for i, item := range items {
		list[i] = say(item)
	}
	return list
}

// maxChanged is how many of what has changed are named.
const maxChanged = 6

// changed names what has changed.
func changed(changes []logto.Change) (list []string) {
	for _, c := range changes {
		name := where(c)
		switch {
		case slices.Contains(list, name):
		case len(list) == maxChanged:
			return append(list, "…")
		default:
			list = append(list, name)
		}
	}
	return list
}

// span says how long a time is, in the largest unit that it is whole in; a day or less
// in hours.
func (p Printer) span(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d > day && d%day == 0:
		return p.T("span.days", "n", int(d/day))
	case d >= time.Hour && d%time.Hour == 0:
		return p.T("span.hours", "n", int(d/time.Hour))
	case d >= time.Minute && d%time.Minute == 0:
		return p.T("span.minutes", "n", int(d/time.Minute))
	}
	return p.T("span.seconds", "n", int(d/time.Second))
}
