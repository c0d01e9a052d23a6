package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/ui/i18n"
)

// folder makes files and folders (which end in a slash) in a new folder, the
// working folder of the test.
func folder(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		dir, file := filepath.Split(filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Join(".", dir), 0o700); err != nil {
			t.Fatal(err)
		}
		if file == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, file), []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestInputs(t *testing.T) {
	folder(t, "b.json", "a.json", "a-b.json", "a/z.json", "a/b/c.json", "note.txt", "JSON", ".hidden.json", ".git/x.json", ".git/y/x.json",
		"node_modules/x/package.json", "a/node_modules/x.json", "empty/", "dir.json/x.json", ".json")
	tests := []struct {
		args []string
		want string // blanks between them
	}{
		{[]string{"b.json", "a.json", "b.json"}, "b.json a.json b.json"},
		{[]string{"a"}, "a/b/c.json a/z.json"},
		{[]string{"a/", "./a/b"}, "a/b/c.json a/z.json a/b/c.json"},
		{[]string{"."}, ".hidden.json .json a/b/c.json a/z.json a-b.json a.json b.json dir.json/x.json"},
		{[]string{".git", "node_modules"}, ".git/x.json .git/y/x.json node_modules/x/package.json"},
		{[]string{"note.txt", "-", "missing", "empty"}, "note.txt - missing"},
	}
	for _, test := range tests {
		var got []string
		for in := range inputs(test.args) {
			if in.err != nil {
				t.Errorf("%s: %v", in.path, in.err)
			}
			if in.found == slices.Contains(test.args, in.path) {
				t.Errorf("%s of %q was found in a folder: %t", in.path, test.args, in.found)
			}
			if in.regular == (in.path == "-" || in.path == "missing") {
				t.Errorf("%s is a regular file: %t", in.path, in.regular)
			}
			got = append(got, filepath.ToSlash(in.path))
		}
		if got := strings.Join(got, " "); got != test.want {
			t.Errorf("%q\ngot  %s\nwant %s", test.args, got, test.want)
		}
	}
	for in := range inputs([]string{".", "a"}) { // to stop is possible anywhere
		_ = in
		break
	}
}

