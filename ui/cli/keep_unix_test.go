//go:build unix

package cli

import (
	"os"
	"strings"
	"syscall"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/ui/i18n"
)

// TestFixKeepsWhoseFileItIs mends files: one without a token stays as open as it was,
// and whose it was where root runs the test; one with a token is for its owner alone.
func TestFixKeepsWhoseFileItIs(t *testing.T) {
	t.Chdir(t.TempDir())
	const token = "0123456789abcdef0123456789abcdef"
	for _, test := range []struct {
		token      string
		mode, want os.FileMode
	}{
		{connector.TokenVariable, 0o644, 0o644}, {connector.TokenVariable, 0o664, 0o664}, {connector.TokenVariable, 0o640, 0o640},
		{connector.TokenVariable, 0o600, 0o600}, {connector.TokenVariable, 0o755, 0o755}, {"", 0o644, 0o644}, {"op://Private/Twilio/token", 0o644, 0o644},
		{token, 0o644, 0o600}, {token, 0o664, 0o600}, {"TWILIO_AUTH_TOKEN=" + token, 0o644, 0o600},
	} {
		c := connector.Config{AccountSID: " AC0123456789abcdef0123456789abcdef ", AuthToken: test.token}
		if err := os.WriteFile("sms.json", connector.NewDocument(c).Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod("sms.json", test.mode); err != nil {
			t.Fatal(err)
		}
		owner := [2]int{os.Getuid(), os.Getgid()}
		if owner[0] == 0 {
			owner = [2]int{65534, 65533}
			if err := os.Chown("sms.json", owner[0], owner[1]); err != nil {
				t.Fatal(err)
			}
		}
		validated(t, "--fix", "--write", "sms.json")
		data, err := os.ReadFile("sms.json")
		if err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat("sms.json")
		if err != nil {
			t.Fatal(err)
		}
		is := info.Sys().(*syscall.Stat_t)
		kept := [2]int{int(is.Uid), int(is.Gid)} == owner
		if held := strings.Contains(test.token, token); info.Mode().Perm() != test.want || !held && !kept || strings.Contains(string(data), `" AC`) {
			t.Errorf("%s of %o became %o of %d:%d\n%s", test.token, test.mode, info.Mode().Perm(), is.Uid, is.Gid, data)
		}
		if err := os.Remove("sms.json"); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOversizedFile is about a file of which nothing is read: it has no place in it.
func TestOversizedFile(t *testing.T) {
	dir := t.TempDir()
	path := dir + "/large.json"
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, jsondoc.MaxSize+1); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "zh-CN"} {
		for name, args := range map[string][]string{
			"text": {"validate", path}, "github": {"validate", "--format", "github", path}, "json": {"validate", "--json", path}, "fix": {"validate", "--fix", path},
		} {
			var out strings.Builder
			env := Env{Out: &out, Err: &out, Getenv: func(string) string { return "" }}
			code := Main(append(args, "--lang", lang), env)
			said := out.String()
			if code != exitProblem || !strings.Contains(said, "1 MiB") || strings.Contains(said, ":0:0") || strings.Contains(said, `"line":0`) || strings.Contains(said, "line=0") {
				t.Errorf("%s in %s: exit code %d\n%s", name, lang, code, said)
			}
		}
	}
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		for _, args := range [][]string{{"large.json"}, {"large.json", "--plain"}} {
			x := start(t, program{args: args, dir: dir, width: 70, lang: lang})
			x.wait(x.says("problem.too-large", "limit", jsondoc.MaxSize))
			if screen := x.screen(); strings.Contains(screen, x.says("start.place", "line", 0, "column", 0)) {
				t.Errorf("%q:\n%s", args, screen)
			}
			x.send(ctrlC)
			x.exit()
		}
	}
}
