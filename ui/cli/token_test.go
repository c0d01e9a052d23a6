package cli

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export/logto/logtosim"
)

// Whatever needs a token ends with one exit code where there is none, and shows what
// sets it. What --json was asked of writes one document all the same.
func TestMissingToken(t *testing.T) {
	variable := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = connector.TokenVariable }))
	empty := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = "" }))
	placeholder := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = "<your-auth-token>" }))
	const sids = "--account-sid " + twiliosim.DemoAccountSID + " --messaging-service-sid " + twiliosim.DemoServiceSID
	for command, files := range map[string][]string{
		"generate " + sids:           {""},
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
	} {
		for _, file := range files {
			args := strings.Fields(command)
			if file != "" {
				args = slices.Insert(args, 1, file)
			}
			sim := logtosim.New()
			got := withLogto(t, sim, nil, args...)
			if got.code != exitUsage || !strings.Contains(got.out+got.err, tokenVariable) || len(sim.Rows()) > 0 {
				t.Errorf("%q: exit code %d\n%s\n%s", args, got.code, got.out, got.err)
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

// What is no file cannot be doctored, which is a check for programs.
func TestDoctorJSONWithoutFile(t *testing.T) {
	out, said, code := run("doctor", "none.json", "--json")
	var report struct{ Checks []checked }
	if err := json.Unmarshal([]byte(out), &report); err != nil || len(report.Checks) != 1 || code != exitProblem {
		t.Fatalf("exit code %d, %v\n%s\n%s", code, err, out, said)
	}
	c := report.Checks[0]
	if c.Code != reasonFileUnreadable || c.Status != connector.CheckFailed || !strings.Contains(c.Message, "none.json") || c.Hint == "" {
		t.Errorf("%+v", c)
	}
}
