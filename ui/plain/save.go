package plain

import (
	"context"

	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// save asks where the configuration goes and in which form, says what would change
// in a file that is there, writes it, and says what comes next in Logto.
func (s *session) save() (move, error) {
	s.say(s.tr.T("title.save"))
	if !s.Walk.Verdict.Accepted {
		s.sayStatus(warns, i18n.Message{Message: s.tr.T("save.not-accepted")})
	}
	for {
		if err := sequence(s.askForm, s.askTarget, s.write); err != nil {
			return move{}, err
		}
		if isBack, err := back(s.theEnd()); !isBack {
			return move{}, err
		}
	}
}

// askForm asks for the form.
func (s *session) askForm() error {
	l := &list{label: s.tr.T("save.format")}
	for i, f := range export.Formats() {
		name := s.tr.T("format." + f.Name)
		l.rows = append(l.rows, row{label: s.tr.T("plain.in", "place", name, "what", s.tr.T("format."+f.Name+".about")), name: name})
		if f.Name == s.Walk.SaveFormat().Name {
			l.usual = i
		}
	}
	i, err := s.pick(l)
	if err == nil {
		s.Walk.ChooseFormat(export.Formats()[i].Name)
	}
	return err
}

// askTarget asks for the file.
func (s *session) askTarget() error {
	s.target = s.Walk.Target
	s.say("", s.tr.T(s.Walk.SaveIntroKey()))
	return s.answer(walk.Target)
}

// write looks at the place, asks where a file would be changed, and writes. What
// does not work is said, and leads back to the file.
func (s *session) write() error {
	form := s.Walk.SaveFormat()
	doc, path := s.Document(form), s.Expand(s.Walk.Target)
	r, err := call(s, s.tr.T("save.looking"), func(context.Context) (walk.Saving, error) {
		return walk.Prepare(form, doc, path, s.Read, func(key string) string { return s.tr.T("script." + key) })
	})
	switch {
	case err != nil:
		return err
	case r.err != nil:
		return s.refused(r.err)
	}
	if c, ask := s.Confirm(s.tr, r.value); ask {
		s.sayChanges(r.value)
		yes, err := s.confirm(c.Question, "", s.tr.T("save.yes"), s.tr.T("save.no"), c.Usual)
		if err != nil {
			return err
		}
		if !yes {
			return errBack
		}
	}
	w, err := call(s, s.tr.T("save.writing"), func(ctx context.Context) (export.GitStatus, error) { return s.SaveTo(ctx, r.value) })
	switch {
	case w.err == nil: // it is written, whatever ended meanwhile
	case err != nil:
		return err
	default:
		return s.refused(w.err)
	}
	s.Walk.MarkSaved(w.value, r.value.Paths()...)
	s.forgetDraft()
	s.whatNext()
	return nil
}

// refused says why a file was not written, and leads back to the question, with the
// usual answer that it had.
func (s *session) refused(err error) error {
	s.sayFailure(err)
	s.Walk.SetTarget(s.target)
	return errBack
}

// sayChanges says what would change in files that are there.
func (s *session) sayChanges(x walk.Saving) {
	for _, f := range x.Overwrites() {
		s.say("", s.tr.T("save.changes", "file", s.Place(f.Path)))
		if key := f.TokenKey(); key != "" {
			s.sayStatus(warns, i18n.Message{Message: s.tr.T(key)})
		}
		if f.Diff == nil {
			s.say(s.tr.T("save.replaced", "file", s.Place(f.Path)))
		}
		for _, l := range f.Diff {
			s.sayChange(l)
		}
	}
}

// sayChange says a line of a difference, in words and not by signs.
func (s *session) sayChange(l export.DiffLine) {
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

// whatNext says what to do with what was saved.
func (s *session) whatNext() {
	next := s.WhatNext(s.tr)
	s.say("", s.tr.T("save.saved.title"))
	for _, what := range next.Done {
		s.sayStatus(fine, i18n.Message{Message: what})
	}
	for _, warning := range next.Warnings {
		s.sayStatus(warns, i18n.Message{Message: warning})
	}
	s.say("", s.tr.T("save.next"))
	for i, step := range next.Steps {
		s.sayRow(i, row{label: step})
	}
	if next.Link != "" {
		s.sayWhole(next.Link)
	}
	if next.Repeat != "" {
		s.say("", s.tr.T("done.generate"))
		s.sayWhole(next.Repeat)
	}
}
