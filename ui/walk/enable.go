package walk

import (
	"context"
	"slices"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
	"logto-twilio/ui/i18n"
)

// SignInLook is what was found about what a Logto uses SMS for.
type SignInLook struct {
	Experience signin.Experience
	Facts      signin.Facts
}

// LookSignIn asks a Logto what it uses SMS for. The errors are those of
// Logto.SignInExperience, and of Logto.Facts where it could not be told whether there
// is an SMS connector: what else is not known keeps nobody from going on.
func LookSignIn(ctx context.Context, client Logto) (SignInLook, error) {
	e, err := client.SignInExperience(ctx)
	if err != nil {
		return SignInLook{}, err
	}
	f, err := client.Facts(ctx)
	if err != nil && f.SMS == signin.Unknown {
		return SignInLook{}, err
	}
	return SignInLook{e, f}, nil
}

// UseLine says whether SMS is used for something.
type UseLine struct {
	State signin.State
	Text  string
	Why   string // "" where that is plain
}

// UsesText says what SMS is used for today, a line a use.
func (l SignInLook) UsesText(p i18n.Printer) []UseLine {
	uses := signin.Uses(l.Experience, l.Facts)
	lines := make([]UseLine, len(uses))
	for i, u := range uses {
		lines[i] = UseLine{u.State, p.T("enable.use", "use", p.SignInUse(u.Use), "state", p.SignInState(u.State)), p.SignInWhy(u)}
	}
	return lines
}

// NeverUsed reports whether there is a connector that certainly nothing uses.
func (l SignInLook) NeverUsed() bool {
	return l.Facts.SMS == signin.Yes && signin.NeverUsed(signin.Uses(l.Experience, l.Facts))
}

// What can be answered to an EnableQuestion.
const (
	EnableNo      = "no"
	EnableYes     = "yes"
	EnableBesides = "besides"
	EnableInstead = "instead"
)

// EnableQuestion asks whether SMS shall be used for something.
type EnableQuestion struct {
	Use         signin.Use
	Text, About string
	Choices     []Choice // the usual one first
}

// EnableQuestions ask for all that can be switched on. Sign-in is the usual thing to
// switch on where SMS is used for nothing; all else has to be wanted.
func (l SignInLook) EnableQuestions(p i18n.Printer) []EnableQuestion {
	var all []EnableQuestion
	for _, o := range signin.Offered(l.Experience, l.Facts) {
		if !o.OK {
			continue
		}
		key := "enable.ask." + string(o.Use)
		q := EnableQuestion{Use: o.Use, Text: p.T(key), About: p.T(key + ".about")}
		no := Choice{EnableNo, p.T("enable.no")}
		ids := make([]string, len(o.Identifiers))
		for i, id := range o.Identifiers {
			ids[i] = p.SignInIdentifier(id)
		}
		switch {
		case o.Ask && o.Besides:
			q.Choices = []Choice{no, {EnableBesides, p.T("enable.besides", "identifiers", ids)}, {EnableInstead, p.T("enable.instead", "identifiers", ids)}}
		case o.Ask:
			q.Choices = []Choice{no, {EnableInstead, p.T("enable.instead", "identifiers", ids)}}
		default:
			q.Choices = []Choice{no, {EnableYes, p.T("enable.yes")}}
		}
		if o.Use == signin.SignIn && l.NeverUsed() {
			slices.Reverse(q.Choices)
		}
		all = append(all, q)
	}
	return all
}

// Moot reports whether answers that were given make a question pointless: Logto allows
// a second factor by SMS or sign-in by SMS, which a sign-up brings with it.
func (q EnableQuestion) Moot(answers map[signin.Use]string) bool {
	c := ChoiceOf(answers)
	return q.Use == signin.SecondFactor && (c.SignIn || c.SignUp)
}

// NotOffered says what cannot be switched on in this Logto, and why.
func (l SignInLook) NotOffered(p i18n.Printer) []i18n.Message {
	var all []i18n.Message
	for _, o := range signin.Offered(l.Experience, l.Facts) {
		if o.OK || o.On {
			continue
		}
		for _, n := range o.Why {
			if n.Severity == problem.Error {
				said := p.SignInNotice(n)
				said.Message = p.T("enable.not-offered", "use", p.SignInUse(o.Use), "why", said.Message)
				if last := len(all) - 1; last >= 0 && all[last].Hint == said.Hint { // said once, below
					all[last].Hint = ""
				}
				all = append(all, said)
			}
		}
	}
	return all
}

// ChoiceOf is what answers to EnableQuestions choose.
func ChoiceOf(answers map[signin.Use]string) signin.Choice {
	on := func(u signin.Use) bool { return answers[u] != "" && answers[u] != EnableNo }
	c := signin.Choice{SignIn: on(signin.SignIn), SignUp: on(signin.SignUp), Recovery: on(signin.Recovery), SecondFactor: on(signin.SecondFactor)}
	switch answers[signin.SignUp] {
	case EnableBesides:
		c.Identifier = signin.Besides
	case EnableInstead:
		c.Identifier = signin.Instead
	}
	return c
}

// EnablePlanText says what a plan changes, and what is to be known of it.
func EnablePlanText(p i18n.Printer, plan signin.Plan, notices []signin.Notice) []PlanLine {
	var lines []PlanLine
	for _, c := range plan.Changes {
		kind := logto.Altered
		if c.Old == "" {
			kind = logto.Added
		}
		lines = append(lines, PlanLine{Change: kind, Text: p.SignInChange(c)})
	}
	for _, n := range notices {
		said := p.SignInNotice(n)
		lines = append(lines, PlanLine{Warns: n.Severity != problem.Info, Text: p.Join(said.Message, said.Hint)})
	}
	if plan.Patch == nil && !signin.Blocked(notices) {
		lines = append(lines, PlanLine{Text: p.T("enable.nothing")})
	}
	return lines
}

// EnableYesIsUsual reports whether yes is the usual answer to whether a plan is to be
// carried out: where nothing warns.
func EnableYesIsUsual(notices []signin.Notice) bool {
	return !slices.ContainsFunc(notices, func(n signin.Notice) bool { return n.Severity != problem.Info })
}

// EnableText says how a change of the sign-in experience ended, and where it did not end
// well, why: err is what Logto.ChangeSignIn returned with r. What may be in Logto, or is
// there unseen, is a warning.
func EnableText(p i18n.Printer, r logto.SignInResult, err error) (account.CheckStatus, i18n.Message) {
	said := p.SignInResult(r, err)
	switch {
	case r.Outcome == logto.Unknown, r.Outcome == logto.Unverified:
		return account.CheckWarning, said
	case err != nil, r.Outcome == logto.Different:
		return account.CheckFailed, said
	}
	return account.CheckOK, said
}

// Prove and LookAgain are, beside GoOn, what can be done after a change.
const (
	Prove     = "prove"
	LookAgain = "look-again"
)

// AfterEnable are the choices after a change, or where nothing had to be changed, the
// usual one first: a code that is proved is the end of the walk.
func AfterEnable(p i18n.Printer, r logto.SignInResult, err error) []Choice {
	prove, finish := Choice{Prove, p.T("title.proof")}, Choice{GoOn, p.T("proof.finish")}
	if err != nil || r.Outcome == logto.Different || r.Outcome == logto.Unverified {
		return []Choice{{LookAgain, p.T("enable.again")}, finish, prove}
	}
	return []Choice{prove, finish}
}
