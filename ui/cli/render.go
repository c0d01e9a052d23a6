package cli

import (
	"context"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// renderOptions are what the command line says.
type renderOptions struct {
	file   string
	token  tokenFlags
	output outputFlags
}

// newRender is the command that puts the token into a file without one.
func newRender(env Env, tr i18n.Printer) *cobra.Command {
	var o renderOptions
	cmd := onFile(tr, &cobra.Command{
		Use:     "render FILE",
		Short:   tr.T("render.short"),
		Long:    tr.T("render.long", "variable", connector.TokenVariable),
		Example: tr.T("render.examples"),
	}, &o.file, func(ctx context.Context) error { return runRender(ctx, env, tr, o) })
	o.token.add(cmd.Flags(), tr)
	o.output.add(cmd.Flags(), tr)
	return cmd
}

// runRender puts the token into a file and writes the result.
func runRender(ctx context.Context, env Env, tr i18n.Printer, o renderOptions) error {
	if err := o.token.check(tr, o.file); err != nil {
		return err
	}
	if err := o.output.check(env, tr, true); err != nil {
		return err
	}
	doc, err := readDocument(env, tr, o.file)
	if err != nil {
		return err
	}
	token, err := o.token.read(env, tr)
	switch {
	case err != nil:
		return err
	case token == "":
		return missingToken(tr)
	}
	rendered, err := export.Render(doc, token)
	if err != nil {
		return problemError(tr, "render.no-variable", "file", onLine(o.file), "variable", connector.TokenVariable)
	}
	from := source{file: o.file, given: map[string]string{"/authToken": o.token.name()}}
	if err := admitToken(env, tr, from, rendered); err != nil {
		return err
	}
	return o.output.write(ctx, env, tr, product{data: rendered.Bytes(), doc: rendered, secret: true})
}

// admitToken refuses what cannot be an auth token, and warns of what does not look
// like one. The rest of the file is not judged: it may hold variables of somebody
// else.
func admitToken(env Env, tr i18n.Printer, from source, doc *connector.Document) error {
	refused := false
	for _, p := range doc.Problems() {
		if p.Path == "/authToken" && (p.Severity == problem.Error || p.Code == problem.UnusualToken) {
			writeProblem(env, tr, from, p)
			refused = refused || p.Severity == problem.Error
		}
	}
	if refused {
		return &failure{code: exitProblem}
	}
	return nil
}
