package pipelines

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// hook is a hook of .pre-commit-hooks.yaml.
type hook struct {
	ID, Entry, Language, Files string

	Types []string
}

// install installs a hook as pre-commit does for language: golang, which is
// "go install ./..." in a clone, and returns where its programs are.
func install(t *testing.T) string {
	t.Helper()
	bin := t.TempDir()
	cmd := exec.CommandContext(t.Context(), "go", "install", "./...")
	cmd.Dir = root(t)
	cmd.Env = append(os.Environ(), "GOBIN="+bin)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go install: %v\n%s", err, out)
	}
	return bin
}

func TestPreCommitHook(t *testing.T) {
	var hooks []hook
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	if len(hooks) != 1 || hooks[0].Language != "golang" || hooks[0].ID != "logto-twilio-validate" {
		t.Fatalf("%+v", hooks)
	}
	h := hooks[0]
	if !slices.Equal(h.Types, []string{"json"}) {
		t.Errorf("types: %q", h.Types)
	}
	bin := install(t)
	entry := strings.Fields(h.Entry) // as shlex cuts it, where nothing is quoted
	program := filepath.Join(bin, entry[0])
	if all, err := filepath.Glob(filepath.Join(bin, "*")); err != nil || !slices.Equal(all, []string{program}) {
		t.Fatalf("installed: %q, %v", all, err)
	}
	good, bad := sample(t, "good.json"), sample(t, "bad.json")
	held := strings.Replace(good, "${TWILIO_AUTH_TOKEN}", strings.Repeat("0", 32), 1)
	others := map[string]string{"src/connectors.ts": "", "connector.json.bak": "{"}
	smtp := `{"host":"mail.example.com","port":587,"auth":{"user":"u","pass":"p"},"fromEmail":"a@example.com","templates":[]}`
	for _, c := range []struct {
		name  string
		args  string // of the user's own configuration
		files map[string]string
		taken []string
		code  int
		want  string
	}{
		{"good ones", "", map[string]string{"connector.json": good, "deploy/connector-prod.json": good}, []string{"connector.json", "deploy/connector-prod.json"}, 0, "2 files checked"},
		{"a bad one", "", map[string]string{"connector.json": good, "deploy/connector.staging.json": bad}, []string{"connector.json", "deploy/connector.staging.json"}, 1, "deploy/connector.staging.json:7:43: error[misspelt-code]"},
		{"a token", "--strict --no-token", map[string]string{"connector.json": held}, []string{"connector.json"}, 1, "connector.json:3:16: error[token-in-file]"},
		{"no token", "--strict --no-token", map[string]string{"connector.json": good}, []string{"connector.json"}, 0, "1 file checked"},
		{"another name", "--strict", map[string]string{"logto/sms.json": good, "package.json": "{}"}, []string{"logto/sms.json", "package.json"}, 0, "1 file checked"},
		{"another connector", "--strict", map[string]string{"connector.json": smtp, "tsconfig.json": "{ // x\n}"}, []string{"connector.json", "tsconfig.json"}, 0, "2 other JSON files are not for this connector"},
		{"none", "", nil, nil, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := workspace(t, c.files)
			for name := range others {
				c.files = with(c.files, name, others[name])
			}
			taken := selected(t, h, c.files)
			if !slices.Equal(taken, c.taken) {
				t.Fatalf("pre-commit would pass %q, want %q", taken, c.taken)
			}
			if len(taken) == 0 { // "no files to check, skipped"
				return
			}
			cmd := exec.CommandContext(t.Context(), program, slices.Concat(entry[1:], strings.Fields(c.args), taken)...)
			cmd.Dir = dir
			out, err := cmd.CombinedOutput()
			if cmd.ProcessState == nil {
				t.Fatal(err)
			}
			if code := cmd.ProcessState.ExitCode(); code != c.code || !strings.Contains(string(out), c.want) {
				t.Errorf("exit code %d, want %d:\n%s", code, c.code, out)
			}
		})
	}
}

// with is a set of files and one more.
func with(files map[string]string, name, data string) map[string]string {
	all := map[string]string{name: data}
	for name, data := range files {
		all[name] = data
	}
	return all
}

// selected are the files that pre-commit passes to a hook: those that "files" is
// found in (Python's re.search) and that are JSON by their name.
func selected(t *testing.T, h hook, files map[string]string) []string {
	t.Helper()
	pattern, err := regexp.Compile(h.Files)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range files {
		if pattern.MatchString(name) && strings.HasSuffix(name, ".json") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}
