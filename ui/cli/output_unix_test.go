//go:build unix

package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
)

// commandEnv are the credentials that generate takes from the environment, with a
// token that has nothing in common with them.
func commandEnv() []string {
	return []string{
		"TWILIO_ACCOUNT_SID=" + twiliosim.DemoAccountSID, "TWILIO_MESSAGING_SERVICE_SID=" + twiliosim.DemoServiceSID,
		"TWILIO_AUTH_TOKEN=" + wrongToken,
	}
}

// inFolder is a folder with these files.
func inFolder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// splitFile is a wholeFile without its token.
func splitFile() string { return strings.ReplaceAll(wholeFile(), wrongToken, connector.TokenVariable) }

// TestNoTokenOnTheTerminal asks each command for what holds a token, on a terminal:
// it is not shown. Where it was asked for by -o -, it is.
func TestNoTokenOnTheTerminal(t *testing.T) {
	t.Parallel()
	commands := map[string][]string{"generate": {"generate"}, "render": {"render", "split.json"}}
	for _, f := range export.Formats() {
		commands["export "+f.Name] = []string{"export", "whole.json", "--format", f.Name}
	}
	for name, args := range commands {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := program{
				args: args, env: commandEnv(), width: 200, height: 50, secrets: []string{wrongToken},
				dir: inFolder(t, map[string]string{"whole.json": wholeFile(), "split.json": splitFile()}),
			}
			x := start(t, p)
			want := exitUsage
			if name == "export curl" { // no token is in it
				want = exitOK
			}
			if code := x.exit(); code != want {
				t.Errorf("exit code %d:\n%s", code, x.screen())
			}
			if name == "export split" || name == "export curl" {
				return
			}
			if !shows(x.screen(), x.says("output.terminal"), x.says("output.terminal.hint")) {
				t.Errorf("said:\n%s", x.screen())
			}
			p.args, p.secrets = append(args, "-o", "-"), nil
			x = start(t, p)
			if code := x.exit(); code != exitOK {
				t.Errorf("exit code %d:\n%s", code, x.screen())
			}
			if name != "export k8s-secret" && !strings.Contains(squeeze(x.everything()), wrongToken) {
				t.Errorf("the token is not shown:\n%s", x.screen())
			}
		})
	}
}

// TestExistingFile shows on a terminal what would change, the token masked, and
// leaves the file as it is.
func TestExistingFile(t *testing.T) {
	t.Parallel()
	old := strings.ReplaceAll(wholeFile(), wrongToken, oldToken)
	dir := inFolder(t, map[string]string{"connector.json": old})
	x := start(t, program{
		args: []string{"generate", "-o", "connector.json", "--template", "Test="}, env: commandEnv(), dir: dir,
		width: 160, height: 50, secrets: []string{wrongToken, oldToken},
	})
	if code := x.exit(); code != exitProblem {
		t.Errorf("exit code %d", code)
	}
	if !shows(x.screen(), `~   "authToken": "`+redact.Mask+`",`, `-       "usageType": "Test"`, x.says("output.exists", "file", "connector.json")) {
		t.Errorf("shown:\n%s", x.screen())
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "connector.json")); string(data) != old {
		t.Errorf("the file holds\n%s", data)
	}
}

// TestConfirmEnv asks before it changes a .env file.
func TestConfirmEnv(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		answer string
		code   int
	}{
		"yes": {"y\r", exitOK}, "no": {"\r", exitProblem}, "interrupted": {ctrlC, exitInterrupted}, "ended": {"\x04", exitProblem},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			const old = "A=other-secret\nTWILIO_AUTH_TOKEN=" + oldToken + "\n"
			dir := inFolder(t, map[string]string{"whole.json": wholeFile(), ".env": old})
			x := start(t, program{
				args: []string{"export", "whole.json", "--format", "split", "-o", "split.json"}, dir: dir,
				width: 120, secrets: []string{wrongToken, oldToken, "other-secret"},
			})
			x.wait("~ TWILIO_AUTH_TOKEN="+redact.Mask, x.says("save.overwrite", "file", ".env"), "[y/N]")
			x.send(c.answer)
			if code := x.exit(); code != c.code {
				t.Errorf("exit code %d:\n%s", code, x.screen())
			}
			want := map[string]string{"whole.json": wholeFile(), ".env": old}
			if c.code == exitOK {
				want[".env"], want["split.json"] = "A=other-secret\nTWILIO_AUTH_TOKEN="+wrongToken+"\n", splitFile()
			}
			entries, err := os.ReadDir(dir)
			if err != nil || len(entries) != len(want) {
				t.Errorf("there are %v (%v)", entries, err)
			}
			for file, text := range want {
				if data, err := os.ReadFile(filepath.Join(dir, file)); err != nil || string(data) != text {
					t.Errorf("%s holds %q (%v)", file, data, err)
				}
			}
		})
	}
}
