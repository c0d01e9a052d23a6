package problem

// Problems of a text that cannot be decoded. All are errors, with no path; no
// argument holds more than one character of the text.
const (
	// TooLarge: more than MaxSize bytes. Args: limit (bytes).
	TooLarge Code = "too-large"
	// TooDeep: arrays and objects nest deeper than MaxDepth. Args: limit.
	TooDeep Code = "too-deep"
	// ByteOrderMark: the text begins with one. Args: encoding (UTF-8, UTF-16LE, UTF-16BE).
	ByteOrderMark Code = "byte-order-mark"
	// NotUTF8: a byte that is no UTF-8. No args.
	NotUTF8 Code = "not-utf8"
	// EmptyText: nothing but blanks. No args.
	EmptyText Code = "empty-text"
	// TrailingComma: a comma before a closing bracket. Args: closer (} or ]).
	TrailingComma Code = "trailing-comma"
	// MissingComma: two values with no comma between; the place is behind the first. No args.
	MissingComma Code = "missing-comma"
	// MissingColon: no colon behind a key. No args.
	MissingColon Code = "missing-colon"
	// MissingValue: a comma, a colon or a bracket where a value belongs. Args: found.
	MissingValue Code = "missing-value"
	// MissingName: a comma or a colon where a key belongs. Args: found.
	MissingName Code = "missing-name"
	// Unclosed: the text ends within an object or an array. Args: opener ({ or [),
	// openedLine, openedColumn.
	Unclosed Code = "unclosed"
	// UnclosedString: the text ends within a string. Args: openedLine, openedColumn.
	UnclosedString Code = "unclosed-string"
	// LineBreakInString: a line ends within a string. Args: openedLine, openedColumn.
	LineBreakInString Code = "line-break-in-string"
	// MismatchedBracket: ] where } belongs, or the other way round. Args: found,
	// expected, openedLine, openedColumn.
	MismatchedBracket Code = "mismatched-bracket"
	// UnescapedQuote: a word right behind a quote that should have been \". No args.
	UnescapedQuote Code = "unescaped-quote"
	// WrongQuotes: quotes that JSON does not know. Args: found.
	WrongQuotes Code = "wrong-quotes"
	// FullWidthPunctuation: a sign of a Chinese input method. Args: found, expected.
	FullWidthPunctuation Code = "full-width-punctuation"
	// InvisibleCharacter: between tokens, such as a no-break space. Args: character (U+00A0 NO-BREAK SPACE).
	InvisibleCharacter Code = "invisible-character"
	// Comment: JSON has none. No args.
	Comment Code = "comment"
	// UnquotedKey: a key without quotes. No args.
	UnquotedKey Code = "unquoted-key"
	// UnquotedValue: a text without quotes. No args.
	UnquotedValue Code = "unquoted-value"
	// WrongLiteral: True, None, undefined and the like. Args: found, expected.
	WrongLiteral Code = "wrong-literal"
	// BadNumber: a number that JSON does not know: 01, +1, .5, 1., 0x10. No args.
	BadNumber Code = "bad-number"
	// BadEscape: a backslash before a character that it cannot stand before. No args.
	BadEscape Code = "bad-escape"
	// BadUnicodeEscape: \u without four hexadecimal digits. No args.
	BadUnicodeEscape Code = "bad-unicode-escape"
	// ControlCharacter: one that must be escaped, within a string. Args: character (U+0009).
	ControlCharacter Code = "control-character"
	// TrailingText: something behind the end of the configuration. No args.
	TrailingText Code = "trailing-text"
	// UnexpectedCharacter: any other mistake. Args: found, expected (a sign of JSON).
	UnexpectedCharacter Code = "unexpected-character"
)

// What a text is that is something else than JSON. All are errors but the last two;
// the configuration is taken out of it where that can be done.
const (
	// OtherFormat: another format, of which nothing is taken. Args: format (YAML, TOML, …).
	OtherFormat Code = "other-format"
	// HTMLPage: a page, most often one that says that something went wrong. No args.
	HTMLPage Code = "html-page"
	// EnvironmentFile: lines that set variables, none of them to a configuration. No args.
	EnvironmentFile Code = "environment-file"
	// ProgramCode: JavaScript or the like. No args.
	ProgramCode Code = "program-code"
	// CodeBlock: Markdown with a code block. No args.
	CodeBlock Code = "code-block"
	// EscapedJSON: JSON with backslashes before its quotes, as in a string. No args.
	EscapedJSON Code = "escaped-json"
	// UTF16: UTF-16 without a byte order mark. Args: encoding (UTF-16LE, UTF-16BE).
	UTF16 Code = "utf-16"
	// ConflictMarkers: what Git leaves where two versions differ. No args.
	ConflictMarkers Code = "conflict-markers"
	// EnvironmentLine (info): a line that sets a variable to a configuration. Args: name.
	EnvironmentLine Code = "environment-line"
	// ManifestValue (info): a manifest of Kubernetes, or other YAML, with a
	// configuration under a key. Args: key.
	ManifestValue Code = "manifest-value"
)