func TestGitHubAnnotations(t *testing.T) {
	v := judgement{File: "a,b: 100%\n.json", Problems: []finding{
		{problem.Error, "one", "", 1, 2, "50% of it,\r\nhere: ::error::", "A hint."},
		{problem.Warning, "two", "/x", 3, 4, "Odd.", ""},
		{problem.Info, "three", "", 5, 6, "New.", "Wait."},
	}}
	const file = "file=a%2Cb%3A 100%25%0A.json,"
	const want = "::error " + file + "line=1,col=2::50%25 of it,%0D%0Ahere: ::error:: (one)%0AA hint.\n" +
		"::warning " + file + "line=3,col=4::Odd. (two)\n" +
		"::notice " + file + "line=5,col=6::New. (three)%0AWait.\n"
	if got := putGitHub(v); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestJSONIsTheSameInEveryLanguage holds that only message and hint follow the
// language.
func TestJSONIsTheSameInEveryLanguage(t *testing.T) {
	folder(t)
	if err := os.WriteFile("sms.json", []byte(`{"accountSID":"<sid>","x\ud800":1,"templates":[]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
		var out bytes.Buffer
		env := Env{Out: &out, Err: &bytes.Buffer{}, Getenv: func(string) string { return "" }}
		if code := Main([]string{"validate", "--json", "--lang", string(lang), "sms.json", "missing.json"}, env); code != exitProblem {
			t.Errorf("exit code %d", code)
		}
		var files struct {
			Files []judgement
			ended
		}
		if err := json.Unmarshal(out.Bytes(), &files); err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer(jsondoc.Quote(files.Error.Message), "M", jsondoc.Quote(files.Error.Hint), "H").Replace(out.String())
		for _, file := range files.Files {
			for _, f := range file.Problems {
				if f.Message == "" || f.Hint == "" {
					t.Errorf("%s has no words: %+v", f.Code, f)
				}
				text = strings.NewReplacer(jsondoc.Quote(f.Message), "M", jsondoc.Quote(f.Hint), "H").Replace(text)
			}
		}
		got = append(got, text)
	}
	const want = `{"files":[
{"file":"sms.json","accepted":false,"acceptedBy":[],"problems":[` +
		`{"severity":"error","code":"missing-key","path":"/authToken","line":1,"column":1,"message":M,"hint":H},` +
		`{"severity":"error","code":"missing-key","path":"/fromMessagingServiceSID","line":1,"column":1,"message":M,"hint":H},` +
		`{"severity":"error","code":"placeholder-left","path":"/accountSID","line":1,"column":15,"message":M,"hint":H},` +
		`{"severity":"error","code":"lone-surrogate","path":"/x\ud800","line":1,"column":23,"message":M,"hint":H},` +
		`{"severity":"warning","code":"unknown-key","path":"/x\ud800","line":1,"column":23,"message":M,"hint":H},` +
		`{"severity":"error","code":"missing-usage-types","path":"/templates","line":1,"column":47,"message":M,"hint":H}]},
{"file":"missing.json","accepted":false,"acceptedBy":[],"problems":[` +
		`{"severity":"error","code":"not-found","path":"","line":1,"column":1,"message":M,"hint":H}]}
],"error":{"code":"problems-found","status":0,"twilioCode":0,"message":M,"hint":H}}
`
	if got[0] != want || got[1] != want {
		t.Errorf("got\n%s\nand\n%s\nwant\n%s", got[0], got[1], want)
	}
}

func TestColoursOfProblems(t *testing.T) {
	v := judgement{File: "a\x1b[31m.json", Problems: []finding{{problem.Error, "one", "", 1, 2, "Message.", "Hint."}}}
	for _, test := range []struct {
		environ []string
		want    string
	}{
		{nil, "a.json:1:2: error[one]: Message.\n  Hint.\n"},
		{[]string{"TTY_FORCE=1", "TERM=xterm", "NO_COLOR=1"}, "a.json:1:2: error[one]: Message.\n  Hint.\n"},
		{[]string{"TTY_FORCE=1", "TERM=xterm"}, "a.json:1:2: \x1b[31merror[one]:\x1b[m Message.\n  \x1b[2mHint.\x1b[m\n"},
	} {
		if got := putText((&app{Env: Env{Out: &bytes.Buffer{}, Environ: test.environ}}).paint(), v); got != test.want {
			t.Errorf("%q: %q, want %q", test.environ, got, test.want)
		}
	}
}

// fullDisk is what cannot be written to.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestStandardOutputFails(t *testing.T) {
	folder(t, "a.json")
	var words bytes.Buffer
	env := Env{Out: fullDisk{}, Err: &words, Getenv: func(string) string { return "" }}
	if code := Main([]string{"validate", "--json", "a.json"}, env); code != exitProblem || !strings.Contains(words.String(), os.ErrClosed.Error()) {
		t.Errorf("exit code %d, %s", code, words.String())
	}
}

// TestInterruptedBeforeWriting ends with the exit code of a signal, and leaves
// the files as they are.
func TestInterruptedBeforeWriting(t *testing.T) {
	folder(t)
	const text = `{"accountSID":" x"}`
	if err := os.WriteFile("sms.json", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	env := Env{Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}
	c := validateCommand{
		app: &app{env, english}, files: []string{"sms.json"}, format: formatText, fix: true, write: true,
		list: newFileList(env.Out),
	}
	err := c.run(ctx)
	var f *failure
	if !errors.As(err, &f) || f.exit != exitInterrupted {
		t.Errorf("%v", err)
	}
	if data, err := os.ReadFile("sms.json"); err != nil || string(data) != text {
		t.Errorf("the file became %s (%v)", data, err)
	}
}

// A name that a terminal would obey does no harm in an annotation, and no other is changed.
func TestGitHubFileNames(t *testing.T) {
	for name, want := range map[string]string{
		"a\x1b[31m b.json": "a\ufffd[31m b.json", "a\u009b\x9b\u202e.json": "a\ufffd\ufffd\ufffd.json",
		"./two  blanks,\n配置 👩‍💻.json": "two  blanks%2C%0A配置 👩‍💻.json",
	} {
		got := putGitHub(judgement{File: name, Problems: []finding{{}}})
		if !strings.Contains(got, " file="+want+",line=") {
			t.Errorf("%q is written %q", name, got)
		}
	}
}
