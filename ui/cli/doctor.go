package cli

import (
	"context"
	"errors"
	"sync"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/jsondoc"
)

// doctorCommand checks the account of a configuration, and the Logto that uses it.
type doctorCommand struct {
	*app
	twilio twilioFlags
	logto  logtoFlags
	file   string
	since  string
	json   bool
	report doctorReport
}

// doctorReport has the checks, as --json writes them.
type doctorReport struct {
	Checks []checked `json:"checks"`
	ended
}

// newDoctor is the command that checks the account of a configuration.
func (a *app) newDoctor() *cobra.Command {
	c := &doctorCommand{app: a, report: doctorReport{Checks: []checked{}}} // an empty list is no null
	cmd := a.onFile(a.command("doctor", "FILE"), &c.file, c.run)
	a.demonstrated(cmd, (*demo).used)
	a.documented(cmd, &c.json, &c.report)
	c.twilio.addTo(a, cmd)
	c.logto.addTo(a, cmd)
	cmd.Flags().StringVar(&c.since, "since", "24h", a.T("doctor.flag.since"))
	completeValues(cmd, "since", "1h", "24h", "7d")
	return cmd
}

// run checks a configuration and the account that it names.
func (c *doctorCommand) run(ctx context.Context) error {
	if err := c.twilio.token.check(c.file); err != nil {
		return because(reasonFlagsConflict, err)
	}
	since, err := c.lookBack()
	if err != nil {
		return err
	}
	base, doc, err := c.twilio.open(c.file)
	if err != nil {
		return err
	}
	if !doc.Root.Is(jsondoc.Object) {
		return c.reportUnreadable(doc)
	}
	f, err := c.twilio.token.fill(c.file, doc)
	if err == nil {
		err = c.twilio.token.checkChosen(doc.Config(), f.token)
	}
	if err != nil {
		return because(reasonTokenUnreadable, err)
	}
	x, err := c.clients(f.doc.Config(), f.token, base)
	if err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	checks := c.checks(ctx, x, f, since)
	if ctx.Err() != nil {
		return c.interrupted()
	}
	return c.reportChecks(checks)
}

// surveyed is what doctor asks Twilio: nothing that sends, buys or changes.
type surveyed interface {
	Account(ctx context.Context) (account.Account, error)
	Balance(ctx context.Context) (account.Balance, error)
	Service(ctx context.Context, sid string) (account.Service, error)
	Senders(ctx context.Context, serviceSID string) ([]account.Sender, error)
	Campaigns(ctx context.Context, serviceSID string) ([]account.Campaign, error)
	TollFreeVerifications(ctx context.Context) ([]account.TollFreeVerification, error)
}

// surveyor learns what there is to learn of an account.
type surveyor struct {
	surveyed surveyed
	asking   func(key string) // is told what comes next, a key of ui/i18n
}

// survey asks for what the answers before have not made pointless: for nothing
// more where the account is not shown, for registrations only where there are
// numbers that want them. Two calls at most run at a time.
func (x surveyor) survey(ctx context.Context, doc *connector.Document, token bool) account.Survey {
	s := account.Survey{Document: doc}
	config := doc.Config()
	if !token {
		s.MissingToken = environ.AuthToken
	}
	// Whatever else it is, Twilio would know it no better than a check of the file.
	if !token || connector.Classify(config.AccountSID) != connector.PastedAccountSID {
		return s
	}
	x.asking("doctor.asking.account")
	if s.Account = found(x.surveyed.Account(ctx)); s.Account.Err != nil {
		return s
	}
	x.asking("doctor.asking.service")
	var calls sync.WaitGroup
	calls.Go(func() { s.Balance = found(x.surveyed.Balance(ctx)) })
	calls.Go(func() { x.service(ctx, &s, config.FromMessagingServiceSID) })
	calls.Wait()
	x.asking("doctor.asking.registrations")
	if len(account.USNumbers(s.Senders.Value)) > 0 {
		calls.Go(func() { s.Campaigns = found(x.surveyed.Campaigns(ctx, s.Service.Value.SID)) })
	}
	if len(account.TollFreeNumbers(s.Senders.Value)) > 0 {
		calls.Go(func() { s.TollFree = found(x.surveyed.TollFreeVerifications(ctx)) })
	}
	calls.Wait()
	return s
}

// service asks for a service and then its senders.
func (x surveyor) service(ctx context.Context, s *account.Survey, sid string) {
	if connector.Classify(sid) != connector.PastedServiceSID {
		return
	}
	if s.Service = found(x.surveyed.Service(ctx, sid)); s.Service.Err == nil {
		s.Senders = found(x.surveyed.Senders(ctx, sid))
	}
}

// found is what came of a call.
func found[T any](value T, err error) account.Found[T] {
	f := account.Found[T]{Value: value, Asked: true}
	if err != nil && !errors.As(err, &f.Err) {
		f.Err = &account.CallError{Kind: account.Unintelligible, Message: err.Error()}
	}
	return f
}
