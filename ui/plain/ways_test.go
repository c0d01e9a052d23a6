package plain

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// Help names what is typed here, and no key of the wizard.
func TestHelpNamesAnswers(t *testing.T) {
	key := regexp.MustCompile(`(?i)[(（][a-z][)）]|\b(press|esc|space|tab)\b|按 [a-z]\b`)
	for _, tr := range []i18n.Printer{english, chinese} {
		for _, at := range walk.Steps() {
			o, _ := setup(t, tr.Lang())
			var out strings.Builder
			o.Out = &out
			s := &session{Options: o, tr: tr}
			s.Walk.Reach(at)
			s.help()
			if found := key.FindString(out.String()); found != "" {
				t.Errorf("%s: %q\n%s", at.Key(), found, out.String())
			}
		}
		o, _ := setup(t, tr.Lang())
		signedIn(&o)
		create := tr.T("key.create")
		r := answers(t, o, "", "", "", "?", create)
		r.says(t, tr.T("plain.answer", "label", create), tr.T("plain.answer", "label", tr.T("plain.numbers")), tr.T("title.new-service"))
	}
}

// Before the first question there is none, whichever it is; nothing is ended.
func TestBackAtTheFirstQuestion(t *testing.T) {
	o, _ := setup(t, i18n.English)
	r := answers(t, o, append([]string{"<", "open", "<", "<"}, straight...)...)
	if r.err != nil || strings.Contains(r.out, english.T("quit.title")) {
		t.Errorf("%v\n%s", r.err, r.out)
	}
	if n := strings.Count(squeeze(r.out), squeeze(english.T("plain.first"))); n != 2 {
		t.Errorf("said %d times that it is the first:\n%s", n, r.out)
	}
	o, _ = setup(t, i18n.English)
	path := write(t, o, "troubled.json", troubled)
	opened, err := walk.ReadFile(o.Read, path)
	if err != nil {
		t.Fatal(err)
	}
	o.OpenFile(opened)
	r = answers(t, o, "<", "steps")
	r.says(t, english.T("plain.first"))
	if strings.Count(squeeze(r.out), squeeze(english.T("start.opened", "file", path))) != 2 {
		t.Errorf("the question was not put again:\n%s", r.out)
	}
	o, _ = setup(t, i18n.English)
	o.Walk.Unopened = &walk.Unopened{Path: "secret.json", Err: os.ErrPermission}
	r = answers(t, o, "<", "<")
	r.says(t, english.T("start.ask"), english.T("plain.first"))
}

// Another form is asked for, and the file, before anything is written again.
func TestAnotherForm(t *testing.T) {
	forms := export.Formats()
	env := slices.IndexFunc(forms, func(f export.Format) bool { return f.Name == "env" })
	for _, again := range []string{"save it", "<"} {
		o, _ := setup(t, i18n.English)
		r := answers(t, o, append(straight[:len(straight)-1:len(straight)-1], again, english.T("format.env"), "mine.env", "finish")...)
		if r.err != nil {
			t.Fatalf("%v\n%s", r.err, r.out)
		}
		if _, err := os.Stat(filepath.Join(o.Dir, "mine.env")); err != nil || o.Walk.SavedFormat != forms[env].Name {
			t.Errorf("%v, saved as %s", err, o.Walk.SavedFormat)
		}
		if n := strings.Count(r.out, english.T("save.saved.title")+"\n"); n != 2 {
			t.Errorf("saved %d times:\n%s", n, r.out)
		}
	}
}

// The end of the input after the file is the end, and before it is said to be none.
func TestEndOfInputIsSaid(t *testing.T) {
	before := straight[: len(straight)-1 : len(straight)-1]
	for _, more := range [][]string{nil, {"push"}, {"save it"}, {"<", "<"}} {
		o, _ := setup(t, i18n.English)
		r := answers(t, o, append(before, more...)...)
		if r.err != nil || o.Drafts.(*memory).kept != nil {
			t.Errorf("%q: %v", more, r.err)
		}
		r.says(t, english.T("plain.finished", "file", o.Place(o.Walk.Saved())))
	}
	o, _ := setup(t, i18n.English)
	r := answers(t, o, before[:5]...)
	if !errors.Is(r.err, ErrLeft) || o.Drafts.(*memory).kept == nil {
		t.Errorf("%v\n%s", r.err, r.out)
	}
	r.says(t, english.T("plain.left"))
}
