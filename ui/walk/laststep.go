package walk

import (
	"logto-twilio/connector/logto"
	"logto-twilio/connector/signin"
	"logto-twilio/ui/i18n"
)

// LastStep is how far users were let use a connector on this walk.
type LastStep struct {
	Used     string // the host of the Logto that uses SMS, "" until that is known
	Proof    Proof  // the last one
	changing string // the host of the Logto that is being changed
	look     SignInLook
}

// Plan makes a plan of answers to EnableQuestions. Where nothing is wanted, there is
// nothing to do.
func (l SignInLook) Plan(answers map[signin.Use]string) (signin.Plan, []signin.Notice) {
	choice := ChoiceOf(answers)
	if choice == (signin.Choice{}) {
		return signin.Plan{Before: l.Experience, After: l.Experience}, nil
	}
	return signin.NewPlan(l.Experience, l.Facts, choice)
}

// InUse reports whether there is a connector, and something uses it.
func (l SignInLook) InUse() bool { return len(l.inUse()) > 0 }

// inUse are the things that a Logto with a connector uses SMS for.
func (l SignInLook) inUse() []signin.Use {
	var uses []signin.Use
	for _, u := range signin.Uses(l.Experience, l.Facts) {
		if l.Facts.SMS == signin.Yes && u.State == signin.On {
			uses = append(uses, u.Use)
		}
	}
	return uses
}

// WhyBlocked says why a plan cannot be carried out, a message a reason.
func WhyBlocked(p i18n.Printer, notices []signin.Notice) []i18n.Message {
	var all []i18n.Message
	for _, n := range notices {
		if signin.Blocked([]signin.Notice{n}) {
			all = append(all, p.SignInNotice(n))
		}
	}
	return all
}

// AfterLook are the choices where nothing can be asked, the usual one first: what a
// Logto uses SMS for is not known (err), or nothing more can be switched on.
func (l SignInLook) AfterLook(p i18n.Printer, err error) []Choice {
	prove, finish := Choice{Prove, p.T("title.proof")}, Choice{GoOn, p.T("proof.finish")}
	if err != nil || l.Facts.SMS != signin.Yes {
		return []Choice{{LookAgain, p.T("enable.again")}, finish}
	}
	return []Choice{prove, finish}
}

// NoteLook notes what a Logto uses SMS for.
func (w *Walk) NoteLook(host string, l SignInLook) {
	if w.LastStep.look = l; l.InUse() {
		w.LastStep.Used = host
	}
}

// BeginEnable notes that the sign-in experience of a Logto is being changed.
func (w *Walk) BeginEnable(host string) { w.LastStep.changing = host }

// NoteEnable notes how a change of the sign-in experience ended.
func (w *Walk) NoteEnable(host string, r logto.SignInResult, err error) {
	w.LastStep.changing = ""
	if err == nil && r.Outcome == logto.Changed {
		w.LastStep.Used, w.LastStep.look.Experience = host, r.Now
	}
}

// BeginProof notes that a Logto is asked to send a code to the number in hand, which
// is billed, and returns what becomes of it.
func (w *Walk) BeginProof() *Proof {
	x := &w.LastStep.Proof
	*x = Proof{Number: w.TestNumber, Asked: x.Asked, Sent: true}
	w.spending, w.proofCode = true, ""
	return x
}

// NoteProof takes in whether the code was sent.
func (w *Walk) NoteProof(err error) {
	w.LastStep.Proof.Note(err)
	w.spending = false
}

// left says what the last step leaves behind it.
func (x *LastStep) left(p i18n.Printer) (done, warnings []string) {
	if x.Used != "" {
		var uses []string
		for _, u := range x.look.inUse() {
			uses = append(uses, p.SignInUse(u))
		}
		done = append(done, p.T("done.used", "host", x.Used, "uses", uses))
	}
	switch proof := &x.Proof; {
	case proof.Proved:
		done = append(done, p.T("done.proved", "number", proof.Number))
	case proof.Sent:
		warnings = append(warnings, p.T("done.not-proved", "number", proof.Number))
	}
	if x.changing != "" {
		warnings = append(warnings, p.T("done.changing", "host", x.changing))
	}
	return done, warnings
}
