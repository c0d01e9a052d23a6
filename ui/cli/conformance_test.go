//go:build unix

package cli

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
)

// TestPublishedConnector walks to a saved file and holds it against the published
// connector: it accepts the file, and what it posts to Twilio for each usage type
// is what our client posts, and what the wizard's own test posted.
// LOGTO_TWILIO_CONNECTOR names the folder whose node_modules holds
// @logto/connector-twilio-sms, LOGTO_TWILIO_NODE the node binary.
func TestPublishedConnector(t *testing.T) {
	folder := os.Getenv("LOGTO_TWILIO_CONNECTOR")
	if folder == "" {
		t.Skip("needs the published npm packages: LOGTO_TWILIO_CONNECTOR is not set")
	}
	t.Parallel()
	const number = "+14155550123"
	sim := simulate(t)
	x := start(t, program{args: []string{"--twilio-url", sim.URL}})
	x.toCredentials()
	x.answerCredentials(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
	x.chooseSender("Logto verification")
	x.toTest()
	x.sendTest(number)
	x.wait(x.says("test.now"))
	x.send(enter)
	x.save()
	if code := x.exit(); code != exitOK {
		t.Fatalf("exit code %d", code)
	}
	file := filepath.Join(x.dir, "connector.json")
	config := checkSaved(t, file)

	// The wizard's own test first, then the connector's messages, then our client's.
	types := connector.UsageTypes()
	post(t, folder, file, sim.URL, strings.TrimPrefix(number, "+"), types)
	sendAll(t, config, sim.URL, number, types)
	got := sim.posts()
	if len(got) != 1+2*len(types) {
		t.Fatalf("%d messages posted, want %d", len(got), 1+2*len(types))
	}
	wizards, theirs, ours := got[0], got[1:1+len(types)], got[1+len(types):]
	for i, u := range types {
		if !reflect.DeepEqual(ours[i], theirs[i]) {
			t.Errorf("%s: we post\n%+v\nthe published connector\n%+v", u, ours[i], theirs[i])
		}
		if u == connector.Generic && !reflect.DeepEqual(wizards, theirs[i]) {
			t.Errorf("the wizard's test posts\n%+v\nthe published connector\n%+v", wizards, theirs[i])
		}
	}
}

// TestPublishedConnectorRiskCheck is the same for what the wizard's own files do not
// have: a risk check that is off, and halves of a character in a text.
func TestPublishedConnectorRiskCheck(t *testing.T) {
	folder := os.Getenv("LOGTO_TWILIO_CONNECTOR")
	if folder == "" {
		t.Skip("needs the published npm packages: LOGTO_TWILIO_CONNECTOR is not set")
	}
	t.Parallel()
	disable := true
	config := connector.Config{
		AccountSID: twiliosim.DemoAccountSID, AuthToken: twiliosim.DemoAuthToken,
		FromMessagingServiceSID: twiliosim.DemoServiceSID, DisableRiskCheck: &disable,
	}
	for _, u := range connector.Portable.UsageTypes() {
		config.Templates = append(config.Templates, connector.Template{UsageType: u, Content: "验证码 {{ code }} & {{user.name}} \xed\xa0\xbd\xed\xa0\xbd"})
	}
	file := filepath.Join(t.TempDir(), "connector.json")
	if err := os.WriteFile(file, connector.NewDocument(config).Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	sim := simulate(t)
	types := []connector.UsageType{connector.SignIn}
	post(t, folder, file, sim.URL, "14155550123", types)
	sendAll(t, config, sim.URL, "14155550123", types)
	if got := sim.posts(); len(got) != 2 || !reflect.DeepEqual(got[0], got[1]) || got[0].Form.Get("RiskCheck") != "disable" {
		t.Errorf("posted: %+v", got)
	}
}

// post lets the published connector send a message of each usage type.
func post(t *testing.T, folder, file, base, to string, types []connector.UsageType) {
	t.Helper()
	in, err := json.Marshal(map[string]any{"to": to, "types": types, "payload": map[string]string{"code": "000000"}})
	if err != nil {
		t.Fatal(err)
	}
	node := os.Getenv("LOGTO_TWILIO_NODE")
	if node == "" {
		node = "node"
	}
	cmd := exec.CommandContext(t.Context(), node, "testdata/post.mjs", folder, file, base)
	cmd.Stdin = strings.NewReader(string(in))
	out, err := cmd.CombinedOutput()
	if want := strings.Repeat("sent\n", len(types)); err != nil || string(out) != want {
		t.Fatalf("the published connector: %v\n%s", err, out)
	}
}

// sendAll lets our client send what the connector would for each usage type.
func sendAll(t *testing.T, c connector.Config, address, to string, types []connector.UsageType) {
	t.Helper()
	base, err := twilio.ParseBaseURL(address)
	if err != nil {
		t.Fatal(err)
	}
	client := twilio.New(c.AccountSID, c.AuthToken, twilio.Options{BaseURL: base})
	for _, u := range types {
		out, ok := c.Outgoing(to, u, "000000")
		if !ok {
			t.Fatalf("no template serves %s", u)
		}
		if _, err := client.Send(t.Context(), out); err != nil {
			t.Fatalf("%s: %v", u, err)
		}
	}
}
