package walk

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/links"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// SaveIntroKey is the key of the sentence on what becomes of the auth token in the
// format that was chosen.
func (w *Walk) SaveIntroKey() string {
	f := w.SaveFormat()
	switch {
	case f.Token && !f.NeedsToken() && w.AuthToken == connector.TokenVariable:
		return "intro.save-variable"
	case f.Beside != "":
		return "intro.save-split"
	case !f.Token:
		return "intro.save-without-token"
	}
	return "intro.save"
}

// Confirmation is what has to be asked before files are written.
type Confirmation struct {
	Question string
	Usual    bool // yes is the answer to take where nothing else is said
}

// Confirm is what has to be asked before a configuration is saved; false where
// nothing has. Another's file wants a yes that is not the usual answer, and so does
// one that Logto would refuse, that another format takes the place of, or that was
// without a secret.
func (s *Setup) Confirm(p i18n.Printer, x Saving) (Confirmation, bool) {
	w, overwrites := s.Walk, x.Overwrites()
	c := Confirmation{Usual: w.Verdict.Accepted}
	switch len(overwrites) {
	case 0:
		c.Question = p.T("save.refused", "file", s.Place(x.Path()))
	case 1:
		c.Question = p.T("save.overwrite", "file", s.Place(overwrites[0].Path))
	default:
		c.Question = p.T("save.overwrite-both", "file", s.Place(overwrites[0].Path), "beside", s.Place(overwrites[1].Path))
	}
	for _, f := range overwrites {
		own := f.Path == w.Opened && x.Format.Name == "json" || x.Format.Name == w.SavedFormat && slices.Contains(w.SavedFiles, f.Path)
		c.Usual = c.Usual && own && !f.Filled
	}
	return c, len(overwrites) > 0 || !w.Verdict.Accepted
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

// WhatNext is what is said once a configuration is saved.
type WhatNext struct {
	Done     []string // what was written and pushed
	Warnings []string // what is not as it should be with that
	Steps    []string // what is to be done in Logto
	Link     string   // the page for the last of Steps, "" where none is needed
	Repeat   string   // the command line that makes the same without questions, "" where none does
}

// WhatNext says what was done, and what comes next for what was saved.
func (s *Setup) WhatNext(p i18n.Printer) WhatNext {
	w := s.Walk
	n := WhatNext{Link: links.LogtoEnableSMS.In(string(p.Lang())), Repeat: w.repeat(s.Place)}
	if w.Pushed != "" {
		n.Done = append(n.Done, p.T("done.pushed", "host", w.Pushed))
	}
	last, left := w.LastStep.left(p)
	n.Done = append(n.Done, last...)
	for _, f := range w.SavedFiles {
		n.Done = append(n.Done, p.T("save.saved", "file", s.Place(f)))
	}
	n.Warnings = append(n.Warnings, left...)
	secret := s.Place(w.SavedFiles[len(w.SavedFiles)-1])
	if warning := p.Git(w.Git, secret); warning != "" {
		n.Warnings = append(n.Warnings, warning)
	}
	if w.SavedFormat == "json" && w.Result().Wrapped {
		n.Warnings = append(n.Warnings, p.T("save.wrapped"))
	}
	if s.Demo {
		n.Warnings = append(n.Warnings, p.T("save.demo"))
	}
	format, _ := export.FormatNamed(w.SavedFormat)
	n.Steps = strings.Split(nextText(p, w.nextKey(), format, s.Place(w.Saved()), ""), "\n")
	if w.LastStep.Used != "" { // which the last of them is about
		n.Steps[len(n.Steps)-1], n.Link = p.T("save.next.used"), ""
	}
	return n
}

// nextKey is the key of the sentences, one a line, on what comes next. Of the formats
// that are a way into Logto, nothing but the end is left after a push.
func (w *Walk) nextKey() string {
	if w.SavedFormat == "json" && w.AuthToken == connector.TokenVariable && w.Pushed == "" {
		return "save.next.variable"
	}
	switch w.SavedFormat {
	case "json", "logto-api", "curl":
		if w.Pushed != "" {
			return "save.next.pushed"
		}
	}
	return "save.next." + w.SavedFormat
}

// repeat is the command line that writes the same files. It is "" where none does:
// see export.GenerateCommand, and a file that was opened keeps what is its own.
func (w *Walk) repeat(place func(string) string) string {
	config, file := w.Config(), place(w.Saved())
	if !bytes.Equal(export.JSON(w.Result()), export.JSON(connector.NewDocument(config))) {
		return ""
	}
	if w.SavedFormat == "json" {
		if config.AuthToken == connector.TokenVariable { // generate would put the token in
			return ""
		}
		words, _ := export.GenerateCommand(config, file)
		return export.ShellLine(words)
	}
	words, ok := export.GenerateCommand(config, "")
	if !ok {
		return ""
	}
	return export.ShellLine(words) + " | " +
		export.ShellLine([]string{"logto-twilio", "export", "-", "--format", w.SavedFormat, "-o", file})
}
