package connector

// Config is the configuration of the connector, named as its JSON names it.
type Config struct {
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

// TemplateFor returns the template that the connector sends for a usage type:
// the first of that type, else the first Generic one (connector-kit's
// getConfigTemplateByType, connector 1.4.1 and later).
func (c Config) TemplateFor(u UsageType) (Template, bool) { return Template{}, false }

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
func (c Config) Outgoing(to string, u UsageType, p Payload) (Outgoing, bool) {
	return Outgoing{}, false
}
