package wizard

import (
	"context"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/ui/walk"
)

// proof lets Logto send a code to a phone, and recognise what arrived there.
type proof struct {
	s      *session
	client walk.Logto

	form    *form // the number and the yes
	code    *form // the code that arrived; nil while it is not asked for
	choices *form // what to do then; nil while nothing else can be done
	pending *pending

	phone *walk.Arrival // at the simulated phone, nil where phones are real
}

// The fields of the form.
const (
	proofNumber = iota
	proofSend
)

// What Logto answers: the code is sent, or recognised.
type (
	sentCode   struct{}
	provedCode struct{}
)

// phoneMsg says that it is time to look at the simulated phone again.
type phoneMsg struct{ of *walk.Arrival }

func newProof(s *session, client walk.Logto) *proof {
	x := &proof{s: s, client: client}
	x.askToSend()
	return x
}

// askToSend makes the form: each code needs a yes of its own.
func (x *proof) askToSend() {
	s := x.s
	number := s.textQuestion(walk.TestNumber)
	number.check = s.Walk.CheckNumber
	x.form = newForm(s, number, confirmField("", s.TestPrice(s.tr), false, s.tr.T("test.yes"), s.tr.T("enable.not-now")))
	x.code, x.choices, x.phone = nil, nil, nil
	x.nameNumber()
}

// nameNumber names the number in the question, and what Enter means.
func (x *proof) nameNumber() {
	s, send, next := x.s, x.form.fields[proofSend], x.s.Walk.LastStep.Proof
	if next.Number = "…"; !x.form.unfit(proofNumber) {
		next.Number = x.form.value(proofNumber)
	}
	send.label, send.yes = next.ProofQuestion(s.tr, x.client.Host()), s.ProofYes(&next)
	x.Resize(s.width, s.height)
}

// Enter asks for the number, or where it is known for the yes.
func (x *proof) Enter() tea.Cmd {
	if x.form.unfit(proofNumber) {
		return x.form.focus(proofNumber)
	}
	return x.form.focus(proofSend)
}

func (x *proof) Resize(width, height int) {
	for _, f := range []*form{x.form, x.code, x.choices} {
		if f != nil {
			f.resize(width, height < 16)
		}
	}
}

func (x *proof) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[sentCode]:
		return x.sent(msg)
	case answer[provedCode]:
		return x.checked(msg)
	case phoneMsg:
		return x.lookAtPhone(msg)
	}
	if x.pending != nil {
		return x.pending.update(msg)
	}
	k, ok := msg.(tea.KeyPressMsg)
	isBack := ok && key.Matches(k, x.s.keys.Back)
	switch {
	case x.choices != nil:
		return x.choosing(msg, isBack)
	case x.code != nil:
		return x.typing(msg, isBack)
	case isBack:
		x.keep()
		return x.s.close()
	}
	return x.asking(msg)
}

// asking takes a message for the number and the yes.
func (x *proof) asking(msg tea.Msg) tea.Cmd {
	at := x.form.at
	done, cmd := x.form.update(msg)
	x.keep()
	if at != x.form.at {
		x.nameNumber()
	}
	switch {
	case !done:
		return cmd
	case !x.form.fields[proofSend].yes:
		return x.s.close()
	}
	return x.send()
}

func (x *proof) keep() { walk.TestNumber.Set(x.s.Walk, x.form.value(proofNumber)) }

// send lets Logto send a code, once.
func (x *proof) send() tea.Cmd {
	client, number := x.client, x.s.Walk.BeginProof().Number
	x.phone = x.s.NewArrival(number)
	cmd := await(x.s, &x.pending, x.s.tr.T("proof.sending", "host", client.Host(), "number", number),
		func(ctx context.Context) (sentCode, error) { return sentCode{}, client.SendCode(ctx, number) })
	x.Resize(x.s.width, x.s.height)
	return cmd
}

// sent asks for the code where it may arrive.
func (x *proof) sent(a answer[sentCode]) tea.Cmd {
	if !takeAnswer(&x.pending, a) {
		return nil
	}
	x.s.Walk.NoteProof(a.err)
	if a.err != nil {
		return x.askAfter()
	}
	return tea.Batch(x.askCode(), x.waitForPhone())
}

// askCode asks for the code that arrived.
func (x *proof) askCode() tea.Cmd {
	x.choices = nil
	walk.ProofCode.Set(x.s.Walk, "")
	x.code = newForm(x.s, x.s.textQuestion(walk.ProofCode))
	x.Resize(x.s.width, x.s.height)
	return x.code.focus(0)
}

