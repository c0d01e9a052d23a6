package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/twiliosim"
)

// demonstrated runs a command with --demo where the environment names a real account and
// a real Logto, which nothing may come of.
func demonstrated(t *testing.T, typed func(said *bytes.Buffer) *typist, args ...string) pushed {
	t.Helper()
	var out, err bytes.Buffer
	env := Env{In: strings.NewReader(""), Out: &out, Err: &err, Getenv: func(name string) string {
		return map[string]string{
			environ.LogtoEndpoint: "https://real.invalid", environ.LogtoAuth: "real:secret", environ.LogtoResource: "https://real.invalid/api",
			environ.TwilioURL: "https://real.invalid", environ.AuthToken: strings.Repeat("ab", 16), environ.AccountSID: "AC" + strings.Repeat("ab", 16),
		}[name]
	}}
	if typed != nil {
		env.In, env.Terminal = typed(&err), true
	}
	code := Main(append(args, "--demo"), env)
	if strings.Contains(out.String()+err.String(), "real.invalid") {
		t.Errorf("%v uses the environment:\n%s\n%s", args, out.String(), err.String())
	}
	return pushed{out.String(), err.String(), code}
}

// Each command shows without an account what it does, and says that it is the demo.
func TestDemoOfEachCommand(t *testing.T) {
	t.Parallel()
	own := saved(t, demoDocument(newText, func(c *connector.Config) {
		c.AccountSID, c.AuthToken = "AC"+strings.Repeat("12", 16), strings.Repeat("cd", 16)
		c.FromMessagingServiceSID = "MG" + strings.Repeat("34", 16)
	}))
	wrong := saved(t, demoDocument(func(c *connector.Config) { c.AccountSID = "<your-account-sid>" }))
	for args, tt := range map[string]struct {
		code int
		says []string
	}{
		"doctor":                                {exitOK, []string{"Demo Company", "21610", "Sign-in, Password recovery"}},
		"doctor OWN":                            {exitOK, []string{"are replaced with those of the demo", "Demo Company"}},
		"doctor WRONG":                          {exitProblem, []string{"1 error", "were not checked with Twilio"}},
		"doctor none.json":                      {exitProblem, []string{"none.json"}},
		"send":                                  {exitOK, []string{"was delivered to " + demoNumber}},
		"send --to +15000021211":                {exitProblem, []string{"21211"}},
		"send OWN --no-wait":                    {exitOK, []string{demoNumber}},
		"push --yes":                            {exitOK, []string{"read back and is the same", "logto-twilio enable"}},
		"push OWN --yes":                        {exitOK, []string{"New: {{code}}", "read back and is the same"}},
		"push":                                  {exitUsage, []string{"no terminal to ask on"}},
		"pull":                                  {exitOK, []string{"its credentials do not work", twiliosim.DemoAccountSID}},
		"enable --dry-run":                      {exitOK, []string{"nothing uses it"}},
		"enable --sign-in --yes":                {exitOK, []string{"read back and is the same"}},
		"enable --yes --test " + provedNumber:   {exitOK, []string{"The simulated phone shows:", "not proved"}},
		"push --yes --endpoint https://a.b":     {exitUsage, []string{"--endpoint"}},
		"doctor --auth-token-stdin":             {exitUsage, []string{"--auth-token-stdin"}},
		"send --twilio-url https://a.b":         {exitUsage, []string{"--twilio-url"}},
		"push OWN OWN --yes":                    {exitUsage, []string{"push"}},
		"pull OWN":                              {exitUsage, []string{"pull"}},
		"push --yes --lang zh-CN":               {exitOK, []string{"演示：", "logto-twilio enable"}},
		"enable --sign-in --yes --lang zh-CN":   {exitOK, []string{"演示："}},
		"push --yes --auth-file x --lang zh-CN": {exitUsage, []string{"--auth-file"}},
	} {
		t.Run(args, func(t *testing.T) {
			t.Parallel()
			got := demonstrated(t, nil, strings.Fields(strings.NewReplacer("OWN", own, "WRONG", wrong).Replace(args))...)
			if got.code != tt.code {
				t.Errorf("exit code %d\n%s\n%s", got.code, got.out, got.err)
			}
			for _, s := range tt.says {
				if !strings.Contains(got.out+got.err, s) {
					t.Errorf("not said: %s\n%s\n%s", s, got.out, got.err)
				}
			}
			if got.code == exitOK && !strings.Contains(got.err, "DEMO:") && !strings.Contains(got.err, "演示：") {
				t.Errorf("it does not say that it is the demo\n%s", got.err)
			}
			if all := got.out + got.err; strings.Contains(all, strings.Repeat("cd", 16)) || strings.Contains(all, strings.Repeat("12", 16)) {
				t.Errorf("the account of the file is shown\n%s", all)
			}
		})
	}
}

// The demo ends as the real thing does: with the code that the phone shows.
func TestDemoIsProved(t *testing.T) {
	t.Parallel()
	code := regexp.MustCompile(`shows: (\d{6})`)
	got := demonstrated(t, func(said *bytes.Buffer) *typist {
		return &typist{lines: []func() string{
			func() string { return "y" }, func() string { return "y" },
			func() string { return code.FindStringSubmatch(said.String())[1] },
		}}
	}, "enable", "--sign-in", "--test", provedNumber)
	if got.code != exitOK || !strings.Contains(got.err, "Proved:") {
		t.Errorf("exit code %d\n%s", got.code, got.err)
	}
}

// A file that the demo saves holds no credential that works, and is one's own otherwise.
func TestDemoSavesNothingReal(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "c.json")
	got := demonstrated(t, nil, "pull", "-o", path)
	data, err := os.ReadFile(path)
	if err != nil || got.code != exitOK || connector.Decode(data).Config().AuthToken != twiliosim.DemoAuthToken {
		t.Errorf("exit code %d, %v\n%s", got.code, err, got.err)
	}
}
