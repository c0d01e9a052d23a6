package walk

import (
	"context"

	"logto-twilio/connector"
	"logto-twilio/connector/logto"
	"logto-twilio/ui/i18n"
)

// PlanPush looks at what a Logto has, and plans how a configuration gets there.
// The errors are those of Logto.SMS and of logto.NewPlan.
func PlanPush(ctx context.Context, client Logto, doc *connector.Document) (logto.Plan, error) {
	there, err := client.SMS(ctx, doc.Config().AuthToken)
	if err != nil {
		return logto.Plan{}, err
	}
	return logto.NewPlan(there, doc)
}

// PlanLine is a line about a plan.
type PlanLine struct {
	// Change is what happens to a value, "" for a sentence.
	Change logto.ChangeKind
	Warns  bool // something is deleted
	Text   string
}

// PlanText says what is there, what would be deleted and what changes.
func PlanText(p i18n.Printer, host string, plan logto.Plan) []PlanLine {
	var lines []PlanLine
	say := func(warns bool, key string, args ...any) {
		lines = append(lines, PlanLine{Warns: warns, Text: p.T(key, args...)})
	}
	twilio, ok := plan.State.Twilio()
	switch {
	case plan.State.Hidden != "":
		say(true, "logto."+string(plan.State.Hidden))
		say(true, "push.there-hidden", "host", host)
		say(false, "logto."+string(plan.State.Hidden)+".hint")
	case plan.State.Several:
		say(true, "push.there-several", "host", host)
	case ok:
		say(false, "push.there", "host", host, "connector", p.LogtoConnector(twilio))
	case len(plan.State.SMS) == 0:
		say(false, "push.there-none", "host", host)
	}
	for _, c := range plan.Deletes {
		say(true, "push.deletes", "host", host, "connector", p.LogtoConnector(c))
	}
	switch plan.Action {
	case logto.Nothing:
		say(false, "push.nothing")
	case logto.Patch:
		say(false, "push.patch")
	default:
		say(false, "push.post")
	}
	return append(lines, ChangeText(p, plan.Changes)...)
}

// ChangeText says each change.
func ChangeText(p i18n.Printer, changes []logto.Change) []PlanLine {
	lines := make([]PlanLine, len(changes))
	for i, c := range changes {
		lines[i] = PlanLine{Change: c.Kind, Text: p.LogtoChange(c)}
	}
	return lines
}

// PushQuestion is the key of the question before a push, and whether yes is the
// usual answer: only where nothing that Logto has is replaced or deleted.
func PushQuestion(plan logto.Plan) (key string, usual bool) {
	switch {
	case plan.State.Hidden != "":
		return "push.ask-hidden", false
	case plan.Destroys():
		return "push.ask-delete", false
	}
	return "push.ask", plan.Action == logto.Post
}

// NotePush notes how a push ended: a Logto that has the configuration is known by
// its host.
func (w *Walk) NotePush(host string, plan logto.Plan, r logto.Result) {
	if plan.Action == logto.Nothing || r.Outcome == logto.Pushed {
		w.Pushed = host
	}
}

// SendTest and Enable are, beside Again and GoOn, what can be done after a push.
const (
	SendTest = "test"
	Enable   = "enable"
)

// AfterPush are the choices after a push, the usual one first: to let users use it,
// where it is there. tested is set when Logto was asked to send a message already.
func (w *Walk) AfterPush(p i18n.Printer, r logto.Result, err error, tested bool) []Choice {
	var choices []Choice
	if err != nil || r.Outcome == logto.Different {
		choices = append(choices, Choice{Again, p.T("push.again")})
	}
	if w.Pushed != "" && len(choices) == 0 {
		choices = append(choices, Choice{Enable, p.T("push.enable")})
	}
	choices = append(choices, Choice{GoOn, p.T("push.finish")})
	if w.Pushed != "" && w.TestNumber != "" && !tested {
		choices = append(choices, Choice{SendTest, p.T("push.test", "number", w.TestNumber)})
	}
	return choices
}

// What can be done at the end of the walk.
const (
	Finish    = "finish"
	Push      = "push"
	Copy      = "copy" // to the clipboard
	OtherForm = "other"
)

// CopiedText says what became of a configuration that was handed to the terminal's
// clipboard (OSC 52), which never answers: tmux and screen, told by the variables
// that they set, drop it by default.
func (s *Setup) CopiedText(p i18n.Printer) string {
	multiplexer := ""
	switch {
	case s.Getenv("TMUX") != "":
		multiplexer = "tmux"
	case s.Getenv("STY") != "":
		multiplexer = "GNU screen"
	}
	file, secret := s.Place(s.Walk.Saved()), s.token() != connector.TokenVariable
	switch {
	case multiplexer != "" && secret:
		return p.T("done.copied-dropped", "multiplexer", multiplexer, "file", file)
	case multiplexer != "":
		return p.T("done.copied-dropped-variable", "multiplexer", multiplexer, "file", file)
	case secret:
		return p.T("done.copied")
	}
	return p.T("done.copied-variable")
}

// AtTheEnd are the choices after saving, the usual one first: after a push, to let users
// use it; in the demo the push, so that Enter alone shows it.
func (s *Setup) AtTheEnd(p i18n.Printer) []Choice {
	copies := "done.copy"
	if s.token() == connector.TokenVariable {
		copies = "done.copy-variable"
	}
	finish, push := Choice{Finish, p.T("done.finish")}, Choice{Push, p.T("done.push")}
	choices := []Choice{finish, push}
	switch last := s.Walk.LastStep; {
	case s.Walk.Pushed == "" && s.Demo:
		choices = []Choice{push, finish}
	case s.Walk.Pushed == "":
	case last.Used == "":
		choices = []Choice{{Enable, p.T("push.enable")}, finish, push}
	case !last.Proof.Proved:
		choices = []Choice{finish, {Prove, p.T("title.proof")}, {Enable, p.T("push.enable")}, push}
	default:
		choices = []Choice{finish, {Enable, p.T("push.enable")}, push}
	}
	return append(choices, Choice{Copy, p.T(copies)}, Choice{OtherForm, p.T("done.other")})
}
