package cli

import (
	"context"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/export"
)

// renderCommand puts the token into a file without one.
type renderCommand struct {
	*app
	file   string
	token  tokenFlags
	output outputFlags
}

// newRender is the command that puts the token into a file without one.
func (a *app) newRender() *cobra.Command {
	c := &renderCommand{app: a}
	cmd := a.onFile(a.command("render", "FILE", "variable", connector.TokenVariable), &c.file, c.run)
	c.token.add(a, cmd.Flags())
	c.output.add(a, cmd.Flags())
	return cmd
}

// run puts the token into a file and writes the result.
func (c *renderCommand) run(ctx context.Context) error {
	if err := c.token.check(c.file); err != nil {
		return err
	}
	if err := c.output.check(true); err != nil {
		return err
	}
	doc, err := c.readDocument(c.file)
	if err != nil {
		return err
	}
	token, err := c.token.read()
	switch {
	case err != nil:
		return err
	case token == "":
		return c.missingToken()
	}
	rendered, err := export.Render(doc, token)
	if err != nil {
		return c.problemError("render.no-variable", "file", onLine(c.file), "variable", connector.TokenVariable)
	}
	from := source{file: c.file, given: map[string]string{"/authToken": c.token.name()}}
	if err := c.admitToken(from, rendered); err != nil {
		return err
	}
	return c.output.write(ctx, product{data: rendered.Bytes(), doc: rendered, secret: true})
}

// admitToken refuses what cannot be an auth token, and warns of what does not look
// like one. The rest of the file is not judged: it may hold variables of somebody
// else.
func (c *renderCommand) admitToken(from source, doc *connector.Document) error {
	refused := false
	for _, p := range doc.Problems() {
		if p.Path == "/authToken" && (p.Severity == problem.Error || p.Code == problem.UnusualToken) {
			c.writeProblem(from, p)
			refused = refused || p.Severity == problem.Error
		}
	}
	if refused {
		return &failure{exit: exitProblem}
	}
	return nil
}
