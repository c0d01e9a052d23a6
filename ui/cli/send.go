package cli

import (
	"context"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/walk"
)

// sendCommand sends a test message.
type sendCommand struct {
	*app
	twilio    twilioFlags
	file      string
	to        string
	usage     string
	code      string
	wait      time.Duration
	noWait    bool
	dryRun    bool
	json      bool
	report    sent
	rehearsed request // the report of --dry-run
}

// newSend is the command that sends a test message.
func (a *app) newSend() *cobra.Command {
	c := &sendCommand{app: a, report: unsent(), rehearsed: request{Form: map[string]string{}}}
	var out *jsonFlag
	cmd := a.onFile(a.command("send", "FILE"), &c.file, func(ctx context.Context) error {
		if c.dryRun {
			out.doc = &c.rehearsed
			return c.rehearse(ctx)
		}
		return c.run(ctx)
	})
	f := cmd.Flags()
	f.StringVar(&c.to, "to", "", a.T("send.flag.to"))
	f.StringVar(&c.usage, "type", string(connector.Generic), a.T("send.flag.type"))
	f.StringVar(&c.code, "code", walk.TestCode, a.T("send.flag.code"))
	f.DurationVar(&c.wait, "wait", time.Minute, a.T("send.flag.wait"))
	f.Lookup("wait").DefValue = "60s" // as it would be typed
	f.BoolVar(&c.noWait, "no-wait", false, a.T("send.flag.no-wait"))
	f.BoolVar(&c.dryRun, "dry-run", false, a.T("send.flag.dry-run"))
	a.demonstrated(cmd, nil)
	out = a.documented(cmd, &c.json, &c.report)
	c.twilio.addTo(a, cmd)
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
func (c *sendCommand) check() (to string, err error) {
	if err := c.twilio.token.check(c.file); err != nil {
		return "", because(reasonFlagsConflict, err)
	}
	if c.to == "" && c.demo != nil {
		c.to = demoNumber
	}
	if c.to == "" {
		return "", because(reasonNumberMissing, c.usageError("send.no-to"))
	}
	to, found := sms.ParsePhone(c.to)
	switch {
	case found != nil:
		return "", because(string(found.Code), &failure{said: c.Problem(*found), exit: exitUsage})
	case !slices.Contains(usageNames(), c.usage):
		return "", because(string(problem.UnknownUsageType), c.unknownWord(c.usage, usageNames(), "send.type", "type", typed(c.usage), "types", usageNames()))
	case c.wait < 0:
		return "", because(reasonWaitInvalid, c.usageError("send.wait"))
	}
	if c.noWait {
		c.wait = 0
	}
	return to, nil
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
func (c *sendCommand) prepare() (s sending, err error) {
	to, err := c.check()
	if err != nil {
		return s, err
	}
	if s.base, s.doc, err = c.twilio.open(c.file); err != nil {
		return s, err
	}
	if s.config, s.out, err = c.sendable(s.doc, to); err != nil || c.dryRun {
		return s, err
	}
	if s.token, err = c.twilio.token.choose(s.config); err == nil && s.token == "" {
		err = c.missingToken()
	}
	if err == nil {
		err = c.twilio.token.checkChosen(s.config, s.token)
	}
	return s, because(reasonTokenUnreadable, err)
}

// rehearse says what would be sent. It needs no token, and nothing is sent.
func (c *sendCommand) rehearse(ctx context.Context) error {
	s, err := c.prepare()
	if err != nil {
		return err
	}
	// The client returns errRehearsal: only the request matters.
	_, _ = newClient(s.config.AccountSID, "", s.config.Host, s.base, &c.rehearsed).Send(ctx, s.out)
	if !c.json {
		if _, err := io.WriteString(c.Out, c.rehearsed.text()); err != nil {
			return c.failed(err)
		}
	}
	c.tell(c.T("send.rehearsed"))
	return nil
}

// run sends one message and follows it.
func (c *sendCommand) run(ctx context.Context) error {
	s, err := c.prepare()
	if err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	c.begin(s.doc, s.config, s.out)
	client := newClient(s.config.AccountSID, s.token, s.config.Host, s.base, c.Twilio)
	f := walk.Follower{Delivery: &account.Delivery{Outgoing: s.out}, Wait: c.wait}
	err = f.Send(ctx, client, c.seen)
	return c.end(*f.Delivery, err)
}

// sendable is what the connector would post for a configuration. What is wrong with
// what takes part in that is said. Where the connector could post nothing the error
// is a failure; Twilio judges the rest: that is what a test is for.
func (c *sendCommand) sendable(doc *connector.Document, to string) (connector.Config, connector.Outgoing, error) {
	config := doc.Config()
	usage := connector.UsageType(c.usage)
	t, found := config.TemplateFor(usage)
	blocked := false
	for _, p := range doc.Problems() {
		if doc.Root == nil || takesPart(p, t) {
			c.writeProblem(source{file: c.file}, p)
			blocked = blocked || doc.Root == nil || blocks(p)
		}
	}
	if blocked {
		return config, connector.Outgoing{}, because(string(account.ConfigurationRefused), c.problemError("send.not-sendable"))
	}
	if !found {
		return config, connector.Outgoing{}, because(reasonTemplateMissing, c.problemError("send.no-template", "type", c.usage))
	}
	out, _ := config.Outgoing(to, usage, c.code)
	return config, out, nil
}

// addressPaths are the values without which there is no request, but for the auth
// token, which may come from elsewhere.
var addressPaths = []string{"/host", "/accountSID", "/fromMessagingServiceSID"}

// takesPart reports whether a problem is of what a message is made from: of the
// template that is sent, of a value that the request needs, or of the whole.
func takesPart(p problem.Problem, t connector.Template) bool {
	path := "/templates/" + strconv.Itoa(t.Source-1) // there is no -1, where no template serves
	switch {
	case p.Severity == problem.Info:
		return false
	case p.Path == path, strings.HasPrefix(p.Path, path+"/"), p.Code == problem.NotAnObject:
		return true
	case p.Path == "/authToken":
		return p.Code == problem.WrongType
	case p.Path == "/templates":
		return p.Code == problem.WrongType || p.Code == problem.MissingKey
	}
	return p.Severity == problem.Error && slices.Contains(addressPaths, p.Path)
}

// blocks reports whether, for a problem that takes part, nothing can be posted: there
// is no address, or no text.
func blocks(p problem.Problem) bool {
	switch p.Code {
	case problem.NotAnObject, problem.WrongType, problem.MissingKey:
		return p.Path != "/authToken"
	}
	return slices.Contains(addressPaths, p.Path)
}
