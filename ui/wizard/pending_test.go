package wizard

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// A request takes its own answer, once, and no other.
func TestPendingTakesItsOwnAnswerAlone(t *testing.T) {
	o := newOptions(i18n.English)
	s := New(o).session
	s.visit = t.Context()
	var first, second *pending
	await(s, &first, "first", func(context.Context) (int, error) { return 1, nil })
	await(s, &second, "second", func(context.Context) (int, error) { return 2, nil })
	waited := second
	for _, id := range []int{-1, 0, first.id, second.id + 1} {
		if takeAnswer(&second, answer[int]{id: id}) || second != waited {
			t.Errorf("the answer of request %d was taken for that of %d", id, waited.id)
		}
	}
	if !takeAnswer(&second, answer[int]{id: waited.id, err: errors.New("refused")}) || second != nil {
		t.Error("the answer was not taken, or is still waited for")
	}
	if takeAnswer(&second, answer[int]{id: waited.id}) || takeAnswer(&second, answer[int]{}) {
		t.Error("an answer was taken that nobody waits for")
	}
	if !takeAnswer(&first, answer[int]{id: first.id}) {
		t.Error("the first request has lost its answer")
	}
}

// A feed takes what it brought itself; before there is one, nothing is its.
func TestFeedTakesItsOwnPiecesAlone(t *testing.T) {
	var none *feed
	f := &feed{call: &call{id: 2}}
	for id, want := range []bool{false, false, true, false} {
		if f.owns(id) != want || none.owns(id) {
			t.Errorf("a piece of feed %d", id)
		}
	}
}

// answersOf are the answers that any screen waits for, as those of one request.
func answersOf(id int) []tea.Msg {
	err := errors.New("of an older request")
	return []tea.Msg{
		answer[walk.Opened]{id: id, err: err},
		answer[walk.Resumed]{id: id, err: err},
		answer[walk.Owner]{id: id, err: err},
		answer[[]account.NumberCountry]{id: id, err: err},
		answer[[]walk.Offer]{id: id, err: err},
		answer[account.Service]{id: id, err: err},
		answer[walk.Placement]{id: id, err: err},
		answer[walk.Purchase]{id: id, err: err},
		answer[account.Message]{id: id, err: err},
		answer[[]string]{id: id, err: err},
		answer[walk.Saving]{id: id, err: err},
		answer[written]{id: id, err: err},
		answer[logto.Plan]{id: id, err: err},
		answer[logto.Result]{id: id, err: err},
		answer[testedMsg]{id: id, err: err},
		pollMsg{id},
	}
}

// Whatever a screen waits for, the answer of an older request changes neither it
// nor the walk.
func TestAnswersOfOlderRequestsAreDropped(t *testing.T) {
	for call, w := range waitingFor() {
		t.Run(call, func(t *testing.T) {
			driven(t, stalling(call, w.options), func(t *testing.T, d *direct) {
				d.do(w.way...)
				d.older()
			})
		})
	}
}

// The same where the request itself has not begun.
func TestAnswersBeforeTheRequestAreDropped(t *testing.T) {
	push := func(more ...action) []action { return append(toPush[:len(toPush):len(toPush)], more...) }
	trial := func(o *Options) {
		numbered(arriving)(o)
		o.Walk.Account.Type = account.TrialAccount
	}
	for name, w := range map[string]struct {
		options []func(*Options)
		way     []action
		last    action
	}{
		"a file":            {nil, []action{press("down", "enter"), replaced("logto.json")}, press("enter")},
		"verified numbers":  {with(trial), []action{at(walk.Review)}, press("enter")},
		"looking at a file": {with(chosen), []action{at(walk.Save)}, press("enter")},
		"saving": {with(openFile("good.json"), chosen, rotated), []action{at(walk.Templates), press("e"),
			replaced("Changed: {{code}}"), press("esc"), at(walk.Save), press("enter")}, press("y")},
		"a plan":            {with(chosen, ready), push(press("enter", "enter", "enter")), press("enter")},
		"a push":            {with(chosen, ready), push(asked, answered), press("y")},
		"a test from Logto": {with(chosen, ready, numbered(arriving)), push(asked, answered, press("y"), answered, press("down", "down", "enter")), press("y")},
	} {
		t.Run(name, func(t *testing.T) {
			folder(t)
			o := newOptions(i18n.English)
			for _, change := range w.options {
				change(&o)
			}
			driven(t, o, func(t *testing.T, d *direct) {
				d.do(w.way...)
				d.hold = true
				before := d.m.calls
				d.do(w.last)
				if d.m.calls == before {
					t.Fatalf("nothing is asked for:\n%s", d.screen())
				}
				d.older()
			})
		})
	}
}

// older gives the model the answers of all requests but the last.
func (d *direct) older() {
	d.t.Helper()
	at, screen, known, calls := d.m.top(), d.screen(), *d.m.Walk, d.m.calls
	for id := range calls {
		for _, a := range answersOf(id) {
			d.send(a)
			if d.m.top() != at || d.screen() != screen || !reflect.DeepEqual(*d.m.Walk, known) || d.m.calls != calls {
				d.t.Fatalf("%T of request %d of %d was taken:\n%s\nbefore:\n%s", a, id, d.m.calls, d.screen(), screen)
			}
		}
	}
}

func TestLateSearchIsDropped(t *testing.T) {
	o := newOptions(i18n.English)
	signedIn(&o)
	o.Connect = serving(100, 1, 0, func(string) func() { return func() {} }).connect
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(press("enter", "enter", "enter"), after(time.Second), press("/"))
		d.hold = true
		for _, r := range "service 07" {
			d.send(keyPress(string(r)))
		}
		slices.Reverse(d.held) // the first search takes longest
		for _, cmd := range d.held {
			d.take(cmd())
			d.settle()
		}
		d.shows("› Service 070") // the best match comes first
	})
}
