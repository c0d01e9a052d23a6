//go:build unix

package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/twiliosim"
)

// oldToken is, beside the right one and wrongToken, one that TestTokenNeverShown meets.
const oldToken = "0ld0ld0ld0ld" + "1234567890abcdef"

// TestTokenNeverShown walks through everything that has to do with a token, from
// the environment and typed, right and wrong, and looks for pieces of it in all
// that is shown and kept: every screen, all that is printed, drafts, files.
func TestTokenNeverShown(t *testing.T) {
	t.Parallel()
	const sid, token = twiliosim.DemoAccountSID, twiliosim.DemoAuthToken
	sim := simulate(t)
	p := program{
		args: []string{"--twilio-url", sim.URL, "connector.json"}, dir: t.TempDir(), home: t.TempDir(),
		env:     []string{"TWILIO_ACCOUNT_SID=" + sid, "TWILIO_AUTH_TOKEN=" + token},
		width:   narrow,
		secrets: []string{token, oldToken, wrongToken},
	}
	file := filepath.Join(p.dir, "connector.json")
	writeOld(t, file)

	x := start(t, p)
	x.wait(x.says("start.review"))
	x.send(enter)
	x.wait(x.says("title.credentials"), redact.Mask)
	x.send(ctrlU, sid, enter, ctrlU, wrongToken, enter)
	x.wait(x.tr.TwilioError(20003).Title, redact.Mask)
	x.choose(x.says("credentials.edit"))
	x.send(ctrlU, pasteOn, " '"+token+"'\n", pasteOff, enter)
	x.chooseSender("Logto verification")
	x.wait(x.says("title.templates"))
	x.draft(twiliosim.DemoServiceSID)
	x.send(enter)
	x.wait(x.says("title.review"))
	for range 12 { // through the whole JSON
		x.send(down)
	}
	x.send(enter)
	x.sendTest("+15000030007")
	x.wait(x.tr.TwilioError(30007).Title)
	x.choose(x.says("test.go-on"))
	x.wait(x.says("title.save"))
	x.send(ctrlC) // away, with a draft
	x.wait(x.says("quit.title"))
	x.choose(x.says("quit.keep"))
	if code := x.exit(); code != exitInterrupted {
		t.Errorf("exit code %d", code)
	}
	lookThrough(t, p, file)

	// Resumed; the token that was typed is no longer known, and asked for.
	x = start(t, p)
	x.choose("Resume the draft of connector.json")
	x.wait(x.says("title.credentials"))
	x.send(token, enter)
	x.wait(x.says("title.save"))
	x.send(enter)
	x.wait(x.says("save.token-changed"))
	x.send("y")
	x.wait(x.says("save.saved.title"))
	x.send(enter)
	if code := x.exit(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	if got := checkSaved(t, file); got.AuthToken != token {
		t.Error("the file does not hold the token")
	}
	lookThrough(t, p, file)
}

// writeOld writes a file with another token.
func writeOld(t *testing.T, path string) {
	t.Helper()
	config := connector.Config{AccountSID: twiliosim.TrialAccountSID, AuthToken: oldToken, FromMessagingServiceSID: twiliosim.TrialServiceSID}
	for _, u := range connector.Portable.UsageTypes() {
		config.Templates = append(config.Templates, connector.Template{UsageType: u, Content: "{{code}}"})
	}
	if err := os.WriteFile(path, connector.NewDocument(config).Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

// lookThrough looks for the secrets in every file that the program could have
// written but the one that is to hold one.
func lookThrough(t *testing.T, p program, but string) {
	t.Helper()
	secrets := pieces(p.secrets)
	for _, dir := range []string{p.dir, p.home} {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path == but {
				return err
			}
			data, err := os.ReadFile(path)
			if secrets.Match(data) {
				t.Errorf("%s holds a part of a secret", path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestReveal shows the token for as long as it is asked to.
func TestReveal(t *testing.T) {
	t.Parallel()
	x := start(t, program{args: []string{"--demo"}})
	x.wait(x.says("title.start"))
	x.send(enter, tab)
	x.wait(x.says("title.credentials"), redact.Mask)
	x.send(ctrlR)
	x.wait(twiliosim.DemoAuthToken)
	x.send(ctrlR)
	x.waitGone(twiliosim.DemoAuthToken)
	x.wait(redact.Mask)
}

// pieces finds any eight characters of a secret, nil where there is none.
func pieces(secrets []string) *regexp.Regexp {
	const piece = 8
	var list []string
	for _, s := range secrets {
		for i := range len(s) - piece + 1 {
			list = append(list, regexp.QuoteMeta(s[i:i+piece]))
		}
	}
	if list == nil {
		return nil
	}
	return regexp.MustCompile(strings.Join(list, "|"))
}
