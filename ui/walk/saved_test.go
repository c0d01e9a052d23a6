package walk

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/redact"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

var english = i18n.In(i18n.English)

// saved is a walk that was saved in a format, in a folder of its own.
func saved(t *testing.T, format string) *Setup {
	t.Helper()
	s := &Setup{Walk: complete(), Dir: t.TempDir()}
	s.Walk.ChooseFormat(format)
	x := prepared(t, s)
	if err := x.Write(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.Walk.MarkSaved("", x.Paths()...)
	return s
}

func prepared(t *testing.T, s *Setup) Saving {
	t.Helper()
	x, err := Prepare(s.Walk.SaveFormat(), s.Walk.Result(), filepath.Join(s.Dir, s.Walk.SaveFormat().File), export.Read, say)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// Every file is named before it is written over, and only one's own lets yes be
// the usual answer.
func TestConfirm(t *testing.T) {
	s := saved(t, "split")
	s.Walk.Verdict.Accepted = true
	if c, asks := s.Confirm(english, prepared(t, s)); asks {
		t.Errorf("asks without a change: %+v", c)
	}
	s.Walk.SetContent(0, "Another {{code}}")
	s.Walk.AuthToken = strings.Repeat("d", 32)
	both := english.T("save.overwrite-both", "file", "connector.json", "beside", ".env")
	for name, c := range map[string]struct {
		change func()
		want   Confirmation
	}{
		"its own":            {func() {}, Confirmation{both, true}},
		"not accepted":       {func() { s.Walk.Verdict.Accepted = false }, Confirmation{both, false}},
		"one is another's":   {func() { s.Walk.SavedFiles = s.Walk.SavedFiles[:1] }, Confirmation{both, false}},
		"both are another's": {func() { s.Walk.SavedFiles = nil }, Confirmation{both, false}},
	} {
		files, accepted := s.Walk.SavedFiles, s.Walk.Verdict.Accepted
		c.change()
		if got, asks := s.Confirm(english, prepared(t, s)); !asks || got != c.want {
			t.Errorf("%s: %t, %+v", name, asks, got)
		}
		s.Walk.SavedFiles, s.Walk.Verdict.Accepted = files, accepted
	}
	s = &Setup{Walk: complete(), Dir: t.TempDir()}
	if got, asks := s.Confirm(english, prepared(t, s)); !asks || got != (Confirmation{english.T("save.refused", "file", "connector.json"), false}) {
		t.Errorf("refused by Logto: %t, %+v", asks, got)
	}
}

// A push ends what is to be done for the formats that are a way into Logto, and not
// for the others.
func TestWhatNext(t *testing.T) {
	for _, format := range export.Formats() {
		s := saved(t, format.Name)
		before := s.WhatNext(english)
		s.Walk.NotePush("t.logto.app", logto.Plan{}, logto.Result{Outcome: logto.Pushed})
		after := s.WhatNext(english)
		ends := format.Name == "json" || format.Name == "logto-api" || format.Name == "curl"
		if (len(after.Steps) < len(before.Steps)) != ends {
			t.Errorf("%s: before a push %q, after it %q", format.Name, before.Steps, after.Steps)
		}
		if len(before.Done) != len(s.Walk.SavedFiles) || len(after.Done) != len(before.Done)+1 || after.Done[0] != english.T("done.pushed", "host", "t.logto.app") {
			t.Errorf("%s: before a push %q, after it %q", format.Name, before.Done, after.Done)
		}
		if !strings.HasSuffix(after.Repeat, " -o "+format.File) || strings.Contains(after.Repeat, s.Walk.AuthToken) {
			t.Errorf("%s: %s", format.Name, after.Repeat)
		}
	}
}

func TestWarningsNameTheFileWithTheToken(t *testing.T) {
	s := saved(t, "split")
	for state, want := range map[export.GitStatus][]string{
		export.GitNotIgnored: {english.Git(export.GitNotIgnored, ".env")}, export.GitTracked: {english.Git(export.GitTracked, ".env")},
		export.GitIgnored: nil, export.GitNoRepo: nil, export.GitUnknown: {english.Git(export.GitUnknown, ".env")},
	} {
		s.Walk.Git = state
		if got := s.WhatNext(english).Warnings; !slices.Equal(got, want) {
			t.Errorf("%s: %q", state, got)
		}
	}
}

// What a file has that no flag says is not made again, so no line claims it.
func TestNoLineForAFileWithMore(t *testing.T) {
	s := saved(t, "json")
	data, err := os.ReadFile(s.Walk.Saved())
	if err != nil {
		t.Fatal(err)
	}
	more := strings.Replace(string(data), "{", `{"more": 1,`, 1)
	s.Walk.Open(s.Walk.Saved(), connector.Decode([]byte(more)))
	s.Walk.MarkSaved("", s.Walk.Opened)
	if got := s.WhatNext(english).Repeat; got != "" {
		t.Error(got)
	}
}

// Yes is the usual answer only where a Logto loses nothing.
func TestPushQuestion(t *testing.T) {
	other := []logto.Connector{{}}
	for name, c := range map[string]struct {
		plan  logto.Plan
		key   string
		usual bool
	}{
		"nothing there":    {logto.Plan{Action: logto.Post}, "push.ask", true},
		"replaced":         {logto.Plan{Action: logto.Patch}, "push.ask", false},
		"another provider": {logto.Plan{Action: logto.Post, Deletes: other}, "push.ask-delete", false},
		"not to be seen":   {logto.Plan{Action: logto.Post, State: logto.State{Hidden: logto.SeveralEmail}}, "push.ask-hidden", false},
	} {
		if key, usual := PushQuestion(c.plan); key != c.key || usual != c.usual {
			t.Errorf("%s: %s, %t", name, key, usual)
		}
	}
}

// Where the connectors cannot be seen, the plan says why, what a push may delete, and
// how to see them again.
func TestPlanOfAClosedList(t *testing.T) {
	for _, kind := range []logto.Kind{logto.SeveralEmail, logto.SeveralSocial} {
		lines := PlanText(english, "x", logto.Plan{Action: logto.Post, State: logto.State{Hidden: kind}})
		key := "logto." + string(kind)
		want := []PlanLine{
			{Warns: true, Text: english.T(key)}, {Warns: true, Text: english.T("push.there-hidden", "host", "x")},
			{Text: english.T(key + ".hint")}, {Text: english.T("push.post")},
		}
		if !slices.Equal(lines, want) {
			t.Errorf("%s: %+v", kind, lines)
		}
	}
}

// A file without a token has none that could change.
func TestTokenChange(t *testing.T) {
	for text, changes := range map[string]bool{
		`{"accountSID": "AC00"}`:           false,
		`{"authToken": "x"}`:               true,
		`not a configuration`:              false,
		`{"authToken": "", "other": true}`: false,
	} {
		s := &Setup{Walk: complete(), Dir: t.TempDir()}
		if err := os.WriteFile(filepath.Join(s.Dir, "connector.json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := prepared(t, s).Files[0].Token; got != changes {
			t.Errorf("%s: %t", text, got)
		}
	}
}

// A file that was split gets its token back where a format is used as it stands.
func TestTokenOfTheEnvironment(t *testing.T) {
	token := strings.Repeat("e", 32)
	for _, format := range export.Formats() {
		env := map[string]string{}
		s := &Setup{Walk: complete(), Dir: t.TempDir(), Getenv: func(name string) string { return env[name] }}
		s.Walk.AuthToken = connector.TokenVariable
		needs := format.Name != "json" && format.Name != "curl"
		prepare := func() (Saving, error) {
			return Prepare(format, s.Document(format), filepath.Join(s.Dir, format.File), export.Read, say)
		}
		var unfit *logto.UnfitError
		if _, err := prepare(); errors.As(err, &unfit) != needs {
			t.Errorf("%s: without a token %v", format.Name, err)
		}
		env[AuthToken.Env] = token
		x, err := prepare()
		if err != nil {
			t.Fatalf("%s: with a token %v", format.Name, err)
		}
		for _, f := range x.Files {
			holds := strings.Contains(string(f.Data), token)
			if format.Name != "k8s-secret" && holds != (needs && f.Path == x.Secret()) {
				t.Errorf("%s: the token is in %s: %t", format.Name, filepath.Base(f.Path), holds)
			}
		}
		s.Walk.ChooseFormat(format.Name)
		s.Walk.MarkSaved("", x.Paths()...)
		if got := s.WhatNext(english).Repeat; (got == "") != (format.Name == "json") {
			t.Errorf("%s: %q", format.Name, got)
		}
	}
}

// Into a file that was without a secret none goes by Enter alone, and the
// difference says which one.
func TestSecretWhereThereWasNone(t *testing.T) {
	s := &Setup{Walk: complete(), Dir: t.TempDir()}
	token := s.Walk.AuthToken
	s.Walk.AuthToken = connector.TokenVariable
	path := filepath.Join(s.Dir, "connector.json")
	if err := os.WriteFile(path, export.JSON(s.Walk.Result()), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Walk.Open(path, s.Walk.Result())
	s.Walk.AuthToken = token
	for _, format := range []string{"json", "logto-api"} {
		s.Walk.Format, s.Walk.Verdict.Accepted = format, true
		x, err := Prepare(s.Walk.SaveFormat(), s.Walk.Result(), path, export.Read, say)
		if err != nil {
			t.Fatal(err)
		}
		if c, asks := s.Confirm(english, x); !asks || c.Usual || x.Files[0].TokenKey() != "save.token-filled" {
			t.Errorf("%s: asks %t, usual %t, %s", format, asks, c.Usual, x.Files[0].TokenKey())
		}
		var shown string
		for _, l := range x.Files[0].Diff {
			shown += l.Text + "\n"
		}
		if !strings.Contains(shown, connector.TokenVariable) || !strings.Contains(shown, redact.Mask) || strings.Contains(shown, token) {
			t.Errorf("%s: shown is\n%s", format, shown)
		}
	}
}

// What Twilio said of the credentials is not forgotten: not that they were refused.
func TestRefusedCredentials(t *testing.T) {
	w := complete()
	w.NoteUnchecked(&account.CallError{Kind: account.Refused, HTTPStatus: 401, Code: 20003})
	if got := w.AccountChecks(); len(got) != 1 || got[0].Code != account.CredentialsRefused {
		t.Errorf("%+v", got)
	}
	w.Reach(Review)
	if got := w.Summary(english, Credentials); !strings.Contains(got, "refused") {
		t.Error(got)
	}
	w.AuthToken = strings.Repeat("f", 32)
	if got := w.AccountChecks(); len(got) != 1 || got[0].Code != account.AccountUnchecked {
		t.Errorf("with other credentials %+v", got)
	}
}
