//go:build unix

package export

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
)

// push runs the script against a Logto, whose settings env may replace, and returns
// what it says and whether it succeeded. Wherever the arguments of a process show,
// none of the secrets does.
func push(t *testing.T, shell string, l http.Handler, d *connector.Document, env ...string) (output string, ok bool) {
	t.Helper()
	server := httptest.NewServer(l)
	defer server.Close()
	dir := t.TempDir()
	script := filepath.Join(dir, "connector.sh")
	if err := os.WriteFile(script, format(t, "curl", d, FormatOptions{}), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), shell, script)
	cmd.Dir = dir
	cmd.Env = append([]string{
		"PATH=" + watched(t, dir) + ":" + os.Getenv("PATH"), "HOME=" + dir, "ARGUMENTS=" + filepath.Join(dir, "arguments"),
		"LOGTO_ENDPOINT=" + server.URL + "/", "LOGTO_AUTH=" + applicationID + ":" + applicationSecret, "TWILIO_AUTH_TOKEN=" + hidden,
	}, env...)
	out, err := cmd.CombinedOutput()
	arguments, _ := os.ReadFile(filepath.Join(dir, "arguments"))
	for _, secret := range []string{hidden, applicationSecret, accessToken} {
		if strings.Contains(string(arguments), secret) || strings.Contains(string(out), secret) {
			t.Errorf("a secret shows in the arguments\n%s\nor in\n%s", arguments, out)
		}
	}
	if files, _ := filepath.Glob(filepath.Join(dir, "*")); len(files) > 3 {
		t.Errorf("left behind: %v", files)
	}
	return string(out), err == nil
}

