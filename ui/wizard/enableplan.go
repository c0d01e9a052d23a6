package wizard

import (
	"context"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/logto"
	"logto-twilio/connector/signin"
	"logto-twilio/ui/walk"
)

// enablePlan shows what a change of the sign-in experience would do, makes it, and says
// how it ended.
type enablePlan struct {
	s       *session
	client  walk.Logto
	plan    signin.Plan
	notices []signin.Notice
	pane    pane
	form    *form // the yes, then what to do
	pending *pending
	ended   bool // there is no more to be changed
	result  logto.SignInResult
	err     error
}

func newEnablePlan(s *session, client walk.Logto, plan signin.Plan, notices []signin.Notice) *enablePlan {
	x := &enablePlan{s: s, client: client, plan: plan, notices: notices, pane: newPane()}
	if plan.Patch == nil {
		x.ended, x.result = true, logto.SignInResult{Outcome: logto.Unchanged}
		x.askAfter()
		return x
	}
	x.form = newForm(s, confirmField(s.tr.T("enable.change"), "", walk.EnableYesIsUsual(notices), s.tr.T("enable.do"), s.tr.T("enable.not-now")))
	return x
}

func (x *enablePlan) Enter() tea.Cmd { return x.form.focus(0) }

func (x *enablePlan) Resize(width, height int) {
	x.form.resize(width, true)
	x.pane.fitUpTo(width, height-x.form.lines()-1, x.text(width))
}

func (x *enablePlan) Update(msg tea.Msg) tea.Cmd {
	if a, ok := msg.(answer[logto.SignInResult]); ok {
		return x.changed(a)
	}
	if x.pending != nil {
		return x.pending.update(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, x.s.keys.Back):
			return x.back()
		case key.Matches(k, x.s.keys.Page):
			return x.pane.update(msg)
		}
	}
	done, cmd := x.form.update(msg)
	switch {
	case !done:
		return cmd
	case x.ended:
		return x.then(x.form.value(0))
	case !x.form.fields[0].yes:
		return x.back()
	}
	return x.change()
}

// back goes to the questions or, after a change that went well, to what comes next.
func (x *enablePlan) back() tea.Cmd {
	switch {
	case x.plan.Patch == nil || !x.ended:
		return x.s.close()
	case x.err != nil:
		return x.then(walk.LookAgain)
	}
	return x.then(walk.GoOn)
}

// change carries the plan out, once.
func (x *enablePlan) change() tea.Cmd {
	client, plan := x.client, x.plan
	x.s.Walk.BeginEnable(client.Host())
	cmd := await(x.s, &x.pending, x.s.tr.T("enable.writing", "host", client.Host()),
		func(ctx context.Context) (logto.SignInResult, error) { return client.ChangeSignIn(ctx, plan) })
	x.Resize(x.s.width, x.s.height)
	return cmd
}

func (x *enablePlan) changed(a answer[logto.SignInResult]) tea.Cmd {
	if !takeAnswer(&x.pending, a) {
		return nil
	}
	x.ended, x.result, x.err = true, a.value, a.err
	x.s.Walk.NoteEnable(x.client.Host(), x.result, x.err)
	return x.askAfter()
}

// askAfter offers what can be done after the change.
func (x *enablePlan) askAfter() tea.Cmd {
	x.form = newForm(x.s, firstOf(x.s.tr.T("push.now"), walk.AfterEnable(x.s.tr, x.result, x.err)))
	x.Resize(x.s.width, x.s.height)
	return x.form.focus(0)
}

func (x *enablePlan) then(what string) tea.Cmd {
	switch what {
	case walk.LookAgain:
		return backTo[*enable](x.s).ask()
	case walk.Prove:
		return x.s.show(newProof(x.s, x.client))
	}
	return backTo[*whatNext](x.s).Return()
}

// text is the plan, or how the change ended.
func (x *enablePlan) text(width int) string {
	s := x.s
	parts := []string{s.styles.Title.Render(cut(s.tr.T("title.enable-plan", "host", x.client.Host()), width))}
	if x.ended && x.plan.Patch != nil {
		v, said := walk.EnableText(s.tr, x.result, x.err)
		parts = append(parts, s.ended(v, said, width))
	} else {
		parts = append(parts, s.planLines(walk.EnablePlanText(s.tr, x.plan, x.notices), width)...)
	}
	return strings.Join(parts, "\n")
}

// View draws the plan or its end, and the question under it.
func (x *enablePlan) View() view {
	below := x.form.view().text
	if x.pending != nil {
		below = x.pending.view()
	}
	return atEnd(x.pane.shown(x.s.styles)+"\n\n"+below, strings.Count(below, "\n")+1)
}

func (x *enablePlan) Help() walk.Page { return walk.EnableHelp(x.s.tr) }

func (x *enablePlan) ShortHelp() []key.Binding {
	k := x.s.keys
	switch {
	case x.pending != nil:
		return []key.Binding{k.Cancel}
	case x.ended:
		return []key.Binding{k.Next, k.Up, k.Down, k.Back}
	}
	keys := []key.Binding{k.Next, k.Change, k.Yes, k.No}
	if x.pane.more() {
		keys = append(keys, k.Page)
	}
	return append(keys, k.Back)
}
