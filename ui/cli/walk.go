package cli

import (
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// The numbers that the demo fills in. Nothing is sent. The second is for the
// account whose number is bought first: a new US number could not text the first.
const (
	demoNumber      = "+15551234567"
	demoEmptyNumber = "+447700900123"
)

// runWalk runs the walk: the wizard, or plain mode.
func runWalk(env Env, tr i18n.Printer, o options) error {
	if err := o.check(tr); err != nil {
		return err
	}
	var base *url.URL
	if !o.demo { // which shuts the environment out
		var err error
		if base, err = baseURL(env, tr, o.twilioURL); err != nil {
			return err
		}
	}
	if err := checkTerminal(env, tr); err != nil {
		return err
	}
	opts := walk.Setup{
		Lang: tr.Lang(), Demo: o.demo,
		Walk:     walk.New(connector.TextLanguage(tr.Lang())),
		Dir:      env.Dir,
		Home:     env.Home,
		Getenv:   env.Getenv,
		Read:     export.Read,
		GitState: export.GitState,
		Now:      time.Now,
	}
	if base != nil {
		opts.BaseURL = base.String()
	}
	var transport, logtoTransport http.RoundTripper = nil, env.Logto
	if o.demo {
		sim := twiliosim.New()
		transport, logtoTransport = sim, logtosim.New(logtosim.Twilio(sim))
		fillDemo(&opts)
	}
	opts.Connect = func(sid, token string, host *string) walk.Twilio {
		return newClient(sid, token, host, base, transport)
	}
	opts.ConnectLogto = func(a walk.LogtoAnswers) walk.Logto {
		u, _ := logto.ParseEndpoint(a.Endpoint) // it was checked as it was typed
		return logto.New(u, a.Application(), logto.Options{Resource: a.Resource, Transport: logtoTransport})
	}
	var kept *drafts
	if !o.demo {
		openFile(&opts, o.file)
		opts.Walk.FromEnvironment(env.Getenv)
		opts.Walk.MarkUnchanged()
		if kept, opts.Abandoned = openDrafts(env); kept != nil {
			defer kept.Close()
			opts.Drafts = kept
		}
	}
	if o.output != "" {
		opts.Walk.SetTarget(o.output)
	}
	if o.lineByLine(env) {
		return runPlain(env, tr, opts, kept)
	}
	return runWizard(env, tr, opts, kept)
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

// openFile opens the file of the command line. One that does not exist is made
// when the walk is saved.
func openFile(opts *walk.Setup, path string) {
	if path == "" {
		return
	}
	data, err := export.Read(path)
	if errors.Is(err, fs.ErrNotExist) {
		opts.Walk.SetTarget(path)
		return
	}
	if err != nil {
		opts.OpenPath, opts.OpenError = path, err
		return
	}
	doc := connector.Decode(data)
	if !walk.CanOpen(doc) {
		opts.OpenPath, opts.OpenDocument = path, doc
		return
	}
	opts.Walk.Open(path, doc)
}
