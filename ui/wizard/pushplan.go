package wizard

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/logto"
	"logto-twilio/ui/walk"
)

// pushPlan shows what a push would do, asks for a yes, does it, and says how it
// ended.
type pushPlan struct {
	s       *session
	client  walk.Logto
	plan    logto.Plan
	pane    pane
	form    *form // the yes, then what to do after the push
	pending *pending
	pushed  bool // the push has ended
	result  logto.Result
	err     error

	tested  bool // Logto was asked to send a message
	asking  bool // whether it is to
	testErr error
}

// testedMsg says that Logto took the message.
type testedMsg struct{}

func newPushPlan(s *session, client walk.Logto, plan logto.Plan) *pushPlan {
	x := &pushPlan{s: s, client: client, plan: plan, pane: newPane()}
	if plan.Action == logto.Nothing {
		x.pushed, x.result = true, logto.Result{Outcome: logto.Unchanged}
		s.Walk.NotePush(client.Host(), plan, x.result)
		x.askAfter()
		return x
	}
	key, usual := walk.PushQuestion(plan)
	x.form = newForm(s, confirmField(s.tr.T(key), "", usual, s.tr.T("push.yes"), s.tr.T("push.no")))
	return x
}

func (x *pushPlan) Enter() tea.Cmd { return x.form.focus(0) }

func (x *pushPlan) Resize(width, height int) {
	x.form.resize(width, true)
	x.pane.fitUpTo(width, height-x.form.lines()-1, x.text(width))
}

func (x *pushPlan) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[logto.Result]:
		return x.ended(msg)
	case answer[testedMsg]:
		return x.testEnded(msg)
	case tea.KeyPressMsg:
		switch {
		case x.pending != nil:
			return x.pending.update(msg)
		case key.Matches(msg, x.s.keys.Back) && x.asking:
			x.asking = false
			return x.askAfter()
		case key.Matches(msg, x.s.keys.Back):
			return x.back()
		case key.Matches(msg, x.s.keys.Page):
			return x.pane.update(msg)
		}
	}
	if x.pending != nil {
		return x.pending.update(msg)
	}
	done, cmd := x.form.update(msg)
	switch {
	case !done:
		return cmd
	case x.asking:
		if x.asking = false; x.form.fields[0].yes {
			return x.sendTest()
		}
		return x.askAfter()
	case x.pushed:
		return x.then(x.form.value(0))
	case !x.form.fields[0].yes:
		return x.back()
	}
	return x.push()
}

// back goes to the questions or, after a push without an error, to what comes next.
func (x *pushPlan) back() tea.Cmd {
	if x.pushed && x.err == nil {
		return backTo[*whatNext](x.s).Return()
	}
	return x.s.close()
}

// push carries the plan out, once.
func (x *pushPlan) push() tea.Cmd {
	client, plan := x.client, x.plan
	cmd := await(x.s, &x.pending, x.s.tr.T("push.pushing", "host", client.Host()),
		func(ctx context.Context) (logto.Result, error) { return client.Push(ctx, plan) })
	x.Resize(x.s.width, x.s.height)
	return cmd
}

func (x *pushPlan) ended(a answer[logto.Result]) tea.Cmd {
	if !takeAnswer(&x.pending, a) {
		return nil
	}
	x.pushed, x.result, x.err = true, a.value, a.err
	x.s.Walk.NotePush(x.client.Host(), x.plan, a.value)
	return x.askAfter()
}

// askAfter offers what can be done after the push.
func (x *pushPlan) askAfter() tea.Cmd {
	x.form = newForm(x.s, firstOf(x.s.tr.T("push.now"), x.s.Walk.AfterPush(x.s.tr, x.result, x.err, x.tested)))
	x.Resize(x.s.width, x.s.height)
	return x.form.focus(0)
}

func (x *pushPlan) then(what string) tea.Cmd {
	switch what {
	case walk.Again: // look first
		p := backTo[*push](x.s)
		return tea.Batch(p.Enter(), p.look())
	case walk.SendTest:
		return x.askToTest()
	case walk.Enable:
		return x.s.show(newEnable(x.s, x.client))
	}
	return backTo[*whatNext](x.s).Return()
}

