package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/pflag"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// outputFlags say where a command puts what it made.
type outputFlags struct {
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
func (o *outputFlags) add(f *pflag.FlagSet, tr i18n.Printer) {
	f.StringVarP(&o.path, "output", "o", "", tr.T("output.flag.output"))
	f.BoolVar(&o.force, "force", false, tr.T("output.flag.force"))
}

// check refuses to show a secret on a terminal, but to who asks for it by -o -.
func (o outputFlags) check(env Env, tr i18n.Printer, secret bool) error {
	if o.path == "" && env.Screen && secret {
		return usageError(tr, "output.terminal")
	}
	return nil
}

// write puts a product where the flags say.
func (o outputFlags) write(ctx context.Context, env Env, tr i18n.Printer, p product) error {
	if o.path == "" || o.path == stdin {
		if _, err := env.Out.Write(p.data); err != nil {
			return &failure{tr.Failure(err), exitProblem}
		}
		return nil
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	if err := o.overwrite(env, tr, p); err != nil {
		return err
	}
	return save(ctx, env, tr, o.path, p)
}

// overwrite refuses to write over a file that holds something else, and shows on a
// terminal what would change, unless --force was said.
func (o outputFlags) overwrite(env Env, tr i18n.Printer, p product) error {
	if err := export.Check(o.path); err != nil {
		return &failure{tr.Failure(err), exitProblem}
	}
	old, err := export.Read(o.path)
	if o.force || errors.Is(err, fs.ErrNotExist) || err == nil && bytes.Equal(old, p.data) {
		return nil
	}
	if err == nil && p.doc != nil && env.Screen {
		diff, _ := export.Diff(old, p.doc)
		fmt.Fprint(env.Err, putDiff(tr, paintFor(env), judgement{File: o.path, diff: diff}))
	}
	return problemError(tr, "output.exists", "file", onLine(o.path))
}

// save writes a file, readable by its owner alone, and warns where git would take
// the secret in it. When ctx ends before that, the file is as it was.
func save(ctx context.Context, env Env, tr i18n.Printer, path string, p product) error {
	if err := export.Write(ctx, path, p.data); err != nil {
		if ctx.Err() != nil {
			return interrupted(tr)
		}
		return &failure{tr.Failure(err), exitProblem}
	}
	tell(env, tr.T("cli.saved", "file", onLine(path)))
	if !p.secret {
		return nil
	}
	if warning := tr.Git(export.GitState(ctx, path), onLine(path)); warning != "" {
		tell(env, tr.T("output.warning", "message", warning))
	}
	return nil
}

// onLine is the name of a file as it is shown.
func onLine(path string) string { return redact.Line(path, jsondoc.MaxSize) }

// admit says what is wrong with a configuration, as validate does, and refuses one
// that has an error, unless that is forced. Nothing is said of what only explains.
func admit(env Env, tr i18n.Printer, from source, doc *connector.Document, force bool) error {
	refused := false
	for _, p := range doc.Problems() {
		if p.Severity != problem.Info {
			writeProblem(env, tr, from, p)
		}
		refused = refused || p.Severity == problem.Error
	}
	if refused && !force {
		return problemError(tr, "output.refused")
	}
	return nil
}
