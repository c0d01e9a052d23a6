package logto

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
)

// rotatedToken is another token than the demo's.
const rotatedToken = "d0d0d0d0d0d0" + "d0d0d0d0d0d0d0d0d0d0"

// over is a client of a simulated Logto that does not wait between its tries.
func over(t *testing.T, transport http.RoundTripper) *Client {
	t.Helper()
	u, err := ParseEndpoint(logtosim.DemoEndpoint)
	if err != nil {
		t.Fatal(err)
	}
	c := New(u, Application{logtosim.DemoID, logtosim.DemoSecret}, Options{Transport: transport})
	c.pause = 2 * time.Nanosecond
	return c
}

// demoConfig is a configuration that everybody accepts.
func demoConfig() connector.Config {
	c := connector.Config{
		AccountSID: twiliosim.DemoAccountSID, AuthToken: twiliosim.DemoAuthToken,
		FromMessagingServiceSID: twiliosim.DemoServiceSID,
	}
	for _, u := range connector.Portable.UsageTypes() {
		c.Templates = append(c.Templates, connector.Template{UsageType: u, Content: connector.DefaultText(u, connector.English)})
	}
	return c
}

// demoDocument is that configuration, changed.
func demoDocument(change ...func(*connector.Config)) *connector.Document {
	c := demoConfig()
	for _, f := range change {
		f(&c)
	}
	return connector.NewDocument(c)
}

// row is a connector that is there already.
func row(factory string, d *connector.Document) logtosim.Row {
	return logtosim.Row{FactoryID: factory, Config: d.Bytes()}
}

// plan looks and plans.
func plan(t *testing.T, c *Client, d *connector.Document) Plan {
	t.Helper()
	state, err := c.SMS(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p, err := NewPlan(state, d)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// kept reports whether a simulated Logto has exactly one connector, Twilio's, with
// the configuration of a document.
func holds(t *testing.T, s *logtosim.Server, d *connector.Document) bool {
	t.Helper()
	desired, err := Desired(d)
	if err != nil {
		t.Fatal(err)
	}
	rows := s.Rows()
	if len(rows) != 1 || rows[0].FactoryID != connector.FactoryID {
		return false
	}
	config, err := parseConfig(rows[0].Config)
	return err == nil && config.Equal(desired)
}

// asked counts the requests of a method to a path.
func asked(s *logtosim.Server, method, path string) int {
	n := 0
	for _, r := range s.Requests() {
		if r.Method == method && strings.HasPrefix(r.Path, path) {
			n++
		}
	}
	return n
}

// callError is the error as the client's own; the test fails where it is not.
func callError(t *testing.T, err error) *CallError {
	t.Helper()
	var e *CallError
	if !errors.As(err, &e) {
		t.Fatalf("%v is no error of a call", err)
	}
	return e
}

// paths are the paths of changes.
func paths(changes []Change) []string {
	var list []string
	for _, c := range changes {
		list = append(list, string(c.Kind)+" "+c.Path)
	}
	return list
}

func equalLists(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

// roundTripper is a transport that is a function.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// reply is an answer of JSON.
func reply(r *http.Request, status int, body string) *http.Response {
	return &http.Response{
		StatusCode: status, Header: http.Header{"Content-Type": {"application/json"}},
		Body: io.NopCloser(strings.NewReader(body)), Request: r,
	}
}
