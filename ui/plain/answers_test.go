package plain

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// A wrong answer is said to be one, and the question is put again.
func TestWrongAnswers(t *testing.T) {
	o, _ := setup(t, i18n.English)
	r := answers(t, o,
		"9", "x", "", // the beginning
		"", "SK"+strings.Repeat("0", 32), twiliosim.DemoAccountSID,
		"", twiliosim.DemoServiceSID, twiliosim.DemoAuthToken,
		"branch", "62", "/no such service", "/logto ver", "1",
		"", "",
		"12", arriving, "nothing", "4", "maybe", "n",
		"9", "json", "")
	if r.err != nil {
		t.Fatalf("%v\n%s", r.err, r.out)
	}
	r.says(t, english.T("plain.none", "of", 2), english.T("plain.no-match"), english.T("plain.none", "of", 61),
		english.T("plain.several", "numbers", []int{9, 10, 11, 12, 13, 14, 15, 16, 17, 18}),
		"Auth Token holds the SID of a messaging service", "Account SID holds the SID of an API key")
}

func TestLongLists(t *testing.T) {
	o, _ := setup(t, i18n.Chinese)
	signedIn(&o)
	o.Size = func() (int, int) { return 80, 14 }
	r := answers(t, o, "", "", "", "更多", "more", "/branch 4", "/", "49")
	r.says(t, chinese.T("plain.page", "from", 1, "to", 6, "of", 57), chinese.T("plain.page", "from", 7, "to", 12, "of", 57), chinese.T("plain.page", "from", 13, "to", 18, "of", 57))
	if !errors.Is(r.err, ErrLeft) || o.Walk.ServiceSID == twiliosim.DemoServiceSID || o.Walk.Step != walk.Templates {
		t.Errorf("%v at %s with %s", r.err, o.Walk.Step.Key(), o.Walk.ServiceSID)
	}
}

func TestFind(t *testing.T) {
	l := &list{rows: []row{{label: "Register, 1 segment"}, {label: "SignIn"}, {label: "+1 206"}, {label: "修改凭据"}, {label: "Error: Staging: no sender", name: "Staging"}}, more: []row{{label: "type a SID"}, {label: "继续（下一步）"}}}
	for given, want := range map[string]int{
		"1": 0, "6": 5, "7": 6, "8": -1, "stag": 4, "error": 4, "0": -1, "-1": -1, "+1": 2, "206": 2, "s": -1, "a": 5, "Signin": 1, "signin": 1, "SIGNIN": 1, "SignIn": 1, "seg": 0, "sid": 5, "修改": 3, "下一": 6, "继": 6, "x": -1,
	} {
		o, _ := setup(t, i18n.English)
		o.Out = &bytes.Buffer{}
		s := &session{Options: o, tr: english}
		if got := s.find(l, given); got != want {
			t.Errorf("%s is %d, want %d", given, got, want)
		}
	}
}

func TestTexts(t *testing.T) {
	o, _ := setup(t, i18n.English)
	signedIn(&o)
	o.Walk.ServiceSID = twiliosim.DemoServiceSID
	r := answers(t, o, "", "", "", "",
		"signin", "one", `Code:\n{{code}} C:\\n`, "", // in one line
		"register", "several", "  First", "   <", "", "{{code}} ", ".", "leave", // in several
		"generic", "one", "Your code is “{{code}", "default", "", // a mistake, taken back
		"test", "remove",
		"second", "second", "second", // a use on, off, on
		"language", "<")
	w := o.Walk
	if !errors.Is(r.err, ErrLeft) || w.Step != walk.Sender {
		t.Fatalf("%v at %s\n%s", r.err, w.Step.Key(), r.out)
	}
	want := []connector.Template{
		{UsageType: connector.Register, Content: "  First\n   <\n\n{{code}} "},
		{UsageType: connector.SignIn, Content: "Code:\n{{code}} C:\\n"},
		{UsageType: connector.ForgotPassword, Content: connector.DefaultText(connector.ForgotPassword, connector.Chinese)},
		{UsageType: connector.Generic, Content: connector.DefaultText(connector.Generic, connector.Chinese)},
	}
	for i, x := range want {
		x.Source = w.Templates[i].Source
		if w.Templates[i] != x {
			t.Errorf("the text is %+v, want %+v", w.Templates[i], x)
		}
	}
	r.says(t, "UCS-2", english.T("editor.preview"), "000000 C:\\n")
}

