package walk

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
)

// Choice is one of several answers to a question: what it stands for in the
// program, and its words.
type Choice struct{ Value, Label string }

// What can be chosen at the beginning; a draft is its number in Walk.Abandoned.
const (
	BeginNew    = "new"
	BeginOpen   = "open"
	BeginEmpty  = "empty"
	BeginReview = "review"
)

// What can be done after something was tried.
const (
	GoOn    = "go-on"
	Again   = "again"
	Edit    = "edit"
	Leave   = "leave"
	Undo    = "undo"
	LookNow = "look"
	Other   = "other"
	Watch   = "watch"
	Mend    = "mend"
	Region  = "region"
)

// What becomes of answers that are not saved.
const (
	QuitStay    = "stay"
	QuitKeep    = "keep"
	QuitDiscard = "discard"
)

// Beginnings are the places where a walk can begin, the drafts of what would be
// begun anew before all else. The first is the one to take where nothing else is
// said, here and below.
func (s *Setup) Beginnings(p i18n.Printer) []Choice {
	label := p.T("start.new", "file", s.Place(s.Walk.Target))
	if s.Walk.Furthest > Start {
		label = p.T("start.go-on")
	}
	var own, others []Choice
	for i, d := range s.Walk.Abandoned {
		if s.Walk.Furthest == Start && s.within(d.Target) == s.within(s.Walk.Target) { // else it would be begun anew
			own = append(own, s.draftChoice(p, i))
		} else {
			others = append(others, s.draftChoice(p, i))
		}
	}
	choices := slices.Concat(own, []Choice{{BeginNew, label}}, others)
	if s.Demo { // it opens no file of anybody's
		return append(choices, Choice{BeginEmpty, p.T("start.empty")})
	}
	return append(choices, Choice{BeginOpen, p.T("start.open")})
}

// WaysOn are the ways through a file that was opened, and the drafts of it.
func (s *Setup) WaysOn(p i18n.Printer) []Choice {
	var choices []Choice
	for i, d := range s.Walk.Abandoned {
		if s.Edits(d) {
			choices = append(choices, s.draftChoice(p, i))
		}
	}
	steps, review := Choice{BeginNew, p.T("start.walk")}, Choice{BeginReview, p.T("start.review")}
	if s.Walk.Verdict.Accepted && !s.Walk.Wants(Templates) {
		return append(choices, steps, review)
	}
	return append(choices, review, steps) // what is wrong is said there, with the way to mend it
}

func (s *Setup) draftChoice(p i18n.Printer, i int) Choice {
	d := s.Walk.Abandoned[i]
	return Choice{strconv.Itoa(i), p.T("start.resume", "target", s.Place(d.Target), "when", p.Ago(d.Saved, s.Clock()))}
}

// AfterCheck is what can be done when Twilio was asked about the credentials.
func (w *Walk) AfterCheck(p i18n.Printer, checks []account.Check, err error) []Choice {
	goOn, edit := Choice{GoOn, p.T("credentials.go-on")}, Choice{Edit, p.T("credentials.edit")}
	again, unchecked := Choice{Again, p.T("credentials.again")}, Choice{GoOn, p.T("credentials.unchecked")}
	switch {
	case nothingAsked(err):
		return []Choice{edit, unchecked}
	case refused(err): // asking again would bring the same answer
		return append([]Choice{edit, again, {GoOn, p.T("credentials.anyway")}}, w.regionChoice(p, err)...)
	case err != nil:
		return []Choice{again, edit, unchecked}
	case Failed(checks):
		return []Choice{edit, goOn}
	}
	return []Choice{goOn, edit}
}

// refused reports whether Twilio itself said no.
func refused(err error) bool {
	var e *account.CallError
	return errors.As(err, &e) && e.Kind == account.Refused && e.HTTPStatus < 500 && e.HTTPStatus != http.StatusTooManyRequests
}

// badCredentials reports whether Twilio did not take the credentials themselves.
func badCredentials(err error) bool {
	var e *account.CallError
	return errors.As(err, &e) && e.HTTPStatus == http.StatusUnauthorized
}

// nothingAsked reports whether there was no token to ask with.
func nothingAsked(err error) bool {
	var e *account.CallError
	return errors.As(err, &e) && e.Kind == account.NoToken
}

// Failed reports whether a check says that nothing will be sent.
func Failed(checks []account.Check) bool {
	return slices.ContainsFunc(checks, func(c account.Check) bool { return c.Status == account.CheckFailed })
}

