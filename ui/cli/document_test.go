package cli

import (
	"encoding/json"
	"io"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
)

// documentRun is a command line with --json, and what its error is, "" for none.
type documentRun struct {
	args, code string
	exit       int
}

// documentRuns are runs that end well and badly, by command. What comes after the
// name of the command may differ in what its document holds, never in its shape.
var documentRuns = map[string][]documentRun{
	"validate": {
		{"validate GOOD --json", "", exitOK},
		{"validate GOOD GOOD --json --lang zh-CN", "", exitOK},
		{"validate EMPTY --json", "", exitOK},
		{"validate GOOD none.json --json", "problems-found", exitProblem},
		{"validate BROKEN --json", "problems-found", exitProblem},
		{"validate EMPTY --json --strict", "nothing-found", exitProblem},
		{"validate --json", "wrong-usage", exitUsage},
		{"validate GOOD --json --format github", "flags-conflict", exitUsage},
		{"validate GOOD --logto 0.1 --json", "wrong-usage", exitUsage},
		{"validate --nope --json GOOD", "wrong-usage", exitUsage},
		{"validate GOOD --json --lang xx", "wrong-usage", exitUsage},
	},
	"preview": {
		{"preview GOOD --json", "", exitOK},
		{"preview none.json --json", "file-unreadable", exitProblem},
		{"preview BROKEN --json", "configuration-refused", exitProblem},
		{"preview BARE --json --lang zh-CN", "template-missing", exitProblem},
		{"preview --json", "wrong-usage", exitUsage},
		{"preview GOOD GOOD --json", "wrong-usage", exitUsage},
		{"preview GOOD --cod 1 --json", "wrong-usage", exitUsage},
	},
	"explain": {
		{"explain 30034 --json", "", exitOK},
		{"explain token-missing --json", "", exitOK},
		{"explain 99999 --json --lang zh-CN", "unknown-code", exitProblem},
		{"explain nothing --json", "unknown-code", exitUsage},
		{"explain 30034 21608 --json", "unknown-code", exitUsage},
		{"explain --json", "wrong-usage", exitUsage},
		{"explain --json --code 1", "wrong-usage", exitUsage},
	},
	"doctor": {
		{"doctor GOOD --json", "", exitOK},
		{"doctor BARE --json", "token-missing", exitUsage},
		{"doctor BROKEN --json --lang zh-CN", "configuration-refused", exitProblem},
		{"doctor none.json --json", "file-unreadable", exitProblem},
		{"doctor OPEN --json", "token-missing", exitUsage},
		{"doctor GOOD --twilio-url http://127.0.0.1:1 --json", "account-unanswered", exitUnreachable},
		{"doctor GOOD --twilio-url http://example.com --json", "twilio-url-invalid", exitUsage},
		{"doctor --json", "wrong-usage", exitUsage},
		{"doctor GOOD --nope --json", "wrong-usage", exitUsage},
	},
	"send": {
		{"send GOOD --to +15551234567 --no-wait --json", "", exitOK},
		{"send GOOD --to +15551234567 --json", "", exitOK},
		{"send GOOD --to +15000021211 --json", "refused", exitProblem},
		{"send GOOD --to +15000030034 --json --lang zh-CN", "undelivered", exitProblem},
		{"send GOOD --to +15551234567 --json --twilio-url http://127.0.0.1:1", "unreachable", exitUnreachable},
		{"send GOOD --json", "number-missing", exitUsage},
		{"send OPEN --to +15551234567 --json", "token-missing", exitUsage},
		{"send none.json --to +15551234567 --json", "file-unreadable", exitProblem},
		{"send GOOD --to +15551234567 --wait soon --json", "wrong-usage", exitUsage},
		{"send --json --to +15551234567", "wrong-usage", exitUsage},
	},
	"send --dry-run": {
		{"send GOOD --to +15551234567 --dry-run --json", "", exitOK},
		{"send OPEN --to +15551234567 --dry-run --json", "", exitOK},
		{"send GOOD --dry-run --json", "number-missing", exitUsage},
		{"send BARE --to +15551234567 --dry-run --json", "configuration-refused", exitProblem},
		{"send none.json --to +15551234567 --dry-run --json", "file-unreadable", exitProblem},
	},
	"push": {
		{"push GOOD --yes --json", "", exitOK},
		{"push GOOD --dry-run --json", "", exitOK},
		{"push GOOD --json", "nobody-to-ask", exitUsage},
		{"push GOOD --endpoint http://example.com --json", "endpoint-invalid", exitUsage},
		{"push none.json --json --lang zh-CN", "file-unreadable", exitProblem},
		{"push OPEN --yes --json", "token-missing", exitUsage},
		{"push --json", "wrong-usage", exitUsage},
		{"push GOOD --nope --json", "wrong-usage", exitUsage},
	},
	"enable": {
		{"enable --sign-in --yes --json", "no-connector", exitProblem},
		{"enable --test +15551234567 --yes --json --lang zh-CN", "no-connector", exitProblem},
		{"enable --test 5551234 --json", "phone-no-country", exitUsage},
		{"enable --test +15551234567 --dry-run --json", "flags-conflict", exitUsage},
		{"enable --endpoint http://example.com --json", "endpoint-invalid", exitUsage},
		{"enable --endpoint http://127.0.0.1:1 --auth-file none --json", "auth-unreadable", exitProblem},
		{"enable --sign-up=both --json", "wrong-usage", exitUsage},
		{"enable now --json", "wrong-usage", exitUsage},
		{"enable --nope --json", "wrong-usage", exitUsage},
	},
}