// Problems of the structure.
const (
	// WrappedConfiguration (info): a body of Logto's Management API, whose config
	// was taken. Args: connectorId.
	WrappedConfiguration Code = "wrapped-configuration"
	// OtherConnector (warning): that body is for another connector. Args:
	// connectorId, expected.
	OtherConnector Code = "other-connector"
	// ConnectorList (info): a list of connectors, of which the one of this kind was
	// taken. Args: count (of all), connectorId.
	ConnectorList Code = "connector-list"
	// DatabaseRow (info): a row of Logto's database, whose config was taken. Args:
	// connectorId.
	DatabaseRow Code = "database-row"
	// SeveralConnectors (warning): a list has more than one of this kind, and the
	// first was taken. Args: count, line (of the first).
	SeveralConnectors Code = "several-connectors"
	// NoTwilioConnector (error): a list has none of this kind. Args: count, expected.
	NoTwilioConnector Code = "no-twilio-connector"
	// ForeignConfiguration (error): the configuration of another connector of Logto's.
	// Args: name (of that connector), expected.
	ForeignConfiguration Code = "foreign-configuration"
	// NotAnObject (error): the configuration is something else. Args: found (a Kind).
	NotAnObject Code = "not-an-object"
	// MissingKey (error): a key that the guard demands. Args: key.
	MissingKey Code = "missing-key"
	// WrongType (error): a value of another type than the guard demands. Args: key
	// (templates[0] for a whole template), expected, found (Kinds).
	WrongType Code = "wrong-type"
	// MissingUsageTypes (error): templates that the guard demands. Args: types
	// (their names), count.
	MissingUsageTypes Code = "missing-usage-types"
	// NotAcceptedBy (error): releases that were asked for refuse the file; see
	// Document.NotAccepted. Args: logto, connector (lists of spans of versions, 1.13–1.24).
	NotAcceptedBy Code = "not-accepted-by"
	// TokenInFile (error): an auth token in a file that was asked to have none; see
	// Document.HeldToken. Args: key.
	TokenInFile Code = "token-in-file"
	// DuplicateKey (warning): a key once more, which replaces the one before. Args:
	// key, line (of the first).
	DuplicateKey Code = "duplicate-key"
	// UnknownKey (warning): a key that nothing reads. Args: key,
	// hidden (the names of its characters that cannot be seen, or told from Latin ones).
	UnknownKey Code = "unknown-key"
	// MisspeltKey (warning): an unknown key close to one that is missing. Args: key,
	// suggestion, hidden.
	MisspeltKey Code = "misspelt-key"
	// NULCharacter (error): U+0000 in a text or a key, which Logto cannot store. No args.
	NULCharacter Code = "nul-character"
	// PrototypeKey (error): a key __proto__, which Logto refuses anywhere. No args.
	PrototypeKey Code = "prototype-key"
	// HugeNumber (error): a number beyond what JavaScript has, which Logto stores as
	// null. No args.
	HugeNumber Code = "huge-number"
	// RiskCheckDisabled (info): disableRiskCheck is true. No args.
	RiskCheckDisabled Code = "risk-check-disabled"
	// MoreProblems (info): how many problems are not listed, with the place of the
	// first. Args: count.
	MoreProblems Code = "more-problems"
)

