package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/export"
	"logto-twilio/ui/walk"
)

// exportCommand puts a configuration into another format.
type exportCommand struct {
	*app
	file            string
	format          string
	name, namespace string
	token           tokenFlags
	forceInvalid    bool
	output          outputFlags
}

// newExport is the command that puts a configuration into another format.
func (a *app) newExport() *cobra.Command {
	c := &exportCommand{app: a}
	cmd := a.onFile(a.command("export", "FILE", "variable", connector.TokenVariable), &c.file, c.run)
	f := cmd.Flags()
	f.StringVar(&c.format, "format", "", a.T("export.flag.format", "formats", formatNames()))
	f.StringVar(&c.name, "name", "", a.T("export.flag.name"))
	f.StringVar(&c.namespace, "namespace", "", a.T("export.flag.namespace"))
	c.token.add(a, f)
	c.output.add(a, f)
	f.BoolVar(&c.forceInvalid, "force-invalid", false, a.T("output.flag.force-invalid"))
	completeValues(cmd, "format", formatNames()...)
	completeValues(cmd, "name")
	completeValues(cmd, "namespace")
	return cmd
}

// formatNames are the values of --format.
func formatNames() []string {
	var names []string
	for _, f := range export.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// check refuses what does not go together, before anything is read.
func (c *exportCommand) check() (export.Format, error) {
	format, ok := export.FormatNamed(c.format)
	switch {
	case c.format == "":
		return format, c.usageError("export.no-format", "formats", formatNames())
	case !ok:
		return format, c.usageError("export.format", "format", typed(c.format), "formats", formatNames())
	case c.name != "" && format.Default == "":
		return format, c.usageError("export.name-unused", "format", format.Name)
	case c.namespace != "" && !format.Namespaced:
		return format, c.usageError("export.namespace-unused", "format", format.Name)
	case c.token.given() && !format.Final:
		return format, c.usageError("export.token-unused", "format", format.Name)
	case format.Beside != "":
		return format, c.checkSplit(format)
	}
	if err := c.token.check(c.file); err != nil {
		return format, err
	}
	return format, c.output.check(format.Token)
}

// run puts a file into a format and writes that.
func (c *exportCommand) run(ctx context.Context) error {
	format, err := c.check()
	if err != nil {
		return err
	}
	doc, from, err := c.read(format)
	if err != nil {
		return err
	}
	data, err := format.Bytes(doc, export.FormatOptions{
		Name: c.name, Namespace: c.namespace, Say: func(key string) string { return c.T("script." + key) },
	})
	if err != nil {
		return c.unfit(err)
	}
	if err := c.admit(from, doc, c.forceInvalid); err != nil {
		return err
	}
	p := product{data: data, secret: format.Token}
	if format.Document {
		p.doc = connector.Decode(data)
	}
	if format.Beside != "" {
		return c.split(ctx, format, doc, p)
	}
	if format.Token && doc.Config().AuthToken == connector.TokenVariable {
		c.tell(c.T("export.variable", "file", onLine(c.file)))
	}
	if err := c.output.write(ctx, p); err != nil {
		return err
	}
	if c.output.path != "" && c.output.path != stdin {
		for _, line := range walk.IntoLogto(c.Printer, format, onLine(c.output.path), c.name) {
			c.tell(line)
		}
	}
	return nil
}

// read reads the file. Into a format that is used as it stands the token is put that
// push would use; a variable that nobody would replace is refused.
func (c *exportCommand) read(format export.Format) (*connector.Document, source, error) {
	doc, err := c.readDocument(c.file)
	if err != nil || !format.Final {
		return doc, source{file: c.file}, err
	}
	f, err := c.token.fill(c.file, doc)
	variable := doc.Config().AuthToken == connector.TokenVariable
	if err == nil && f.lacks() && (variable || !c.forceInvalid) {
		err = c.usageError("export.token-missing", "file", onLine(c.file), "format", format.Name)
	}
	return f.doc, f.from, err
}

// unfit puts into words why no format could be made.
func (a *app) unfit(err error) error {
	var option *export.OptionError
	if errors.As(err, &option) {
		return a.usageError("export.bad." + option.Option + "." + option.Format)
	}
	return a.failed(err)
}

// readDocument reads a configuration that formats can be made of. Of any other it
// says what is wrong with it.
func (a *app) readDocument(file string) (*connector.Document, error) {
	data, err := a.readInput(file)
	if err != nil {
		return nil, a.failed(err)
	}
	doc := connector.Decode(data)
	if !doc.Root.Is(jsondoc.Object) {
		for _, p := range doc.Problems() {
			a.writeProblem(source{file: file}, p)
		}
		return nil, &failure{exit: exitProblem}
	}
	return doc, nil
}

// checkSplit refuses to write two files where there is no place for two.
func (c *exportCommand) checkSplit(format export.Format) error {
	if c.output.path == "" || c.output.path == stdin || filepath.Base(c.output.path) == format.Beside {
		return c.usageError("export.split-output", "beside", format.Beside)
	}
	return nil
}

// split writes a format without the token, and the token into the file beside it.
// That comes first: the token is nowhere lost, whatever happens between the two.
func (c *exportCommand) split(ctx context.Context, format export.Format, doc *connector.Document, p product) error {
	token := doc.Config().AuthToken
	if token == "" || token == connector.TokenVariable {
		return c.problemError("export.no-token", "file", onLine(c.file))
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	if err := c.output.overwrite(p); err != nil {
		return err
	}
	beside := filepath.Join(filepath.Dir(c.output.path), format.Beside)
	data, err := c.setToken(ctx, beside, token)
	if err != nil {
		return err
	}
	if err := c.save(ctx, beside, product{data: data, secret: true}); err != nil {
		return err
	}
	return c.save(ctx, c.output.path, p)
}

// setToken is the .env file at path with the token in it. What changes in one that
// is there is shown and, unless --force was said, has to be confirmed.
func (c *exportCommand) setToken(ctx context.Context, path, token string) ([]byte, error) {
	if err := export.Check(path); err != nil {
		return nil, c.failed(err)
	}
	old, err := export.Read(path)
	exists := !errors.Is(err, fs.ErrNotExist)
	switch {
	case exists && err != nil:
		return nil, c.failed(err)
	case len(old) > jsondoc.MaxSize: // no more was read
		return nil, c.problemError("export.env-too-large", "file", onLine(path))
	}
	data, diff, err := export.SetToken(old, token)
	if err != nil {
		return nil, c.problemError("export.env-character", "file", onLine(path))
	}
	if !exists || diff == nil {
		return data, nil
	}
	fmt.Fprint(c.Err, c.putDiff(colours{}, judgement{File: path, diff: diff}))
	if c.output.force {
		return data, nil
	}
	yes, err := false, c.usageError("export.env-unasked")
	if c.file != stdin { // else standard input was read, and no answer is left in it
		yes, err = c.confirm(ctx, c.T("save.overwrite", "file", onLine(path)), "export.env-unasked")
	}
	if err == nil && !yes {
		err = c.problemError("export.declined")
	}
	return data, err
}
