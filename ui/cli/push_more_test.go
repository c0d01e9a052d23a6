package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/logto/logtosim/faults"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
)

// The placeholder of a split file is filled in, and never pushed as it is.
func TestPushFillsTheToken(t *testing.T) {
	t.Parallel()
	split := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = connector.TokenVariable }))
	secret := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(secret, []byte(twiliosim.DemoAuthToken+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		environ map[string]string
		args    []string
		code    int
		says    string
	}{
		"nowhere":              {nil, nil, exitUsage, "The auth token is missing."},
		"from the environment": {map[string]string{environ.AuthToken: twiliosim.DemoAuthToken}, nil, exitOK, "read back"},
		"from a file":          {map[string]string{environ.AuthToken: "wrong"}, []string{"--auth-token-file", secret}, exitOK, "read back"},
		"what is no token":     {map[string]string{environ.AuthToken: twiliosim.DemoAccountSID}, nil, exitProblem, "from TWILIO_AUTH_TOKEN is wrong"},
		"not expanded":         {map[string]string{environ.AuthToken: connector.TokenVariable}, nil, exitProblem, "is the variable itself"},
	} {
		sim := logtosim.New()
		got := withLogto(t, sim, tt.environ, append([]string{"push", split, "--yes"}, tt.args...)...)
		if got.code != tt.code || !strings.Contains(got.err, tt.says) {
			t.Errorf("%s: exit code %d\n%s", name, got.code, got.err)
		}
		if rows := sim.Rows(); (len(rows) == 1) != (tt.code == exitOK) || len(rows) == 1 && !sameConfig(rows[0].Config, demoDocument()) {
			t.Errorf("%s: there is %s", name, rows)
		}
	}
}

// --test asks Logto once, after the push, whatever comes of it.
func TestPushTests(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		number, fault string
		there         []logtosim.Row
		code          int
		says          []string
		test          string
	}{
		"sent":                 {number: "+1 555 123 4567", says: []string{"test message for +15551234567"}, test: "sent"},
		"sent, no change":      {number: "+15551234567", there: []logtosim.Row{twilioRow(demoDocument())}, says: []string{"nothing to do", "test message for"}, test: "sent"},
		"refused by Twilio":    {number: "+15000021610", code: exitProblem, says: []string{"read back", i18n.In(i18n.English).TwilioError(21610).Title}, test: "refused"},
		"Twilio busy":          {number: "+15000020429", code: exitUnreachable, test: "refused"},
		"Twilio's HTML":        {number: "+15000000502", code: exitUnreachable, says: []string{"may or may not have been sent"}, test: "unknown"},
		"Twilio down":          {number: "+15000000503", code: exitUnreachable, says: []string{"may or may not have been sent"}, test: "unknown"},
		"Twilio never answers": {number: "+15000000504", code: exitUnreachable, says: []string{"did not answer in time", "may or may not have been sent"}, test: "unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			twilio := twiliosim.New()
			sim := logtosim.New(logtosim.Twilio(twilio))
			sim.Put(tt.there...)
			got := withLogto(t, impatient{sim}, nil, "push", saved(t, demoDocument()), "--yes", "--json", "--test", tt.number)
			if got.code != tt.code || len(twilio.Sent()) != 1 || len(sim.Rows()) != 1 {
				t.Errorf("exit code %d, sent %d\n%s", got.code, len(twilio.Sent()), got.err)
			}
			for _, s := range tt.says {
				if !strings.Contains(got.err, s) {
					t.Errorf("not said: %s\n%s", s, got.err)
				}
			}
			var r pushReport
			if err := json.Unmarshal([]byte(got.out), &r); err != nil || r.Test == nil || *r.Test != tt.test {
				t.Errorf("%v\n%s", err, got.out)
			}
		})
	}
	// Where the push fails, nothing is sent.
	twilio := twiliosim.New()
	sim := logtosim.New(logtosim.Twilio(twilio))
	faults.Break(sim, faults.Fault{Effect: faults.Forbidden, Method: "POST", Path: "/api/connectors"})
	if got := withLogto(t, sim, nil, "push", saved(t, demoDocument()), "--yes", "--test", "+15551234567"); got.code != exitProblem || len(twilio.Sent()) > 0 {
		t.Errorf("exit code %d, sent %d\n%s", got.code, len(twilio.Sent()), got.err)
	}
}