// Problems of accountSID, authToken and fromMessagingServiceSID. Args of each:
// key. All are errors but the last two.
const (
	// EmptyValue: nothing, or nothing but blanks.
	EmptyValue Code = "empty-value"
	// PlaceholderLeft: <your-account-sid> and the like.
	PlaceholderLeft Code = "placeholder-left"
	// UnexpandedVariable: $NAME or ${NAME}, which nothing expands.
	UnexpandedVariable Code = "unexpanded-variable"
	// UnresolvedReference: op://…, ENC[…] and the like, which Logto does not look up.
	UnresolvedReference Code = "unresolved-reference"
	// PastedAnAssignment: NAME=value, where the value alone belongs.
	PastedAnAssignment Code = "pasted-assignment"
	// PastedCredentials: an Account SID and its token together (AC…:token).
	PastedCredentials Code = "pasted-credentials"
	// SurroundingBlanks: blanks or line ends around the value.
	SurroundingBlanks Code = "surrounding-blanks"
	// SurroundingQuotes: quotes, or a comma, that are part of the value.
	SurroundingQuotes Code = "surrounding-quotes"
	// InvisibleInValue: zero-width or control characters in the value.
	InvisibleInValue Code = "invisible-in-value"
	// PastedAnAccountSID: an Account SID (AC…) where something else belongs.
	PastedAnAccountSID Code = "pasted-account-sid"
	// PastedAnAPIKey: the SID of an API key (SK…).
	PastedAnAPIKey Code = "pasted-api-key"
	// PastedAServiceSID: the SID of a messaging service (MG…).
	PastedAServiceSID Code = "pasted-messaging-service-sid"
	// PastedAVerifySID: the SID of a Verify service (VA…).
	PastedAVerifySID Code = "pasted-verify-service-sid"
	// PastedAPhoneNumberSID: the SID of a phone number (PN…).
	PastedAPhoneNumberSID Code = "pasted-phone-number-sid"
	// PastedAMessageSID: the SID of a message (SM…, MM…).
	PastedAMessageSID Code = "pasted-message-sid"
	// PastedAnotherSID: some other SID of Twilio's.
	PastedAnotherSID Code = "pasted-other-sid"
	// PastedAToken: what looks like an auth token.
	PastedAToken Code = "pasted-auth-token"
	// PastedAPhoneNumber: a phone number.
	PastedAPhoneNumber Code = "pasted-phone-number"
	// MalformedSID: no SID of the right kind. Args too: prefix (AC, MG).
	MalformedSID Code = "malformed-sid"
	// SIDLength: the right prefix, and too few or too many digits. Args too: prefix,
	// length, expected.
	SIDLength Code = "sid-length"
	// UnusualToken (warning): not 32 hexadecimal digits.
	UnusualToken Code = "unusual-token"
	// TokenFromEnvironment (info): the token is TokenVariable, which the command
	// render replaces.
	TokenFromEnvironment Code = "token-from-environment"
)

// Problems of host. Args of each: key.
const (
	// EmptyHost (error): nothing, which the guard refuses.
	EmptyHost Code = "empty-host"
	// HostIsAddress (error): a host with something around it that does not belong
	// there: https://, a port, a path, blanks, quotes. Args too: suggestion.
	HostIsAddress Code = "host-is-address"
	// MisspeltHost (error): the name of a region, the host of another product, or a
	// host without its first label. Args too: suggestion.
	MisspeltHost Code = "misspelt-host"
	// BadHost (error): any other text that is no host of Twilio's API.
	BadHost Code = "bad-host"
	// RetiredHost (warning): one that Twilio has switched off. Args too: suggestion.
	RetiredHost Code = "retired-host"
	// HostSince (warning; an info where no release that was asked for is older, an error
	// where all are): the host of another region, which older releases ignore, so that Twilio refuses
	// the credentials (20003). Args too: since (connector version), logto (its version).
	HostSince Code = "host-since"
)

