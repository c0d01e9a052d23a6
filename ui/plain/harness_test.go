package plain

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"logto-twilio/connector"
	"logto-twilio/connector/twilio"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// arriving is a number whose messages arrive.
const arriving = "+15551234567"

var (
	english = i18n.In(i18n.English)
	chinese = i18n.In(i18n.Chinese)
)

// memory keeps drafts in memory.
type memory struct {
	mu     sync.Mutex
	stored map[string]walk.Answers // by path
	kept   *walk.Answers
	err    error
}

func (m *memory) Take(info draft.Info) (walk.Answers, error) {
	a, ok := m.stored[info.Path]
	if !ok {
		return a, errors.New("it is gone")
	}
	return a, nil
}

func (m *memory) Save(_ int, a walk.Answers) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.kept = &a
	return m.err
}

func (m *memory) Remove(int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.kept = nil
}

// setup is a walk in a folder of its own, with a simulated Twilio and no credentials.
func setup(t *testing.T, lang i18n.Lang) (Options, *twiliosim.Server) {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir) // whatever a script takes for a file name
	sim := twiliosim.New()
	o := Options{Setup: walk.Setup{
		Lang: lang, Dir: dir, Home: dir,
		Walk: walk.New(connector.TextLanguage(lang)),
		Connect: func(sid, token string, host *string) walk.Twilio {
			return twilio.New(sid, token, twilio.Options{Host: host, Transport: sim})
		},
		Getenv:   func(string) string { return "" },
		Read:     export.Read,
		GitState: func(context.Context, string) export.GitStatus { return export.GitNoRepo },
		Drafts:   &memory{},
	}}
	o.Walk.Target = filepath.Join(dir, "connector.json")
	return o, sim
}

// straight are the answers from a new walk to the saved file.
var straight = []string{
	"",                       // a new configuration
	twiliosim.DemoAccountSID, //
	twiliosim.DemoAuthToken,  //
	"",                       // the first service
	"",                       // the templates
	"",                       // the review
	arriving, "Generic", "y", // send
	"",     // on
	"", "", // save
	"", // finished
}

// outcome is what came of a walk.
type outcome struct {
	out string
	err error
}

// answers walks with a script of answers, then the end of the input, in time that
// is not real. What is printed is held to what plain mode prints.
func answers(t *testing.T, o Options, lines ...string) outcome {
	t.Helper()
	var r outcome
	synctest.Test(t, func(t *testing.T) {
		r = run(t.Context(), o, lines)
	})
	readable(t, r.out)
	return r
}

// run is answers within a bubble.
func run(ctx context.Context, o Options, lines []string) outcome {
	x := &terminal{lines: lines}
	o.In, o.Out = x, x
	if o.Hide == nil {
		o.Hide = x.hide
	}
	err := Run(ctx, o)
	x.mu.Lock()
	defer x.mu.Unlock()
	return outcome{x.shown.String(), err}
}

// terminal types a script, which it shows but for secrets, as a terminal does.
type terminal struct {
	mu    sync.Mutex
	lines []string
	shown strings.Builder
	quiet bool
}

// hide is the terminal's, of which plain mode has to call show.
func (x *terminal) hide() (show func()) {
	x.set(true)
	return func() { x.set(false) }
}

func (x *terminal) set(quiet bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.quiet = quiet
}

// Read reads a line.
func (x *terminal) Read(p []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if len(x.lines) == 0 {
		return 0, io.EOF
	}
	line := x.lines[0]
	x.lines = x.lines[1:]
	if !x.quiet {
		x.shown.WriteString(line + "\n")
	}
	return copy(p, line+"\n"), nil
}

func (x *terminal) Write(p []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.shown.Write(p)
}

// readable holds what was printed: no escape, no control character but the line
// end, nothing drawn, no token, no key without a sentence.
func readable(t *testing.T, out string) {
	t.Helper()
	for _, r := range out {
		if r < ' ' && r != '\n' || r == 0x7f || r >= 0x2500 && r <= 0x259f {
			t.Errorf("printed %U", r)
			break
		}
	}
	for _, never := range []string{twiliosim.DemoAuthToken, "⟦", "\u202e"} {
		if strings.Contains(out, never) {
			t.Errorf("printed %q:\n%s", never, out)
		}
	}
}

// says fails where sentences were not said, wherever their lines broke.
func (r outcome) says(t *testing.T, sentences ...string) {
	t.Helper()
	out := squeeze(r.out)
	for _, s := range sentences {
		if !strings.Contains(out, squeeze(s)) {
			t.Errorf("not said: %s\n%s", s, r.out)
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func saved(t *testing.T, o Options) []byte {
	t.Helper()
	data, err := os.ReadFile(o.Walk.Target)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// signedIn fills in the credentials of the demo's account, as the environment would.
func signedIn(o *Options) {
	o.Walk.SetCredentials(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
	o.Walk.MarkUnchanged()
}
