package i18n

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/export"
)

// Message is something put into words: what is, and what can be done about it.
type Message struct{ Message, Hint string }

// Problem puts a problem of a configuration into words.
func (p Printer) Problem(pr problem.Problem) Message {
	s := p.say("problem."+string(pr.Code), pr.Args)
	if extra, ok := pr.Args["extra"].(int); ok && extra > 0 {
		s.Hint = p.Join(s.Hint, p.T("segments.fewer", "fewer", pr.Args["fewer"], "segments", pr.Args["segments"]))
	}
	if hidden, ok := pr.Args["hidden"]; ok {
		s.Hint = p.Join(s.Hint, p.T("hidden.characters", "characters", hidden))
	}
	return s
}

// InGeneral is the sentence of a key and its hint, which may be missing, with an
// ellipsis wherever they name what is in a file or an account.
func (p Printer) InGeneral(key string) Message {
	anything := func(string) (string, bool) { return "…", true }
	hint, _ := find(key + ".hint")
	return Message{fill(p.sentence(key), anything), fill(hint.in(p.lang), anything)}
}

// Status puts the status of a message into words, for a timeline: Message is a
// label of a word or two, Hint a sentence on what it means. A status that
// Twilio invents later is shown as Twilio writes it, without a sentence.
func (p Printer) Status(s account.MessageStatus) Message {
	key := "status." + string(s)
	label, ok := find(key)
	if !ok {
		return Message{Message: printable(string(s))}
	}
	about, _ := find(key + ".about")
	return Message{label.in(p.lang), about.in(p.lang)}
}

// Failure puts an error into words: that of a call to Twilio or to Logto, of
// reading or writing a file, or any other.
func (p Printer) Failure(err error) Message {
	if said, ok := p.logtoFailure(err); ok {
		return said
	}
	var call *account.CallError
	var write *export.WriteError
	var read *export.ReadError
	switch {
	case errors.As(err, &call):
		return p.CallError(call)
	case errors.As(err, &write):
		return p.say("write."+string(write.Kind), problem.Args{"path": write.Path, "target": write.Target, "reason": reason(write.Err)})
	case errors.As(err, &read):
		return p.say("read."+string(read.Kind), problem.Args{"path": read.Path, "reason": reason(read.Err)})
	}
	return p.say("failure.other", problem.Args{"reason": err.Error()})
}

// reason is the system's own word for an error, without the path before it.
func reason(err error) string {
	for next := errors.Unwrap(err); next != nil; next = errors.Unwrap(err) {
		err = next
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

// Git warns of a file with the auth token in it that git would take, or may take; "" where
// there is nothing to warn of.
func (p Printer) Git(status export.GitStatus, file string) string {
	key := "git." + string(status)
	if _, ok := find(key); !ok {
		return ""
	}
	return p.T(key, "file", file)
}

// Ago says how long ago a time was.
func (p Printer) Ago(then, now time.Time) string {
	switch d := now.Sub(then); {
	case d < time.Minute:
		return p.T("time.now")
	case d < time.Hour:
		return p.T("time.minutes", "n", int(d.Minutes()))
	case d < 24*time.Hour:
		return p.T("time.hours", "n", int(d.Hours()))
	default:
		return p.T("time.days", "n", int(d.Hours()/24))
	}
}

// say fills the sentence of a key and its hint, which may be missing. The
// arguments are from files and networks, so that what a terminal would obey is
// taken out of them.
func (p Printer) say(key string, args problem.Args) Message {
	value := func(name string) (string, bool) {
		v, ok := args[name]
		return printable(p.written(v)), ok
	}
	hint, _ := find(key + ".hint")
	return Message{fill(p.sentence(key), value), fill(hint.in(p.lang), value)}
}

// written writes an argument.
func (p Printer) written(v any) string {
	r := reflect.ValueOf(v)
	if r.Kind() != reflect.Slice {
		return fmt.Sprint(v)
	}
	items := make([]string, r.Len())
	for i := range items {
		items[i] = fmt.Sprint(r.Index(i).Interface())
	}
	return p.List(items)
}

// List puts items one after the other, with the commas of the language.
func (p Printer) List(items []string) string {
	if p.lang == Chinese {
		return strings.Join(items, "、")
	}
	return strings.Join(items, ", ")
}

// printable is what a file or a server says, on one line and safe for a terminal.
func printable(s string) string { return redact.Escaped(s, "") }
