package connector

import (
	"slices"
	"strings"
)

// Release is a span of published versions of the connector that accept the same
// configurations (logto-io/logto and logto-io/connectors on GitHub). It is named by its
// last version, To, also in output for programs. A span never grows: a new version is a
// span of its own, even if it accepts the same.
type Release struct {
	From, To string // versions of @logto/connector-twilio-sms; To is unique
	// The first and the last version of Logto that it came with: 1.MINOR for all of
	// its patches, 1.0.0, or a pre-release, where 1.0.0-rc is every one of them. Both
	// are "" for betas that were updated apart from Logto.
	LogtoFrom, LogtoTo string
	Date               string // of the first, YYYY-MM-DD, or YYYY-MM; "" where it is not known
	Required           []UsageType
	Known              []UsageType
	// SpacedPlaceholder: {{ code }} is read like {{code}} (from 1.1.0).
	SpacedPlaceholder bool
	// Variables: placeholders other than code and link are replaced, dotted names
	// included (from Logto 1.25).
	Variables bool
	// GenericFallback: a missing optional type falls back to Generic (from 1.4.1).
	GenericFallback bool
	// RiskCheck: disableRiskCheck is honoured (from 1.4.0).
	RiskCheck bool
	// AddsPlus: a number without "+" gets one (from 1.4.2).
	AddsPlus bool
	// Host: host is honoured, and judged; older releases ignore it (from 1.5.0).
	Host bool
}

// Releases are all releases, the newest first. The slice is the caller's.
func Releases() []Release { return slices.Clone(releases) }

// Latest is the newest release, 1.5.0.
func Latest() Release { return releases[0] }

// Prerelease reports whether the release came before Logto 1.0.
func (r Release) Prerelease() bool { return strings.Contains(r.To, "beta") }

// Knows reports whether the release, or the Logto it came with, has a use for a
// usage type.
func (r Release) Knows(u UsageType) bool { return slices.Contains(r.Known, u) }

// Preset names a choice of usage types.
type Preset string

// The presets; Portable is the default.
const (
	Portable   Preset = "portable"   // Register, SignIn, ForgotPassword, Generic, Test
	Full       Preset = "full"       // the Console's nine, and Test
	Current    Preset = "current"    // the Console's nine
	Documented Preset = "documented" // the three of the documentation of July 2022
)

// Presets are all presets, the default first.
func Presets() []Preset { return []Preset{Portable, Full, Current, Documented} }

// UsageTypes are the usage types of the preset, in the order they are written;
// nil for a preset that does not exist. The order of the nine is that of the
// Console's own default (defaultMetadata, src/constant.ts of connector 1.4.4).
func (p Preset) UsageTypes() []UsageType {
	nine := []UsageType{
		SignIn, Register, ForgotPassword, OrganizationInvitation, Generic,
		UserPermissionValidation, BindNewIdentifier, MfaVerification, BindMfa,
	}
	switch p {
	case Portable:
		return []UsageType{Register, SignIn, ForgotPassword, Generic, Test}
	case Full:
		return append(nine, Test)
	case Current:
		return nine
	case Documented:
		return []UsageType{Register, SignIn, Test}
	}
	return nil
}

// TextLanguage is the language of a default text.
type TextLanguage string

// The languages of the default texts.
const (
	English TextLanguage = "en"
	Chinese TextLanguage = "zh-CN"
)

// DefaultText is the text offered for a usage type, with {{code}} in it: one
// segment, GSM-7 in English and UCS-2 in Chinese. A usage type without a text of
// its own has the Generic one, a language that does not exist is English.
func DefaultText(u UsageType, l TextLanguage) string {
	texts, ok := defaultTexts[u]
	if !ok {
		texts = defaultTexts[Generic]
	}
	if l == Chinese {
		return texts.zh
	}
	return texts.en
}
