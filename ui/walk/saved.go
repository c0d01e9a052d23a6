package walk

import (
	"context"

	"logto-twilio/export"
)

// SaveIntroKey is the key of the sentence on what becomes of the auth token in a form.
func SaveIntroKey(f export.Form) string {
	switch {
	case f.Beside != "":
		return "intro.save-split"
	case !f.Token:
		return "intro.save-without-token"
	}
	return "intro.save"
}

// Confirmation is what has to be asked before files are written.
type Confirmation struct {
	Key   string // of the question, with {file}
	File  string
	Usual bool // yes is the answer to take where nothing else is said
}

// Confirm is what has to be asked before a configuration is saved; false where
// nothing has. Another's file wants a yes that is not the usual answer, and so does
// one that Logto would refuse.
func (w *Walk) Confirm(s Saving) (Confirmation, bool) {
	overwrites := s.Overwrites()
	if len(overwrites) == 0 && w.Verdict.Accepted {
		return Confirmation{}, false
	}
	c := Confirmation{Key: "save.refused", File: s.Path()}
	if len(overwrites) > 0 {
		c.Key, c.File = "save.overwrite", overwrites[0].Path
	}
	c.Usual = w.Verdict.Accepted && (c.File == w.Opened || c.File == w.Saved)
	return c, true
}

// SaveTo writes the files and asks git about the one with the auth token. The error
// is that of Saving.Write; where there is none, all is written.
func (s *Setup) SaveTo(ctx context.Context, x Saving) (export.GitStatus, error) {
	if err := x.Write(ctx); err != nil {
		return "", err
	}
	if secret := x.Secret(); secret != "" {
		return s.GitState(ctx, secret), nil
	}
	return "", nil
}

// SavedWarnings are the keys of the sentences about what is not as it should be
// with what was saved.
func (s *Setup) SavedWarnings() []string {
	var keys []string
	if s.Walk.Git.Exposed() {
		keys = append(keys, "save.git")
	}
	if d := s.Walk.Document; d != nil && d.Wrapped && s.Walk.SavedForm == "json" {
		keys = append(keys, "save.wrapped")
	}
	if s.Demo {
		keys = append(keys, "save.demo")
	}
	return keys
}