// The shape of --json is stable, and holds no token.
func TestPushJSON(t *testing.T) {
	t.Parallel()
	sim := logtosim.New()
	sim.Put(twilioRow(demoDocument()))
	wanted := saved(t, demoDocument(rotated, newText))
	got := withLogto(t, sim, nil, "push", wanted, "--dry-run", "--json")
	const text = `{
  "endpoint": "https://logto.demo.invalid",
  "resource": "https://default.logto.app/api",
  "action": "patch",
  "connectors": [
    {
      "id": "ours",
      "connectorId": "twilio-short-message-service",
      "name": "Twilio SMS Service"
    }
  ],
  "several": false,
  "hidden": "",
  "deletes": [],
  "changes": [
    {
      "path": "/authToken",
      "change": "changed",
      "usageType": null,
      "old": null,
      "new": null,
      "secret": true
    },
    {
      "path": "/templates/1/content",
      "change": "changed",
      "usageType": "SignIn",
      "old": "OLD",
      "new": "New: {{code}}",
      "secret": false
    }
  ],
  "outcome": "unchanged",
  "test": null,
  "error": null
}
`
	if want := strings.Replace(text, "OLD", connector.DefaultText(connector.SignIn, connector.English), 1); got.out != want || got.code != exitOK {
		t.Errorf("exit code %d\n%s\n%s", got.code, got.out, got.err)
	}
	if chinese := withLogto(t, sim, nil, "push", wanted, "--dry-run", "--json", "--lang", "zh-CN"); chinese.out != got.out {
		t.Errorf("in Chinese it is\n%s", chinese.out)
	}
}

// It is written however the command ends, and names why.
func TestPushJSONOfFailures(t *testing.T) {
	t.Parallel()
	sim := logtosim.New()
	sim.Put(twilioRow(demoDocument()))
	wanted := saved(t, demoDocument(rotated, newText))
	split := saved(t, demoDocument(func(c *connector.Config) { c.AuthToken = connector.TokenVariable }))
	refused := saved(t, demoDocument(func(c *connector.Config) { c.Templates = nil }))
	for _, tt := range []struct {
		name    string
		args    []string
		environ map[string]string
		code    string
		outcome logto.Outcome
	}{
		{"nobody to ask", nil, nil, reasonNobodyToAsk, logto.Unchanged},
		{"wrong secret", nil, map[string]string{environ.LogtoAuth: logtosim.DemoID + ":x"}, "wrong-secret", logto.Unchanged},
		{"pushed", []string{"--yes"}, nil, "", logto.Pushed},
		// What ends it before Logto is asked.
		{"no endpoint", nil, map[string]string{environ.LogtoEndpoint: ""}, "endpoint-missing", logto.Unchanged},
		{"a bad endpoint", []string{"--endpoint", "http://example.com"}, nil, "endpoint-invalid", logto.Unchanged},
		{"no application", nil, map[string]string{environ.LogtoAuth: ""}, "auth-missing", logto.Unchanged},
		{"half an application", nil, map[string]string{environ.LogtoAuth: logtosim.DemoID}, "auth-invalid", logto.Unchanged},
		{"no token", []string{split}, nil, "token-missing", logto.Unchanged},
		{"a token not expanded", []string{split}, map[string]string{environ.AuthToken: connector.TokenVariable}, "token-unexpanded", logto.Unchanged},
		{"no file", []string{"none.json"}, nil, "file-unreadable", logto.Unchanged},
		{"errors", []string{refused}, nil, "configuration-refused", logto.Unchanged},
		{"a bad number", []string{"--test", "5551234"}, nil, string(problem.PhoneNoCountry), logto.Unchanged},
		{"no such file of an application", []string{"--auth-file", "none"}, nil, reasonAuthUnreadable, logto.Unchanged},
		{"no such file of a token", []string{"--auth-token-file", "none"}, nil, reasonTokenUnreadable, logto.Unchanged},
		{"a token twice", []string{"--auth-token-file", "none", "--auth-token-stdin"}, nil, reasonFlagsConflict, logto.Unchanged},
		{"a test that is none", []string{"--dry-run", "--test", "+15551234567"}, nil, reasonFlagsConflict, logto.Unchanged},
	} {
		args := tt.args
		if len(args) == 0 || strings.HasPrefix(args[0], "-") {
			args = append([]string{wanted}, args...)
		}
		got := withLogto(t, sim, tt.environ, append([]string{"push", "--json", "--lang", "zh-CN"}, args...)...)
		var r pushReport
		if err := json.Unmarshal([]byte(got.out), &r); err != nil || r.Outcome != tt.outcome || r.Connectors == nil || (r.Error == nil) != (tt.code == "") {
			t.Errorf("%s: %v\n%s", tt.name, err, got.out)
		} else if r.Error != nil && (r.Error.Code != tt.code || r.Error.Message == "" || r.Error.Hint == "") {
			t.Errorf("%s: %+v", tt.name, r.Error)
		}
		if unnamed := strings.HasPrefix(tt.code, "endpoint-"); unnamed != (r.Endpoint == "") || unnamed != (r.Resource == "") {
			t.Errorf("%s: endpoint %q, resource %q", tt.name, r.Endpoint, r.Resource)
		}
	}
}
