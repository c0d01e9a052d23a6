//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// TestWhatIsShownMakesTheSame runs the line that stands at the end of the walk, in
// an empty folder: it makes every file that the walk has written, in every form.
func TestWhatIsShownMakesTheSame(t *testing.T) {
	program, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	if err := os.Symlink(program, filepath.Join(bin, "logto-twilio")); err != nil {
		t.Fatal(err)
	}
	tr := i18n.In(i18n.English)
	for _, form := range export.Formats() {
		t.Run(form.Name, func(t *testing.T) {
			t.Parallel()
			s := walk.Setup{Walk: walk.New(connector.English), Dir: t.TempDir()}
			c := demoConfig()
			s.Walk.AccountSID, s.Walk.AuthToken, s.Walk.ServiceSID = c.AccountSID, wrongToken, c.FromMessagingServiceSID
			s.Walk.SetContent(1, "It's {{code}}")
			s.Walk.ChooseFormat(form.Name)
			saving, err := walk.Prepare(form, s.Walk.Result(), filepath.Join(s.Dir, "my "+form.File), export.Read,
				func(key string) string { return tr.T("script." + key) })
			if err != nil {
				t.Fatal(err)
			}
			if err := saving.Write(t.Context()); err != nil {
				t.Fatal(err)
			}
			s.Walk.MarkSaved("", saving.Paths()...)
			line, dir := s.WhatNext(tr).Repeat, t.TempDir()
			cmd := exec.Command("sh", "-c", line)
			cmd.Dir = dir
			cmd.Env = append(commandEnv(), programEnv+"="+asIs, "PATH="+bin, "GORACE=atexit_sleep_ms=0")
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%s\n%v: %s", line, err, said)
			}
			for _, path := range saving.Paths() {
				name := filepath.Base(path)
				if got, want := contentOf(t, filepath.Join(dir, name)), contentOf(t, path); got != want {
					t.Errorf("%s\nmakes of %s\n%s\nand not\n%s", line, name, got, want)
				}
			}
		})
	}
}
