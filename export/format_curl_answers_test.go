//go:build unix

package export

import (
	"net/http/httptest"
	"strings"
	"testing"

	"logto-twilio/connector"
)

// What push knows of a refusal, the script says: by its code, the claim of the token,
// or Logto's words. Nothing is then written.
func TestScriptExplainsRefusals(t *testing.T) {
	list := func(status int, answer string) func(*logto) {
		return func(l *logto) { l.listed, l.connectors = status, answer }
	}
	written := func(status int, answer string) func(*logto) {
		return func(l *logto) { l.status, l.answer = status, answer }
	}
	const unauthorized = `{"code":"auth.unauthorized","message":"Unauthorized.","data":`
	withScript(t, func(t *testing.T, shell string) {
		t.Parallel()
		for name, c := range map[string]struct {
			change func(*logto)
			env    string
			says   []string // each fills in one thing of the sentence
		}{
			"two SMS rows":      {list(400, `{"code":"connector.more_than_one_sms","message":"x"}`), "", []string{"several-sms"}},
			"two e-mail rows":   {list(400, `{"code":"connector.more_than_one_email","message":"x"}`), "", []string{"several-email"}},
			"two social rows":   {list(400, `{"code":"connector.multiple_target_with_same_platform"}`), "", []string{"several-social"}},
			"audience":          {list(401, unauthorized+`{"claim":"aud"}}`), "", []string{"wrong-audience (http://127.0.0.1", "wrong-audience (https://default.logto.app/api)", "wrong-audience (401)"}},
			"issuer":            {list(401, unauthorized+`{"claim":"iss"}}`), "", []string{"wrong-issuer (http://127.0.0.1", "wrong-issuer (401)"}},
			"expired":           {list(401, unauthorized+`{"claim":"exp"}}`), "", []string{"refused (401 auth.unauthorized - Unauthorized.)"}},
			"data of no object": {list(401, unauthorized+`"aud"}`), "", []string{"refused (401 auth.unauthorized - Unauthorized.)"}},
			"a claim elsewhere": {list(403, `{"code":"auth.forbidden","data":{"claim":"aud"}}`), "", []string{"refused (403 auth.forbidden)"}},
			"wrong resource":    {func(l *logto) { l.refusal = `{"code":"oidc.invalid_target"}` }, "LOGTO_AUTH=machine:no", []string{"wrong-resource (http://127.0.0.1", "wrong-resource (https://default.logto.app/api)"}},
			"not installed":     {written(422, `{"code":"connector.not_found_with_connector_id"}`), "", []string{"not-installed (http://127.0.0.1", "not-installed (422)"}},
			"half a character":  {written(422, `{"code":"entity.invalid_input","message":"Invalid input."}`), "", []string{"not-storable (422)"}},
			"a forbidden key":   {written(400, `{"message":"Object contains forbidden prototype property"}`), "", []string{"not-storable (400)"}},
			"malformed":         {written(400, `{"message":"Unexpected end of JSON input"}`), "", []string{"refused (400 Unexpected end of JSON input)"}},
		} {
			l := newLogto()
			c.change(l)
			output, ok := push(t, shell, l, connector.NewDocument(config()), c.env)
			for _, want := range c.says {
				if ok || !strings.Contains(output, "It says: "+want) {
					t.Errorf("%s: success %t, said %q, not %s", name, ok, output, want)
				}
			}
			if l.method != "" && l.status == 200 {
				t.Errorf("%s: %s %s", name, l.method, l.path)
			}
		}
	})
}

// An address is taken with what Logto's pages show behind it, as push takes it.
func TestScriptEndpoint(t *testing.T) {
	withScript(t, func(t *testing.T, shell string) {
		t.Parallel()
		for _, behind := range []string{"", "//", "/api", "/api/", "/oidc", "//oidc//"} {
			l := newLogto()
			server := httptest.NewServer(l)
			output, ok := push(t, shell, l, connector.NewDocument(config()), "LOGTO_ENDPOINT="+server.URL+behind)
			server.Close()
			if !ok || l.path != "/api/connectors" || !strings.Contains(output, "created ("+server.URL+")") {
				t.Errorf("%q: %s, said %q", behind, l.path, output)
			}
		}
		if output, ok := push(t, shell, newLogto(), connector.NewDocument(config()), "LOGTO_ENDPOINT=http:///api"); ok || !strings.Contains(output, "no-endpoint") {
			t.Errorf("without a host: said %q", output)
		}
	})
}