// typing takes a message for the code.
func (x *proof) typing(msg tea.Msg, isBack bool) tea.Cmd {
	if isBack {
		return x.askAfter()
	}
	done, cmd := x.code.update(msg)
	if !done {
		return cmd
	}
	client, number, code := x.client, x.s.Walk.LastStep.Proof.Number, x.code.value(0)
	return await(x.s, &x.pending, x.s.tr.T("proof.checking", "host", client.Host()),
		func(ctx context.Context) (provedCode, error) {
			return provedCode{}, client.VerifyCode(ctx, number, code)
		})
}

func (x *proof) checked(a answer[provedCode]) tea.Cmd {
	if !takeAnswer(&x.pending, a) {
		return nil
	}
	x.s.Walk.LastStep.Proof.NoteCheck(a.err)
	return x.askAfter()
}

// askAfter offers what can be done.
func (x *proof) askAfter() tea.Cmd {
	x.code = nil
	x.choices = newForm(x.s, firstOf(x.s.tr.T("push.now"), x.s.Walk.LastStep.Proof.AfterProof(x.s.tr)))
	x.Resize(x.s.width, x.s.height)
	return x.choices.focus(0)
}

// choosing takes a message for what to do.
func (x *proof) choosing(msg tea.Msg, isBack bool) tea.Cmd {
	done, cmd := x.choices.update(msg)
	switch {
	case !done && !isBack:
		return cmd
	case isBack || x.choices.value(0) == walk.GoOn:
		return backTo[*whatNext](x.s).Return()
	case x.choices.value(0) == walk.TypeCode:
		return tea.Batch(x.askCode(), x.waitForPhone())
	}
	x.askToSend()
	return x.Enter()
}

// waitForPhone looks at the simulated phone in a moment, if there is one.
func (x *proof) waitForPhone() tea.Cmd {
	if x.phone == nil || x.phone.Over() {
		return nil
	}
	of := x.phone
	return tea.Tick(walk.ArrivalPoll, func(time.Time) tea.Msg { return phoneMsg{of} })
}

func (x *proof) lookAtPhone(msg phoneMsg) tea.Cmd {
	if msg.of != x.phone || x.code == nil {
		return nil
	}
	x.phone.Look(&x.s.Setup)
	return x.waitForPhone()
}

// View draws what was done, and what is asked now.
func (x *proof) View() view {
	s := x.s
	head := s.styles.Title.Render(s.tr.T("title.proof")) + "\n"
	if x.code == nil && x.choices == nil {
		if s.height >= 14 || x.pending != nil {
			head += wrap(s.tr.T("proof.about"), s.width) + "\n"
		}
		if x.pending != nil {
			return view{text: head + "\n" + x.pending.view()}
		}
		return under(head+"\n", x.form.view())
	}
	return x.after(head)
}

// after draws what became of the code.
func (x *proof) after(head string) view {
	s := x.s
	v, said := s.Walk.LastStep.Proof.ProofText(s.tr, x.client.Host())
	if x.choices != nil {
		return under(head+"\n"+s.ended(v, said, s.width)+"\n\n", x.choices.view())
	}
	parts := []string{strings.TrimSuffix(head, "\n"), s.ended(v, said, s.width)}
	if x.phone != nil {
		if text := x.phone.Text(s.tr); text != "" {
			parts = append(parts, s.styles.Bold.Render(wrap(text, s.width)))
		}
	}
	gap := "\n\n"
	if s.height < 14 {
		gap = "\n"
	}
	above := strings.Join(parts, gap) + gap
	if x.pending != nil {
		return view{text: above + x.pending.view()}
	}
	return under(above, x.code.view())
}

func (x *proof) Help() walk.Page { return walk.ProofHelp(x.s.tr) }

func (x *proof) ShortHelp() []key.Binding {
	k := x.s.keys
	switch {
	case x.pending != nil:
		return []key.Binding{k.Cancel}
	case x.choices != nil && len(x.choices.fields[0].options) > 1:
		return []key.Binding{k.Next, k.Up, k.Down, k.Back}
	case x.choices != nil, x.code != nil:
		return []key.Binding{k.Next, k.Back}
	case x.form.at == proofSend:
		return []key.Binding{k.Next, k.Change, k.Yes, k.No, k.ShiftTab, k.Back}
	}
	return []key.Binding{k.Next, k.Back, k.Tab}
}