// Problems of one template. Those of a part of its text, such as a placeholder,
// have the place of that part.
const (
	// EmptyUsageType (warning): "" as usage type. No args.
	EmptyUsageType Code = "empty-usage-type"
	// UnknownUsageType (warning): one that no release knows. Args: usageType.
	UnknownUsageType Code = "unknown-usage-type"
	// MisspeltUsageType (warning): close to a known one. Args: usageType,
	// suggestion, hidden.
	MisspeltUsageType Code = "misspelt-usage-type"
	// RetiredUsageType (info): known to old releases alone. Args: usageType, last
	// (the last release that knew it).
	RetiredUsageType Code = "retired-usage-type"
	// OrganizationInvitationUnused (info): Logto sends it by e-mail. No args.
	OrganizationInvitationUnused Code = "organization-invitation"
	// DuplicateUsageType (warning): a second template of a type, never used. Args:
	// usageType, first (1-based number of the template that is used), line (of it).
	DuplicateUsageType Code = "duplicate-usage-type"
	// EmptyContent (error): no text, or blanks alone (Twilio's 21602, and Logto
	// drops an empty text on saving). No args.
	EmptyContent Code = "empty-content"
	// ExampleContent (warning): the text of the documentation's example, in angle
	// brackets as it stands there. No args.
	ExampleContent Code = "example-content"
	// MissingCode (error): no {{code}} in the text. No args.
	MissingCode Code = "missing-code"
	// MisspeltCode (error; a warning where a right one stands beside it): what was
	// meant to be {{code}}. Args: found, hidden.
	MisspeltCode Code = "misspelt-code"
	// CodeInBraces (warning): a right {{code}} with braces around it that are sent
	// too. Args: found ({{{code}}}), sent ({123456}).
	CodeInBraces Code = "code-in-braces"
	// TemplateTag (error): what other systems fill in or run, and Logto sends as it
	// is written. Args: found, count.
	TemplateTag Code = "template-tag"
	// HTMLMarkup (warning): a tag of HTML, which users read. Args: found, count.
	HTMLMarkup Code = "html-markup"
	// MarkdownMarkup (warning): marks of Markdown, which users read. Args: found, count.
	MarkdownMarkup Code = "markdown-markup"
	// EscapedCharacter (warning): an escape of JSON, HTML or a link, which users read.
	// Args: found (\n), meant (what it stands for, or its name), count.
	EscapedCharacter Code = "escaped-character"
	// HiddenCharacter (warning): one that cannot be seen, in a text that is UCS-2
	// anyway. Args: character (U+2028 LINE SEPARATOR), count.
	HiddenCharacter Code = "hidden-character"
	// LinkShortener (warning): a public link shortener, which carriers filter (30007).
	// Args: found (its host), count.
	LinkShortener Code = "link-shortener"
	// SpacedPlaceholder (info): {{ code }}, which older releases send as written.
	// Args: found, since (connector version).
	SpacedPlaceholder Code = "spaced-placeholder"
	// LocaleVariable (warning): only messages of what users do themselves have it;
	// others, and older releases, send it as written. Args: name, logto (the version
	// since which there is one).
	LocaleVariable Code = "locale-variable"
	// UILocalesVariable (warning): only messages of an application that passed
	// ui_locales have it, else it is sent as written. Args: name, logto.
	UILocalesVariable Code = "ui-locales-variable"
	// EmailVariable (error): only e-mails have it, and it is sent as written. Args: name.
	EmailVariable Code = "email-variable"
	// UnknownVariable (error): no message has it, and it is sent as written.
	// Args: name.
	UnknownVariable Code = "unknown-variable"
	// EmptyMember (error; a warning beside {{code}}, and for a member of a locale): a
	// dotted name that nothing stands behind, and is sent as nothing. Args: name.
	EmptyMember Code = "empty-member"
	// ObjectName (error): a name that every object of JavaScript has, which renders
	// as a piece of program. Args: name.
	ObjectName Code = "object-name"
	// BodyTooLong (error): over what Twilio takes (21617). Args: length, limit (in
	// UTF-16 units).
	BodyTooLong Code = "body-too-long"
	// AvoidableUCS2 (warning; an info where it costs nothing): all that keeps a text
	// from GSM-7 can be replaced. Args: cluster, replacement (of the first that can
	// be seen), count (of clusters), segments, fewer (the segments after it), extra
	// (the difference).
	AvoidableUCS2 Code = "avoidable-ucs2"
	// InvisibleUCS2 (warning; an info where it costs nothing): only characters that
	// show nothing keep a text from GSM-7. Args: cluster (U+200B ZERO WIDTH SPACE), count, segments,
	// fewer, extra.
	InvisibleUCS2 Code = "invisible-ucs2"
	// LoneSurrogate (error): half of a character, which Logto cannot store. It may be
	// in any text and any key. No args.
	LoneSurrogate Code = "lone-surrogate"
)

