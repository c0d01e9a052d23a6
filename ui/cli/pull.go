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

// pullOptions are what the command line says.
type pullOptions struct {
	logto  logtoFlags
	output outputFlags
}

// newPull is the command that gets the configuration out of a running Logto.
func newPull(env Env, tr i18n.Printer) *cobra.Command {
	var o pullOptions
	cmd := &cobra.Command{
		Use:               "pull",
		Short:             tr.T("pull.short"),
		Long:              tr.T("pull.long"),
		Example:           tr.T("pull.examples"),
		Args:              noArguments(tr),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runPull(cmd.Context(), env, tr, o)
		},
	}
	o.logto.add(cmd.Flags(), tr)
	o.output.add(cmd.Flags(), tr)
	completeValues(cmd, "endpoint")
	completeValues(cmd, "resource")
	return cmd
}

// runPull writes what Logto has and says what is wrong with it.
func runPull(ctx context.Context, env Env, tr i18n.Printer, o pullOptions) error {
	if err := o.output.check(env, tr, true); err != nil {
		return err
	}
	client, err := o.logto.connect(env, tr)
	if err != nil {
		return err
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	doc, err := pulled(ctx, tr, client)
	if err != nil {
		return err
	}
	p := product{data: doc.Bytes(), doc: doc, secret: true}
	if o.output.force, err = o.mayOverwrite(ctx, env, tr, p); err != nil {
		return err
	}
	if err := o.output.write(ctx, env, tr, p); err != nil {
		return err
	}
	name, refused := o.output.path, false
	if name == "" {
		name = stdin
	}
	for _, p := range doc.Problems() {
		writeProblem(env, tr, source{file: name}, p)
		refused = refused || p.Severity == problem.Error
	}
	if refused {
		return &failure{code: exitProblem}
	}
	return nil
}

// mayOverwrite asks on a terminal whether to write over a file that holds something
// else, and shows what would change in it.
func (o pullOptions) mayOverwrite(ctx context.Context, env Env, tr i18n.Printer, p product) (bool, error) {
	if o.output.force || o.output.path == "" || o.output.path == stdin || !env.Terminal {
		return o.output.force, nil
	}
	old, err := export.Read(o.output.path)
	if err != nil || bytes.Equal(old, p.data) {
		return false, nil // writing will say what is wrong
	}
	diff, _ := export.Diff(old, p.doc)
	fmt.Fprint(env.Err, putDiff(tr, paint{}, judgement{File: o.output.path, diff: diff}))
	yes, err := confirm(ctx, env, tr, tr.T("save.overwrite", "file", onLine(o.output.path)), "output.exists")
	if err == nil && !yes {
		err = problemError(tr, "pull.declined")
	}
	return yes, err
}

// pulled is the configuration that Logto has, as a file.
func pulled(ctx context.Context, tr i18n.Printer, client *logto.Client) (*connector.Document, error) {
	there, err := client.SMS(ctx)
	if err != nil {
		f := failed(tr, err)
		if f.code == exitInterrupted {
			f.said = i18n.Message{Message: tr.T("pull.interrupted")}
		}
		return nil, f
	}
	twilio, ok := there.Twilio()
	switch {
	case ok:
		return twilio.Config.Document(), nil
	case there.Hidden != "":
		return nil, problemError(tr, "logto."+string(there.Hidden))
	case there.Several:
		return nil, problemError(tr, "pull.several", "host", client.Host())
	case len(there.SMS) == 0:
		return nil, problemError(tr, "pull.none", "host", client.Host())
	}
	return nil, problemError(tr, "pull.other", "host", client.Host(), "connector", tr.LogtoConnector(there.SMS[0]))
}