func TestEscapedTexts(t *testing.T) {
	for _, text := range []string{"", "a", "a\nb", `a\nb`, `\`, `\\`, "\\\n\\n", "验证码\n{{code}}"} {
		if got := unescaped(escaped(text)); got != text || strings.Contains(escaped(text), "\n") {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

// write puts a file into the folder of a walk.
func write(t *testing.T, o Options, name, text string) string {
	t.Helper()
	path := filepath.Join(o.Dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// troubled is a configuration with problems of every step.
const troubled = `{"accountSID": "` + twiliosim.DemoAccountSID + `", "authToken": "` + twiliosim.DemoAuthToken + `",
 "fromMessagingServiceSID": "` + twiliosim.NoSenderServiceSID + `", "surplus": "\u001b[31m\u202e",
 "templates": [{"content": "Your code", "usageType": "SignIn"}, {"content": "{{code}}", "usageType": "Signin"}]}`

// A file is opened after one that is none, and Review leads to what mends it and back.
func TestOpeningAndMending(t *testing.T) {
	o, _ := setup(t, i18n.English)
	path := write(t, o, "troubled.json", troubled)
	broken := write(t, o, "broken.json", "{\n  \"a\": }")
	r := answers(t, o, "open", filepath.Join(o.Dir, "none.json"), broken, path,
		"review",
		"4", "", "one", "{{code}} it is", "", "", // to the first text, changed, back to the review
		"show", "<")
	if !errors.Is(r.err, ErrLeft) || o.Walk.Step != walk.Test && o.Walk.Step != walk.Templates {
		t.Errorf("%v at %s\n%s", r.err, o.Walk.Step.Key(), r.out)
	}
	if unrefused := "(Enter: " + walk.DefaultTarget + ")"; strings.Count(squeeze(r.out), squeeze(unrefused)) != 3 {
		t.Errorf("a file that was refused is the usual answer:\n%s", r.out)
	}
	r.says(t, english.T("start.place", "line", 2, "column", 8), english.T("review.file-refused", "version", connector.Latest().To),
		redact.Mask, `"usageType": "Signin"`)
	if !strings.Contains(r.out, string(export.Masked(o.Walk.Result()))) {
		t.Errorf("the JSON is not shown as it is:\n%s", r.out)
	}
	if strings.Count(r.out, "Step 5 of 7") != 2 {
		t.Errorf("the review was not come back to:\n%s", r.out)
	}
}

// What Logto would refuse, and what is there, is written after a yes alone.
func TestSaveAsks(t *testing.T) {
	o, _ := setup(t, i18n.English)
	other := write(t, o, "other.json", `{"accountSID": "AC00"}`)
	signedIn(&o)
	o.Walk.ServiceSID = twiliosim.DemoServiceSID
	o.Walk.Target = other
	toSave := []string{"", "", "", "", "", "", ""}
	r := answers(t, o, append(toSave, "", "", "", "", "y", "")...) // the file, no, the file, yes
	if r.err != nil {
		t.Fatalf("%v\n%s", r.err, r.out)
	}
	r.says(t, english.T("save.overwrite", "file", "other.json"), english.T("save.no"), "removed:", "added:")
	if d := connector.Decode(saved(t, o)); !connector.Latest().Accepts(d) {
		t.Errorf("saved\n%s", saved(t, o))
	}
}

// A place that cannot be written to is said, and another asked for.
func TestSaveElsewhere(t *testing.T) {
	o, _ := setup(t, i18n.English)
	signedIn(&o)
	meant := o.Walk.Target
	r := answers(t, o, "", "", "", "", "", "", "", "", filepath.Join(o.Dir, "no folder", "x.json"), o.Dir, "~/x.json", "")
	if r.err != nil {
		t.Fatalf("%v\n%s", r.err, r.out)
	}
	if _, err := os.Stat(filepath.Join(o.Home, "x.json")); err != nil {
		t.Error(err)
	}
	if n := strings.Count(squeeze(r.out), squeeze("(Enter: "+meant+")")); n != 3 {
		t.Errorf("the file that is meant was offered %d times:\n%s", n, r.out)
	}
}

// Every form is written as the wizard writes it.
func TestForms(t *testing.T) {
	for i, f := range export.Formats() {
		o, _ := setup(t, i18n.English)
		signedIn(&o)
		path := filepath.Join(o.Dir, f.File)
		r := answers(t, o, "", "", "", "", "", "", "", fmt.Sprint(i+1), path, "")
		if _, err := os.Stat(path); err != nil || r.err != nil {
			t.Errorf("%s: %v %v\n%s", f.Name, err, r.err, r.out)
		}
	}
}

// A draft is resumed, by way of the token, which it does not hold.
func TestResume(t *testing.T) {
	first := walk.New(connector.English)
	first.SetCredentials(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
	first.ServiceSID = twiliosim.DemoServiceSID
	first.SetContent(0, "Mine: {{code}}")
	first.Reach(walk.Review)
	o, _ := setup(t, i18n.English)
	a := first.Answers
	a.AuthToken, a.Target = "", filepath.Join(o.Dir, "mine.json")
	o.Drafts = &memory{stored: map[string]walk.Answers{"2": a}}
	o.Walk.Abandoned = []draft.Info{{Path: "1", Target: "gone.json"}, {Path: "2", Target: "mine.json"}}
	r := answers(t, o, "2", "3", "", twiliosim.DemoAuthToken, "", "", "", "", "")
	if r.err != nil || o.Walk.Saved() != a.Target {
		t.Fatalf("%v, saved to %q\n%s", r.err, o.Walk.Saved(), r.out)
	}
	r.says(t, "it is gone", "Step 5 of 7")
}

// Quitting at the beginning asks what becomes of the answers.
func TestQuitting(t *testing.T) {
	for answer, want := range map[string]struct {
		left, kept bool
	}{"stay": {false, true}, "<": {false, true}, "": {false, true}, "leave, keep": {true, true}, "leave, discard": {true, false}} {
		o, _ := setup(t, i18n.English)
		signedIn(&o)
		o.Walk.ServiceSID = twiliosim.DemoServiceSID
		r := answers(t, o, "<", answer)
		if got := strings.Count(r.out, "Step 1 of 7") == 1; got != want.left || !errors.Is(r.err, ErrLeft) {
			t.Errorf("%q: left at once %t, %v", answer, got, r.err)
		}
		if kept := o.Drafts.(*memory).kept != nil; kept != want.kept {
			t.Errorf("%q: a draft is kept: %t", answer, kept)
		}
	}
}

// The demo's account that has nothing, and no draft.
func TestDemo(t *testing.T) {
	o, sim := setup(t, i18n.Chinese)
	signedIn(&o)
	o.Demo, o.Drafts, o.DemoEmptySID, o.DemoEmptyNumber = true, nil, twiliosim.EmptyAccountSID, "+447700900123"
	r := answers(t, o, "2", "", "", "", "", "", "united k", "2", "", "是", "", "", "", "", "", "是", "", "", "")
	if r.err != nil || o.Walk.AccountSID != twiliosim.EmptyAccountSID {
		t.Fatalf("%v\n%s", r.err, r.out)
	}
	if len(sim.Sent()) != 1 {
		t.Errorf("%d messages were sent", len(sim.Sent()))
	}
	if strings.Count(r.out, chinese.T("frame.demo-about")) != len(walk.Steps()) {
		t.Errorf("not every step says that it is a demo:\n%s", r.out)
	}
}
