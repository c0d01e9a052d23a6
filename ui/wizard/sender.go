package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// sender asks for the messaging service: from the account's list, a new one, or by its
// SID. It leads to the numbers of a service.
type sender struct {
	s           *session
	picker      *picker
	feed        *feed
	pending     *pending
	err         error
	byHand      *form  // the SID is typed; nil: the list is shown
	earlierSID  string // the SID before one was typed
	chosenEarly string // the SID of a service that was chosen before its senders were known
}

func newSender(s *session) *sender {
	x := &sender{s: s, picker: newPicker(s)}
	x.fill()
	return x
}

func (x *sender) Enter() tea.Cmd {
	w := x.s.Walk
	switch {
	case w.Listed && w.ServiceSID != "" && w.ServiceMissing(w.ServiceSID):
		return x.typeIt() // the list would lose what was typed
	case w.Listed:
		return nil
	case w.AccountSID == "" || w.AuthToken == "":
		return x.typeIt()
	}
	return x.load()
}

// load lists the services again.
func (x *sender) load() tea.Cmd {
	x.err, x.byHand = nil, nil
	x.s.Walk.ForgetServices()
	x.fill()
	feed, cmd := listServices(x.s)
	x.feed = feed
	x.pending = newPending(x.s, feed.call, x.s.tr.T("sender.listing"))
	return tea.Batch(cmd, x.pending.start())
}

// typeIt asks for the SID by hand.
func (x *sender) typeIt() tea.Cmd {
	q := x.s.textQuestion(walk.ServiceSID)
	q.check = x.s.Walk.CheckService
	x.earlierSID = x.s.Walk.ServiceSID
	if typed := x.s.Walk.TypedSID; typed != "" {
		q.set(typed)
		q.shown = true
	}
	x.byHand = newForm(x.s, q)
	x.Resize(x.s.width, x.s.height)
	return x.byHand.focus(0)
}

func (x *sender) Resize(width, height int) {
	if x.byHand != nil {
		x.byHand.resize(width, height < 14)
	}
	x.picker.resize(width, x.listHeight())
}

// listHeight leaves room for the heading, and for what is said of the service
// under the cursor.
func (x *sender) listHeight() int {
	h := x.s.height - strings.Count(x.s.heading("sender"), "\n") - 1
	if x.s.height >= 14 {
		h -= 6
	} else {
		h -= 4
	}
	return max(h, 3)
}

func (x *sender) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if x.byHand == nil {
			return x.key(msg)
		}
		return x.typed(msg)
	}
	if x.byHand != nil {
		_, cmd := x.byHand.update(msg)
		return cmd
	}
	return tea.Batch(x.moveSpinner(msg), x.picker.update(msg))
}

// moveSpinner moves the spinner of the listing.
func (x *sender) moveSpinner(msg tea.Msg) tea.Cmd {
	if x.pending == nil {
		return nil
	}
	return x.pending.update(msg)
}

// key takes a key while the list is shown.
func (x *sender) key(msg tea.KeyPressMsg) tea.Cmd {
	k := x.s.keys
	x.chosenEarly = ""
	switch {
	case x.picker.typing():
	case key.Matches(msg, k.Back) && !x.picker.searched():
		return x.s.backward() // which ends the listing
	case key.Matches(msg, k.ByHand):
		return x.typeIt()
	case key.Matches(msg, k.Retry) && x.pending == nil:
		return x.load()
	case key.Matches(msg, k.New), key.Matches(msg, k.Next) && x.none():
		return x.s.show(newServiceForm(x.s))
	case key.Matches(msg, k.Numbers):
		if it, ok := x.picker.chosen().(serviceItem); ok {
			return x.s.show(newNumbers(x.s, it.SID, false))
		}
		return nil
	case key.Matches(msg, k.Next):
		if it, ok := x.picker.chosen().(serviceItem); ok {
			return x.chooseService(it)
		}
		if x.err != nil {
			return x.load()
		}
		return nil
	}
	return x.picker.update(msg)
}

// none reports whether the account is known to have no service.
func (x *sender) none() bool { return x.s.Walk.Listed && x.picker.empty() }

// chooseService takes a service. For one that cannot send, it first shows what can be
// done. For one whose senders are not known yet it waits, since Review could not judge it.
func (x *sender) chooseService(it serviceItem) tea.Cmd {
	x.chosenEarly = ""
	if !it.Known && it.Err == nil && x.pending != nil {
		x.chosenEarly, x.pending.what = it.SID, x.s.tr.T("sender.looking", "service", it.FriendlyName)
		return nil
	}
	if !it.Sends() {
		return x.s.show(newNumbers(x.s, it.SID, true))
	}
	return x.s.finishSender(it.SID)
}

// finishSender ends the step with a service.
func (s *session) finishSender(sid string) tea.Cmd {
	s.Walk.ChooseService(sid)
	return s.forward()
}

// Return comes back with the cursor on the service that is chosen.
func (x *sender) Return() tea.Cmd { return x.showService(x.s.Walk.ServiceSID) }

// showService puts the cursor on a service.
func (x *sender) showService(service string) tea.Cmd {
	x.picker = newPicker(x.s) // a search ends, so that the service is in sight
	cmd := x.fillAt(service)
	x.Resize(x.s.width, x.s.height)
	return cmd
}

// typed takes a key while the SID is asked for.
func (x *sender) typed(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, x.s.keys.Back) {
		if len(x.s.Walk.Services) == 0 && x.pending == nil && !x.s.Walk.Listed { // there is no list to go back to
			return x.s.backward()
		}
		x.s.Walk.GiveUpTyping(x.byHand.value(0), x.earlierSID)
		x.byHand = nil
		return nil
	}
	done, cmd := x.byHand.update(msg)
	walk.ServiceSID.Set(x.s.Walk, x.byHand.value(0))
	if done {
		return x.s.forward()
	}
	return cmd
}

// takePiece takes what the listing brings.
func (x *sender) takePiece(p piece) tea.Cmd {
	if !x.feed.owns(p.id) {
		return nil
	}
	w := x.s.Walk
	switch msg := p.msg.(type) {
	case []account.Service:
		for _, s := range msg {
			w.AddService(s)
		}
	case walk.Look:
		w.TakeLook(msg)
		if i := w.ServiceIndex(msg.Service); x.chosenEarly == msg.Service && i >= 0 {
			return tea.Batch(x.chooseService(serviceItem{w.Services[i]}), x.fill(), x.feed.next)
		}
	case tollFreeMsg:
		w.SetTollFree(account.Found[[]account.TollFreeVerification](msg))
	case feedEnd:
		x.pending, x.err = nil, msg.err
		if msg.err != nil && w.ServiceSID != "" && len(w.Services) == 0 {
			return x.typeIt() // the SID is known; only the check failed
		}
		w.EndServices(msg.err)
		return nil
	}
	return tea.Batch(x.fill(), x.feed.next)
}

// fill puts the walk's services into the list, the chosen one under the cursor.
func (x *sender) fill() tea.Cmd { return x.fillAt(x.s.Walk.ServiceSID) }

// fillAt is fill with the cursor on another service.
func (x *sender) fillAt(service string) tea.Cmd {
	items := make([]list.Item, len(x.s.Walk.Services))
	for i, s := range x.s.Walk.Services {
		items[i] = serviceItem{s}
	}
	return x.picker.fill(items, max(x.s.Walk.ServiceIndex(service), 0))
}
