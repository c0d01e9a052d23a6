package wizard

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// numberSearch asks for the kind of number and, where Twilio lets one choose it, for
// the area. Then it searches. A question with one possible answer is not asked.
type numberSearch struct {
	s         *session
	service   string // the SID of the service that the number is for
	country   account.NumberCountry
	kind      account.NumberKind // "" while it is asked for
	form      *form              // nil where nothing is asked
	pending   *pending
	err       error
	noneFound string // the sentence after a search that found no number
}

func newNumberSearch(s *session, service string, country account.NumberCountry) *numberSearch {
	n := &numberSearch{s: s, service: service, country: country}
	if kind, ok := walk.OnlyKind(country); ok {
		n.chooseKind(kind)
	} else {
		n.askKind()
	}
	return n
}

// askKind asks for the kind. The cursor starts on the last answer.
func (n *numberSearch) askKind() {
	choices := make([]walk.Choice, len(n.country.Kinds))
	for i, k := range n.country.Kinds {
		choices[i] = walk.Choice{Value: string(k), Label: n.s.tr.T("number-kind." + string(k) + ".about")}
	}
	at := choices[0].Value
	if n.kind != "" {
		at = string(n.kind)
	}
	n.kind, n.form = "", newForm(n.s, chooseField(n.s.tr.T("buy.kind"), at, choices))
}

// chooseKind takes a kind, and asks for the area code of a local number where there is one.
func (n *numberSearch) chooseKind(kind account.NumberKind) {
	n.kind, n.form = kind, nil
	if walk.AsksForArea(n.country, kind) {
		why := n.s.tr.T("buy.area-code.why", "example", account.AreaCodeExample(n.country.Code))
		n.form = newForm(n.s, textField(n.s.tr.T("buy.area-code"), why, "", "", strings.TrimSpace, walk.CheckAreaCode))
	}
}

func (n *numberSearch) Enter() tea.Cmd {
	if n.form == nil {
		return n.search()
	}
	return n.form.focus(0)
}

// Return shows the last question again, or the countries where nothing was asked.
func (n *numberSearch) Return() tea.Cmd {
	if n.askAgain(); n.form == nil {
		return n.s.close()
	}
	return n.form.focus(0)
}

// askAgain asks for the kind where no other question is open.
func (n *numberSearch) askAgain() {
	if n.form == nil && n.asksKind() {
		n.askKind()
	}
}

func (n *numberSearch) Resize(width, height int) {
	if n.form != nil {
		n.form.resize(width, height < 12)
	}
}

func (n *numberSearch) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[[]walk.Offer]:
		return n.found(msg)
	}
	if n.pending != nil {
		return n.pending.update(msg)
	}
	k, pressed := msg.(tea.KeyPressMsg)
	if pressed && key.Matches(k, n.s.keys.Back) {
		return n.back()
	}
	if n.form == nil {
		return nil
	}
	if pressed {
		n.noneFound, n.err = "", nil
	}
	done, cmd := n.form.update(msg)
	switch {
	case !done:
		return cmd
	case n.kind == "":
		n.chooseKind(account.NumberKind(n.form.value(0)))
		n.Resize(n.s.width, n.s.height)
		return n.Enter()
	}
	return n.search()
}

// back leads from the area code to the kind, and from there to the countries.
func (n *numberSearch) back() tea.Cmd {
	n.noneFound, n.err = "", nil
	if n.kind != "" && n.asksKind() {
		n.askKind()
		n.Resize(n.s.width, n.s.height)
		return n.form.focus(0)
	}
	return n.s.close()
}

// query is what was asked for.
func (n *numberSearch) query() account.NumberSearch {
	search := account.NumberSearch{Country: n.country.Code, Kind: n.kind}
	if n.form != nil {
		search.AreaCode, _ = account.ParseAreaCode(n.form.value(0))
	}
	return search
}

func (n *numberSearch) search() tea.Cmd {
	n.err, n.noneFound = nil, ""
	client, query := n.s.Client(), n.query()
	return await(n.s, &n.pending, n.s.tr.T("buy.searching"),
		func(ctx context.Context) ([]walk.Offer, error) { return walk.FindNumbers(ctx, client, query) })
}

// found goes on to the numbers, where there are some.
func (n *numberSearch) found(a answer[[]walk.Offer]) tea.Cmd {
	if !takeAnswer(&n.pending, a) {
		return nil
	}
	n.err = a.err
	switch {
	case a.err != nil:
	case len(a.value) == 0:
		n.noneFound = walk.NothingText(n.s.tr, n.country, n.query())
	default:
		return n.s.show(newAvailable(n.s, n.service, a.value))
	}
	if n.askAgain(); n.form == nil {
		return nil
	}
	n.Resize(n.s.width, n.s.height)
	return n.form.focus(0)
}

func (n *numberSearch) View() view {
	s := n.s
	v := view{text: s.styles.Title.Render(cut(s.tr.T("title.buy-search", "country", n.country.Name), s.width)) + "\n"}
	if n.form != nil {
		v = under(v.text+"\n", n.form.view())
	}
	if n.err != nil {
		v.text += "\n\n" + s.failure(n.err, s.width)
	}
	if n.noneFound != "" {
		v.text += "\n\n" + marked(s.styles.Warn, "!", n.noneFound, s.width)
	}
	if n.pending != nil {
		v.add(n.pending.view())
	}
	return v
}

// asksKind reports whether the kind is asked for in this country.
func (n *numberSearch) asksKind() bool {
	_, one := walk.OnlyKind(n.country)
	return !one
}

func (n *numberSearch) ShortHelp() []key.Binding {
	k := n.s.keys
	switch {
	case n.pending != nil:
		return []key.Binding{k.Cancel}
	case n.form == nil:
		return []key.Binding{k.Back}
	case n.kind == "":
		return []key.Binding{k.Next, k.Back, k.Up, k.Down}
	}
	return []key.Binding{k.Next, k.Back}
}
