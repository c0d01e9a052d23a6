package plain

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// saving is what was found at the place to save to.
type saving struct {
	path   string
	data   []byte
	exists bool
	same   bool // it holds data already
	diff   []export.DiffLine
	token  bool // the token would change
}

// save asks where the file goes, says what would change in one that is there,
// writes it, and says what comes next in Logto.
func (s *session) save() (move, error) {
	s.heading("save")
	for {
		if !s.Walk.Verdict.Accepted {
			s.sayStatus(warns, i18n.Said{Message: s.tr.T("save.not-accepted")})
		}
		if err := s.answer(walk.Target); err != nil {
			return move{}, err
		}
		doc, path := s.Walk.Result(), s.Expand(s.Walk.Target)
		r, err := call(s, s.tr.T("save.looking"), func(context.Context) (saving, error) { return look(s.Read, doc, path) })
		switch {
		case err != nil:
			return move{}, err
		case r.err != nil:
			s.sayFailure(r.err)
			continue
		}
		yes, err := s.askToSave(r.value)
		if isBack, err := back(err); err != nil {
			return move{}, err
		} else if isBack || !yes {
			continue
		}
		if done, err := s.write(r.value); done || err != nil {
			return move{}, err
		}
	}
}

// look looks at the place, before anything is written.
func look(read func(string) ([]byte, error), doc *connector.Document, path string) (saving, error) {
	x := saving{path: path, data: export.JSON(doc)}
	if err := export.Check(path); err != nil {
		return x, err
	}
	old, err := read(path)
	if errors.Is(err, fs.ErrNotExist) {
		return x, nil
	}
	if err != nil {
		return x, err
	}
	x.exists, x.same = true, bytes.Equal(old, x.data)
	x.diff, x.token = export.Diff(old, doc)
	return x, nil
}

// askToSave asks where a file would be changed, or Logto would refuse it. Another's
// file wants a yes that is not the usual answer.
func (s *session) askToSave(x saving) (bool, error) {
	accepted := s.Walk.Verdict.Accepted
	if (!x.exists || x.same) && accepted {
		return true, nil
	}
	question := "save.refused"
	if x.exists && !x.same {
		question = "save.overwrite"
		s.say("", s.tr.T("save.changes", "file", x.path))
		if x.token {
			s.sayStatus(warns, i18n.Said{Message: s.tr.T("save.token-changed")})
		}
		s.sayDiff(x.diff)
	}
	own := x.path == s.Walk.Opened || x.path == s.Walk.Saved
	return s.confirm(s.tr.T(question, "file", x.path), "", s.tr.T("save.yes"), s.tr.T("save.no"), own && accepted)
}

// sayDiff says what would change, in words and not by signs.
func (s *session) sayDiff(diff []export.DiffLine) {
	for _, l := range diff {
		switch l.Kind {
		case export.Added:
			s.sayWhole(s.tr.T("plain.added", "line", l.Text))
		case export.Removed:
			s.sayWhole(s.tr.T("plain.removed", "line", l.Text))
		case export.Changed:
			s.sayWhole(l.Text + " " + s.tr.T("save.changed"))
		case export.Skipped:
			s.say(s.tr.T("save.skipped", "n", l.Count))
		default:
			s.sayWhole(l.Text)
		}
	}
}

// write writes the file; false where that failed, which is said.
func (s *session) write(x saving) (done bool, err error) {
	r, err := call(s, s.tr.T("save.writing"), func(ctx context.Context) (export.GitStatus, error) {
		if err := export.Write(ctx, x.path, x.data); err != nil {
			return "", err
		}
		return s.GitState(ctx, x.path), nil
	})
	switch {
	case err != nil && r.err == nil: // it was written all the same
	case err != nil:
		return false, err
	case r.err != nil:
		s.sayFailure(r.err)
		return false, nil
	}
	s.Walk.MarkSaved(x.path)
	s.Walk.Git = r.value
	s.forgetDraft()
	s.whatNext()
	return true, nil
}

// whatNext says what to do with the file.
func (s *session) whatNext() {
	s.say("", s.tr.T("save.saved.title"))
	s.sayStatus(fine, i18n.Said{Message: s.tr.T("save.saved", "file", s.Walk.Saved)})
	for _, warning := range []struct {
		holds bool
		key   string
	}{
		{s.Walk.Git.Exposed(), "save.git"},
		{s.Walk.Document != nil && s.Walk.Document.Wrapped, "save.wrapped"},
		{s.Demo, "save.demo"},
	} {
		if warning.holds {
			s.sayStatus(warns, i18n.Said{Message: s.tr.T(warning.key)})
		}
	}
	s.say("", s.tr.T("save.next"))
	for i, line := range strings.Split(s.tr.T("save.next.steps"), "\n") {
		s.sayRow(i, row{label: line})
	}
	s.sayWhole(walk.LogtoEnableSMS(string(s.tr.Lang())))
}
