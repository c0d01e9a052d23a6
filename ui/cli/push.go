package cli

import (
	"context"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// pushOptions are what the command line says.
type pushOptions struct {
	file   string
	logto  logtoFlags
	token  tokenFlags
	yes    bool
	dryRun bool
	test   string // a phone number, "" for no test
	json   bool
}

// newPush is the command that puts a configuration into a running Logto.
func newPush(env Env, tr i18n.Printer) *cobra.Command {
	var o pushOptions
	report := newPushReport()
	cmd := onFile(tr, &cobra.Command{
		Use:     "push FILE",
		Short:   tr.T("push.short"),
		Long:    tr.T("push.long", "variable", connector.TokenVariable),
		Example: tr.T("push.examples"),
	}, &o.file, func(ctx context.Context) error {
		p := pusher{env: env, tr: tr, o: o, report: report}
		return p.pushFile(ctx)
	})
	f := cmd.Flags()
	o.logto.add(f, tr)
	o.token.add(f, tr)
	f.BoolVar(&o.yes, "yes", false, tr.T("push.flag.yes"))
	f.BoolVar(&o.dryRun, "dry-run", false, tr.T("push.flag.dry-run"))
	f.StringVar(&o.test, "test", "", tr.T("push.flag.test"))
	documented(env, tr, cmd, &o.json, report, tr.T("push.flag.json"))
	completeValues(cmd, "endpoint")
	completeValues(cmd, "resource")
	completeValues(cmd, "test")
	return cmd
}

// check refuses what does not go together, before anything is read, and brings the
// number into its one form.
func (o *pushOptions) check(tr i18n.Printer) error {
	if err := o.token.check(tr, o.file); err != nil {
		return because(reasonFlagsConflict, err)
	}
	if o.test == "" {
		return nil
	}
	if o.dryRun {
		return because(reasonFlagsConflict, usageError(tr, "push.test-dry-run"))
	}
	number, problem := sms.ParsePhone(o.test)
	if problem != nil {
		return because(string(problem.Code), &failure{tr.Problem(*problem), exitUsage})
	}
	o.test = number
	return nil
}

// read reads the file, puts the token in that send would use, and judges the
// result as validate does: an error refuses it.
func (o pushOptions) read(env Env, tr i18n.Printer) (*connector.Document, error) {
	data, err := readInput(env, o.file)
	if err != nil {
		return nil, because(reasonFileUnreadable, failed(tr, err))
	}
	doc, from := connector.Decode(data), source{file: o.file}
	if doc.Root.Is(jsondoc.Object) {
		f, err := o.token.fill(env, tr, o.file, doc)
		switch {
		case err != nil:
			return nil, because(reasonTokenUnreadable, err)
		case f.lacks():
			return nil, missingToken(tr)
		}
		if err := o.token.admit(tr, doc.Config(), f.token); err != nil {
			return nil, err
		}
		doc, from = f.doc.With(f.doc.Config()), f.from // without a byte order mark, which Logto does not get
	}
	if admit(env, tr, from, doc, false) != nil {
		return nil, because(string(account.ConfigurationRefused), problemError(tr, "push.refused"))
	}
	return doc, nil
}

// pusher pushes one configuration and keeps the report of it.
type pusher struct {
	env    Env
	tr     i18n.Printer
	o      pushOptions
	client *logto.Client
	report *pushReport
}

// pushFile reads the file and pushes it.
func (p *pusher) pushFile(ctx context.Context) error {
	p.report.Endpoint, p.report.Resource = p.o.logto.named(p.env)
	if err := p.o.check(p.tr); err != nil {
		return err
	}
	var err error
	if p.client, err = p.o.logto.connect(p.env, p.tr); err != nil {
		return err
	}
	doc, err := p.o.read(p.env, p.tr)
	if err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	return p.run(ctx, doc)
}

// say writes a sentence for people.
func (p *pusher) say(key string, args ...any) { tell(p.env, p.tr.T(key, args...)) }

// run looks, plans, asks, pushes and tests.
func (p *pusher) run(ctx context.Context, doc *connector.Document) error {
	there, err := p.client.SMS(ctx, doc.Config().AuthToken)
	if err != nil {
		return p.fail(logto.Result{Outcome: logto.Unchanged}, err)
	}
	plan, err := logto.NewPlan(there, doc)
	if err != nil {
		return p.fail(logto.Result{Outcome: logto.Unchanged}, err)
	}
	p.report.planned(plan)
	p.show(plan)
	if plan.Action != logto.Nothing {
		if p.o.dryRun {
			p.say("push.dry-run")
			return nil
		}
		if err := p.ask(ctx, plan); err != nil {
			return err
		}
		if err := p.push(ctx, plan); err != nil {
			return err
		}
	}
	return p.test(ctx, plan.Desired)
}

// ask asks whether to go on, unless that was said already.
func (p *pusher) ask(ctx context.Context, plan logto.Plan) error {
	if p.o.yes {
		return nil
	}
	question, _ := walk.PushQuestion(plan)
	env := p.env
	env.Terminal = env.Terminal && p.o.file != stdin && !p.o.token.stdin // else the answer was read as something else
	yes, err := confirm(ctx, env, p.tr, p.tr.T(question), "push.unasked")
	switch {
	case ctx.Err() != nil:
		return p.fail(logto.Result{Outcome: logto.Unchanged}, ctx.Err())
	case err == nil && !yes:
		return because(reasonDeclined, problemError(p.tr, "push.declined"))
	}
	return because(reasonNobodyToAsk, err)
}

// push carries the plan out and says how it ended.
func (p *pusher) push(ctx context.Context, plan logto.Plan) error {
	r, err := p.client.Push(ctx, plan)
	p.report.Outcome = r.Outcome
	if err != nil {
		return p.fail(r, err)
	}
	_, said := walk.PushText(p.tr, plan, r, nil)
	if r.Outcome == logto.Different {
		p.showLines(walk.ChangeText(p.tr, r.Changes(plan.Desired)))
		return because(reasonDifferent, &failure{said, exitProblem})
	}
	tell(p.env, said.Message)
	return nil
}

// fail is the failure of a push that ended with an error.
func (p *pusher) fail(r logto.Result, err error) error {
	p.report.Error = causeOf(err)
	_, said := walk.PushText(p.tr, logto.Plan{}, r, err)
	return &failure{said, exitCode(err)}
}

// test lets Logto send an SMS, once.
func (p *pusher) test(ctx context.Context, config logto.Config) error {
	if p.o.test == "" {
		return nil
	}
	err := p.client.Test(ctx, config, p.o.test)
	p.report.tested(err)
	if err != nil {
		p.report.Error = causeOf(err)
		return failed(p.tr, err)
	}
	p.say("push.test-sent", "number", p.o.test)
	return nil
}
