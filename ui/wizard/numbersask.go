package wizard

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// askToMove asks for the move of a number that another service sends from.
func (n *numbers) askToMove(number account.PhoneNumber, holder string) tea.Cmd {
	tr, w := n.s.tr, n.s.Walk
	from := w.Services[w.ServiceIndex(holder)]
	n.asking, n.placed = &number, nil
	n.harms = w.HarmsOfMove(number.SID, holder, n.service)
	n.choose = newForm(n.s, confirmField(
		tr.T("numbers.move", "number", number.Number, "from", from.FriendlyName, "to", w.NameOf(n.service)),
		w.MoveText(tr, holder),
		false, tr.T("numbers.move.yes"), tr.T("numbers.move.no")))
	n.Resize(n.s.width, n.s.height)
	return n.choose.focus(0)
}

// askAfter offers what can be done when a number is not, or may not be, where it
// should be.
func (n *numbers) askAfter() tea.Cmd {
	n.choose = newForm(n.s, firstOf(n.s.tr.T("numbers.now"), n.s.Walk.AfterPlacing(n.s.tr, *n.placed)))
	n.Resize(n.s.width, n.s.height)
	return n.choose.focus(0)
}

// answered takes a key for one of the two questions.
func (n *numbers) answered(msg tea.KeyPressMsg) tea.Cmd {
	k := n.s.keys
	confirm := n.choose.fields[0].isConfirm()
	if key.Matches(msg, k.Back) {
		n.choose, n.asking, n.placed = nil, nil, nil
		return nil
	}
	done, cmd := n.choose.update(msg)
	if !done {
		return cmd
	}
	if confirm {
		number, yes := *n.asking, n.choose.fields[0].yes
		n.choose, n.asking = nil, nil
		if !yes {
			return nil
		}
		return n.start(number, n.s.Walk.Holder(number.SID), n.service)
	}
	return n.then(n.choose.value(0))
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
	n.choose, n.placed = nil, nil
	return nil
}
