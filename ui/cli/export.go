package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// exportOptions are what the command line says.
type exportOptions struct {
	file            string
	format          string
	name, namespace string
	token           tokenFlags
	forceInvalid    bool
	output          outputFlags
}

// newExport is the command that puts a configuration into another format.
func newExport(env Env, tr i18n.Printer) *cobra.Command {
	var o exportOptions
	cmd := onFile(tr, &cobra.Command{
		Use:     "export FILE",
		Short:   tr.T("export.short"),
		Long:    tr.T("export.long", "variable", connector.TokenVariable),
		Example: tr.T("export.examples"),
	}, &o.file, func(ctx context.Context) error { return runExport(ctx, env, tr, o) })
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", tr.T("export.flag.format", "formats", formatNames()))
	f.StringVar(&o.name, "name", "", tr.T("export.flag.name"))
	f.StringVar(&o.namespace, "namespace", "", tr.T("export.flag.namespace"))
	o.token.add(f, tr)
	o.output.add(f, tr)
	f.BoolVar(&o.forceInvalid, "force-invalid", false, tr.T("output.flag.force-invalid"))
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
func (o exportOptions) check(env Env, tr i18n.Printer) (export.Format, error) {
	format, ok := export.FormatNamed(o.format)
	switch {
	case o.format == "":
		return format, usageError(tr, "export.no-format", "formats", formatNames())
	case !ok:
		return format, usageError(tr, "export.format", "format", typed(o.format), "formats", formatNames())
	case o.name != "" && format.Default == "":
		return format, usageError(tr, "export.name-unused", "format", format.Name)
	case o.namespace != "" && !format.Namespaced:
		return format, usageError(tr, "export.namespace-unused", "format", format.Name)
	case o.token.given() && !format.Final:
		return format, usageError(tr, "export.token-unused", "format", format.Name)
	case format.Beside != "":
		return format, o.checkSplit(tr, format)
	}
	if err := o.token.check(tr, o.file); err != nil {
		return format, err
	}
	return format, o.output.check(env, tr, format.Token)
}

// runExport puts a file into a format and writes that.
func runExport(ctx context.Context, env Env, tr i18n.Printer, o exportOptions) error {
	format, err := o.check(env, tr)
	if err != nil {
		return err
	}
	doc, from, err := o.read(env, tr, format)
	if err != nil {
		return err
	}
	data, err := format.Bytes(doc, export.FormatOptions{
		Name: o.name, Namespace: o.namespace, Say: func(key string) string { return tr.T("script." + key) },
	})
	if err != nil {
		return unfit(tr, err)
	}
	if err := admit(env, tr, from, doc, o.forceInvalid); err != nil {
		return err
	}
	p := product{data: data, secret: format.Token}
	if format.Document {
		p.doc = connector.Decode(data)
	}
	if format.Beside != "" {
		return o.split(ctx, env, tr, format, doc, p)
	}
	if format.Token && doc.Config().AuthToken == connector.TokenVariable {
		tell(env, tr.T("export.variable", "file", onLine(o.file)))
	}
	return o.output.write(ctx, env, tr, p)
}

// read reads the file. Into a format that is used as it stands the token is put that
// push would use; a variable that nobody would replace is refused.
func (o exportOptions) read(env Env, tr i18n.Printer, format export.Format) (*connector.Document, source, error) {
	doc, err := readDocument(env, tr, o.file)
	if err != nil || !format.Final {
		return doc, source{file: o.file}, err
	}
	f, err := o.token.fill(env, tr, o.file, doc)
	variable := doc.Config().AuthToken == connector.TokenVariable
	if err == nil && f.lacks() && (variable || !o.forceInvalid) {
		err = usageError(tr, "export.token-missing", "file", onLine(o.file), "format", format.Name)
	}
	return f.doc, f.from, err
}

// unfit puts into words why no format could be made.
func unfit(tr i18n.Printer, err error) error {
	var option *export.OptionError
	if errors.As(err, &option) {
		return usageError(tr, "export.bad."+option.Option+"."+option.Format)
	}
	return &failure{tr.Failure(err), exitProblem}
}

// readDocument reads a configuration that formats can be made of. Of any other it
// says what is wrong with it.
func readDocument(env Env, tr i18n.Printer, file string) (*connector.Document, error) {
	data, err := readInput(env, file)
	if err != nil {
		return nil, &failure{tr.Failure(err), exitProblem}
	}
	doc := connector.Decode(data)
	if !doc.Root.Is(jsondoc.Object) {
		for _, p := range doc.Problems() {
			writeProblem(env, tr, source{file: file}, p)
		}
		return nil, &failure{code: exitProblem}
	}
	return doc, nil
}