// watched is a folder of programs that note their arguments and do their work.
func watched(t *testing.T, dir string) string {
	t.Helper()
	bin := filepath.Join(dir, "bin")
	if err := os.Mkdir(bin, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"curl", "jq", "cat", "sed", "tr"} {
		real, err := exec.LookPath(name)
		if err != nil {
			t.Fatal(err)
		}
		program := "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\" >>\"$ARGUMENTS\"\nexec " + real + ` "$@"` + "\n"
		if err := os.WriteFile(filepath.Join(bin, name), []byte(program), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return bin
}

// withScript runs a test where the script can be run, in each shell there is.
func withScript(t *testing.T, test func(t *testing.T, shell string)) {
	t.Helper()
	for _, name := range []string{"curl", "jq"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Logf("%s is not on this machine: the script was not run", name)
			return
		}
	}
	for _, shell := range shells(t) {
		if slices.Contains([]string{"dash", "bash", "sh", "mksh"}, filepath.Base(shell)) {
			t.Run(filepath.Base(shell), func(t *testing.T) { test(t, shell) })
		}
	}
}

func TestScriptPushes(t *testing.T) {
	const other = `{"id":"x1","type":"Sms","connectorId":"vonage-sms"}`
	const ours = `{"id":"abc_DEF-1","type":"Sms","connectorId":"twilio-short-message-service","config":{"authToken":"` + "0000" + `"}}`
	withScript(t, func(t *testing.T, shell string) {
		t.Parallel()
		for name, c := range map[string]struct{ connectors, method, path, says string }{
			"none":    {`[]`, "POST", "/api/connectors", "created"},
			"e-mail":  {`[{"id":"m","type":"Email","connectorId":"smtp"}]`, "POST", "/api/connectors", "created"},
			"another": {`[` + other + `]`, "POST", "/api/connectors", "replaces (vonage-sms)"},
			"ours":    {`[` + other + `,` + ours + `]`, "PATCH", "/api/connectors/abc_DEF-1", "updated"},
		} {
			l := newLogto()
			l.connectors = c.connectors
			want := hardConfig()
			output, ok := push(t, shell, l, connector.NewDocument(want))
			if !ok || l.method != c.method || l.path != c.path || !strings.Contains(output, c.says) {
				t.Errorf("%s: %s %s, success %t, said %q", name, l.method, l.path, ok, output)
			}
			if l.resource != "https://default.logto.app/api" {
				t.Errorf("%s: a token for %s", name, l.resource)
			}
			var body map[string]json.RawMessage
			if err := json.Unmarshal(l.body, &body); err != nil || (body["connectorId"] == nil) != (c.method == "PATCH") {
				t.Errorf("%s: the body is %s (%v)", name, l.body, err)
			}
			sameConfig(t, body["config"], want)
		}
	})
}

func TestScriptStops(t *testing.T) {
	withScript(t, func(t *testing.T, shell string) {
		t.Parallel()
		for name, c := range map[string]struct {
			change func(*logto)
			env    string
			says   []string
		}{
			"no scope":      {func(l *logto) { l.token = `{"access_token":"` + accessToken + `"}` }, "", []string{"no-scope"}},
			"no endpoint":   {nil, "LOGTO_ENDPOINT=", []string{"unset (LOGTO_ENDPOINT)"}},
			"no token":      {nil, "TWILIO_AUTH_TOKEN=", []string{"unset (TWILIO_AUTH_TOKEN)"}},
			"no secret":     {nil, "LOGTO_AUTH=machine", []string{"no-auth"}},
			"plain http":    {nil, "LOGTO_ENDPOINT=http://example.com", []string{"no-endpoint"}},
			"almost local":  {nil, "LOGTO_ENDPOINT=http://localhost.example.com", []string{"no-endpoint"}},
			"somebody else": {nil, "LOGTO_ENDPOINT=http://localhost:1@example.com", []string{"no-endpoint"}},
			"nobody":        {nil, "LOGTO_ENDPOINT=http://127.0.0.1:1", []string{"unreachable (http://127.0.0.1:1)"}},
			"wrong secret":  {nil, "LOGTO_AUTH=machine:no", []string{"token-refused (401 oidc.invalid_client - client authentication [31mfailed)"}},
			"HTML":          {func(l *logto) { l.token = "<html>" }, "", []string{"unintelligible"}},
			"no list":       {func(l *logto) { l.connectors = `{"x":1}` }, "", []string{"unintelligible"}},
			"an odd id":     {func(l *logto) { l.connectors = `[{"id":"../x","connectorId":"twilio-short-message-service"}]` }, "", []string{"unintelligible"}},
			"guard": {func(l *logto) {
				l.status, l.answer = 400, `{"code":"connector.invalid_config","message":"The config is invalid.","details":"Error in key path.","data":{"token":"`+hidden+`"}}`
			}, "", []string{"refused (400 connector.invalid_config - The config is invalid. - Error in key path.)"}},
			"too large": {func(l *logto) { l.status, l.answer = 404, "Not Found" }, "", []string{"refused (404)"}},
		} {
			l := newLogto()
			if c.change != nil {
				c.change(l)
			}
			output, ok := push(t, shell, l, connector.NewDocument(config()), c.env)
			for _, want := range c.says {
				if ok || !strings.Contains(output, "It says: "+want) {
					t.Errorf("%s: success %t, said %q", name, ok, output)
				}
			}
			if l.method != "" && l.status == http.StatusOK {
				t.Errorf("%s: %s %s", name, l.method, l.path)
			}
		}
	})
}

// A server may send back whatever it was sent: none of the secrets shows, in no way
// of writing them, nor what a terminal would obey.
func TestScriptMasksWhatIsAnswered(t *testing.T) {
	auth := applicationID + ":" + applicationSecret
	escaped := strings.NewReplacer("\\", `\\`, `"`, `\"`).Replace(applicationSecret)
	echo := strings.Join([]string{
		hidden[:9] + "\x1b\u200b\u202e\u009b" + hidden[9:], accessToken, applicationSecret, escaped,
		base64.StdEncoding.EncodeToString([]byte(auth)), url.QueryEscape(applicationSecret), "end",
	}, "|")
	output := strings.Repeat(redact.Mask+"|", 3) + "end" // what stands side by side is one
	text, err := json.Marshal(echo)
	if err != nil {
		t.Fatal(err)
	}
	withScript(t, func(t *testing.T, shell string) {
		t.Parallel()
		for name, c := range map[string]struct {
			change func(*logto)
			says   string
		}{
			"refused": {func(l *logto) {
				l.status, l.answer = 400, `{"code":"é","message":`+string(text)+`,"details":`+string(text)+`}`
			}, "refused (400 é - " + output + " - " + output + ")\n"},
			"another": {func(l *logto) { l.connectors = `[{"id":"x","type":"Sms","connectorId":` + string(text) + `}]` }, "replaces (" + output + ")\n"},
			"odd":     {func(l *logto) { l.connectors = `[{"id":"x","type":"Sms","connectorId":{}}]` }, "unintelligible"},
		} {
			l := newLogto()
			c.change(l)
			got, _ := push(t, shell, l, connector.NewDocument(config()))
			if !strings.Contains(got, "It says: "+c.says) {
				t.Errorf("%s: said %q, want %q", name, got, c.says)
			}
		}
		l := newLogto()
		l.refusal = `{"message":"no application machine with ` + escaped + `"}`
		if got, _ := push(t, shell, l, connector.NewDocument(config()), "LOGTO_AUTH=nobody:"+applicationSecret); !strings.Contains(got, "(401 no application machine with "+redact.Mask+")\n") {
			t.Errorf("said %q", got)
		}
	})
}

// A resource that is set is asked for; that of a tenant of Logto Cloud is known.
func TestScriptResource(t *testing.T) {
	withScript(t, func(t *testing.T, shell string) {
		l := newLogto()
		if output, ok := push(t, shell, l, connector.NewDocument(config()), "LOGTO_RESOURCE=https://x.logto.app/api?a=b&c"); !ok {
			t.Errorf("said %q", output)
		}
		if l.resource != "https://x.logto.app/api?a=b&c" {
			t.Errorf("a token for %s", l.resource)
		}
	})
}

func TestScriptNamesWhatItNeeds(t *testing.T) {
	withScript(t, func(t *testing.T, shell string) {
		for _, missing := range []string{"curl", "jq"} {
			bin := t.TempDir()
			if missing == "jq" {
				if err := os.Symlink("/bin/true", filepath.Join(bin, "curl")); err != nil {
					t.Fatal(err)
				}
			}
			script := filepath.Join(t.TempDir(), "connector.sh")
			if err := os.WriteFile(script, format(t, "curl", connector.NewDocument(config()), FormatOptions{}), 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := exec.CommandContext(t.Context(), shell, script)
			cmd.Env = []string{"PATH=" + bin}
			out, err := cmd.CombinedOutput()
			if want := "It says: needs (" + missing + ")\n"; err == nil || string(out) != want {
				t.Errorf("without %s: %v, said %q", missing, err, out)
			}
		}
	})
}

func TestScriptPassesShellcheck(t *testing.T) {
	shellcheck, err := exec.LookPath("shellcheck")
	if err != nil {
		t.Log("shellcheck is not on this machine: the script was not checked")
		return
	}
	for _, d := range []*connector.Document{connector.NewDocument(hardConfig()), connector.Decode([]byte("{}"))} {
		cmd := exec.CommandContext(t.Context(), shellcheck, "--shell=sh", "--severity=style", "-")
		cmd.Stdin = strings.NewReader(string(format(t, "curl", d, FormatOptions{})))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
}
