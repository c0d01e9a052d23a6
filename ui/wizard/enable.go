package wizard

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// enable shows what a Logto uses SMS for, and asks what it shall be used for.
type enable struct {
	s       *session
	client  walk.Logto
	pending *pending
	err     error

	seen      bool // look is what is there
	look      walk.SignInLook
	questions []walk.EnableQuestion
	form      *form          // the questions or, where there are none, what to do
	blocked   []i18n.Message // why the answers cannot be carried out
}

func newEnable(s *session, client walk.Logto) *enable {
	return &enable{s: s, client: client, form: newForm(s, firstOf("", []walk.Choice{{}}))}
}

func (x *enable) Enter() tea.Cmd { return x.ask() }

// Return asks the questions again: of what was seen before.
func (x *enable) Return() tea.Cmd { return x.form.focus(0) }

func (x *enable) Resize(width, height int) { x.form.resize(width, true) }

// ask asks Logto what it uses SMS for.
func (x *enable) ask() tea.Cmd {
	x.err, x.blocked, x.seen = nil, nil, false
	client := x.client
	return await(x.s, &x.pending, x.s.tr.T("enable.looking", "host", client.Host()),
		func(ctx context.Context) (walk.SignInLook, error) { return walk.LookSignIn(ctx, client) })
}

// looked asks the questions or, where nothing can be asked, what to do.
func (x *enable) looked(a answer[walk.SignInLook]) tea.Cmd {
	if !takeAnswer(&x.pending, a) {
		return nil
	}
	x.look, x.err, x.seen, x.questions = a.value, a.err, a.err == nil, nil
	if x.seen {
		x.s.Walk.NoteLook(x.client.Host(), x.look)
		x.questions = x.look.EnableQuestions(x.s.tr)
	}
	var fields []*field
	for _, q := range x.questions {
		f := pickField(q.Text, q.Choices[0].Value, q.Choices)
		f.why = q.About
		fields = append(fields, f)
	}
	if len(fields) == 0 {
		fields = append(fields, firstOf(x.s.tr.T("push.now"), x.look.AfterLook(x.s.tr, x.err)))
	}
	x.form = newForm(x.s, fields...)
	x.Resize(x.s.width, x.s.height)
	return x.form.focus(0)
}

func (x *enable) Update(msg tea.Msg) tea.Cmd {
	if a, ok := msg.(answer[walk.SignInLook]); ok {
		return x.looked(a)
	}
	if x.pending != nil {
		return x.pending.update(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, x.s.keys.Back) {
		return x.s.close()
	}
	done, cmd := x.form.update(msg)
	switch {
	case !done:
		return cmd
	case len(x.questions) == 0:
		return x.then(x.form.value(0))
	}
	return x.plan()
}

// then does what was chosen where nothing is asked.
func (x *enable) then(what string) tea.Cmd {
	switch what {
	case walk.LookAgain:
		return x.ask()
	case walk.Prove:
		return x.s.show(newProof(x.s, x.client))
	}
	return backTo[*whatNext](x.s).Return()
}

// plan goes on to what the answers change, or says why they cannot be had.
func (x *enable) plan() tea.Cmd {
	answers := map[signin.Use]string{}
	for i, q := range x.questions {
		answers[q.Use] = x.form.value(i)
	}
	plan, notices := x.look.Plan(answers)
	if x.blocked = walk.WhyBlocked(x.s.tr, notices); x.blocked != nil {
		return x.form.focus(0)
	}
	return x.s.show(newEnablePlan(x.s, x.client, plan, notices))
}

func (x *enable) View() view {
	s := x.s
	title := s.styles.Title.Render(cut(s.tr.T("title.enable"), s.width))
	if x.pending != nil {
		return view{text: title + "\n\n" + x.pending.view()}
	}
	if !x.seen {
		return under(title+"\n\n"+s.failure(x.err, s.width)+"\n\n", x.form.view())
	}
	v := x.form.view()
	if len(x.blocked) > 0 { // above the question with the focus, both in sight
		var reasons string
		for _, why := range x.blocked {
			reasons += s.message(s.styles.Fail, s.mark(problem.Error), why, s.width) + "\n"
		}
		v = under(reasons, v)
		v.top -= strings.Count(reasons, "\n")
	}
	return under(title+"\n"+x.today()+"\n\n", v)
}

// today says what SMS is used for, and what cannot be switched on.
func (x *enable) today() string {
	s := x.s
	lines := []string{wrap(s.tr.T("enable.today", "host", x.client.Host()), s.width)}
	for _, u := range x.look.UsesText(s.tr) {
		style, mark := s.styles.Dim, "·"
		switch u.State {
		case signin.On:
			style, mark = s.styles.OK, "✓"
		case signin.Undetermined:
			style, mark = s.styles.Warn, "?"
		}
		lines = append(lines, marked(style, mark, u.Text, s.width))
		if u.Why != "" {
			lines = append(lines, indent(s.styles.Dim.Render(wrap(u.Why, s.width-2))))
		}
	}
	if x.look.NeverUsed() {
		lines = append(lines, marked(s.styles.Warn, "!", s.tr.T("enable.never"), s.width))
	}
	for _, said := range x.look.NotOffered(s.tr) {
		lines = append(lines, s.message(s.styles.Dim, "i", said, s.width))
	}
	return strings.Join(lines, "\n")
}

func (x *enable) Help() walk.Page { return walk.EnableHelp(x.s.tr) }

func (x *enable) ShortHelp() []key.Binding {
	k := x.s.keys
	switch {
	case x.pending != nil:
		return []key.Binding{k.Cancel}
	case len(x.questions) == 0:
		return []key.Binding{k.Next, k.Up, k.Down, k.Back}
	case len(x.questions) == 1:
		return []key.Binding{k.Next, k.Change, k.Back}
	}
	return []key.Binding{k.Next, k.Change, k.Back, k.Tab, k.ShiftTab}
}
