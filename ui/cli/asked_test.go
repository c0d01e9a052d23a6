package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
)

// Where the configuration or the token was read from standard input, nobody is left
// there to say yes, terminal or not.
func TestPushAsksNobodyWhereStandardInputWasRead(t *testing.T) {
	for name, tt := range map[string]struct {
		args  []string
		input string
	}{
		"the configuration": {[]string{"push", "-"}, string(demoDocument().Bytes())},
		"the token":         {[]string{"push", saved(t, demoDocument()), "--auth-token-stdin"}, twiliosim.DemoAuthToken + "\n"},
	} {
		sim := logtosim.New()
		var out, err bytes.Buffer
		code := Main(tt.args, Env{
			In: strings.NewReader(tt.input), Out: &out, Err: &err, Terminal: true, Logto: sim,
			Getenv: func(name string) string {
				return map[string]string{environ.LogtoEndpoint: logtosim.DemoEndpoint, environ.LogtoAuth: logtosim.DemoID + ":" + logtosim.DemoSecret}[name]
			},
		})
		if code != exitUsage || len(sim.Rows()) > 0 || !strings.Contains(err.String(), "--yes") {
			t.Errorf("%s: exit code %d, %d connectors\n%s", name, code, len(sim.Rows()), err.String())
		}
	}
}

// sabotage answers a question with yes, after something happened.
type sabotage struct {
	happens func()
	answer  *strings.Reader
}

func (s sabotage) Read(p []byte) (int, error) {
	s.happens()
	return s.answer.Read(p)
}

// The .env file is written before the JSON that names its variable: whatever comes
// between, the token is not lost.
func TestSplitWritesTheTokenFirst(t *testing.T) {
	file := saved(t, demoDocument())
	dir := t.TempDir()
	path, beside := filepath.Join(dir, "connector.json"), filepath.Join(dir, ".env")
	if err := os.WriteFile(beside, []byte("TWILIO_AUTH_TOKEN=old\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, err bytes.Buffer
	in := sabotage{func() { _ = os.Mkdir(path, 0o700) }, strings.NewReader("y\n")}
	code := Main([]string{"export", file, "--format", "split", "-o", path}, Env{
		In: in, Out: &out, Err: &err, Terminal: true, Getenv: func(string) string { return "" },
	})
	held, e := os.ReadFile(beside)
	if code != exitProblem || e != nil || !strings.Contains(string(held), twiliosim.DemoAuthToken) {
		t.Errorf("exit code %d, .env: %v\n%s", code, e, err.String())
	}
}
