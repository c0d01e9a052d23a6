package wizard

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// numbers shows the account's numbers that can text, to put one into a service.
type numbers struct {
	s       *session
	service string // the SID of the service
	anyway  bool   // the service can be chosen as it is
	picker  *picker
	feed    *feed
	pending *pending // the listing
	err     error    // of the listing

	placing     *pending
	placed      *walk.Placement // the last one, if it failed
	asking      *account.PhoneNumber
	cursorMoved bool            // somebody moved the cursor
	harms       []account.Check // what the move would break
	choices     *form           // the confirmation of a move, or what to do after a failure
}

func newNumbers(s *session, service string, anyway bool) *numbers {
	n := &numbers{s: s, service: service, anyway: anyway, picker: newPicker(s)}
	n.fill()
	return n
}

func (n *numbers) Enter() tea.Cmd {
	if n.s.Walk.NumbersListed {
		return nil
	}
	return n.load()
}

func (n *numbers) Return() tea.Cmd { return n.fill() }

// load lists the account's numbers again.
func (n *numbers) load() tea.Cmd {
	n.err = nil
	n.s.Walk.ForgetNumbers()
	feed, cmd := listNumbers(n.s)
	n.feed = feed
	n.pending = newPending(n.s, feed.call, n.s.tr.T("numbers.listing"))
	return tea.Batch(cmd, n.pending.start(), n.fill())
}

func (n *numbers) Resize(width, height int) {
	if n.choices != nil {
		n.choices.resize(width, height < 10 || !n.choices.fields[0].isConfirm())
	}
	n.picker.resize(width, n.listHeight())
}

func (n *numbers) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[walk.Placement]:
		return n.placeEnded(msg)
	case tea.KeyPressMsg:
		return n.key(msg)
	}
	var cmds []tea.Cmd
	for _, w := range []*pending{n.pending, n.placing} {
		if w != nil {
			cmds = append(cmds, w.update(msg))
		}
	}
	if n.choices != nil {
		_, cmd := n.choices.update(msg)
		return tea.Batch(append(cmds, cmd)...)
	}
	return tea.Batch(append(cmds, n.picker.update(msg))...)
}

func (n *numbers) key(msg tea.KeyPressMsg) tea.Cmd {
	k := n.s.keys
	switch {
	case n.placing != nil:
		return n.placing.update(msg)
	case n.choices != nil:
		return n.choiceKey(msg)
	case n.picker.typing():
	case key.Matches(msg, k.Back) && !n.picker.searched():
		return n.back()
	case key.Matches(msg, k.Buy):
		return n.s.show(newCountries(n.s, n.service))
	case key.Matches(msg, k.Retry) && n.pending == nil:
		return n.load()
	case key.Matches(msg, k.Next):
		return n.chooseRow()
	}
	n.cursorMoved = true
	return n.picker.update(msg)
}

// back goes to the list of services, with the cursor on this one.
func (n *numbers) back() tea.Cmd {
	if n.feed != nil {
		n.feed.cancel()
	}
	return backTo[*sender](n.s).showService(n.service)
}

// chooseRow takes the row under the cursor.
func (n *numbers) chooseRow() tea.Cmd {
	switch it := n.picker.chosen().(type) {
	case buyItem:
		return n.s.show(newCountries(n.s, n.service))
	case anywayItem:
		return n.s.finishSender(n.service)
	case numberItem:
		switch holder := n.s.Walk.Holder(it.SID); holder {
		case "":
			return n.start(it.PhoneNumber, "", n.service)
		case n.service:
			return n.back()
		default:
			return n.askToMove(it.PhoneNumber, holder)
		}
	}
	return nil
}

// start puts a number into a service.
func (n *numbers) start(number account.PhoneNumber, from, to string) tea.Cmd {
	client := n.s.Client()
	n.placed, n.choices, n.asking = nil, nil, nil
	what := n.s.tr.T("numbers.adding", "number", number.Number, "service", n.s.Walk.NameOf(to))
	return await(n.s, &n.placing, what, func(ctx context.Context) (walk.Placement, error) {
		return walk.Place(ctx, client, number.SID, from, to), nil
	})
}

