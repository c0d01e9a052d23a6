package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
)

// Whatever needs a token ends with one exit code where there is none, and shows what
// sets it. What --json was asked of writes one document all the same.
func TestMissingToken(t *testing.T) {
	variable := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = connector.TokenVariable }))
	empty := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = "" }))
	placeholder := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = "<your-auth-token>" }))
	commands := map[string][]string{
		"generate --account-sid " + twiliosim.DemoAccountSID + " --messaging-service-sid " + twiliosim.DemoServiceSID: {""},
		"render":                     {variable},
		"push --yes":                 {variable, empty, placeholder},
		"push --yes --json":          {variable, empty, placeholder},
		"doctor":                     {variable, empty, placeholder},
		"doctor --json":              {variable, empty, placeholder},
		"send --to +15551234567":     {variable, empty, placeholder},
		"send --json --to 004915112": {variable, empty, placeholder},
		"export --format env":        {variable, empty, placeholder},
		"export --format docker-env": {variable},
		"export --format k8s-secret": {variable},
		"export --format logto-api":  {variable},
	}
	for _, without := range withoutToken(t) {
		for command, files := range commands {
			for _, file := range files {
				args := append(strings.Fields(command), without.flags...)
				if file != "" {
					args = slices.Insert(args, 1, file)
				}
				sim := logtosim.New()
				got := withLogto(t, sim, map[string]string{environ.AuthToken: without.variable}, args...)
				if got.code != exitUsage || !strings.Contains(got.out+got.err, environ.AuthToken) || len(sim.Rows()) > 0 {
					t.Errorf("%q with %q: exit code %d\n%s\n%s", args, without.variable, got.code, got.out, got.err)
				}
				switch wanted := slices.Contains(args, "--json"); {
				case wanted && !json.Valid([]byte(got.out)):
					t.Errorf("%q wrote no JSON: %s", args, got.out)
				case !wanted && args[0] != "doctor" && got.out != "":
					t.Errorf("%q wrote %s", args, got.out)
				}
			}
		}
	}
}

// tokenSource is where a command looks for a token: flags, and what the variable is
// set to.
type tokenSource struct {
	variable string
	flags    []string
}

// withoutToken are the ways to give no token.
func withoutToken(t *testing.T) []tokenSource {
	t.Helper()
	sources := []tokenSource{
		{},
		{variable: " "},
		{variable: "\u00a0\t"},
		{variable: `''`},
		{flags: []string{"--auth-token-stdin"}},
		{flags: []string{"--auth-token-file", os.DevNull}},
	}
	for i, content := range []string{
		"", " \n", "TWILIO_AUTH_TOKEN=\nA=1\n", "A=1\n", "A B\n", "1\n2\n", "# token\n" + otherToken, strings.Repeat("a", longestToken+1),
		"TWILIO_AUTH_TOKEN='a b'\n",
	} {
		file := filepath.Join(t.TempDir(), strconv.Itoa(i))
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		sources = append(sources, tokenSource{flags: []string{"--auth-token-file", file}})
	}
	return sources
}

// A token from elsewhere that can be none is refused before any request, and the file
// is not blamed.
func TestWrongToken(t *testing.T) {
	variable := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = connector.TokenVariable }))
	file := filepath.Join(t.TempDir(), "token")
	for _, token := range []string{"<your-auth-token>", twiliosim.DemoServiceSID} {
		if err := os.WriteFile(file, []byte(token), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, command := range []string{"push --yes", "doctor", "doctor --json", "send --to +15551234567", "send --json --to +15551234567"} {
			for name, given := range map[string]map[string]string{
				environ.AuthToken: {environ.AuthToken: token}, "--auth-token-file " + file: nil,
			} {
				args := slices.Insert(strings.Fields(command), 1, variable)
				if given == nil {
					args = append(args, strings.Fields(name)...)
				}
				sim := logtosim.New()
				got := withLogto(t, sim, given, args...)
				all := got.out + got.err
				if got.code != exitProblem || !strings.Contains(all, "The auth token from "+name+" is wrong.") || len(sim.Requests()) > 0 {
					t.Errorf("%q: exit code %d\n%s", args, got.code, all)
				}
				if strings.Contains(all, "validate") || strings.Contains(all, token) {
					t.Errorf("%q blames the file or shows the token:\n%s", args, all)
				}
				if slices.Contains(args, "--json") && !json.Valid([]byte(got.out)) {
					t.Errorf("%q wrote no JSON: %s", args, got.out)
				}
			}
		}
	}
}

// A file with more than a token is refused before anything is asked, and not shown.
func TestTokenNotAlone(t *testing.T) {
	variable := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = connector.TokenVariable }))
	file := filepath.Join(t.TempDir(), "token")
	const secret = "0123456789abcdef0123456789abcdef"
	for _, text := range []string{secret + " " + secret, secret + "\n" + secret + "\n", "token " + secret, "TOKEN=" + secret, secret + "\u3000x"} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		sim := logtosim.New()
		got := withLogto(t, sim, nil, "push", variable, "--yes", "--auth-token-file", file)
		all := got.out + got.err
		if got.code != exitUsage || !strings.Contains(all, "contains something other than an auth token") || strings.Contains(all, secret) || len(sim.Requests()) > 0 {
			t.Errorf("%q: exit code %d\n%s", text, got.code, all)
		}
	}
}

// A .env file gives the token of its line, to render as to all.
func TestTokenOfEnvFile(t *testing.T) {
	const token = "0123456789abcdef0123456789abcdef"
	split := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = connector.TokenVariable }))
	for _, text := range []string{
		"TWILIO_AUTH_TOKEN=" + token, "TWILIO_AUTH_TOKEN='" + token + "'\r\n",
		"# mine\nA='b c'\nexport TWILIO_AUTH_TOKEN = \"" + token + "\" # yes\nB=2\n",
	} {
		file := filepath.Join(t.TempDir(), ".env")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		out, said, code := run("render", split, "--auth-token-file", file)
		if code != exitOK || connector.Decode([]byte(out)).Config().AuthToken != token || said != "" {
			t.Errorf("%q: exit code %d\n%s\n%s", text, code, out, said)
		}
	}
}
