package connector

// Release is a span of published versions of the connector that judge a
// configuration alike (logto-io/logto and logto-io/connectors on GitHub).
type Release struct {
	From, To string // versions of @logto/connector-twilio-sms
	Logto    string // the versions of Logto that it came with
	Date     string // of the first, YYYY-MM-DD, or YYYY-MM
	Required []UsageType
	Known    []UsageType
	// SpacedPlaceholder: {{ code }} is read like {{code}} (from 1.1.0).
	SpacedPlaceholder bool
	// GenericFallback: a missing optional type falls back to Generic (from 1.4.1).
	GenericFallback bool
	// RiskCheck: disableRiskCheck is honoured (from 1.4.0).
	RiskCheck bool
	// AddsPlus: a number without "+" gets one (from 1.4.2).
	AddsPlus bool
}

// Releases are all releases, the newest first.
func Releases() []Release { return nil }

// Latest is the newest release, 1.4.4.
func Latest() Release { return Release{} }

// Accepts tells whether the guard of this release accepts the document, exactly
// as the published guard does.
func (r Release) Accepts(d *Document) bool { return false }

// Missing returns the usage types that this release demands and c lacks.
func (r Release) Missing(c Config) []UsageType { return nil }

// Preset names a choice of usage types.
type Preset string

// The presets; Portable is the default.
const (
	Portable   Preset = "portable"   // Register, SignIn, ForgotPassword, Generic, Test
	Full       Preset = "full"       // the Console's nine, and Test
	Current    Preset = "current"    // the Console's nine
	Documented Preset = "documented" // the three of the documentation of July 2022
)

// UsageTypes are the usage types of the preset, in the order they are written.
func (p Preset) UsageTypes() []UsageType { return nil }

// TextLanguage is the language of a default text.
type TextLanguage string

// The languages of the default texts.
const (
	English TextLanguage = "en"
	Chinese TextLanguage = "zh-CN"
)

// DefaultText is the text offered for a usage type, with {{code}} in it.
func DefaultText(u UsageType, l TextLanguage) string { return "" }
