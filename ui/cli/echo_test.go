package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/redact/redacttest"
	"logto-twilio/connector/twiliosim"
)

// echoing is a server, Twilio and Logto in one, that repeats the auth token in words
// of its own: where it refuses, and in what it answers.
type echoing struct {
	said    string // the token, however written
	refuses string // "" or a part of the paths that are refused
}

func (e echoing) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	word, _ := json.Marshal(e.said)
	say := func(status int, body string) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, strings.ReplaceAll(body, "§", string(word)))
	}
	if e.refuses != "" && strings.Contains(r.Method+" "+r.URL.Path, e.refuses) {
		say(http.StatusBadRequest, `{"code":99999,"message":§,"more_info":§,"error_description":§,"data":{"message":§,"issues":[{"path":[§],"message":§}]}}`)
		return
	}
	switch path := r.URL.Path; {
	case path == "/oidc/token":
		say(http.StatusOK, `{"access_token":"granted","expires_in":3600,"scope":"all"}`)
	case path == "/api/connectors" && r.Method == http.MethodGet:
		say(http.StatusOK, `[{"id":"abc","connectorId":"twilio-short-message-service","type":"Sms","name":{"en":§,"zh-CN":§},
			"config":{"accountSID":§,"authToken":"`+redacttest.Token+`","fromMessagingServiceSID":§,§:§,"templates":[{"usageType":§,"content":§}]}}]`)
	case strings.Contains(path, "/Messages"):
		say(http.StatusOK, `{"sid":§,"status":"undelivered","body":§,"to":§,"from":§,"error_code":99999,"error_message":§,
			"num_segments":§,"price":§,"price_unit":§}`)
	case strings.Contains(path, "/Balance"):
		say(http.StatusOK, `{"balance":"1.00","currency":§}`)
	default:
		say(http.StatusOK, `{"id":§,"sid":§,"friendly_name":§,"type":"Full","status":"active","usecase":§,
			"services":[{"sid":§,"friendly_name":§,"usecase":§}],"incoming_phone_numbers":[{"sid":§,"phone_number":§,"friendly_name":§}],
			"outgoing_caller_ids":[{"phone_number":§}],"phone_numbers":[{"sid":§,"phone_number":§,"country_code":§,"capabilities":["SMS"]}],
			"short_codes":[{"sid":§,"short_code":§,"country_code":"US"}],"alpha_senders":[{"sid":§,"alpha_sender":§}],
			"compliance":[{"sid":§,"campaign_status":§}],"meta":{},
			"verifications":[{"tollfree_phone_number_sid":§,"tollfree_phone_number":§,"status":§}]}`)
	}
}

// echoed are the commands, and what of the server's each is refused, beside nothing.
var echoed = map[string][]string{
	"send FILE --to +15551234567":        {"/Messages"},
	"send FILE --to +15551234567 --json": {"/Messages"},
	"doctor FILE":                        {"/Accounts", "/Balance", "/Services", "PhoneNumbers", "/Compliance", "/Tollfree"},
	"doctor FILE --json":                 {"/Accounts", "/Balance", "/Services", "PhoneNumbers", "/Compliance", "/Tollfree"},
	"push FILE --yes":                    {"/oidc", "GET /api", "PATCH"},
	"push FILE --yes --json":             {"/oidc", "GET /api", "PATCH"},
	"pull -o OUT":                        {"/oidc", "GET /api"},
	"--plain":                            {"/Accounts", "/Services"},
}

// No server gets the token shown, however it writes it, by no command. What is printed
// is judged without all that stands between letters and digits.
func TestNoServerGetsTheTokenShown(t *testing.T) {
	t.Parallel()
	file := saved(t, connector.NewDocument(connector.Config{
		AccountSID: redacttest.SID, AuthToken: redacttest.Token, FromMessagingServiceSID: twiliosim.DemoServiceSID,
		Templates: demoDocument().Config().Templates,
	}))
	for command, refusals := range echoed {
		t.Run(command, func(t *testing.T) {
			t.Parallel()
			for name, encode := range redacttest.Encodings {
				for _, frame := range []string{"%s", "AC%s"} {
					for _, refuses := range append(slices.Clone(refusals), "") {
						if strings.HasPrefix(command, "pull") && refuses != "" && (frame != "%s" || name == "SID") {
							continue // pull knows no token before it was given one, and this is a SID
						}
						e := echoing{fmt.Sprintf(frame, encode(redacttest.Token)), refuses}
						shown := e.run(t, strings.ReplaceAll(command, "FILE", file))
						if leak := redacttest.Leak(shown, redacttest.Token); leak != "" {
							t.Fatalf("%s in %q, refused %q: %s in\n%s", name, frame, refuses, leak, shown)
						}
					}
				}
			}
		})
	}
}

// run is all that a command prints.
func (e echoing) run(t *testing.T, command string) string {
	t.Helper()
	server := httptest.NewServer(e)
	defer server.Close()
	home := t.TempDir()
	args := strings.Fields(strings.ReplaceAll(command, "OUT", filepath.Join(home, "out.json")))
	if !strings.HasPrefix(command, "pu") {
		args = append(args, "--twilio-url", server.URL)
	}
	variables := map[string]string{"HOME": home, "XDG_STATE_HOME": home}
	switch args[0] {
	case "push", "pull":
		variables[environ.LogtoEndpoint], variables[environ.LogtoAuth] = server.URL, "machine:application-secret"
	case "--plain":
		variables["TWILIO_ACCOUNT_SID"], variables["TWILIO_AUTH_TOKEN"] = redacttest.SID, redacttest.Token
	}
	var out bytes.Buffer
	Main(args, Env{
		In: strings.NewReader(strings.Repeat("\n", 8)), Out: &out, Err: &out, Dir: home, Home: home, Terminal: args[0] == "--plain",
		Getenv: func(name string) string { return variables[name] },
	})
	if out.Len() == 0 {
		t.Errorf("%s says nothing", command)
	}
	return out.String()
}
