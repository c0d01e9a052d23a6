package cli

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/twiliosim"
)

// demo is the world of a command with --demo: a simulated Twilio and a simulated Logto,
// which keeps its state for this one run.
type demo struct {
	twilio *twiliosim.Server
	logto  *logtosim.Server
	own    bool // a file of one's own is read
	doc    *connector.Document
}

// demoFile is what the demo's own configuration is called.
const demoFile = "demo.json"

// realFlags name what the demo simulates, or a secret that it has no use for.
var realFlags = []string{"endpoint", "resource", "auth-file", "twilio-url", "auth-token-file", "auth-token-stdin"}

// demonstrated gives a command that has its RunE the flag --demo. fill, where it is
// not nil, puts into the demo's Logto what the command is to find there. A FILE that
// the command takes may be left out in the demo.
func (a *app) demonstrated(cmd *cobra.Command, fill func(*demo)) {
	on := cmd.Flags().Bool("demo", false, a.T("demo.flag"))
	check, run := cmd.Args, cmd.RunE
	takesFile := strings.Contains(cmd.Use, "FILE")
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if *on && takesFile && len(args) == 0 {
			return nil
		}
		return check(cmd, args)
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if !*on {
			return run(cmd, args)
		}
		for _, name := range realFlags {
			if f := cmd.Flags().Lookup(name); f != nil && f.Changed {
				return because(reasonFlagsConflict, a.usageError("demo.flags", "flag", "--"+name))
			}
		}
		own := len(args) > 0
		a.simulate(own)
		if fill != nil {
			fill(a.demo)
		}
		a.tell(a.T("demo.note"))
		if takesFile && !own {
			args = []string{demoFile}
		} else if takesFile {
			a.tell(a.T("demo.own-file"))
		}
		return run(cmd, args)
	}
}

// simulate puts the demo in the place of Twilio, of Logto and of what the environment
// says of the two.
func (a *app) simulate(own bool) {
	d := &demo{twilio: twiliosim.New(), own: own, doc: demoConfiguration(connector.TextLanguage(a.Lang()))}
	d.logto = logtosim.New(logtosim.Twilio(d.twilio))
	real := a.Getenv
	a.demo, a.Twilio, a.Logto = d, d.twilio, d.logto
	a.Getenv = func(name string) string {
		switch {
		case name == environ.LogtoEndpoint:
			return logtosim.DemoEndpoint
		case name == environ.LogtoAuth:
			return logtosim.DemoID + ":" + logtosim.DemoSecret
		case strings.HasPrefix(name, "TWILIO_"), strings.HasPrefix(name, "LOGTO_"):
			return ""
		}
		return real(name)
	}
}

// demoConfiguration is the demo's own configuration.
func demoConfiguration(lang connector.TextLanguage) *connector.Document {
	c := connector.Config{
		AccountSID: twiliosim.DemoAccountSID, AuthToken: twiliosim.DemoAuthToken, FromMessagingServiceSID: twiliosim.DemoServiceSID,
	}
	for _, u := range connector.Portable.UsageTypes() {
		c.Templates = append(c.Templates, connector.Template{UsageType: u, Content: connector.DefaultText(u, lang)})
	}
	return connector.NewDocument(c)
}

// read is the configuration that a command works on: the demo's own or, of data that was
// read, that with the demo's account. What is wrong with it stays wrong.
func (d *demo) read(data []byte) []byte {
	if !d.own {
		return d.doc.Bytes()
	}
	doc := connector.Decode(data)
	if !doc.Root.Is(jsondoc.Object) {
		return data
	}
	c := doc.Config()
	if connector.Classify(c.AccountSID) == connector.PastedAccountSID {
		c.AccountSID = twiliosim.DemoAccountSID
	}
	if ownToken(c) == "" || connector.Classify(c.AuthToken) == connector.PastedTokenLike {
		c.AuthToken = twiliosim.DemoAuthToken
	}
	if connector.Classify(c.FromMessagingServiceSID) == connector.PastedServiceSID {
		c.FromMessagingServiceSID = twiliosim.DemoServiceSID
	}
	return doc.With(c).Bytes()
}

// connected is a demo whose Logto has the demo's configuration.
func (d *demo) connected() {
	d.logto.Put(logtosim.Row{FactoryID: connector.FactoryID, Config: d.doc.Bytes()})
}

// used is a demo whose Logto lets users sign in by SMS, and has done so of late.
func (d *demo) used() {
	d.connected()
	d.logto.ChangeExperience(`{"signIn":{"methods":[` +
		`{"identifier":"username","password":true,"verificationCode":false,"isPasswordPrimary":true},` +
		`{"identifier":"phone","password":false,"verificationCode":true,"isPasswordPrimary":false}]},` +
		`"forgotPasswordMethods":["PhoneVerificationCode"]}`)
	const stopped = `{"code":21610,"message":"Attempt to send to unsubscribed recipient","status":400}`
	now := time.Now()
	for i := range 12 {
		s := logtosim.Send{At: now.Add(-time.Duration(i*97) * time.Minute), Event: "SignIn", Phone: "15551234567"}
		switch {
		case i%6 == 4:
			s.Error = logtosim.Refused(stopped)
		case i%4 == 3:
			s.Event = "ForgotPassword"
		}
		d.logto.PutSends(s)
	}
}

// phone is the text that arrived last at a simulated phone, "" where none comes.
func (d *demo) phone(ctx context.Context, number string) string {
	ctx, stop := context.WithTimeout(ctx, 10*time.Second)
	defer stop()
	for {
		if texts := d.twilio.Arrived(number); len(texts) > 0 {
			return texts[len(texts)-1]
		}
		select {
		case <-ctx.Done():
			return ""
		case <-time.After(100 * time.Millisecond):
		}
	}
}
