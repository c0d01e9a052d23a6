package cli

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
)

// pushed is a run of push or pull against a simulated Logto.
type pushed struct {
	out, err string
	code     int
}

// withLogto runs the program against a simulated Logto, without a terminal.
func withLogto(t *testing.T, sim http.RoundTripper, given map[string]string, args ...string) pushed {
	t.Helper()
	variables := map[string]string{
		environ.LogtoEndpoint: logtosim.DemoEndpoint, environ.LogtoAuth: logtosim.DemoID + ":" + logtosim.DemoSecret,
	}
	for name, value := range given {
		variables[name] = value
	}
	var out, err bytes.Buffer
	code := Main(args, Env{
		In: strings.NewReader(""), Out: &out, Err: &err, Logto: sim,
		Getenv: func(name string) string { return variables[name] },
	})
	for _, secret := range []string{logtosim.DemoSecret, twiliosim.DemoAuthToken, otherToken, "simulated.access-token"} {
		for what, text := range map[string]string{"standard output": out.String(), "standard error": err.String()} {
			// The demo's account has the digits of its token.
			text = strings.ReplaceAll(text, twiliosim.DemoAccountSID, "")
			if strings.Contains(text, secret) && !slices.Contains(args, "pull") {
				t.Errorf("%s holds a secret:\n%s", what, text)
			}
		}
	}
	return pushed{out.String(), err.String(), code}
}

// impatient is a simulated Logto whose client gives up early.
type impatient struct{ *logtosim.Server }

func (i impatient) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	return i.Server.RoundTrip(r.WithContext(ctx))
}

// otherToken is another token than the demo's, of no shape.
const otherToken = "another-token-of-the-demo"

// demoDocument is a configuration that everybody accepts, changed.
func demoDocument(change ...func(*connector.Config)) *connector.Document {
	c := connector.Config{
		AccountSID: twiliosim.DemoAccountSID, AuthToken: twiliosim.DemoAuthToken,
		FromMessagingServiceSID: twiliosim.DemoServiceSID,
	}
	for _, u := range connector.Portable.UsageTypes() {
		c.Templates = append(c.Templates, connector.Template{UsageType: u, Content: connector.DefaultText(u, connector.English)})
	}
	for _, f := range change {
		f(&c)
	}
	return connector.NewDocument(c)
}

// saved writes a document into a new folder.
func saved(t *testing.T, d *connector.Document) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "connector.json")
	if err := os.WriteFile(path, d.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// twilioRow is a connector of ours that is there already.
func twilioRow(d *connector.Document) logtosim.Row {
	return logtosim.Row{ID: "ours", FactoryID: connector.FactoryID, Config: d.Bytes()}
}

// vonageRow is somebody else's.
func vonageRow() logtosim.Row {
	return logtosim.Row{ID: "theirs", FactoryID: "vonage-sms", Config: []byte(`{"apiKey":"k"}`)}
}

func newText(c *connector.Config) { c.Templates[1].Content = "New: {{code}}" }
func rotated(c *connector.Config) { c.AuthToken = otherToken }

func sameRow(a, b logtosim.Row) bool {
	return a.ID == b.ID && a.FactoryID == b.FactoryID && string(a.Config) == string(b.Config)
}

// sameConfig reports whether a stored configuration means what a document means.
func sameConfig(stored []byte, d *connector.Document) bool {
	a, err := logto.Desired(connector.Decode(stored))
	b, err2 := logto.Desired(d)
	return err == nil && err2 == nil && a.Equal(b)
}

// logtoSimulation is the key of where a script's simulated Logto is, the last one.
type logtoSimulation struct{}

// simulateLogto serves a simulated Logto to which the script's calls go, with the
// connectors that are given: logto [FACTORY FILE]…
func simulateLogto(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args)%2 != 0 {
		ts.Fatalf("usage: logto [FACTORY FILE]…")
	}
	sim := logtosim.New(logtosim.Twilio(ts.Value(simulation{}).(*twiliosim.Server)))
	*ts.Value(logtoSimulation{}).(**logtosim.Server) = sim
	for i := 0; i < len(args); i += 2 {
		sim.Put(logtosim.Row{FactoryID: args[i], Config: []byte(ts.ReadFile(args[i+1]))})
	}
	server := httptest.NewServer(sim)
	ts.Defer(server.Close)
	ts.Setenv(environ.LogtoEndpoint, server.URL)
	ts.Setenv(environ.LogtoAuth, logtosim.DemoID+":"+logtosim.DemoSecret)
}
