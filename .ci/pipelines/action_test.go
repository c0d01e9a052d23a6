package pipelines

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// action is what a composite action says of itself.
type action struct {
	Inputs map[string]struct {
		Description string
		Default     string
	}
	Runs struct {
		Using string
		Steps []step
	}
}

// step is a step of an action: it has Uses or Run.
type step struct {
	Name, ID, If, Uses, Run, Shell string
	Env, With                      map[string]string
}

// readYAML reads a file of this repository.
func readYAML(t *testing.T, name string, v any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root(t), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// root is the folder of this repository.
func root(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// sample is a configuration of testdata.
func sample(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// workspace is a checkout of somebody else's with these files.
func workspace(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestValidateAction(t *testing.T) {
	var a action
	readYAML(t, ".github/actions/validate/action.yml", &a)
	good, bad := sample(t, "good.json"), sample(t, "bad.json")
	odd := strings.Replace(good, `"accountSID"`, `"note": "an unknown key is a warning", "accountSID"`, 1)
	held := strings.Replace(good, "${TWILIO_AUTH_TOKEN}", strings.Repeat("0", 32), 1)
	documented := regexp.MustCompile(`(?m)^.*"(ForgotPassword|Generic)".*
`).ReplaceAllString(good, "")
	temp := t.TempDir() // one for all, so that the program is built once
	for _, c := range []struct {
		name   string
		files  map[string]string
		inputs map[string]string
		code   int
		want   []string // annotations that are there; none but notices if nil
	}{
		{"all that is there", map[string]string{"a/connector.json": good, "package.json": "{}"}, nil, 0, nil},
		{"a bad file", map[string]string{"config/sms.json": bad}, nil, 1,
			[]string{"::error file=config/sms.json,line=5,col=16::", "::error file=config/sms.json,line=7,col=43::", "::warning file=config/sms.json,line=6,col=69::"}},
		{"a good file beside a bad one", map[string]string{"good.json": good, "bad.json": bad}, map[string]string{"files": "good.json"}, 0, nil},
		{"a file a line", map[string]string{"good.json": good, "a b.json": bad}, map[string]string{"files": "good.json\r\n\n./a b.json\n"}, 1,
			[]string{"::error file=a b.json,line=5,col=16::"}},
		{"a warning", map[string]string{"odd.json": odd}, nil, 0, []string{"::warning file=odd.json,line=2,col="}},
		{"a warning, strictly", map[string]string{"odd.json": odd}, map[string]string{"strict": "true"}, 1, []string{"::warning file=odd.json,line=2,col="}},
		{"neither true nor false", map[string]string{"good.json": good}, map[string]string{"strict": "yes"}, 2, []string{"::error::strict is true or false"}},
		{"a token", map[string]string{"held.json": held}, nil, 0, nil},
		{"a token, where none is to be", map[string]string{"good.json": good, "held.json": held}, map[string]string{"no-token": "true"}, 1, []string{"::error file=held.json,line=3,col=16::"}},
		{"a token, perhaps", map[string]string{"good.json": good}, map[string]string{"no-token": "1"}, 2, []string{"::error::no-token is true or false"}},
		{"a release of Logto", map[string]string{"good.json": good}, map[string]string{"logto": "documented"}, 0, nil},
		{"a release that refuses it", map[string]string{"old.json": documented}, map[string]string{"logto": "1.24"}, 1, []string{"(not-accepted-by)"}},
		{"no release", map[string]string{"good.json": good}, map[string]string{"logto": "--fix"}, 2, nil},
		{"no file", nil, map[string]string{"files": ""}, 2, nil},
		{"a file that is not there", nil, map[string]string{"files": "connector.json"}, 1, []string{"::error file=connector.json,"}},
		{"a name like a flag", map[string]string{"--fix": bad}, map[string]string{"files": "--fix"}, 1, []string{"::error file=--fix,line=5,col=16::"}},
		{"a name like a command", map[string]string{"$(touch pwned).json": good, "`touch pwned`;touch pwned #.json": good}, map[string]string{"files": "$(touch pwned).json\n`touch pwned`;touch pwned #.json"}, 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRunner(t, workspace(t, c.files), temp)
			out, code := r.run(a, c.inputs)
			if code != c.code {
				t.Errorf("exit code %d, want %d:\n%s", code, c.code, out)
			}
			for _, want := range c.want {
				if !strings.Contains(out, want) {
					t.Errorf("no %q in:\n%s", want, out)
				}
			}
			if c.want == nil && (strings.Contains(out, "::error") || strings.Contains(out, "::warning")) {
				t.Errorf("an annotation that was not expected:\n%s", out)
			}
			if _, err := os.Lstat(filepath.Join(r.workspace, "pwned")); err == nil {
				t.Error("an input was run as a command")
			}
		})
	}
}

// What was built for the same sources is taken as it is, wherever it comes from; Go
// is set up only where there is none.
func TestValidateActionBuildsOnce(t *testing.T) {
	var a action
	readYAML(t, ".github/actions/validate/action.yml", &a)
	bin := filepath.Join(t.TempDir(), "logto-twilio", "bin")
	if err := os.MkdirAll(bin, 0o755); err != nil {
		t.Fatal(err)
	}
	fake := "#!/bin/sh\necho \"taken from the cache: $*\"\n"
	if err := os.WriteFile(filepath.Join(bin, "logto-twilio"), []byte(fake), 0o755); err != nil {
		t.Fatal(err)
	}
	r := newRunner(t, t.TempDir(), filepath.Dir(filepath.Dir(bin)))
	r.cacheHit = true
	out, code := r.run(a, map[string]string{"files": "x.json", "logto": "1.24", "strict": "true", "no-token": "true"})
	if want := "taken from the cache: validate --format github --logto=1.24 --strict --no-token -- x.json\n"; code != 0 || out != want {
		t.Errorf("exit code %d: %q, want %q", code, out, want)
	}
	if got := strings.Join(r.used, " "); got != "actions/cache" {
		t.Errorf("used %s", got)
	}
}
