package wizard

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/account"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/walk"
)

// serviceForm asks for the name of a messaging service and creates it.
type serviceForm struct {
	s       *session
	form    *form
	pending *pending
	err     error
}

func newServiceForm(s *session) *serviceForm {
	tr := s.tr
	name := textField(tr.T("new-service.name"), tr.T("new-service.why"), "",
		s.Walk.NewServiceName(), strings.TrimSpace, s.Walk.CheckServiceName)
	return &serviceForm{s: s, form: newForm(s, name)}
}

func (n *serviceForm) Enter() tea.Cmd { return n.form.focus(0) }

func (n *serviceForm) Resize(width, height int) { n.form.resize(width, height < 14) }

func (n *serviceForm) Update(msg tea.Msg) tea.Cmd {
	if a, ok := msg.(answer[account.Service]); ok {
		return n.created(a)
	}
	if n.pending != nil {
		return n.pending.update(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, n.s.keys.Back) {
		if !walk.MayLeave(n.err) {
			return n.relist()
		}
		return n.s.close()
	}
	done, cmd := n.form.update(msg)
	if !done {
		return cmd
	}
	if !walk.MayLeave(n.err) { // it may exist already: look, and do not create it twice
		return n.relist()
	}
	return n.create()
}

// create asks Twilio for the service, once.
func (n *serviceForm) create() tea.Cmd {
	client, name := n.s.Client(), n.form.value(0)
	n.err = nil
	return await(n.s, &n.pending, n.s.tr.T("new-service.creating", "service", redact.Line(name, 64)),
		func(ctx context.Context) (account.Service, error) { return client.CreateService(ctx, name) })
}

// created takes Twilio's answer. A new service has no sender: the numbers come next.
func (n *serviceForm) created(a answer[account.Service]) tea.Cmd {
	if !takeAnswer(&n.pending, a) {
		return nil
	}
	n.err = a.err
	if a.err != nil {
		n.s.Walk.NoteUnsure(a.err)
		return nil
	}
	w := n.s.Walk
	w.PutService(a.value)
	backTo[*sender](n.s).fill()
	return n.s.show(newNumbers(n.s, a.value.SID, false))
}

// relist lists the services again, to see whether the service was created.
func (n *serviceForm) relist() tea.Cmd {
	x := backTo[*sender](n.s)
	x.Return()
	return x.load()
}

func (n *serviceForm) View() view {
	s := n.s
	v := under(s.heading("new-service"), n.form.view())
	if n.err != nil {
		v.text += "\n\n" + s.failure(n.err, s.width)
		if walk.Unsure(n.err) {
			v.text += "\n\n" + s.styles.Bold.Render(wrap(s.tr.T("new-service.look"), s.width))
		}
	}
	if n.pending != nil {
		v.text += "\n\n" + n.pending.view()
	}
	return v
}

func (n *serviceForm) ShortHelp() []key.Binding {
	k := n.s.keys
	switch {
	case n.pending != nil:
		return []key.Binding{k.Cancel}
	case walk.Unsure(n.err):
		return []key.Binding{k.Look, k.Back}
	}
	return []key.Binding{k.CreateIt, k.Back}
}
