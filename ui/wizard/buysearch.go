package wizard

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/ui/walk"
)

// numberSearch asks what kind of number is to be bought, and where one may choose
// also the area code; then it searches.
type numberSearch struct {
	s       *session
	from    *countries
	country connector.NumberCountry
	form    *form
	wait    *waiting
	err     error
	nothing bool // the search found no number
}

func newNumberSearch(c *countries, country connector.NumberCountry) *numberSearch {
	tr := c.s.tr
	choices := make([]choice, len(country.Kinds))
	for i, k := range country.Kinds {
		choices[i] = choice{string(k), tr.T("number-kind." + string(k) + ".about")}
	}
	kind := chooseField(tr.T("buy.kind"), "", choices[0].value, choices)
	fields := []*field{kind}
	if connector.HasAreaCodes(country.Code) {
		fields = append(fields, textField(tr.T("buy.area-code"), tr.T("buy.area-code.why"), "", "", strings.TrimSpace, walk.CheckAreaCode))
	}
	return &numberSearch{s: c.s, from: c, country: country, form: newForm(c.s, fields...)}
}

func (n *numberSearch) Enter() tea.Cmd { return n.form.focus(0) }

func (n *numberSearch) Resize(width, height int) { n.form.resize(width, height < 12) }

func (n *numberSearch) Update(msg tea.Msg) (step, tea.Cmd) {
	switch msg := msg.(type) {
	case fed:
		return n, n.from.from.take(msg)
	case answer[[]walk.Offer]:
		return n.found(msg)
	}
	if n.wait != nil {
		return n, n.wait.update(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, n.s.keys.Back) {
		n.from.Resize(n.s.width, n.s.height)
		return n.from, nil
	}
	done, cmd := n.form.update(msg)
	if !done {
		return n, cmd
	}
	return n, n.search()
}

// wanted is what was asked for.
func (n *numberSearch) wanted() connector.NumberSearch {
	search := connector.NumberSearch{Country: n.country.Code, Kind: connector.NumberKind(n.form.value(0))}
	if len(n.form.fields) > 1 && search.Kind == connector.LocalNumber {
		search.AreaCode, _ = connector.ParseAreaCode(n.form.value(1))
	}
	return search
}

func (n *numberSearch) search() tea.Cmd {
	n.err, n.nothing = nil, false
	client, wanted := n.s.Client(), n.wanted()
	call, cmd := ask(n.s, func(ctx context.Context) ([]walk.Offer, error) { return walk.FindNumbers(ctx, client, wanted) })
	n.wait = newWaiting(n.s, call, n.s.tr.T("buy.searching"))
	return tea.Batch(cmd, n.wait.start())
}

// found goes on to the numbers, where there are some.
func (n *numberSearch) found(a answer[[]walk.Offer]) (step, tea.Cmd) {
	if n.wait == nil || a.id != n.wait.id {
		return n, nil
	}
	n.wait, n.err = nil, a.err
	if n.nothing = a.err == nil && len(a.value) == 0; n.nothing || a.err != nil {
		return n, n.form.focus(0)
	}
	return n.from.from.list.show(newAvailable(n, a.value))
}

// View draws the form.
func (n *numberSearch) View() view {
	s := n.s
	head := s.styles.Title.Render(cut(s.tr.T("title.buy-search", "country", n.country.Name), s.width)) + "\n\n"
	form, top, bottom := n.form.view()
	v := view{text: head + form, top: top + 2, bottom: bottom + 2}
	if n.err != nil {
		v.text += "\n\n" + s.failure(n.err, s.width)
	}
	if n.nothing {
		v.text += "\n\n" + s.styles.Warn.Render("! "+hang(wrap(s.tr.T("buy.nothing"), s.width-2)))
	}
	if n.wait != nil {
		v.text += "\n\n" + n.wait.view()
		v.bottom = strings.Count(v.text, "\n")
	}
	return v
}

func (n *numberSearch) ShortHelp() []key.Binding {
	k := n.s.keys
	switch {
	case n.wait != nil:
		return []key.Binding{k.Cancel}
	case n.form.at == 0:
		return []key.Binding{k.Next, k.Back, k.Up, k.Down}
	}
	return []key.Binding{k.Next, k.Back, k.ShiftTab}
}

func (n *numberSearch) FullHelp() [][]key.Binding { return [][]key.Binding{n.ShortHelp()} }
