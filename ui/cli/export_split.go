package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// checkSplit refuses to write two files where there is no place for two.
func (o exportOptions) checkSplit(tr i18n.Printer, format export.Format) error {
	if o.output.path == "" || o.output.path == stdin || filepath.Base(o.output.path) == format.Beside {
		return usageError(tr, "export.split-output", "beside", format.Beside)
	}
	return nil
}

// split writes a format without the token, and the token into the file beside it.
// That comes first: the token is nowhere lost, whatever happens between the two.
func (o exportOptions) split(ctx context.Context, env Env, tr i18n.Printer, format export.Format, doc *connector.Document, p product) error {
	token := doc.Config().AuthToken
	if token == "" || token == connector.TokenVariable {
		return problemError(tr, "export.no-token", "file", onLine(o.file))
	}
	ctx, stop := interruptible(ctx)
	defer stop()
	if err := o.output.overwrite(env, tr, p); err != nil {
		return err
	}
	beside := filepath.Join(filepath.Dir(o.output.path), format.Beside)
	data, err := o.setToken(ctx, env, tr, beside, token)
	if err != nil {
		return err
	}
	if err := save(ctx, env, tr, beside, product{data: data, secret: true}); err != nil {
		return err
	}
	return save(ctx, env, tr, o.output.path, p)
}

// setToken is the .env file at path with the token in it. What changes in one that
// is there is shown and, unless --force was said, has to be confirmed.
func (o exportOptions) setToken(ctx context.Context, env Env, tr i18n.Printer, path, token string) ([]byte, error) {
	if err := export.Check(path); err != nil {
		return nil, &failure{tr.Failure(err), exitProblem}
	}
	old, err := export.Read(path)
	exists := !errors.Is(err, fs.ErrNotExist)
	switch {
	case exists && err != nil:
		return nil, &failure{tr.Failure(err), exitProblem}
	case len(old) > jsondoc.MaxSize: // no more was read
		return nil, problemError(tr, "export.env-too-large", "file", onLine(path))
	}
	data, diff, err := export.SetToken(old, token)
	if err != nil {
		return nil, problemError(tr, "export.env-character", "file", onLine(path))
	}
	if !exists || diff == nil {
		return data, nil
	}
	fmt.Fprint(env.Err, putDiff(tr, paint{}, judgement{File: path, diff: diff}))
	if o.output.force {
		return data, nil
	}
	yes, err := confirm(ctx, env, tr, tr.T("save.overwrite", "file", onLine(path)), "export.env-unasked")
	if err == nil && !yes {
		err = problemError(tr, "export.declined")
	}
	return data, err
}
