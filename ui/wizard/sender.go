package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/ui/walk"
)

// sender asks for the messaging service: from the account's list, or by hand.
type sender struct {
	s       *session
	list    list.Model
	listing *listing
	search  int // the number of the last search
	wait    *waiting
	err     error
	byHand  *form  // the SID is typed; nil: the list is shown
	doubted string // the service that was chosen although it cannot send
	pending string // the service that was chosen before its senders were known
}

func newSender(s *session) *sender {
	x := &sender{s: s}
	x.list = newServiceList(s)
	x.fill()
	return x
}

func (x *sender) Enter() tea.Cmd {
	w := x.s.Walk
	switch {
	case w.Listed && w.ServiceSID != "" && w.ServiceMissing(w.ServiceSID):
		return x.typeIt() // what was typed by hand is not to be lost to the list
	case w.Listed:
		return nil
	}
	if x.s.Walk.AccountSID == "" || x.s.Walk.AuthToken == "" {
		return x.typeIt()
	}
	return x.load()
}

// load lists the services, anew.
func (x *sender) load() tea.Cmd {
	x.err, x.byHand = nil, nil
	x.s.Walk.Services, x.s.Walk.Listed = nil, false
	x.fill()
	l, cmd := startListing(x.s)
	x.listing = l
	x.wait = newWaiting(x.s, l.call, x.s.tr.T("sender.listing"))
	return tea.Batch(cmd, x.wait.start())
}

// typeIt asks for the SID by hand.
func (x *sender) typeIt() tea.Cmd {
	q := x.s.textQuestion(walk.ServiceSID)
	q.check = x.s.Walk.CheckService
	x.byHand = newForm(x.s, q)
	x.Resize(x.s.width, x.s.height)
	return x.byHand.focus(0)
}

func (x *sender) Resize(width, height int) {
	if x.byHand != nil {
		x.byHand.resize(width, height < 14)
	}
	x.list.SetSize(width, x.listHeight())
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

func (x *sender) Update(msg tea.Msg) (step, tea.Cmd) {
	switch msg := msg.(type) {
	case servicesMsg, sendersMsg, listedMsg:
		return x, x.listed(msg)
	case found:
		if msg.search == x.search {
			x.list, _ = x.list.Update(msg.matches)
		}
		return x, nil
	case tea.KeyPressMsg:
		if x.byHand == nil {
			return x, x.key(msg)
		}
		return x, x.typed(msg)
	}
	if x.byHand != nil {
		_, cmd := x.byHand.update(msg)
		return x, cmd
	}
	var cmds []tea.Cmd
	if x.wait != nil {
		cmds = append(cmds, x.wait.update(msg))
	}
	var cmd tea.Cmd
	x.list, cmd = x.list.Update(msg)
	return x, tea.Batch(append(cmds, cmd)...)
}

// key takes a key while the list is shown.
func (x *sender) key(msg tea.KeyPressMsg) tea.Cmd {
	k := x.s.keys
	x.pending = ""
	filtering := x.list.SettingFilter()
	switch {
	case filtering:
	case key.Matches(msg, k.Back) && !x.list.IsFiltered():
		return x.s.backward() // which ends the listing
	case key.Matches(msg, k.ByHand):
		return x.typeIt()
	case key.Matches(msg, k.Retry) && x.wait == nil:
		return x.load()
	case key.Matches(msg, k.Next):
		if it, ok := x.list.SelectedItem().(serviceItem); ok {
			return x.choose(it)
		}
		if x.err != nil {
			return x.load()
		}
		return nil
	}
	words := x.list.FilterInput.Value()
	var cmd tea.Cmd
	x.list, cmd = x.list.Update(msg)
	if x.list.FilterInput.Value() != words {
		x.search++
	}
	return searching(cmd, x.search)
}

// choose takes a service; one that cannot send, only when it is asked for twice.
// One whose senders are still to come is taken when they are there: Review would
// have to say that it was not looked at.
func (x *sender) choose(it serviceItem) tea.Cmd {
	x.pending = ""
	if !it.Known && it.Err == nil && x.wait != nil {
		x.pending, x.wait.what = it.SID, x.s.tr.T("sender.looking", "service", it.FriendlyName)
		return nil
	}
	if it.Known && x.doubted != it.SID && failed(connector.CheckSenders(it.Service.Service, it.Senders)) {
		x.doubted = it.SID
		return nil
	}
	x.s.Walk.ServiceSID = it.SID
	return x.s.forward()
}

// typed takes a key while the SID is asked for.
func (x *sender) typed(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, x.s.keys.Back) {
		if len(x.s.Walk.Services) == 0 && x.wait == nil { // there is no list to go back to
			return x.s.backward()
		}
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

// listed takes what the listing brings.
func (x *sender) listed(msg tea.Msg) tea.Cmd {
	w := x.s.Walk
	switch msg := msg.(type) {
	case servicesMsg:
		if x.listing == nil || msg.id != x.listing.id {
			return nil
		}
		for _, s := range msg.services {
			w.Services = append(w.Services, walk.Service{Service: s})
		}
	case sendersMsg:
		if x.listing == nil || msg.id != x.listing.id {
			return nil
		}
		for i := range w.Services {
			if w.Services[i].SID == msg.service {
				w.Services[i].Senders, w.Services[i].Known, w.Services[i].Err = msg.senders, msg.err == nil, msg.err
				if x.pending == msg.service {
					return tea.Batch(x.choose(serviceItem{w.Services[i]}), x.fill(), x.listing.next)
				}
			}
		}
	case listedMsg:
		if x.listing == nil || msg.id != x.listing.id {
			return nil
		}
		x.wait, x.err = nil, msg.err
		if msg.err != nil && w.ServiceSID != "" && len(w.Services) == 0 {
			return x.typeIt() // it is known, only not checked
		}
		w.Listed = msg.err == nil
		return nil
	}
	return tea.Batch(x.fill(), x.listing.next)
}

// fill puts the walk's services into the list, the chosen one under the cursor.
func (x *sender) fill() tea.Cmd {
	first := len(x.list.Items()) == 0
	items := make([]list.Item, len(x.s.Walk.Services))
	chosen := 0
	for i, s := range x.s.Walk.Services {
		items[i] = serviceItem{s}
		if s.SID == x.s.Walk.ServiceSID {
			chosen = i
		}
	}
	cmd := x.list.SetItems(items)
	if first && chosen < len(items) {
		x.list.Select(chosen)
	}
	x.search++
	return searching(cmd, x.search)
}
