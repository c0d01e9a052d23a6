package cli

import (
	"bytes"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// pullCommand gets the configuration out of a running Logto.
type pullCommand struct {
	*app
	logto  logtoFlags
	output outputFlags
}

// newPull is the command that gets the configuration out of a running Logto.
func (a *app) newPull() *cobra.Command {
	c := &pullCommand{app: a}
	cmd := a.onNothing(a.command("pull", ""), c.run)
	c.logto.addTo(a, cmd)
	c.output.add(a, cmd.Flags())
	a.demonstrated(cmd, (*demo).connected)
	return cmd
}

// run writes what Logto has and says what is wrong with it.
func (c *pullCommand) run(ctx context.Context) error {
	if err := c.output.check(true); err != nil {
		return err
	}
	client, err := c.logto.connect()
	if err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	doc, err := c.pulled(ctx, client)
	if err != nil {
		return err
	}
	p := product{data: doc.Bytes(), doc: doc, secret: true}
	if c.output.force, err = c.mayOverwrite(ctx, p); err != nil {
		return err
	}
	if err := c.output.write(ctx, p); err != nil {
		return err
	}
	if c.demo != nil {
		c.tell(c.T("save.demo"))
	}
	name, refused := c.output.path, false
	if name == "" {
		name = stdin
	}
	for _, p := range doc.Problems() {
		c.writeProblem(source{file: name}, p)
		refused = refused || p.Severity == problem.Error
	}
	if refused {
		return &failure{exit: exitProblem}
	}
	return nil
}

// mayOverwrite asks on a terminal whether to write over a file that holds something
// else, and shows what would change in it.
func (c *pullCommand) mayOverwrite(ctx context.Context, p product) (bool, error) {
	if c.output.force || c.output.path == "" || c.output.path == stdin || !c.Terminal {
		return c.output.force, nil
	}
	old, err := export.Read(c.output.path)
	if err != nil || bytes.Equal(old, p.data) {
		return false, nil // writing will say what is wrong
	}
	diff, _ := export.Diff(old, p.doc)
	fmt.Fprint(c.Err, c.putDiff(colours{}, judgement{File: c.output.path, diff: diff}))
	yes, err := c.confirm(ctx, c.T("save.overwrite", "file", onLine(c.output.path)), "output.exists")
	if err == nil && !yes {
		err = c.problemError("pull.declined")
	}
	return yes, err
}

// pulled is the configuration that Logto has, as a file.
func (c *pullCommand) pulled(ctx context.Context, client *logto.Client) (*connector.Document, error) {
	there, err := client.SMS(ctx)
	if err != nil {
		f := c.failed(err)
		if f.exit == exitInterrupted {
			f.said = i18n.Message{Message: c.T("pull.interrupted")}
		}
		return nil, f
	}
	twilio, ok := there.Twilio()
	switch {
	case ok:
		return twilio.Config.Document(), nil
	case there.Hidden != "":
		return nil, c.problemError("logto." + string(there.Hidden))
	case there.Several:
		return nil, c.problemError("pull.several", "host", client.Host())
	case len(there.SMS) == 0:
		return nil, c.problemError("pull.none", "host", client.Host())
	}
	return nil, c.problemError("pull.other", "host", client.Host(), "connector", c.LogtoConnector(there.SMS[0]))
}