// Whatever a command ends with, --json writes one object of the command's own shape,
// whose error is null where the exit code is 0, and says why where it is not.
func TestDocuments(t *testing.T) {
	server := httptest.NewServer(twiliosim.New(twiliosim.Speed(1000)))
	defer server.Close()
	names := documentFiles(t)
	for command, runs := range documentRuns {
		var shape []string
		for _, r := range runs {
			args := strings.Fields(names.Replace(r.args))
			sim := logtosim.New()
			if command == "doctor" {
				sim.Put(twilioRow(demoDocument()))
			}
			got := withLogto(t, sim, map[string]string{environ.TwilioURL: server.URL}, args...)
			fields := parseDocument(t, r, got)
			if keys := slices.Sorted(maps.Keys(fields)); shape == nil {
				shape = keys
			} else if !slices.Equal(keys, shape) {
				t.Errorf("%s has %v, elsewhere %s has %v", r.args, keys, command, shape)
			}
		}
	}
}

// documentFiles are the files that the command lines of [documentRuns] name.
func documentFiles(t *testing.T) *strings.Replacer {
	t.Helper()
	broken, bare := filepath.Join(t.TempDir(), "broken.json"), filepath.Join(t.TempDir(), "bare.json")
	for path, text := range map[string]string{broken: `{"accountSID"`, bare: "{}"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	open := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = connector.TokenVariable }))
	return strings.NewReplacer("GOOD", saved(t, demoDocument()), "OPEN", open, "BROKEN", broken, "BARE", bare, "EMPTY", t.TempDir())
}

// parseDocument judges what a run has written, and returns its fields.
func parseDocument(t *testing.T, r documentRun, got pushed) map[string]json.RawMessage {
	t.Helper()
	var fields map[string]json.RawMessage
	var why map[string]any
	if err := json.Unmarshal([]byte(got.out), &fields); err != nil || got.code != r.exit {
		t.Fatalf("%s: exit code %d, %v\n%s\n%s", r.args, got.code, err, got.out, got.err)
	}
	raw, ok := fields["error"]
	if err := json.Unmarshal(raw, &why); err != nil || !ok || (why == nil) != (got.code == exitOK) {
		t.Fatalf("%s: exit code %d, error %s", r.args, got.code, raw)
	}
	if why == nil {
		return fields
	}
	if keys := slices.Sorted(maps.Keys(why)); !slices.Equal(keys, []string{"code", "hint", "message", "status", "twilioCode"}) {
		t.Errorf("%s: error has %v", r.args, keys)
	}
	if why["code"] != r.code || codeKey(r.code) == "" || why["message"] == "" || why["hint"] == "" {
		t.Errorf("%s: %s", r.args, raw)
	}
	return fields
}

// No command has --json but for the documents that the test above knows.
func TestEveryDocumentIsTried(t *testing.T) {
	t.Parallel()
	for _, cmd := range everyCommand(i18n.English) {
		if flag := cmd.Flags().Lookup("json"); (flag != nil) != (len(documentRuns[cmd.Name()]) > 0) {
			t.Errorf("%s has --json or not: %v", cmd.Name(), flag)
		}
	}
}

// Nothing is written that was not asked for: without --json, after --, for the help,
// and by a flag that says no.
func TestNoDocument(t *testing.T) {
	t.Parallel()
	for _, args := range []string{
		"preview none.json", "preview --nope", "preview none.json --json=false", "preview --nope -- --json", "explain nothing",
		"doctor none.json", "send none.json", "push none.json", "prevew --json x", "schema --json", "man x --json",
	} {
		if out, said, code := run(strings.Fields(args)...); out != "" || said == "" || code == exitOK {
			t.Errorf("%s: exit code %d\n%s\n%s", args, code, out, said)
		}
	}
	for _, command := range []string{"validate", "preview", "explain", "doctor", "send", "push", "enable"} {
		if out, said, code := run(command, "--json", "--help"); code != exitOK || strings.Contains(out, `"error"`) || said != "" {
			t.Errorf("%s --json --help: exit code %d\n%s\n%s", command, code, out, said)
		}
	}
}

// A list of files that is cut short is a document all the same.
func TestFileListCutShort(t *testing.T) {
	t.Parallel()
	for _, files := range [][]string{nil, {`{"file":"a"}`}, {`{"file":"a"}`, `{"file":"b"}`}} {
		var out strings.Builder
		l := newFileList(&out)
		for _, f := range files {
			l.add(f)
		}
		j := jsonFlag{app: &app{Env{Out: &out, Err: io.Discard}, english}, doc: l}
		if err := j.write(j.interrupted()); err == nil {
			t.Error("it ends well")
		}
		var got struct {
			Files []judgement
			ended
		}
		if err := json.Unmarshal([]byte(out.String()), &got); err != nil || len(got.Files) != len(files) || got.Error == nil || got.Error.Code != reasonCanceled {
			t.Errorf("%v\n%s", err, out.String())
		}
	}
}