// askToTest asks for the yes to a message that Logto sends.
func (x *pushPlan) askToTest() tea.Cmd {
	s := x.s
	x.asking = true
	x.form = newForm(s, confirmField(s.Walk.LogtoTestQuestion(s.tr, x.client.Host()), s.TestPrice(s.tr), s.LogtoTestYes(), s.tr.T("test.yes"), s.tr.T("enable.not-now")))
	x.Resize(s.width, s.height)
	return x.form.focus(0)
}

// sendTest lets Logto send a message, once.
func (x *pushPlan) sendTest() tea.Cmd {
	client, config, number := x.client, x.plan.Desired, x.s.Walk.TestNumber
	x.s.Walk.BeginSpending()
	cmd := await(x.s, &x.pending, x.s.tr.T("push.testing", "host", client.Host(), "number", number),
		func(ctx context.Context) (testedMsg, error) { return testedMsg{}, client.Test(ctx, config, number) })
	x.Resize(x.s.width, x.s.height)
	return cmd
}

func (x *pushPlan) testEnded(a answer[testedMsg]) tea.Cmd {
	if !takeAnswer(&x.pending, a) {
		return nil
	}
	x.s.Walk.EndSpending()
	x.testErr, x.tested = a.err, walk.LogtoTestOf(a.err) != walk.TestRefused
	return x.askAfter()
}

// text is the plan, or how the push ended.
func (x *pushPlan) text(width int) string {
	s := x.s
	parts := []string{s.styles.Title.Render(cut(s.tr.T("title.push-plan", "host", x.client.Host()), width))}
	if !x.pushed {
		parts = append(parts, s.planLines(walk.PlanText(s.tr, x.client.Host(), x.plan), width)...)
	} else {
		parts = append(parts, x.outcome(width))
	}
	if x.tested || x.testErr != nil {
		v, said := walk.LogtoTestText(s.tr, s.Walk.TestNumber, x.testErr)
		parts = append(parts, s.ended(v, said, width))
	}
	return strings.Join(parts, "\n")
}

// outcome says how the push ended.
func (x *pushPlan) outcome(width int) string {
	s := x.s
	v, said := walk.PushText(s.tr, x.plan, x.result, x.err)
	text := s.ended(v, said, width)
	if x.result.Outcome == logto.Different {
		text += "\n" + strings.Join(s.planLines(walk.ChangeText(s.tr, x.result.Changes(x.plan.Desired)), width), "\n")
	}
	return text
}

// View draws the plan or its end, and the question under it.
func (x *pushPlan) View() view {
	below := x.form.view().text
	if x.pending != nil {
		below = x.pending.view()
	}
	return atEnd(x.pane.shown(x.s.styles)+"\n\n"+below, strings.Count(below, "\n")+1)
}

func (x *pushPlan) Help() walk.Page { return walk.PushHelp(x.s.tr) }

func (x *pushPlan) ShortHelp() []key.Binding {
	k := x.s.keys
	switch {
	case x.pending != nil:
		return []key.Binding{k.Cancel}
	case x.asking:
		return []key.Binding{k.Next, k.Change, k.Yes, k.No, k.Back}
	case x.pushed && len(x.form.fields[0].options) > 1:
		return []key.Binding{k.Next, k.Up, k.Down, k.Back}
	case x.pushed:
		return []key.Binding{k.Next, k.Back}
	}
	return []key.Binding{k.Next, k.Change, k.Yes, k.No, k.Page, k.Back}
}

// planLines draw lines about a plan.
func (s *session) planLines(lines []walk.PlanLine, width int) []string {
	drawn := make([]string, len(lines))
	for i, l := range lines {
		switch {
		case l.Warns:
			drawn[i] = marked(s.styles.Fail, "!", l.Text, width)
		case l.Change == "":
			drawn[i] = wrap(l.Text, width)
		case l.Change == logto.Added:
			drawn[i] = whole(s.styles.OK, "+ ", l.Text, width)
		case l.Change == logto.Removed:
			drawn[i] = whole(s.styles.Fail, "- ", l.Text, width)
		default:
			drawn[i] = whole(s.styles.Warn, "~ ", l.Text, width)
		}
	}
	return drawn
}
