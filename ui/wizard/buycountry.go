package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/list"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
)

// countries asks in which country a number is to be bought.
type countries struct {
	s       *session
	service string // the SID of the service that the number is for
	picker  *picker
	pending *pending
	err     error
}

func newCountries(s *session, service string) *countries {
	return &countries{s: s, service: service, picker: newPicker(s)}
}

func (c *countries) Enter() tea.Cmd { return c.load() }

func (c *countries) load() tea.Cmd {
	c.err = nil
	return await(c.s, &c.pending, c.s.tr.T("buy.countries"), c.s.Client().NumberCountries)
}

func (c *countries) Resize(width, height int) {
	c.picker.resize(width, max(height-strings.Count(c.heading(), "\n")-2, 3))
}

func (c *countries) heading() string { return c.s.tight(c.s.heading("buy-country")) }

func (c *countries) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[[]account.NumberCountry]:
		return c.listed(msg)
	case tea.KeyPressMsg:
		return c.key(msg)
	}
	if c.pending != nil {
		return c.pending.update(msg)
	}
	return c.picker.update(msg)
}

func (c *countries) key(msg tea.KeyPressMsg) tea.Cmd {
	k := c.s.keys
	switch {
	case c.pending != nil:
		return c.pending.update(msg)
	case c.picker.typing():
	case key.Matches(msg, k.Back) && !c.picker.searched():
		return c.s.close()
	case key.Matches(msg, k.Retry), key.Matches(msg, k.Next) && c.err != nil:
		return c.load()
	case key.Matches(msg, k.Next):
		if it, ok := c.picker.chosen().(countryItem); ok {
			return c.s.show(newNumberSearch(c.s, c.service, it.NumberCountry))
		}
		return nil
	}
	return c.picker.update(msg)
}

// listed takes the countries. The country of the account's numbers comes first.
func (c *countries) listed(a answer[[]account.NumberCountry]) tea.Cmd {
	if !takeAnswer(&c.pending, a) {
		return nil
	}
	c.err = a.err
	c.s.Walk.SortCountries(a.value)
	items := make([]list.Item, len(a.value))
	for i, x := range a.value {
		items[i] = countryItem{x}
	}
	return c.picker.fill(items, 0)
}

func (c *countries) View() view {
	s := c.s
	parts := []string{}
	if !c.picker.empty() {
		parts = append(parts, c.picker.list.View(), s.styles.Dim.Render(cut("  "+c.picker.position(), s.width)))
	}
	if c.pending != nil {
		parts = append(parts, c.pending.view())
	}
	if c.err != nil {
		parts = append(parts, s.failure(c.err, s.width))
	}
	return view{text: c.heading() + strings.Join(parts, "\n")}
}

func (c *countries) ShortHelp() []key.Binding {
	k := c.s.keys
	switch {
	case c.pending != nil:
		return []key.Binding{k.Cancel}
	case c.picker.typing():
		return c.picker.keys()
	case c.picker.empty():
		return []key.Binding{k.Retry, k.Back}
	}
	return append([]key.Binding{k.Next, k.Back}, c.picker.keys()...)
}

// countryItem is a country in the list.
type countryItem struct{ account.NumberCountry }

// FilterValue is what a search looks into.
func (i countryItem) FilterValue() string { return i.Code + " " + i.Name }

// draw is its code and name, and the kinds of number there are.
func (i countryItem) draw(s *session, selected bool, width int) string {
	style := s.styles.Text
	if selected {
		style = s.styles.Title
	}
	nameWidth := min(max(width/2, 16), 34)
	kinds := make([]string, len(i.Kinds))
	for n, k := range i.Kinds {
		kinds[n] = s.tr.T("number-kind." + string(k))
	}
	return style.Render(pad(i.Code+"  "+i.Name, nameWidth)) + s.styles.Dim.Render(cut(s.tr.T("buy.kinds", "kinds", kinds), width-nameWidth))
}
