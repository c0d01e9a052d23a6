package cli

import (
	"context"
	"net/url"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// sendOptions are what the command line says.
type sendOptions struct {
	twilioOptions
	file   string
	to     string
	usage  string
	code   string
	wait   time.Duration
	noWait bool
	dryRun bool
	json   bool
}

// newSend is the command that sends a test message.
func newSend(env Env, tr i18n.Printer) *cobra.Command {
	var o sendOptions
	var out *jsonFlag
	report, rehearsed := unsent(), request{Form: map[string]string{}}
	cmd := onFile(tr, &cobra.Command{
		Use:     "send FILE",
		Short:   tr.T("send.short"),
		Long:    tr.T("send.long"),
		Example: tr.T("send.examples"),
	}, &o.file, func(ctx context.Context) error {
		if o.dryRun {
			out.doc = &rehearsed
			return runRehearsal(ctx, env, tr, o, &rehearsed)
		}
		return runSend(ctx, env, tr, o, &report)
	})
	f := cmd.Flags()
	f.StringVar(&o.to, "to", "", tr.T("send.flag.to"))
	f.StringVar(&o.usage, "type", string(connector.Generic), tr.T("send.flag.type"))
	f.StringVar(&o.code, "code", walk.TestCode, tr.T("send.flag.code"))
	f.DurationVar(&o.wait, "wait", time.Minute, tr.T("send.flag.wait"))
	f.Lookup("wait").DefValue = "60s" // as it would be typed
	f.BoolVar(&o.noWait, "no-wait", false, tr.T("send.flag.no-wait"))
	f.BoolVar(&o.dryRun, "dry-run", false, tr.T("send.flag.dry-run"))
	out = documented(env, tr, cmd, &o.json, &report, tr.T("send.flag.json"))
	o.addTo(cmd, tr)
	completeValues(cmd, "to")
	completeValues(cmd, "code")
	completeValues(cmd, "wait")
	completeValues(cmd, "type", usageNames()...)
	return cmd
}

// usageNames are the usage types by their names.
func usageNames() []string {
	var names []string
	for _, u := range connector.UsageTypes() {
		names = append(names, string(u))
	}
	return names
}

// check refuses what cannot be meant, before anything is read, and returns the
// recipient in E.164.
func (o *sendOptions) check(tr i18n.Printer) (to string, err error) {
	if err := o.tokenFlags.check(tr, o.file); err != nil {
		return "", because(reasonFlagsConflict, err)
	}
	if o.to == "" {
		return "", because(reasonNumberMissing, usageError(tr, "send.no-to"))
	}
	to, found := sms.ParsePhone(o.to)
	switch {
	case found != nil:
		return "", because(string(found.Code), &failure{tr.Problem(*found), exitUsage})
	case !slices.Contains(usageNames(), o.usage):
		return "", because(string(problem.UnknownUsageType), unknownUsage(tr, o.usage))
	case o.wait < 0:
		return "", because(reasonWaitInvalid, usageError(tr, "send.wait"))
	}
	if o.noWait {
		o.wait = 0
	}
	return to, nil
}

// unknownUsage is the error of a usage type that is none of Logto's.
func unknownUsage(tr i18n.Printer, word string) error {
	f := &failure{i18n.Message{
		Message: tr.T("send.type", "type", typed(word)),
		Hint:    tr.T("send.type.hint", "types", usageNames()),
	}, exitUsage}
	if right, ok := connector.Closest(word, usageNames()); ok {
		f.said.Hint = tr.T("cli.did-you-mean", "right", right)
	}
	return f
}

// sending is a message that can be sent, and whatever that takes.
type sending struct {
	base   *url.URL // as baseURL
	doc    *connector.Document
	config connector.Config
	out    connector.Outgoing
	token  string // "" for a rehearsal
}

// prepare reads all that is needed, before anything is sent.
func (o *sendOptions) prepare(env Env, tr i18n.Printer) (s sending, err error) {
	to, err := o.check(tr)
	if err != nil {
		return s, err
	}
	if s.base, s.doc, err = o.open(env, tr, o.file); err != nil {
		return s, err
	}
	if s.config, s.out, err = sendable(env, tr, *o, s.doc, to); err != nil || o.dryRun {
		return s, err
	}
	if s.token, err = o.choose(env, tr, s.config); err == nil && s.token == "" {
		err = missingToken(tr)
	}
	if err == nil {
		err = o.admit(tr, s.config, s.token)
	}
	return s, because(reasonTokenUnreadable, err)
}

// runRehearsal finds out what would be sent.
func runRehearsal(ctx context.Context, env Env, tr i18n.Printer, o sendOptions, r *request) error {
	s, err := o.prepare(env, tr)
	if err != nil {
		return err
	}
	return r.rehearse(ctx, env, tr, s, o.json)
}

// runSend sends one message, follows it, and notes what came of it in report.
func runSend(ctx context.Context, env Env, tr i18n.Printer, o sendOptions, report *sent) error {
	s, err := o.prepare(env, tr)
	if err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	say := sendReporter{env, tr, o, report}
	say.begin(s.doc, s.config, s.out)
	client := newClient(s.config.AccountSID, s.token, s.config.Host, s.base, nil)
	f := walk.Follower{Delivery: &account.Delivery{Outgoing: s.out}, Wait: o.wait}
	err = f.Send(ctx, client, say.seen)
	return say.end(*f.Delivery, err)
}
