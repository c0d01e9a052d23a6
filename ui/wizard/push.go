package wizard

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/logto"
	"logto-twilio/ui/walk"
)

// push asks for a running Logto, and looks at what it has.
type push struct {
	s       *session
	form    *form
	pending *pending
	err     error

	client walk.Logto
}

func newPush(s *session) *push {
	s.Walk.LogtoFromEnvironment(s.Getenv)
	var fields []*field
	for _, q := range walk.LogtoQuestions() {
		fields = append(fields, s.textQuestion(q))
	}
	p := &push{s: s, form: newForm(s, fields...)}
	p.guess()
	return p
}

// guess shows the resource that is used if the answer stays empty.
func (p *push) guess() {
	note := ""
	if u, err := logto.ParseEndpoint(p.s.Walk.Logto.Endpoint); err == nil && p.s.Walk.Logto.Resource == "" {
		note = p.s.tr.T("push.resource", "resource", logto.ResourceOf(u))
	}
	p.form.fields[len(p.form.fields)-1].note = note
}

func (p *push) Enter() tea.Cmd { return p.form.focus(0) }

// Return asks the questions again.
func (p *push) Return() tea.Cmd { return p.Enter() }

func (p *push) Resize(width, height int) { p.form.resize(width, height < 22) }

func (p *push) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[logto.Plan]:
		return p.looked(msg)
	case tea.KeyPressMsg:
		switch {
		case p.pending != nil:
			return p.pending.update(msg)
		case key.Matches(msg, p.s.keys.Back):
			return p.s.close()
		}
	}
	if p.pending != nil {
		return p.pending.update(msg)
	}
	done, cmd := p.form.update(msg)
	for i, q := range walk.LogtoQuestions() {
		q.Set(p.s.Walk, p.form.value(i))
	}
	p.guess()
	if !done {
		return cmd
	}
	return p.look()
}

// look asks Logto what it has, and makes the plan.
func (p *push) look() tea.Cmd {
	p.err = nil
	p.client = p.s.ConnectLogto(p.s.Walk.Logto)
	client, doc := p.client, p.s.Usable()
	return await(p.s, &p.pending, p.s.tr.T("push.looking", "host", client.Host()),
		func(ctx context.Context) (logto.Plan, error) { return walk.PlanPush(ctx, client, doc) })
}

// looked goes on to the plan.
func (p *push) looked(a answer[logto.Plan]) tea.Cmd {
	if !takeAnswer(&p.pending, a) {
		return nil
	}
	p.err = a.err
	if a.err != nil {
		at, ok := walk.Blamed(a.err)
		if !ok {
			at = p.form.at
		}
		return p.form.focus(at)
	}
	return p.s.show(newPushPlan(p.s, p.client, a.value))
}

func (p *push) View() view {
	s := p.s
	v := under(s.heading("push"), p.form.view())
	if p.err != nil {
		v.add(s.failure(p.err, s.width))
	}
	if p.pending != nil {
		v.add(p.pending.view())
	}
	return v
}

// Help says how one gets what is asked for.
func (p *push) Help() walk.Page { return walk.PushHelp(p.s.tr) }

func (p *push) ShortHelp() []key.Binding {
	k := p.s.keys
	if p.pending != nil {
		return []key.Binding{k.Cancel}
	}
	keys := []key.Binding{k.Next, k.Back}
	if p.form.at < len(p.form.fields)-1 {
		keys = append(keys, k.Tab)
	}
	if p.form.fields[p.form.at].secret && p.form.value(p.form.at) != "" {
		keys = append(keys, k.Reveal)
	}
	return keys
}

func (p *push) FullHelp() []key.Binding {
	k := p.s.keys
	return []key.Binding{k.Next, k.Tab, k.ShiftTab, k.Reveal, k.Back}
}
