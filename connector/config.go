package connector

import (
	"strings"

	"logto-twilio/connector/char"
	"logto-twilio/connector/jsondoc"
)

// Config is the configuration of the connector, named as its JSON names it.
type Config struct {
	Host                    *string // nil: not in the file
	AccountSID              string
	AuthToken               string
	FromMessagingServiceSID string
	DisableRiskCheck        *bool // nil: not in the file
	Templates               []Template
}

// Template is the text of a message and when Logto sends it.
type Template struct {
	UsageType UsageType
	Content   string
	// Source is the 1-based place among the templates of the file that it was
	// read from, 0 for a new one.
	Source int
}

// UsageType says what a message is for. Logto's names, exact case.
type UsageType string

// Every usage type that a release of the connector has known.
const (
	Register                 UsageType = "Register"
	SignIn                   UsageType = "SignIn"
	ForgotPassword           UsageType = "ForgotPassword"
	Generic                  UsageType = "Generic"
	Continue                 UsageType = "Continue" // betas of 2022 only
	Test                     UsageType = "Test"     // the Console's own test until connector 1.0.1
	OrganizationInvitation   UsageType = "OrganizationInvitation"
	UserPermissionValidation UsageType = "UserPermissionValidation"
	BindNewIdentifier        UsageType = "BindNewIdentifier"
	MfaVerification          UsageType = "MfaVerification"
	BindMfa                  UsageType = "BindMfa"
)

// UsageTypes are all of them, in the order above.
func UsageTypes() []UsageType {
	return []UsageType{
		Register, SignIn, ForgotPassword, Generic, Continue, Test, OrganizationInvitation,
		UserPermissionValidation, BindNewIdentifier, MfaVerification, BindMfa,
	}
}

// Config is what can be read of the document: a value of the wrong type is left
// empty (Problems says so), and each Template remembers where it stood.
func (d *Document) Config() Config {
	c := Config{
		AccountSID:              textOf(d.Root.Get("accountSID")),
		AuthToken:               textOf(d.Root.Get("authToken")),
		FromMessagingServiceSID: textOf(d.Root.Get("fromMessagingServiceSID")),
	}
	if v := d.Root.Get("host"); v != nil {
		host := textOf(v)
		c.Host = &host
	}
	if v := d.Root.Get("disableRiskCheck"); v.Is(jsondoc.Bool) {
		disabled := v.Text == "true"
		c.DisableRiskCheck = &disabled
	}
	if v := d.Root.Get("templates"); v.Is(jsondoc.Array) {
		c.Templates = make([]Template, len(v.Items))
		for i, item := range v.Items {
			c.Templates[i] = templateOf(item, i+1)
		}
	}
	return c
}

// templateOf reads one template.
func templateOf(v *jsondoc.Value, source int) Template {
	return Template{
		UsageType: UsageType(textOf(v.Get("usageType"))),
		Content:   textOf(v.Get("content")),
		Source:    source,
	}
}

// textOf is the text of a string, "" for everything else.
func textOf(v *jsondoc.Value) string {
	if !v.Is(jsondoc.String) {
		return ""
	}
	return v.Text
}

// TemplateFor returns the template that the connector sends for a usage type:
// the first of that type, else the first Generic one (connector-kit's
// getConfigTemplateByType, connector 1.4.1 and later).
func (c Config) TemplateFor(u UsageType) (Template, bool) {
	for _, wanted := range []UsageType{u, Generic} {
		for _, t := range c.Templates {
			if t.UsageType == wanted {
				return t, true
			}
		}
	}
	return Template{}, false
}

// Outgoing is what is posted to Twilio for one message: the four fields that
// the connector sends, under Twilio's names.
type Outgoing struct {
	To                  string
	MessagingServiceSID string
	Body                string
	RiskCheck           string // "enable" or "disable"
}

// Outgoing returns what the connector would post for a usage type; false where
// no template serves it. A "+" is put before to where it lacks one (connector 1.4.2).
// The text is rendered with what Logto hands over for that type, whichever
// template serves it.
func (c Config) Outgoing(to string, u UsageType, code string) (Outgoing, bool) {
	t, ok := c.TemplateFor(u)
	if !ok {
		return Outgoing{}, false
	}
	if !strings.HasPrefix(to, "+") {
		to = "+" + to
	}
	risk := "enable"
	if c.DisableRiskCheck != nil && *c.DisableRiskCheck {
		risk = "disable"
	}
	return Outgoing{To: to, MessagingServiceSID: c.FromMessagingServiceSID, Body: char.WellFormed(Render(t.Content, SMSPayload(u, code))), RiskCheck: risk}, true
}
