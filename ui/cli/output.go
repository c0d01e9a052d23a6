package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/spf13/pflag"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/export"
)

// outputFlags say where a command puts what it made.
type outputFlags struct {
	*app
	path  string // "" and "-" are standard output
	force bool
}

// product is what a command made.
type product struct {
	data   []byte
	doc    *connector.Document // what data is, where it is a configuration
	secret bool                // the auth token is in data
}

// add declares the flags.
func (o *outputFlags) add(a *app, f *pflag.FlagSet) {
	o.app = a
	f.StringVarP(&o.path, "output", "o", "", o.T("output.flag.output"))
	f.BoolVar(&o.force, "force", false, o.T("output.flag.force"))
}

// check refuses to show a secret on a terminal, but to who asks for it by -o -.
func (o outputFlags) check(secret bool) error {
	if o.path == "" && o.Screen && secret {
		return o.usageError("output.terminal")
	}
	return nil
}

// write puts a product where the flags say.
func (o outputFlags) write(ctx context.Context, p product) error {
	if o.path == "" || o.path == stdin {
		if _, err := o.Out.Write(p.data); err != nil {
			return o.failed(err)
		}
		return nil
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	if err := o.overwrite(p); err != nil {
		return err
	}
	return o.save(ctx, o.path, p)
}

// overwrite refuses to write over a file that holds something else, and shows on a
// terminal what would change, unless --force was said.
func (o outputFlags) overwrite(p product) error {
	if err := export.Check(o.path); err != nil {
		return o.failed(err)
	}
	old, err := export.Read(o.path)
	if o.force || errors.Is(err, fs.ErrNotExist) || err == nil && bytes.Equal(old, p.data) {
		return nil
	}
	if err == nil && p.doc != nil && o.Screen {
		diff, _ := export.Diff(old, p.doc)
		fmt.Fprint(o.Err, o.putDiff(o.paint(), judgement{File: o.path, diff: diff}))
	}
	return o.problemError("output.exists", "file", onLine(o.path))
}

// save writes a file, readable by its owner alone, and warns where git would take
// the secret in it. When ctx ends before that, the file is as it was.
func (a *app) save(ctx context.Context, path string, p product) error {
	if err := export.Write(ctx, path, p.data); err != nil {
		if ctx.Err() != nil {
			return a.interrupted()
		}
		return a.failed(err)
	}
	a.tell(a.T("cli.saved", "file", onLine(path)))
	if !p.secret {
		return nil
	}
	if warning := a.Git(export.GitState(ctx, path), onLine(path)); warning != "" {
		a.tell(a.T("output.warning", "message", warning))
	}
	return nil
}

// onLine is the name of a file as it is shown.
func onLine(path string) string { return redact.Line(path, jsondoc.MaxSize) }

// admit says what is wrong with a configuration, as validate does, and refuses one
// that has an error, unless that is forced. Nothing is said of what only explains.
func (a *app) admit(from source, doc *connector.Document, force bool) error {
	refused := false
	for _, p := range doc.Problems() {
		if p.Severity != problem.Info {
			a.writeProblem(from, p)
		}
		refused = refused || p.Severity == problem.Error
	}
	if refused && !force {
		return a.problemError("output.refused")
	}
	return nil
}

// output is standard output, and remembers the first write that failed: no command
// can end well whose output was lost, whether or not it looks.
type output struct {
	to   io.Writer
	lost *export.WriteError // nil as long as all is well
}

// Write writes to standard output. The error is an *[export.WriteError].
func (o *output) Write(p []byte) (int, error) {
	n, err := o.to.Write(p)
	if err == nil {
		return n, nil
	}
	lost := export.OutputError(err)
	if o.lost == nil {
		o.lost = lost
	}
	return n, lost
}

// watch makes the app remember lost output. A terminal stays as it is: Bubble Tea asks
// the file itself for size and colours.
func (a *app) watch() *output {
	o := &output{to: a.Out}
	if !a.Screen {
		a.Out = o
	}
	return o
}

// outputFailure is the failure of a command whose output was lost, unless that is
// what it ends with anyway; nil where nothing was lost.
func (a *app) outputFailure(out *output, ended *failure) *failure {
	if out.lost == nil {
		return nil
	}
	f := a.failed(out.lost)
	if ended != nil && ended.said == f.said {
		return nil
	}
	return f
}
