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

// newExport is the command that puts a configuration into another form.
func newExport(env Env, tr i18n.Printer) *cobra.Command {
	var o exportOptions
	cmd := onFile(tr, &cobra.Command{
		Use:     "export FILE",
		Short:   tr.T("export.short"),
		Long:    tr.T("export.long", "variable", connector.TokenVariable),
		Example: tr.T("export.examples"),
	}, &o.file, func(ctx context.Context) error { return runExport(ctx, env, tr, o) })
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", tr.T("export.flag.format", "formats", formNames()))
	f.StringVar(&o.name, "name", "", tr.T("export.flag.name"))
	f.StringVar(&o.namespace, "namespace", "", tr.T("export.flag.namespace"))
	o.token.add(f, tr)
	o.output.add(f, tr)
	f.BoolVar(&o.forceInvalid, "force-invalid", false, tr.T("output.flag.force-invalid"))
	completeValues(cmd, "format", formNames()...)
	completeValues(cmd, "name")
	completeValues(cmd, "namespace")
	return cmd
}

// formNames are the values of --format.
func formNames() []string {
	var names []string
	for _, f := range export.Forms() {
		names = append(names, f.Name)
	}
	return names
}

// check refuses what does not go together, before anything is read.
func (o exportOptions) check(env Env, tr i18n.Printer) (export.Form, error) {
	form, ok := export.FormNamed(o.format)
	switch {
	case o.format == "":
		return form, usageError(tr, "export.no-format", "formats", formNames())
	case !ok:
		return form, usageError(tr, "export.format", "format", typed(o.format), "formats", formNames())
	case o.name != "" && form.Default == "":
		return form, usageError(tr, "export.name-unused", "format", form.Name)
	case o.namespace != "" && !form.Namespaced:
		return form, usageError(tr, "export.namespace-unused", "format", form.Name)
	case o.token.given() && !form.Final:
		return form, usageError(tr, "export.token-unused", "format", form.Name)
	case form.Beside != "":
		return form, o.checkSplit(tr, form)
	}
	if err := o.token.check(tr, o.file); err != nil {
		return form, err
	}
	return form, o.output.check(env, tr, form.Token)
}

// runExport puts a file into a form and writes that.
func runExport(ctx context.Context, env Env, tr i18n.Printer, o exportOptions) error {
	form, err := o.check(env, tr)
	if err != nil {
		return err
	}
	doc, from, err := o.read(env, tr, form)
	if err != nil {
		return err
	}
	data, err := form.Bytes(doc, export.FormOptions{
		Name: o.name, Namespace: o.namespace, Say: func(key string) string { return tr.T("script." + key) },
	})
	if err != nil {
		return unfit(tr, err)
	}
	if err := admit(env, tr, from, doc, o.forceInvalid); err != nil {
		return err
	}
	p := product{data: data, secret: form.Token}
	if form.Document {
		p.doc = connector.Decode(data)
	}
	if form.Beside != "" {
		return o.split(ctx, env, tr, form, doc, p)
	}
	if form.Token && doc.Config().AuthToken == connector.TokenVariable {
		tell(env, tr.T("export.variable", "file", onLine(o.file)))
	}
	return o.output.write(ctx, env, tr, p)
}

// read reads the file. Into a form that is used as it stands the token is put that
// push would use; a variable that nobody would replace is refused.
func (o exportOptions) read(env Env, tr i18n.Printer, form export.Form) (*connector.Document, source, error) {
	doc, err := readDocument(env, tr, o.file)
	if err != nil || !form.Final {
		return doc, source{file: o.file}, err
	}
	f, err := o.token.fill(env, tr, o.file, doc)
	variable := doc.Config().AuthToken == connector.TokenVariable
	if err == nil && f.lacks() && (variable || !o.forceInvalid) {
		err = usageError(tr, "export.token-missing", "file", onLine(o.file), "format", form.Name)
	}
	return f.doc, f.from, err
}

// unfit puts into words why no form could be made.
func unfit(tr i18n.Printer, err error) error {
	var option *export.OptionError
	if errors.As(err, &option) {
		return usageError(tr, "export.bad."+option.Option+"."+option.Form)
	}
	return &failure{tr.Failure(err), exitProblem}
}

// readDocument reads a configuration that forms can be made of. Of any other it
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
