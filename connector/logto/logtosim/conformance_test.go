package logtosim

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"logto-twilio/connector"
)

// exchangesDir names the folder of what a running Logto answered. Without it there
// is nothing to compare with.
const exchangesDir = "LOGTO_TWILIO_LOGTO"

// signInFolder is beside it: what has to do with signing in.
const signInFolder = "sign-in"

// exchange is a request to a running Logto and what came back.
type exchange struct {
	Name    string
	Request struct {
		Method, URL string
		Headers     map[string]string
		Body        json.RawMessage // as it was sent: half of a character is one there
	}
	Status int
	Header map[string]string `json:"response_headers"`
	Body   any               `json:"response_body"`

	signIn bool // it is of the folder of that name
}

// Who signed in, in the recordings.
const (
	recordedID           = "map7f1ibxwytvtq7e89o8"
	recordedUnprivileged = "9n31m5m8kqofuehlt43hk"
)

// states are what has to be there before an exchange, beside the connector that
// its address names.
var states = map[string][]Row{
	"e01-list-after":                           {{FactoryID: connector.FactoryID, Config: recordedConfig("b")}},
	"e13-list-after-second-post":               {{FactoryID: connector.FactoryID, Config: recordedConfig("f")}},
	"e19-list-after-mock":                      {{FactoryID: "mock-short-message-service", Config: recordedConfig("b")}},
	"e21-list-after-vonage":                    {{FactoryID: "vonage-sms", Config: vonageConfig()}},
	"e16-post-with-same-id":                    {{ID: "myown-id-01", FactoryID: connector.FactoryID, Config: recordedConfig("b")}},
	"h01-list-with-row-of-uninstalled-factory": {{ID: "orphan1", FactoryID: "uninstalled-sms"}},
	"h02-get-row-of-uninstalled-factory":       {{ID: "orphan1", FactoryID: "uninstalled-sms"}},
	"h05-list-with-two-sms-rows":               {{FactoryID: connector.FactoryID}, {FactoryID: connector.FactoryID}},
	"h13-post-heals-two-rows":                  {{FactoryID: connector.FactoryID}, {FactoryID: connector.FactoryID}},
	"e12-post-again":                           {{FactoryID: connector.FactoryID, Config: recordedConfig("b")}},
	"e22-post-twilio-over":                     {{FactoryID: "vonage-sms", Config: vonageConfig()}},
	"g03b-get-after-empty-content":             {{ID: "korol7gfekdv", FactoryID: connector.FactoryID, Config: withoutLastContent()}},
	"e02-get-by-id":                            {{ID: "z2xalz86pupr", FactoryID: connector.FactoryID, Config: recordedConfig("b")}},
	"e14-get-old-id":                           {{ID: "x9ujnyzvikxs", FactoryID: connector.FactoryID, Config: recordedConfig("f")}},
	"e25-delete-again":                         nil,
	"e07-patch-unknown-id":                     {{ID: "another", FactoryID: connector.FactoryID, Config: recordedConfig("b")}},
	"e02b-get-by-connectorId":                  {{ID: "z2xalz86pupr", FactoryID: connector.FactoryID, Config: recordedConfig("b")}},
}

// absent are the exchanges whose address names what is not there.
var absent = []string{"e07-patch-unknown-id", "e14-get-old-id", "e25-delete-again", "e02b-get-by-connectorId", "h02-get-row-of-uninstalled-factory"}

// recordedTemplates are those of most recorded requests.
func recordedTemplates() []any {
	var list []any
	for _, u := range []string{"Register", "SignIn", "ForgotPassword", "Generic"} {
		list = append(list, map[string]any{"usageType": u, "content": u + ": your code is {{code}}"})
	}
	return list
}

// recordedConfig is the configuration of most recorded requests, with a token of
// that letter.
func recordedConfig(letter string) json.RawMessage {
	return stored(map[string]any{
		"accountSID": "AC" + strings.Repeat("a", 32), "authToken": strings.Repeat(letter, 32),
		"fromMessagingServiceSID": "MG" + strings.Repeat("c", 32), "templates": recordedTemplates(),
	})
}

func withoutLastContent() json.RawMessage {
	list := recordedTemplates()
	list[3] = map[string]any{"usageType": "Generic"}
	return stored(map[string]any{
		"accountSID": "AC" + strings.Repeat("a", 32), "authToken": strings.Repeat("b", 32),
		"fromMessagingServiceSID": "MG" + strings.Repeat("c", 32), "templates": list,
	})
}

func vonageConfig() json.RawMessage {
	return stored(map[string]any{"apiKey": "k", "apiSecret": "s", "brandName": "B", "templates": recordedTemplates()})
}

// TestExchanges makes every recorded request to the simulator, in the state that
// it was made in, and compares what comes back.
func TestExchanges(t *testing.T) {
	dir := os.Getenv(exchangesDir)
	if dir == "" {
		t.Skipf("%s is not set: nothing recorded from a running Logto to compare with", exchangesDir)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(files) < 70 {
		t.Fatalf("%d exchanges in %s: %v", len(files), dir, err)
	}
	// Recorded later, beside them.
	later, err := filepath.Glob(filepath.Join(dir, "..", signInFolder, "*.json"))
	if err != nil || len(later) < 40 {
		t.Fatalf("%d exchanges of signing in: %v", len(later), err)
	}
	files = append(files, later...)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		if name == "b04b-token-claims" { // what is in the token, no exchange
			continue
		}
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var x exchange
			if err := json.Unmarshal(data, &x); err != nil {
				t.Fatal(err)
			}
			x.signIn = filepath.Base(filepath.Dir(file)) == signInFolder
			synctest.Test(t, func(t *testing.T) { replay(t, x) })
		})
	}
}
