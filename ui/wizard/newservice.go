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

// newService asks for the name of a messaging service and creates it.
type newService struct {
	s    *session
	list *sender // where it leads back to
	form *form
	wait *pending
	err  error
}

func newServiceForm(x *sender) *newService {
	tr := x.s.tr
	name := textField(tr.T("new-service.name"), tr.T("new-service.why"), "",
		x.s.Walk.NewServiceName(), strings.TrimSpace, x.s.Walk.CheckServiceName)
	return &newService{s: x.s, list: x, form: newForm(x.s, name)}
}

func (n *newService) Enter() tea.Cmd { return n.form.focus(0) }

func (n *newService) Resize(width, height int) { n.form.resize(width, height < 14) }

func (n *newService) Update(msg tea.Msg) (step, tea.Cmd) {
	switch msg := msg.(type) {
	case fed:
		_, cmd := n.list.take(msg)
		return n, cmd
	case answer[account.Service]:
		return n.created(msg)
	}
	if n.wait != nil {
		return n, n.wait.update(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, n.s.keys.Back) {
		if !walk.MayLeave(n.err) {
			return n.relist()
		}
		return n.list.resume(n.s.Walk.ServiceSID)
	}
	done, cmd := n.form.update(msg)
	if !done {
		return n, cmd
	}
	if !walk.MayLeave(n.err) { // it may be there already
		return n.relist()
	}
	return n, n.create()
}

// create asks Twilio for the service, once.
func (n *newService) create() tea.Cmd {
	client, name := n.s.Client(), n.form.value(0)
	n.err = nil
	return await(n.s, &n.wait, n.s.tr.T("new-service.creating", "service", redact.Line(name, 64)),
		func(ctx context.Context) (account.Service, error) { return client.CreateService(ctx, name) })
}

// created takes Twilio's answer. A new service has no sender, so that is next.
func (n *newService) created(a answer[account.Service]) (step, tea.Cmd) {
	if !take(&n.wait, a) {
		return n, nil
	}
	n.err = a.err
	if a.err != nil {
		n.s.Walk.NoteUnsure(a.err)
		return n, nil
	}
	w := n.s.Walk
	w.PutService(a.value)
	n.list.fill()
	return n.list.show(newNumbers(n.list, a.value.SID, false))
}

// relist lists the services anew, to see whether it was created.
func (n *newService) relist() (step, tea.Cmd) {
	next, _ := n.list.resume(n.s.Walk.ServiceSID)
	return next, n.list.load()
}

func (n *newService) View() view {
	s := n.s
	head := s.heading("new-service")
	form, top, bottom := n.form.view()
	lines := strings.Count(head, "\n")
	v := view{text: head + form, top: top + lines, bottom: bottom + lines}
	if n.err != nil {
		v.text += "\n\n" + s.failure(n.err, s.width)
		if walk.Unsure(n.err) {
			v.text += "\n\n" + s.styles.Bold.Render(wrap(s.tr.T("new-service.look"), s.width))
		}
	}
	if n.wait != nil {
		v.text += "\n\n" + n.wait.view()
	}
	return v
}

func (n *newService) ShortHelp() []key.Binding {
	k := n.s.keys
	switch {
	case n.wait != nil:
		return []key.Binding{k.Cancel}
	case walk.Unsure(n.err):
		return []key.Binding{k.Look, k.Back}
	}
	return []key.Binding{k.CreateIt, k.Back}
}

func (n *newService) FullHelp() [][]key.Binding { return [][]key.Binding{n.ShortHelp()} }
