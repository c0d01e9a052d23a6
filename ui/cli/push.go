package cli

import (
	"context"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/walk"
)

// pushCommand puts a configuration into a running Logto.
type pushCommand struct {
	*app
	file   string
	logto  logtoFlags
	token  tokenFlags
	yes    bool
	dryRun bool
	number string // of the test, in E.164, "" for no test
	json   bool
	client *logto.Client
	report *pushReport
}

// newPush is the command that puts a configuration into a running Logto.
func (a *app) newPush() *cobra.Command {
	c := &pushCommand{app: a, report: newPushReport()}
	cmd := a.onFile(a.command("push", "FILE", "variable", connector.TokenVariable), &c.file, c.run)
	f := cmd.Flags()
	c.logto.addTo(a, cmd)
	c.token.add(a, f)
	f.BoolVar(&c.yes, "yes", false, a.T("push.flag.yes"))
	f.BoolVar(&c.dryRun, "dry-run", false, a.T("push.flag.dry-run"))
	f.StringVar(&c.number, "test", "", a.T("push.flag.test"))
	a.demonstrated(cmd, nil)
	a.documented(cmd, &c.json, c.report)
	completeValues(cmd, "test")
	return cmd
}

// check refuses what does not go together, before anything is read, and brings the
// number into its one form.
func (c *pushCommand) check() error {
	if err := c.token.check(c.file); err != nil {
		return because(reasonFlagsConflict, err)
	}
	if c.number == "" {
		return nil
	}
	if c.dryRun {
		return because(reasonFlagsConflict, c.usageError("push.test-dry-run"))
	}
	number, problem := sms.ParsePhone(c.number)
	if problem != nil {
		return because(string(problem.Code), &failure{said: c.Problem(*problem), exit: exitUsage})
	}
	c.number = number
	return nil
}

// read reads the file, puts the token in that send would use, and judges the
// result as validate does: an error refuses it.
func (c *pushCommand) read() (*connector.Document, error) {
	data, err := c.readInput(c.file)
	if err != nil {
		return nil, because(reasonFileUnreadable, c.failed(err))
	}
	doc, from := connector.Decode(data), source{file: c.file}
	if doc.Root.Is(jsondoc.Object) {
		f, err := c.token.fill(c.file, doc)
		switch {
		case err != nil:
			return nil, because(reasonTokenUnreadable, err)
		case f.lacks():
			return nil, c.missingToken()
		}
		if err := c.token.checkChosen(doc.Config(), f.token); err != nil {
			return nil, err
		}
		doc, from = f.doc.With(f.doc.Config()), f.from // without a byte order mark, which Logto does not get
	}
	if c.admit(from, doc, false) != nil {
		return nil, because(string(account.ConfigurationRefused), c.problemError("push.refused"))
	}
	return doc, nil
}

// run reads the file and pushes it.
func (c *pushCommand) run(ctx context.Context) error {
	c.report.Endpoint, c.report.Resource = c.logto.named()
	if err := c.check(); err != nil {
		return err
	}
	var err error
	if c.client, err = c.logto.connect(); err != nil {
		return err
	}
	doc, err := c.read()
	if err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	return c.pushDocument(ctx, doc)
}

// say writes a sentence for people.
func (c *pushCommand) say(key string, args ...any) { c.tell(c.T(key, args...)) }

// pushDocument looks, plans, asks, pushes and tests.
func (c *pushCommand) pushDocument(ctx context.Context, doc *connector.Document) error {
	there, err := c.client.SMS(ctx, doc.Config().AuthToken)
	if err != nil {
		return c.fail(logto.Result{Outcome: logto.Unchanged}, err)
	}
	plan, err := logto.NewPlan(there, doc)
	if err != nil {
		return c.fail(logto.Result{Outcome: logto.Unchanged}, err)
	}
	c.report.planned(plan)
	c.show(plan)
	if plan.Action != logto.Nothing {
		if c.dryRun {
			c.say("push.dry-run")
			return nil
		}
		if err := c.ask(ctx, plan); err != nil {
			return err
		}
		if err := c.push(ctx, plan); err != nil {
			return err
		}
	}
	return c.testSMS(ctx, plan.Desired)
}

// ask asks whether to go on, unless that was said already.
func (c *pushCommand) ask(ctx context.Context, plan logto.Plan) error {
	if c.yes {
		return nil
	}
	question, _ := walk.PushQuestion(plan)
	yes, err := false, c.usageError("push.unasked")
	if c.file != stdin && !c.token.stdin { // else standard input was read, and no answer is left in it
		yes, err = c.confirm(ctx, c.T(question), "push.unasked")
	}
	switch {
	case ctx.Err() != nil:
		return c.fail(logto.Result{Outcome: logto.Unchanged}, ctx.Err())
	case err == nil && !yes:
		return because(reasonDeclined, c.problemError("push.declined"))
	}
	return because(reasonNobodyToAsk, err)
}

// push carries the plan out and says how it ended.
func (c *pushCommand) push(ctx context.Context, plan logto.Plan) error {
	r, err := c.client.Push(ctx, plan)
	c.report.Outcome = r.Outcome
	if err != nil {
		return c.fail(r, err)
	}
	_, said := walk.PushText(c.Printer, plan, r, nil)
	if r.Outcome == logto.Different {
		c.showLines(walk.ChangeText(c.Printer, r.Changes(plan.Desired)))
		return because(reasonDifferent, &failure{said: said, exit: exitProblem})
	}
	c.tell(said.Message)
	if next := walk.PushNext(c.Printer, plan, r); next != "" {
		c.tell(next)
	}
	return nil
}

// fail is the failure of a push that ended with an error.
func (c *pushCommand) fail(r logto.Result, err error) error {
	_, said := walk.PushText(c.Printer, logto.Plan{}, r, err)
	return failedWith(said, err)
}

// testSMS lets Logto send an SMS, once.
func (c *pushCommand) testSMS(ctx context.Context, config logto.Config) error {
	if c.number == "" {
		return nil
	}
	err := c.client.Test(ctx, config, c.number)
	c.report.tested(err)
	if err != nil {
		return c.failed(err)
	}
	c.say("push.test-sent", "number", c.number)
	return nil
}