// Problems of a phone number (see ParsePhone) and of what an account holds.
const (
	// PhoneEmpty: nothing to read. No args.
	PhoneEmpty Code = "phone-empty"
	// PhoneNoCountry: neither + nor 00 before it. No args.
	PhoneNoCountry Code = "phone-no-country"
	// PhoneNoPlus: the same, and so many digits that the country code may be among
	// them. Args: suggestion (E.164).
	PhoneNoPlus Code = "phone-no-plus"
	// PhoneLeadingZero: no country code begins with 0. No args.
	PhoneLeadingZero Code = "phone-leading-zero"
	// PhoneTrunkZero: a 0 behind a country code that has none there, which is dialled
	// within the country alone. Args: country (+44), number (with it, E.164),
	// suggestion (without it).
	PhoneTrunkZero Code = "phone-trunk-zero"
	// PhoneTooLong: Args: digits, limit.
	PhoneTooLong Code = "phone-too-long"
	// PhoneTooShort: Args: digits, limit.
	PhoneTooShort Code = "phone-too-short"
	// PhoneCharacter: one that no phone number has. Args: character.
	PhoneCharacter Code = "phone-character"
	// PhonePlusWithin: a + behind a digit, as between two numbers. No args.
	PhonePlusWithin Code = "phone-plus-within"
	// ServiceNotInAccount (error): the account has no messaging service with this
	// SID. No args.
	ServiceNotInAccount Code = "service-not-in-account"
	// ServiceNameMissing (error): a new service has no name. No args.
	ServiceNameMissing Code = "service-name-missing"
	// ServiceNameTaken (warning): the account has a service of this name. No args.
	ServiceNameTaken Code = "service-name-taken"
	// ServiceNameTooLong (error): Twilio takes no longer name. Args: characters, limit.
	ServiceNameTooLong Code = "service-name-too-long"
	// BadEndpoint (error): not the address of a Logto: https, or http on a loopback
	// address, with no user, query or fragment. No args.
	BadEndpoint Code = "bad-endpoint"
	// ConsoleEndpoint (error): the address of Logto's Console, not of a Logto. No args.
	ConsoleEndpoint Code = "console-endpoint"
	// BadProofCode (error): not a code as Logto sends it. Args: digits.
	BadProofCode Code = "bad-proof-code"
	// NothingTyped (error): an answer is missing. No args.
	NothingTyped Code = "nothing-typed"
	// BadAreaCode (error): not the three digits of an area code. No args.
	BadAreaCode Code = "bad-area-code"
	// OwnNumber (error): a sender of the account itself, which cannot text itself.
	// Args: service, its name.
	OwnNumber Code = "own-number"
	// NumberNotVerified (warning): a trial account texts verified numbers alone
	// (21608), and this is none. No args.
	NumberNotVerified Code = "number-not-verified"
)

// Codes are the codes of all problems.
func Codes() []Code {
	return []Code{
		TooLarge, TooDeep, ByteOrderMark, NotUTF8, EmptyText, TrailingComma, MissingComma, MissingColon,
		MissingValue, MissingName, Unclosed, UnclosedString, LineBreakInString, MismatchedBracket,
		UnescapedQuote, WrongQuotes, FullWidthPunctuation, InvisibleCharacter, Comment, UnquotedKey,
		UnquotedValue, WrongLiteral, BadNumber, BadEscape, BadUnicodeEscape, ControlCharacter, TrailingText,
		UnexpectedCharacter,
		OtherFormat, HTMLPage, EnvironmentFile, ProgramCode, CodeBlock, EscapedJSON, UTF16, ConflictMarkers,
		EnvironmentLine, ManifestValue,
		WrappedConfiguration, OtherConnector, ConnectorList, DatabaseRow, SeveralConnectors, NoTwilioConnector,
		ForeignConfiguration, NotAnObject, MissingKey, WrongType, MissingUsageTypes,
		NotAcceptedBy, TokenInFile, DuplicateKey, UnknownKey, MisspeltKey, NULCharacter, PrototypeKey, HugeNumber, RiskCheckDisabled, MoreProblems,
		EmptyValue, PlaceholderLeft, UnexpandedVariable, UnresolvedReference, PastedAnAssignment, PastedCredentials,
		SurroundingBlanks, SurroundingQuotes,
		InvisibleInValue, PastedAnAccountSID, PastedAnAPIKey, PastedAServiceSID, PastedAVerifySID,
		PastedAPhoneNumberSID, PastedAMessageSID, PastedAnotherSID, PastedAToken, PastedAPhoneNumber,
		MalformedSID, SIDLength, UnusualToken, TokenFromEnvironment,
		EmptyHost, HostIsAddress, MisspeltHost, BadHost, RetiredHost, HostSince,
		EmptyUsageType, UnknownUsageType, MisspeltUsageType, RetiredUsageType, OrganizationInvitationUnused,
		DuplicateUsageType, EmptyContent, ExampleContent, MissingCode, MisspeltCode, CodeInBraces, TemplateTag, HTMLMarkup,
		MarkdownMarkup, EscapedCharacter, HiddenCharacter, LinkShortener, SpacedPlaceholder, LocaleVariable,
		UILocalesVariable, EmailVariable, UnknownVariable, EmptyMember, ObjectName, BodyTooLong, AvoidableUCS2, InvisibleUCS2,
		LoneSurrogate,
		PhoneEmpty, PhoneNoCountry, PhoneNoPlus, PhoneLeadingZero, PhoneTrunkZero, PhoneTooLong, PhoneTooShort, PhoneCharacter, PhonePlusWithin,
		OwnNumber, ServiceNotInAccount,
		NumberNotVerified, ServiceNameMissing, ServiceNameTaken, ServiceNameTooLong, BadAreaCode, BadEndpoint, ConsoleEndpoint, BadProofCode, NothingTyped,
	}
}
