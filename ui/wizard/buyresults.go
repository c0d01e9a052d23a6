package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// available shows the numbers for sale that a search found.
type available struct {
	s      *session
	picker *picker
}

func newAvailable(s *session, service string, found []walk.Offer) *available {
	a := &available{s: s, picker: newPicker(s)}
	items := make([]list.Item, len(found))
	for i, x := range found {
		items[i] = availableItem{x, s.Walk.Service(service)}
	}
	a.picker.fill(items, 0)
	return a
}

func (a *available) Enter() tea.Cmd { return nil }

func (a *available) Resize(width, height int) {
	rest := 8
	if height < 14 {
		rest = 5
	}
	a.picker.resize(width, max(height-strings.Count(a.heading(), "\n")-rest, 3))
}

func (a *available) heading() string {
	return a.s.tight(a.s.heading("buy-number"))
}

func (a *available) Update(msg tea.Msg) tea.Cmd {
	k := a.s.keys
	switch msg, ok := msg.(tea.KeyPressMsg); {
	case !ok, a.picker.typing():
	case key.Matches(msg, k.Back) && !a.picker.searched():
		return a.s.close()
	case key.Matches(msg, k.Next):
		if it, ok := a.picker.chosen().(availableItem); ok && it.Buyable() {
			return a.s.show(newPurchase(a.s, it))
		}
		return nil // the text under the list says what is missing
	}
	return a.picker.update(msg)
}

// View draws the numbers, and the facts about the one under the cursor.
func (a *available) View() view {
	s := a.s
	text := a.heading() + a.picker.list.View() + "\n" + s.styles.Dim.Render(cut("  "+a.picker.position(), s.width))
	if it, ok := a.picker.chosen().(availableItem); ok {
		text += "\n" + it.about(s)
	}
	return view{text: text}
}

func (a *available) ShortHelp() []key.Binding {
	k := a.s.keys
	if a.picker.typing() {
		return a.picker.keys()
	}
	keys := []key.Binding{k.Back}
	if it, ok := a.picker.chosen().(availableItem); ok && it.Buyable() {
		keys = []key.Binding{k.Next, k.Back}
	}
	return append(keys, a.picker.keys()...)
}

// availableItem is a number for sale.
type availableItem struct {
	walk.Offer
	service account.Service // the service that it is for
}

// FilterValue is what a search looks into.
func (i availableItem) FilterValue() string { return i.Number + "\n" + i.Locality + " " + i.Region }

// draw is the number, where it is from, what it can do and what it costs.
func (i availableItem) draw(s *session, selected bool, width int) string {
	st := s.styles
	style := st.Text
	if selected {
		style = st.Title
	}
	const numberWidth, priceWidth = 15, 10
	text := style.Render(pad(i.Number, numberWidth))
	if !i.Buyable() {
		return text + st.Warn.Render(cut("! "+s.tr.T("address-short."+string(i.Address)), width-numberWidth))
	}
	price := s.tr.T("buy.price-unknown")
	if i.Price != nil {
		price = i.Price.Amount + " " + i.Price.Currency
	}
	room := width - numberWidth - priceWidth
	about := i.Can()
	if place := i.Place(); place != "" {
		about = place + " · " + about
	}
	return text + st.Text.Render(pad(price, priceWidth)) + st.Dim.Render(cut(about, room))
}

// about is what one must know before buying the number.
func (i availableItem) about(s *session) string {
	var lines []string
	for _, c := range account.CheckAvailable(i.AvailableNumber, i.service) {
		lines = append(lines, s.status(c, s.width))
	}
	return strings.Join(lines, "\n")
}

// Link is the page that the number under the cursor leads to.
func (a *available) Link() string {
	if it, ok := a.picker.chosen().(availableItem); ok {
		return linkOf(account.CheckAvailable(it.AvailableNumber, it.service))
	}
	return ""
}
