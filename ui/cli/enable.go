package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"logto-twilio/connector/logto"
	"logto-twilio/connector/signin"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// enableCommand lets a running Logto use SMS, and proves that it can.
type enableCommand struct {
	*app
	logto  logtoFlags
	choice signin.Choice // what the flags choose
	yes    bool
	dryRun bool
	number string // to prove it with, in E.164, "" for no proof
	json   bool
	client *logto.Client
	report *enableReport
}

// newEnable is the command that lets a running Logto use SMS.
func (a *app) newEnable() *cobra.Command {
	c := &enableCommand{app: a, report: newEnableReport()}
	cmd := a.onNothing(a.command("enable", ""), c.run)
	f := cmd.Flags()
	f.BoolVar(&c.choice.SignIn, "sign-in", false, a.T("enable.flag.sign-in"))
	signUp := f.VarPF((*signUpFlag)(&c.choice), "sign-up", "", a.T("enable.flag.sign-up"))
	signUp.NoOptDefVal = signUpAlone
	f.BoolVar(&c.choice.Recovery, "recovery", false, a.T("enable.flag.recovery"))
	f.BoolVar(&c.choice.SecondFactor, "mfa", false, a.T("enable.flag.mfa"))
	f.StringVar(&c.number, "test", "", a.T("enable.flag.test"))
	f.BoolVar(&c.yes, "yes", false, a.T("enable.flag.yes"))
	f.BoolVar(&c.dryRun, "dry-run", false, a.T("push.flag.dry-run"))
	c.logto.addTo(a, cmd)
	a.demonstrated(cmd, (*demo).connected)
	a.documented(cmd, &c.json, c.report)
	completeValues(cmd, "sign-up", string(signin.Besides), string(signin.Instead))
	completeValues(cmd, "test")
	return cmd
}

// signUpAlone is the value of --sign-up without one.
const signUpAlone = "true"

// signUpFlag is --sign-up[=besides|instead] of a choice.
type signUpFlag signin.Choice

var _ pflag.Value = (*signUpFlag)(nil)

func (s *signUpFlag) String() string { return string(s.Identifier) }
func (s *signUpFlag) Type() string   { return "string" }

// Set takes the flag's value.
func (s *signUpFlag) Set(value string) error {
	s.SignUp, s.Identifier = true, signin.Identifier(value)
	switch value {
	case signUpAlone:
		s.Identifier = signin.Unchosen
	case string(signin.Besides), string(signin.Instead):
	default:
		return errors.New("neither besides nor instead")
	}
	return nil
}

// check refuses what does not go together, before Logto is asked for anything, and
// brings the number into its one form.
func (c *enableCommand) check() error {
	switch {
	case c.number == "":
		return nil
	case c.dryRun:
		return because(reasonFlagsConflict, c.usageError("push.test-dry-run"))
	}
	number, problem := sms.ParsePhone(c.number)
	if problem != nil {
		return because(string(problem.Code), &failure{said: c.Problem(*problem), exit: exitUsage})
	}
	c.number = number
	return nil
}

// run looks, changes what was chosen, and proves it.
func (c *enableCommand) run(ctx context.Context) error {
	c.report.Endpoint, c.report.Resource = c.logto.named()
	if err := c.check(); err != nil {
		return err
	}
	var err error
	if c.client, err = c.logto.connect(); err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	look, err := c.look(ctx)
	if err != nil {
		return err
	}
	choice, err := c.choose(ctx, look)
	if err != nil {
		return err
	}
	if choice != (signin.Choice{}) {
		if err := c.enable(ctx, look, choice); err != nil || c.dryRun {
			return err
		}
	}
	return c.prove(ctx)
}

// look says what SMS is used for today. It is an error that there is no connector.
func (c *enableCommand) look(ctx context.Context) (walk.SignInLook, error) {
	p := progress{c.app}
	p.say(c.T("enable.looking", "host", c.client.Host()))
	look, err := walk.LookSignIn(ctx, c.client)
	p.end()
	if err != nil {
		return look, c.fail(logto.SignInResult{Outcome: logto.Unchanged}, err)
	}
	c.report.looked(look)
	c.showUses(look)
	if look.Facts.SMS == signin.No {
		return look, because(string(signin.NoConnector), c.problemError("signin.notice."+string(signin.NoConnector)))
	}
	return look, nil
}

// enable plans, shows, asks and switches on what was chosen.
func (c *enableCommand) enable(ctx context.Context, look walk.SignInLook, choice signin.Choice) error {
	plan, notices := signin.NewPlan(look.Experience, look.Facts, choice)
	c.report.planned(c.Printer, plan, notices)
	if signin.Blocked(notices) {
		return c.refuse(notices)
	}
	c.showLines(walk.EnablePlanText(c.Printer, plan, notices))
	if plan.Patch == nil {
		return nil
	}
	if c.dryRun {
		c.tell(c.T("push.dry-run"))
		return nil
	}
	if err := c.ask(ctx, c.T("enable.change"), "enable.declined"); err != nil {
		return err
	}
	return c.change(ctx, plan)
}

// change carries a plan out, and says how it ended and how it is undone.
func (c *enableCommand) change(ctx context.Context, plan signin.Plan) error {
	p := progress{c.app}
	p.say(c.T("enable.writing", "host", c.client.Host()))
	r, err := c.client.ChangeSignIn(ctx, plan)
	p.end()
	c.report.changed(r)
	switch {
	case err != nil && r.Outcome == logto.Unchanged:
		return c.fail(r, err)
	case err != nil || r.Outcome == logto.Different:
		c.showUndo(plan)
		f := c.fail(r, err)
		return because(reasonDifferent, f)
	}
	_, said := walk.EnableText(c.Printer, r, nil)
	c.tell(said.Message)
	c.showUndo(plan)
	return nil
}

// fail is the failure of a look or a change that did not end well.
func (c *enableCommand) fail(r logto.SignInResult, err error) error {
	_, said := walk.EnableText(c.Printer, r, err)
	if err == nil {
		return &failure{said: said, exit: exitProblem}
	}
	return failedWith(said, err)
}

// ask asks a question, unless yes was said already; declined is the key of the
// failure of a no.
func (c *enableCommand) ask(ctx context.Context, question, declined string) error {
	if c.yes {
		return nil
	}
	yes, err := c.confirm(ctx, question, "push.unasked")
	switch {
	case ctx.Err() != nil:
		return c.interruptedBefore(declined)
	case err == nil && !yes:
		return because(reasonDeclined, c.problemError(declined))
	}
	return because(reasonNobodyToAsk, err)
}

// interruptedBefore is the failure of a signal that came before what key says has not
// been done.
func (a *app) interruptedBefore(key string) error {
	said := i18n.Message{Message: a.Join(a.T("cli.interrupted"), a.T(key))}
	return &failure{said: said, exit: exitInterrupted}
}
