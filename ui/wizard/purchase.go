package wizard

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// purchase asks for a clear yes, buys a number once, and goes back to put it into the
// service.
type purchase struct {
	s       *session
	number  availableItem
	form    *form // the yes, then what to do after a failure
	asked   bool  // the yes was given
	pending *pending
	result  walk.Purchase
}

func newPurchase(s *session, n availableItem) *purchase {
	tr := s.tr
	yes := confirmField(tr.T("buy.confirm", "number", n.Number), s.PriceText(tr, n.Offer), false, tr.T("buy.yes"), tr.T("buy.no"))
	return &purchase{s: s, number: n, form: newForm(s, yes)}
}

func (p *purchase) Enter() tea.Cmd { return p.form.focus(0) }

func (p *purchase) Resize(width, _ int) { p.form.resize(width, false) }

func (p *purchase) Update(msg tea.Msg) tea.Cmd {
	if a, ok := msg.(answer[walk.Purchase]); ok {
		return p.bought(a)
	}
	if p.pending != nil {
		return p.pending.update(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, p.s.keys.Back) && walk.MayLeave(p.result.Err) {
		return p.s.close()
	}
	done, cmd := p.form.update(msg)
	switch {
	case !done:
		return cmd
	case p.asked:
		return p.then(p.form.value(0))
	case !p.form.fields[0].yes:
		return p.s.close()
	}
	return p.buy()
}

// buy buys the number, once: the person said yes in the form.
func (p *purchase) buy() tea.Cmd {
	client, e164 := p.s.Client(), p.number.Number
	p.asked = true
	p.s.Walk.BeginSpending()
	return await(p.s, &p.pending, p.s.tr.T("buy.buying", "number", e164),
		func(ctx context.Context) (walk.Purchase, error) { return walk.Buy(ctx, client, e164), nil })
}

// look asks Twilio whether the number was bought.
func (p *purchase) look() tea.Cmd {
	client, result := p.s.Client(), p.result
	return await(p.s, &p.pending, p.s.tr.T("buy.looking", "number", result.E164), func(ctx context.Context) (walk.Purchase, error) {
		result.Look(ctx, client)
		return result, nil
	})
}

// bought takes the result. A number that was bought goes into the service.
func (p *purchase) bought(a answer[walk.Purchase]) tea.Cmd {
	if !takeAnswer(&p.pending, a) {
		return nil
	}
	p.s.Walk.EndSpending()
	p.result = a.value
	if !a.value.Bought() {
		p.s.Walk.NoteUnsure(a.value.Err)
		return p.askAfter()
	}
	p.s.Walk.NotePurchase(a.value.Number)
	n := backTo[*numbers](p.s)
	return tea.Batch(n.fill(), n.start(a.value.Number, "", n.service))
}

// askAfter offers what can be done after a failure.
func (p *purchase) askAfter() tea.Cmd {
	p.form = newForm(p.s, firstOf(p.s.tr.T("buy.now"), walk.AfterPurchase(p.s.tr, p.result)))
	p.form.resize(p.s.width, true)
	return p.form.focus(0)
}

func (p *purchase) then(what string) tea.Cmd {
	switch what {
	case walk.LookNow:
		return p.look()
	case walk.Other:
		return backTo[*numberSearch](p.s).search()
	}
	return backTo[*numbers](p.s).load() // the list has the number if it was bought after all
}

// View draws the facts about the number, and the question.
func (p *purchase) View() view {
	s := p.s
	parts := []string{s.styles.Title.Render(s.tr.T("title.purchase")) + "\n"}
	if !p.asked {
		if about := p.number.about(s); about != "" {
			parts = append(parts, about+"\n")
		}
	}
	if p.result.Err != nil && p.pending == nil {
		parts = append(parts, s.failure(p.result.Err, s.width)+"\n")
		switch text := walk.PurchaseText(s.tr, p.result); {
		case text == "":
		case p.result.Unsure():
			parts = append(parts, marked(s.styles.Warn, "!", text, s.width)+"\n")
		default:
			parts = append(parts, s.styles.Bold.Render(wrap(text, s.width))+"\n")
		}
	}
	if p.pending != nil {
		return atEnd(strings.Join(append(parts, p.pending.view()), "\n"), 1)
	}
	return atEnd(strings.Join(append(parts, p.form.view().text), "\n"), p.form.lines())
}

func (p *purchase) ShortHelp() []key.Binding {
	k := p.s.keys
	switch {
	case p.pending != nil:
		return []key.Binding{k.Cancel}
	case !p.asked:
		return []key.Binding{k.Next, k.Change, k.Yes, k.No, k.Back}
	case !walk.MayLeave(p.result.Err):
		return []key.Binding{k.Next, k.Up, k.Down}
	}
	return []key.Binding{k.Next, k.Back, k.Up, k.Down}
}

// Link is the page that the number leads to.
func (p *purchase) Link() string {
	return linkOf(account.CheckAvailable(p.number.AvailableNumber, p.number.service))
}
