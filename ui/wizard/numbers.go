package wizard

import (
	"context"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// numbers shows the account's numbers that can text, to put one into a service.
type numbers struct {
	s       *session
	list    *sender // where it leads back to
	service string  // the SID of the service
	anyway  bool    // the service can be chosen as it is
	picker  *picker
	feed    *feed
	wait    *pending // the listing
	err     error    // of the listing

	placing *pending
	placed  *walk.Placement // the last one, which did not succeed
	asking  *account.PhoneNumber
	moved   bool            // somebody moved the cursor
	harms   []account.Check // what a move that is asked for would break
	choose  *form           // to confirm a move, or what to do after a failure
}

func newNumbers(x *sender, service string, anyway bool) *numbers {
	n := &numbers{s: x.s, list: x, service: service, anyway: anyway, picker: newPicker(x.s)}
	n.fill()
	return n
}

func (n *numbers) Enter() tea.Cmd {
	if n.s.Walk.NumbersListed {
		return nil
	}
	return n.load()
}

// load lists the account's numbers, anew.
func (n *numbers) load() tea.Cmd {
	n.err = nil
	n.s.Walk.Numbers, n.s.Walk.NumbersListed = nil, false
	feed, cmd := listNumbers(n.s)
	n.feed = feed
	n.wait = newPending(n.s, feed.call, n.s.tr.T("numbers.listing"))
	return tea.Batch(cmd, n.wait.start(), n.fill())
}

func (n *numbers) Resize(width, height int) {
	if n.choose != nil {
		n.choose.resize(width, height < 10 || !n.choose.fields[0].isConfirm())
	}
	n.picker.resize(width, n.listHeight())
}

func (n *numbers) Update(msg tea.Msg) (step, tea.Cmd) {
	switch msg := msg.(type) {
	case fed:
		return n, n.take(msg)
	case answer[walk.Placement]:
		return n.place(msg)
	case tea.KeyPressMsg:
		return n.key(msg)
	}
	var cmds []tea.Cmd
	for _, w := range []*pending{n.wait, n.placing} {
		if w != nil {
			cmds = append(cmds, w.update(msg))
		}
	}
	if n.choose != nil {
		_, cmd := n.choose.update(msg)
		return n, tea.Batch(append(cmds, cmd)...)
	}
	return n, tea.Batch(append(cmds, n.picker.update(msg))...)
}

func (n *numbers) key(msg tea.KeyPressMsg) (step, tea.Cmd) {
	k := n.s.keys
	switch {
	case n.placing != nil:
		return n, n.placing.update(msg)
	case n.choose != nil:
		return n.answered(msg)
	case n.picker.typing():
	case key.Matches(msg, k.Back) && !n.picker.searched():
		return n.back()
	case key.Matches(msg, k.Buy):
		return n.list.show(newCountries(n))
	case key.Matches(msg, k.Retry) && n.wait == nil:
		return n, n.load()
	case key.Matches(msg, k.Next):
		return n.chosen()
	}
	n.moved = true
	return n, n.picker.update(msg)
}

// back leaves for the list of services, with this one under the cursor.
func (n *numbers) back() (step, tea.Cmd) {
	if n.feed != nil {
		n.feed.cancel()
	}
	return n.list.resume(n.service)
}

// chosen takes the row under the cursor.
func (n *numbers) chosen() (step, tea.Cmd) {
	switch it := n.picker.chosen().(type) {
	case buyItem:
		return n.list.show(newCountries(n))
	case anywayItem:
		return n, n.list.finish(n.service)
	case numberItem:
		switch holder := n.s.Walk.Holder(it.SID); holder {
		case "":
			return n, n.start(it.PhoneNumber, "", n.service)
		case n.service:
			return n.back()
		default:
			return n, n.askToMove(it.PhoneNumber, holder)
		}
	}
	return n, nil
}

// start puts a number into a service.
func (n *numbers) start(number account.PhoneNumber, from, to string) tea.Cmd {
	client := n.s.Client()
	n.placed, n.choose, n.asking = nil, nil, nil
	what := n.s.tr.T("numbers.adding", "number", number.Number, "service", n.s.Walk.NameOf(to))
	return await(n.s, &n.placing, what, func(ctx context.Context) (walk.Placement, error) {
		return walk.Place(ctx, client, number.SID, from, to), nil
	})
}

// look asks what became of a number.
func (n *numbers) look() tea.Cmd {
	client, p := n.s.Client(), *n.placed
	n.choose = nil
	what := n.s.tr.T("numbers.looking", "service", n.s.Walk.NameOf(n.service))
	return await(n.s, &n.placing, what, func(ctx context.Context) (walk.Placement, error) {
		p.Look(ctx, client)
		return p, nil
	})
}

// place takes what came of it.
func (n *numbers) place(a answer[walk.Placement]) (step, tea.Cmd) {
	if !take(&n.placing, a) {
		return n, nil
	}
	n.s.Walk.NotePlacement(a.value)
	if a.value.Done() {
		next, cmd := n.back()
		return next, tea.Batch(cmd, n.s.notify("numbers.added", "number", n.s.Walk.NumberOf(a.value.Number).Number, "service", n.s.Walk.NameOf(a.value.To)))
	}
	n.placed = &a.value
	return n, tea.Batch(n.fill(), n.askAfter())
}

// take takes what the listings bring.
func (n *numbers) take(msg fed) tea.Cmd {
	if !n.feed.owns(msg) {
		_, cmd := n.list.take(msg)
		return tea.Batch(cmd, n.fill()) // who holds which
	}
	switch msg := msg.msg.(type) {
	case []account.PhoneNumber:
		n.s.Walk.AddNumbers(msg...)
	case feedEnd:
		n.wait, n.err = nil, msg.err
		n.s.Walk.NumbersListed = msg.err == nil
		return n.fill()
	}
	return tea.Batch(n.fill(), n.feed.next)
}

// fill shows what else can be done, then the numbers that can text: of those the
// first is under the cursor until somebody moves it.
func (n *numbers) fill() tea.Cmd {
	w, certain := n.s.Walk, n.s.Walk.HoldersKnown()
	names := make(map[string]string, len(w.Services))
	for _, s := range w.Services {
		names[s.SID] = s.FriendlyName
	}
	items := append(make([]list.Item, 0, len(w.Numbers)+2), buyItem{})
	if n.anyway {
		items = append(items, anywayItem{})
	}
	first := len(items)
	for _, x := range w.Numbers {
		if holder := w.Holder(x.SID); x.SMS {
			items = append(items, numberItem{PhoneNumber: x, holder: names[holder], here: holder == n.service, certain: certain})
		}
	}
	cmd := n.picker.fill(items, 0)
	if !n.moved && len(items) > first {
		n.picker.list.Select(first)
	}
	return cmd
}