// look asks Twilio in which service the number is.
func (n *numbers) look() tea.Cmd {
	client, p := n.s.Client(), *n.placed
	n.choices = nil
	what := n.s.tr.T("numbers.looking", "service", n.s.Walk.NameOf(n.service))
	return await(n.s, &n.placing, what, func(ctx context.Context) (walk.Placement, error) {
		p.Look(ctx, client)
		return p, nil
	})
}

// placeEnded takes the result of start or look.
func (n *numbers) placeEnded(a answer[walk.Placement]) tea.Cmd {
	if !takeAnswer(&n.placing, a) {
		return nil
	}
	n.s.Walk.NotePlacement(a.value)
	if a.value.Done() {
		return tea.Batch(n.back(), n.s.notify("numbers.added", "number", n.s.Walk.NumberOf(a.value.Number).Number, "service", n.s.Walk.NameOf(a.value.To)))
	}
	n.placed = &a.value
	return tea.Batch(n.fill(), n.askAfter())
}

// takePiece takes what the listing brings. The listing of the services changes
// who sends from which number.
func (n *numbers) takePiece(p piece) tea.Cmd {
	if !n.feed.owns(p.id) {
		return n.fill()
	}
	switch msg := p.msg.(type) {
	case []account.PhoneNumber:
		n.s.Walk.AddNumbers(msg...)
	case feedEnd:
		n.pending, n.err = nil, msg.err
		n.s.Walk.EndNumbers(msg.err)
		return n.fill()
	}
	return tea.Batch(n.fill(), n.feed.next)
}

// askToMove asks for the move of a number that another service sends from.
func (n *numbers) askToMove(number account.PhoneNumber, holder string) tea.Cmd {
	tr, w := n.s.tr, n.s.Walk
	from := w.Services[w.ServiceIndex(holder)]
	n.asking, n.placed = &number, nil
	n.harms = w.HarmsOfMove(number.SID, holder, n.service)
	n.choices = newForm(n.s, confirmField(
		tr.T("numbers.move", "number", number.Number, "from", from.FriendlyName, "to", w.NameOf(n.service)),
		w.MoveText(tr, holder),
		false, tr.T("numbers.move.yes"), tr.T("numbers.move.no")))
	n.Resize(n.s.width, n.s.height)
	return n.choices.focus(0)
}

// askAfter offers what can be done when the number is not, or perhaps not, in the
// service.
func (n *numbers) askAfter() tea.Cmd {
	n.choices = newForm(n.s, firstOf(n.s.tr.T("numbers.now"), n.s.Walk.AfterPlacing(n.s.tr, *n.placed)))
	n.Resize(n.s.width, n.s.height)
	return n.choices.focus(0)
}

// choiceKey takes a key for the question that is open.
func (n *numbers) choiceKey(msg tea.KeyPressMsg) tea.Cmd {
	k := n.s.keys
	confirm := n.choices.fields[0].isConfirm()
	if key.Matches(msg, k.Back) {
		n.choices, n.asking, n.placed = nil, nil, nil
		return nil
	}
	done, cmd := n.choices.update(msg)
	if !done {
		return cmd
	}
	if confirm {
		number, yes := *n.asking, n.choices.fields[0].yes
		n.choices, n.asking = nil, nil
		if !yes {
			return nil
		}
		return n.start(number, n.s.Walk.Holder(number.SID), n.service)
	}
	return n.then(n.choices.value(0))
}

// then does what was chosen after a failure.
func (n *numbers) then(what string) tea.Cmd {
	p := n.placed
	number := n.s.Walk.NumberOf(p.Number)
	switch what {
	case walk.LookNow:
		return n.look()
	case walk.Again:
		return n.start(number, p.PlaceAgain(), n.service)
	case walk.Undo:
		return n.start(number, "", p.From)
	}
	n.choices, n.placed = nil, nil
	return nil
}
