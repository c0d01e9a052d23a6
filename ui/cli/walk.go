package cli

import (
	"net/http"
	"net/url"
	"path/filepath"
	"runtime"
	"time"

	"github.com/spf13/pflag"

	"logto-twilio/connector"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/walk"
)

// The numbers that the demo fills in. Nothing is sent. The second is for the
// account whose number is bought first: a new US number could not text the first.
const (
	demoNumber      = "+15551234567"
	demoEmptyNumber = "+447700900123"
)

// run runs the walk: the wizard, or plain mode.
func (c *walkCommand) run() error {
	if err := c.check(); err != nil {
		return err
	}
	var base *url.URL
	if !c.demo { // the demo ignores the environment
		var err error
		if base, err = c.baseURL(c.twilioURL); err != nil {
			return err
		}
	}
	if err := c.checkTerminal(); err != nil {
		return err
	}
	setup := c.setup(base)
	var kept *drafts
	if !c.demo {
		if c.file != "" {
			setup.OpenNamed(c.file)
		}
		setup.Walk.FromEnvironment(c.Getenv)
		setup.Walk.MarkUnchanged()
		var abandoned []draft.Info
		if kept, abandoned = c.openDrafts(); kept != nil {
			defer kept.Close()
			setup.Drafts = kept
			setup.Walk.OfferDrafts(abandoned)
		}
	}
	if c.output != "" {
		setup.Walk.SetTarget(c.output)
	}
	if c.lineByLine() {
		return c.runPlain(setup, kept)
	}
	return c.runWizard(setup, kept)
}

// setup is what the walk works with. Calls to Twilio go to base, nil for Twilio's own
// address, and in the demo to a simulated Twilio and Logto.
func (c *walkCommand) setup(base *url.URL) walk.Setup {
	s := walk.Setup{
		Lang: c.Lang(), Demo: c.demo,
		Walk:     walk.New(connector.TextLanguage(c.Lang())),
		Dir:      c.Dir,
		Home:     c.Home,
		Getenv:   c.Getenv,
		Read:     export.Read,
		GitState: export.GitState,
		Now:      time.Now,
	}
	if base != nil {
		s.BaseURL = base.String()
	}
	var transport, logtoTransport http.RoundTripper = nil, c.Logto
	if c.demo {
		sim := twiliosim.New()
		transport, logtoTransport = sim, logtosim.New(logtosim.Twilio(sim))
		s.Phone = func(number string) string { return last(sim.Arrived(number)) }
		fillDemo(&s)
	}
	s.Connect = func(sid, token string, host *string) walk.Twilio {
		return newClient(sid, token, host, base, transport)
	}
	s.ConnectLogto = func(a walk.LogtoAnswers) walk.Logto {
		u, _ := logto.ParseEndpoint(a.Endpoint) // it was checked as it was typed
		return logto.New(u, a.Application(), logto.Options{Resource: a.Resource, Transport: logtoTransport})
	}
	return s
}

// last is the last of some texts, "" where there is none.
func last(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	return texts[len(texts)-1]
}

// fillDemo answers for the demo, so that Enter alone walks through, and shuts
// the environment out, but for what it says of the terminal.
func fillDemo(opts *walk.Setup) {
	getenv := opts.Getenv
	opts.Getenv = func(name string) string {
		if name == "TMUX" || name == "STY" {
			return getenv(name)
		}
		return ""
	}
	w := opts.Walk
	w.SetCredentials(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
	walk.TestNumber.Set(w, demoNumber)
	opts.DemoEmptySID, opts.DemoEmptyNumber = twiliosim.EmptyAccountSID, demoEmptyNumber
	w.SetLogto(walk.LogtoAnswers{Endpoint: logtosim.DemoEndpoint, AppID: logtosim.DemoID, Secret: logtosim.DemoSecret})
	w.MarkUnchanged()
}

// walkCommand is the command without a name: the walk.
type walkCommand struct {
	*app
	file      string
	output    string
	demo      bool
	plain     bool
	twilioURL string
}

// flags declares the flags of the walk.
func (c *walkCommand) flags() *pflag.FlagSet {
	f := pflag.NewFlagSet("logto-twilio", pflag.ContinueOnError)
	f.SortFlags = false
	f.BoolVar(&c.demo, "demo", false, c.T("flag.demo"))
	f.BoolVar(&c.plain, "plain", false, c.T("flag.plain"))
	f.StringVarP(&c.output, "output", "o", "", c.T("flag.output"))
	c.addTwilioURL(f, &c.twilioURL)
	return f
}

// check refuses what does not go together, before anything is done.
func (c *walkCommand) check() error {
	switch {
	case c.demo && c.file != "":
		return c.usageError("cli.demo-file", "file", c.file)
	case c.demo && c.twilioURL != "":
		return c.usageError("cli.demo-url")
	}
	return nil
}

// checkTerminal refuses to ask questions where nobody could answer them.
func (c *walkCommand) checkTerminal() error {
	if !c.Terminal {
		return c.usageError("cli.no-terminal")
	}
	return nil
}

// lineByLine reports whether the walk is asked line by line: because that is wanted,
// or because the terminal can do nothing else.
func (c *walkCommand) lineByLine() bool { return c.plain || c.Getenv("TERM") == "dumb" }

// drafts keeps the answers of this walk, with paths that mean the same in every
// working folder: a draft may be resumed in another one.
type drafts struct {
	*draft.Keeper
	dir string // the working folder
}

// openDrafts returns where this walk's draft is kept, and those that were
// abandoned; nil where there is no place for drafts.
func (a *app) openDrafts() (*drafts, []draft.Info) {
	dir, err := draft.DefaultDir(a.Getenv, runtime.GOOS)
	if err != nil {
		return nil, nil
	}
	store := draft.Store{Dir: dir}
	abandoned, _, err := store.Abandoned()
	if err != nil {
		return nil, nil
	}
	return &drafts{&draft.Keeper{Store: store}, a.Dir}, abandoned
}

// Take resumes an abandoned draft, which becomes this walk's own.
func (d *drafts) Take(info draft.Info) (walk.Answers, error) {
	var a walk.Answers
	err := d.Keeper.Take(info, &a)
	a.Opened, a.Target = d.here(a.Opened), d.here(a.Target)
	return a, err
}

// Save keeps the answers; an older serial number than the last does nothing.
func (d *drafts) Save(serial int, a walk.Answers) error {
	a.Opened, a.Target = d.anywhere(a.Opened), d.anywhere(a.Target)
	return d.Keeper.Save(serial, a.Target, a)
}

// anywhere is a path that means the same in every working folder.
func (d *drafts) anywhere(path string) string {
	if path == "" || filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(d.dir, path)
}

// here is a path as it is written in the working folder.
func (d *drafts) here(path string) string {
	if rel, err := filepath.Rel(d.dir, path); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return path
}