// Worth reports whether a check has something to say.
func Worth(checks []account.Check) bool {
	return slices.ContainsFunc(checks, func(c account.Check) bool { return c.Status != account.CheckOK })
}

// AfterPlacing is what can be done when a number is not, or may not be, in its service.
func (w *Walk) AfterPlacing(p i18n.Printer, placed Placement) []Choice {
	look, again := Choice{LookNow, p.T("numbers.then.look")}, Choice{Again, p.T("numbers.then.again")}
	leave := Choice{Leave, p.T("numbers.then.leave")}
	switch in, known := placed.In(); {
	case !known:
		return []Choice{look, leave}
	case in == "" && placed.From != "": // out of the one, not in the other
		return []Choice{again, {Undo, p.T("numbers.then.undo", "service", w.NameOf(placed.From))}, leave}
	}
	return []Choice{leave, again}
}

// AfterPurchase is what can be done when a number was not bought, or may not have been.
func AfterPurchase(p i18n.Printer, bought Purchase) []Choice {
	choices := []Choice{{Other, p.T("buy.other")}, {Leave, p.T("buy.leave")}}
	if bought.Unsure() {
		return append([]Choice{{LookNow, p.T("buy.look")}}, choices...)
	}
	return choices
}

// AfterTest is what can be done when a test message was sent, or was not. lost: its
// status is not known to the end; err is why, or why it was not taken.
func (w *Walk) AfterTest(p i18n.Printer, lost bool, err error) []Choice {
	choices := []Choice{{GoOn, p.T("test.go-on")}, {Again, p.T("test.again")}}
	if step, ok := MendStep(w.ErrorCode()); ok {
		choices = append(choices, Choice{Mend, p.T("test.mend", "step", p.T("step."+step.Key()))})
	}
	switch {
	case lost:
		return append([]Choice{{Watch, p.T("test.watch")}}, choices...)
	case w.Sent != nil && !Unsure(err) && (err != nil || w.Sent.Message.Status.Failed()):
		choices[0], choices[1] = choices[1], choices[0]
	}
	return choices
}

// ErrorCode is Twilio's error code for the last test message, of the refusal or of
// the delivery; 0 where there is none.
func (w *Walk) ErrorCode() int {
	switch {
	case w.Sent == nil:
		return 0
	case w.Sent.Err != nil:
		return w.Sent.Err.Code
	}
	return w.Sent.Message.ErrorCode
}

// Quit is what is asked of somebody who leaves.
type Quit struct {
	Title, Why string
	Choices    []Choice
}

// AsksToQuit reports whether leaving is asked about: where an answer would be lost, or
// something that costs would happen unseen, or was done for nothing.
func (s *Setup) AsksToQuit() bool {
	w := s.Walk
	return w.Unsaved() || w.spending || w.AccountChanged && w.Saved() == ""
}

// answerTime is how long somebody who leaves waits for the answer to a request that is
// billed: as long as a request may take.
const answerTime = 30 * time.Second

// WaitToLeave is how long plain mode, which cannot ask during a request, waits after a
// first Ctrl+C, and what it says; 0 where nothing that is billed is under way. A second
// Ctrl+C leaves at once.
func (s *Setup) WaitToLeave(p i18n.Printer) (most time.Duration, text string) {
	if !s.Walk.spending {
		return 0, ""
	}
	return answerTime, p.Join(p.T("quit.spending"), p.T("quit.waiting", "n", int(answerTime.Seconds())))
}

// Quitting is what is asked before leaving: what becomes of answers that are not
// saved, and whether to wait for an answer of Twilio's.
func (s *Setup) Quitting(p i18n.Printer) Quit {
	if !s.Walk.Unsaved() && s.Walk.spending {
		return Quit{p.T("quit.title-spending"), p.T("quit.spending"), []Choice{{QuitStay, p.T("quit.wait")}, {QuitDiscard, p.T("quit.leave")}}}
	}
	q := Quit{p.T("quit.title"), p.T("quit.lost"), []Choice{{QuitStay, p.T("quit.stay")}}}
	if s.Drafts != nil {
		q.Why = p.T("quit.why")
		q.Choices = append(q.Choices, Choice{QuitKeep, p.T("quit.keep")})
	}
	if s.Walk.spending {
		q.Why = p.Join(p.T("quit.spending"), q.Why)
	}
	if s.Walk.AccountChanged && !s.Demo {
		q.Why = p.Join(q.Why, p.T("quit.account-changed"))
	}
	q.Choices = append(q.Choices, Choice{QuitDiscard, p.T("quit.discard")})
	return q
}
