package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// validated runs validate --json and returns its exit code and what it found, a file
// at a time.
func validated(t *testing.T, args ...string) (code int, files []judgement) {
	t.Helper()
	var out bytes.Buffer
	env := Env{Out: &out, Err: &bytes.Buffer{}, Getenv: func(string) string { return "" }}
	code = Main(append([]string{"validate", "--json"}, args...), env)
	var found struct{ Files []judgement }
	if err := json.Unmarshal(out.Bytes(), &found); err != nil {
		t.Fatal(err)
	}
	return code, found.Files
}

// codesOf are the codes of what was found in a file.
func codesOf(v judgement) string {
	var codes []string
	for _, f := range v.Problems {
		codes = append(codes, string(f.Code))
	}
	return strings.Join(codes, " ")
}

// TestFilesPeopleHave holds what is said of files that are no configuration alone.
func TestFilesPeopleHave(t *testing.T) {
	tests := []struct {
		file     string
		code     int
		accepted bool
		problems string
	}{
		{"jsonc/c.json", 1, false, "comment comment comment trailing-comma comment trailing-comma"},
		{"db-row/row.json", 0, true, "database-row"},
		{"api-list/one.json", 0, true, "wrapped-configuration"},
		{"api-list/list.json", 0, true, "connector-list"},
		{"api-list/list-one.json", 0, true, "connector-list"},
		{"api-list/config-as-string.json", 0, true, "wrapped-configuration"},
		{"other-connectors/sms.json", 0, true, ""},
		{"other-connectors/smtp.json", 1, false, "foreign-configuration"},
		{"other-connectors/sendgrid.json", 1, false, "foreign-configuration"},
		{"other-connectors/aliyun-sms.json", 1, false, "foreign-configuration"},
		{"other-connectors/google.json", 1, false, "foreign-configuration"},
		{"other-connectors/email-body.json", 1, false, "foreign-configuration"},
		{"text/yaml.yaml", 1, false, "other-format"},
		{"text/toml.toml", 1, false, "other-format"},
		{"text/tf.tf", 1, false, "other-format"},
		{"text/html.json", 1, false, "html-page"},
		{"text/merge.json", 1, false, "conflict-markers"},
		{"text/js.js", 1, false, "program-code"},
		{"text/const.ts", 1, false, "program-code"},
		{"text/fence.md", 1, false, "code-block"},
		{"text/escaped.json", 1, false, "escaped-json"},
		{"text/utf16le-nobom.json", 1, false, "utf-16"},
		{"text/env.env", 0, true, "environment-line"},
		{"text/export.sh", 0, true, "environment-line"},
		{"text/k8s.yaml", 0, true, "manifest-value"},
		{"own-forms/own.env", 0, true, "environment-line"},
		{"own-forms/own.yaml", 0, true, "manifest-value"},
		{"token-reference/op.json", 1, true, "unresolved-reference"},
		{"token-reference/sops.json", 1, true, "unresolved-reference"},
		{"token-reference/arn.json", 1, true, "unresolved-reference"},
		{"token-reference/vault.json", 1, true, "unresolved-reference"},
		{"token-reference/supabase-env.json", 1, true, "unexpanded-variable"},
		{"token-reference/changeme.json", 1, true, "placeholder-left"},
		{"token-reference/todo.json", 1, true, "placeholder-left"},
		{"token-reference/your.json", 1, true, "placeholder-left"},
		{"token-reference/assign.json", 1, true, "pasted-assignment"},
		{"token-reference/colonpair.json", 1, true, "pasted-credentials"},
	}
	for _, test := range tests {
		code, files := validated(t, "testdata/files/"+test.file)
		v := files[0]
		if code != test.code || v.Accepted != test.accepted || codesOf(v) != test.problems {
			t.Errorf("%s: exit code %d, accepted %t, %s", test.file, code, v.Accepted, codesOf(v))
		}
	}
	for _, test := range tests {
		if kind, name := filepath.Split(test.file); kind != "token-reference/" {
			continue
		} else if _, files := validated(t, "--no-token", "testdata/files/"+test.file); strings.Contains(codesOf(files[0]), "token-in-file") !=
			slices.Contains([]string{"assign.json", "colonpair.json"}, name) {
			t.Errorf("%s with --no-token: %s", test.file, codesOf(files[0]))
		}
	}
}

func TestFolderOfOtherConnectors(t *testing.T) {
	code, files := validated(t, "--strict", "testdata/files/other-connectors")
	if code != exitOK || len(files) != 1 || filepath.Base(files[0].File) != "sms.json" {
		t.Errorf("exit code %d, %+v", code, files)
	}
	// Hooks name every file that changed.
	named := []string{"--strict", "--skip-others", "testdata/files/other-connectors/smtp.json", "testdata/files/other-connectors/google.json"}
	if code, files := validated(t, named...); code != exitOK || len(files) != 0 {
		t.Errorf("with --skip-others: exit code %d, %+v", code, files)
	}
	if code, _ := validated(t, append([]string{"testdata/files/token-reference/todo.json"}, named...)...); code != exitProblem {
		t.Errorf("with --skip-others, ours: exit code %d", code)
	}
}

// TestFixTakesOut mends files that hold a configuration in something else, and
// leaves alone what is more than that.
func TestFixTakesOut(t *testing.T) {
	mended := []string{"jsonc/c.json", "text/fence.md", "text/escaped.json", "text/utf16le-nobom.json"}
	kept := []string{"text/env.env", "text/k8s.yaml", "text/const.ts", "text/js.js", "text/merge.json", "api-list/config-as-string.json", "text/html.json"}
	for _, name := range slices.Concat(mended, kept) {
		data, err := os.ReadFile("testdata/files/" + name)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "connector.json")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		code, _ := validated(t, "--fix", "--write", path)
		after, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(kept, name) {
			if !bytes.Equal(after, data) {
				t.Errorf("%s became\n%s", name, after)
			}
		} else if code != exitOK || !json.Valid(after) || bytes.Count(after, []byte("{{code}}")) < 4 {
			t.Errorf("%s: exit code %d,\n%s", name, code, after)
		}
	}
}
