package plain

import (
	"context"

	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// numbers offers the account's numbers that can text, and those for sale, for a
// service; anyway: it can be chosen as it is. done is set when that was chosen;
// errBack leads to the list of services.
func (s *session) numbers(service string, anyway bool) (done bool, err error) {
	for {
		placed, done, err := s.askNumber(service, anyway)
		isBack, err := back(err)
		switch {
		case err != nil || done:
			return done, err
		case isBack:
			return false, errBack
		case placed:
			return false, nil
		}
	}
}

// askNumber asks for a number once. placed: the service sends from one now.
func (s *session) askNumber(service string, anyway bool) (placed, done bool, err error) {
	w := s.Walk
	if !w.NumbersListed {
		if err := s.listNumbers(); err != nil {
			return false, false, err
		}
	}
	l := &list{label: s.tr.T("title.numbers", "service", w.NameOf(service)) + "\n" + s.tr.T(s.numbersIntro())}
	var offered []account.PhoneNumber
	for _, n := range w.Numbers {
		if n.SMS {
			offered = append(offered, n)
			l.rows = append(l.rows, row{label: s.numberLabel(n, service), name: n.Number, find: n.FriendlyName})
		}
	}
	l.more = []row{{label: s.tr.T("numbers.buy")}, {label: s.tr.T("key.retry")}}
	if anyway {
		l.more = append(l.more, row{label: s.tr.T("numbers.anyway")})
	}
	i, err := s.pick(l)
	switch i -= len(offered); {
	case err != nil:
		return false, false, err
	case i < 0:
		placed, err = s.chosen(offered[i+len(offered)], service)
	case i == 0:
		placed, err = s.buy(service)
	case i == 1:
		w.ForgetNumbers()
	default:
		w.ChooseService(service)
		return false, true, nil
	}
	if isBack, err := back(err); !isBack {
		return placed, false, err
	}
	return false, false, nil
}

// numbersIntro is the key of the sentence over the numbers.
func (s *session) numbersIntro() string {
	if s.Walk.NumbersListed && s.Walk.NoneCanText() {
		return "numbers.none"
	}
	return "intro.numbers"
}

// listNumbers lists the account's numbers, and says why where that fails.
func (s *session) listNumbers() error {
	client, w := s.Client(), s.Walk
	w.ForgetNumbers()
	r, err := call(s, s.tr.T("numbers.listing"), func(ctx context.Context) (struct{}, error) {
		return struct{}{}, client.PhoneNumbers(ctx, func(page []account.PhoneNumber) { w.AddNumbers(page...) })
	})
	if err != nil {
		return err
	}
	w.EndNumbers(r.err)
	if r.err != nil {
		s.sayFailure(r.err)
	}
	return nil
}

// numberLabel is a number with who has it.
func (s *session) numberLabel(n account.PhoneNumber, service string) string {
	label := n.Number
	switch holder := s.Walk.Holder(n.SID); {
	case holder == service:
		return s.tr.T("plain.in", "place", label, "what", s.tr.T("numbers.here"))
	case holder != "":
		return s.tr.T("plain.in", "place", label, "what", s.tr.T("plain.held", "service", s.Walk.NameOf(holder)))
	case s.Walk.HoldersKnown():
		return s.tr.T("plain.in", "place", label, "what", s.tr.T("plain.free"))
	}
	return label
}

// chosen puts one of the account's numbers into a service; out of another one only
// after a yes.
func (s *session) chosen(n account.PhoneNumber, service string) (placed bool, err error) {
	w := s.Walk
	holder := w.Holder(n.SID)
	switch holder {
	case "":
	case service:
		return true, nil
	default:
		s.sayChecks(w.HarmsOfMove(n.SID, holder, service))
		yes, err := s.confirm(
			s.tr.T("numbers.move", "number", n.Number, "from", w.NameOf(holder), "to", w.NameOf(service)),
			w.MoveText(s.tr, holder),
			s.tr.T("numbers.move.yes"), s.tr.T("numbers.move.no"), false)
		if err != nil || !yes {
			return false, err
		}
	}
	return s.place(n, holder, service)
}

// place puts a number into a service, and asks what to do where it is not, or may
// not be, there.
func (s *session) place(n account.PhoneNumber, from, to string) (placed bool, err error) {
	client, w := s.Client(), s.Walk
	do := func(ctx context.Context) walk.Placement { return walk.Place(ctx, client, n.SID, from, to) }
	what := s.tr.T("numbers.adding", "number", n.Number, "service", w.NameOf(to))
	for {
		r, err := call(s, what, func(ctx context.Context) (walk.Placement, error) { p := do(ctx); return p, p.Err })
		if err != nil {
			return false, err
		}
		p := r.value
		w.NotePlacement(p)
		if p.Done() {
			s.sayStatus(fine, i18n.Message{Message: s.tr.T("numbers.added", "number", n.Number, "service", w.NameOf(p.To))})
			return true, nil
		}
		s.sayPlacement(p, n.Number)
		choice, err := s.choose(s.tr.T("numbers.now"), w.AfterPlacing(s.tr, p))
		if err != nil {
			return false, err
		}
		switch choice {
		case walk.LookNow:
			what = s.tr.T("numbers.looking", "service", w.NameOf(to))
			do = func(ctx context.Context) walk.Placement { p.Look(ctx, client); return p }
		case walk.Again:
			return s.place(n, p.PlaceAgain(), to)
		case walk.Undo:
			return s.place(n, "", p.From)
		default:
			return false, nil
		}
	}
}

// sayPlacement says why a number is not where it should be.
func (s *session) sayPlacement(p walk.Placement, number string) {
	in, known := p.In()
	switch {
	case p.Err != nil:
		s.sayFailure(p.Err)
	case known:
		s.sayStatus(warns, i18n.Message{Message: s.tr.T("numbers.not-there")})
	}
	if known && in == "" && p.From != "" {
		s.sayStatus(warns, i18n.Message{Message: s.tr.T("numbers.between", "number", number)})
	}
}
