package connector

// What the releases required and knew, in the order in which their guards name it.
var (
	typesOfJuly2022  = []UsageType{Register, SignIn, Test}
	typesOfBeta12    = []UsageType{Register, SignIn, ForgotPassword, Continue, Test}
	requiredByBeta15 = []UsageType{Register, SignIn, ForgotPassword, Continue}
	requiredByBeta16 = []UsageType{Register, SignIn, ForgotPassword}
	typesOfBeta16    = []UsageType{Register, SignIn, ForgotPassword, Generic, Test}
	requiredFour     = []UsageType{Register, SignIn, ForgotPassword, Generic}
	typesOf110       = []UsageType{
		Register, SignIn, ForgotPassword, Generic, OrganizationInvitation,
		UserPermissionValidation, BindNewIdentifier, // both from Logto 1.21
	}
	typesOf131 = []UsageType{
		Register, SignIn, ForgotPassword, Generic, OrganizationInvitation,
		UserPermissionValidation, BindNewIdentifier, MfaVerification, // the last from Logto 1.31
	}
	typesOf140 = []UsageType{
		Register, SignIn, ForgotPassword, Generic, OrganizationInvitation,
		UserPermissionValidation, BindNewIdentifier, MfaVerification, BindMfa,
	}
)

// releases is the history of the connector, the newest first. The guards of all
// of them take any string for a usage type (src/types.ts).
var releases = []Release{
	{ // logto-io/logto 1e347df947, the source of Logto 1.44; host is of logto-io/logto#9611
		From: "1.5.0", To: "1.5.0", LogtoFrom: "1.44", LogtoTo: "1.44", Date: "2026-09",
		Required: requiredFour, Known: typesOf140,
		SpacedPlaceholder: true, Variables: true, GenericFallback: true, RiskCheck: true, AddsPlus: true, Host: true,
	},
	{ // its CHANGELOG.md: a newer connector-kit, nothing else
		From: "1.4.5", To: "1.4.5", LogtoFrom: "1.43", LogtoTo: "1.43",
		Required: requiredFour, Known: typesOf140,
		SpacedPlaceholder: true, Variables: true, GenericFallback: true, RiskCheck: true, AddsPlus: true,
	},
	{ // logto-io/logto 9041f6e2e2, first in v1.38.0
		From: "1.4.2", To: "1.4.4", LogtoFrom: "1.38", LogtoTo: "1.42", Date: "2026-03-31",
		Required: requiredFour, Known: typesOf140,
		SpacedPlaceholder: true, Variables: true, GenericFallback: true, RiskCheck: true, AddsPlus: true,
	},
	{ // logto-io/logto 462e430445, first in v1.35.0
		From: "1.4.1", To: "1.4.1", LogtoFrom: "1.35", LogtoTo: "1.37", Date: "2025-12-30",
		Required: requiredFour, Known: typesOf140,
		SpacedPlaceholder: true, Variables: true, GenericFallback: true, RiskCheck: true,
	},
	{ // logto-io/logto 62922efac4 and 505264abc1, first in v1.32.0
		From: "1.4.0", To: "1.4.0", LogtoFrom: "1.32", LogtoTo: "1.34", Date: "2025-09-29",
		Required: requiredFour, Known: typesOf140,
		SpacedPlaceholder: true, Variables: true, RiskCheck: true,
	},
	{ // replaceSendMessageHandlebars of connector-kit as of logto-io/logto v1.25.0
		From: "1.2.1", To: "1.3.1", LogtoFrom: "1.25", LogtoTo: "1.31", Date: "2025-02",
		Required: requiredFour, Known: typesOf131,
		SpacedPlaceholder: true, Variables: true,
	},
	{ // logto-io/logto 570a4ea9e2, first in v1.13.0; 1.2.1 is in v1.24.1 and v1.25.0, their kit differs
		From: "1.1.0", To: "1.2.1", LogtoFrom: "1.13", LogtoTo: "1.24", Date: "2024-02-08",
		Required: requiredFour, Known: typesOf110,
		SpacedPlaceholder: true,
	},
	{ // logto-io/connectors 1.0.0-beta.21; logto-io/logto @logto/connector-twilio-sms@1.0.1
		From: "1.0.0-beta.21", To: "1.0.1", LogtoFrom: "1.0.0", LogtoTo: "1.12", Date: "2023-03-19",
		Required: requiredFour, Known: typesOfBeta16,
	},
	{ // logto-io/connectors @logto/connector-twilio-sms@1.0.0-beta.16 to beta.20 (Generic known from beta.17)
		From: "1.0.0-beta.16", To: "1.0.0-beta.20", LogtoFrom: "1.0.0-rc", LogtoTo: "1.0.0-rc", Date: "2023-01-01",
		Required: requiredByBeta16, Known: typesOfBeta16,
	},
	{ // logto-io/connectors v1.0.0-beta.15, for the betas of Logto of December 2022
		From: "1.0.0-beta.15", To: "1.0.0-beta.15", Date: "2022-12-29",
		Required: requiredByBeta15, Known: typesOfBeta12,
	},
	{ // logto-io/connectors v1.0.0-beta.12, for the betas of Logto of November 2022
		From: "1.0.0-beta.12", To: "1.0.0-beta.14", Date: "2022-11-29",
		Known: typesOfBeta12,
	},
	{ // the documentation of July 2022; logto-io/logto fc19c00cb2; logto-io/connectors v1.0.0-beta.11
		From: "1.0.0-beta.1", To: "1.0.0-beta.11", LogtoFrom: "1.0.0-beta.1", LogtoTo: "1.0.0-beta.1", Date: "2022-07-19",
		Known: typesOfJuly2022,
	},
}

// defaultTexts are the texts offered for new templates.
var defaultTexts = map[UsageType]struct{ en, zh string }{
	Register: {
		"{{code}} is your sign-up code. Use it within 10 minutes to create your account.",
		"您的注册验证码是 {{code}}，10 分钟内有效。如非本人操作，请忽略本短信。",
	},
	SignIn: {
		"{{code}} is your sign-in code, valid for 10 minutes. Do not share it with anyone.",
		"您的登录验证码是 {{code}}，10 分钟内有效。请勿告诉他人。",
	},
	ForgotPassword: {
		"{{code}} is your code to reset your password, valid for 10 minutes. Ignore this message if you did not ask for it.",
		"您正在重置密码，验证码是 {{code}}，10 分钟内有效。如非本人操作，请忽略本短信。",
	},
	Generic: {
		"{{code}} is your verification code, valid for 10 minutes. Do not share it with anyone.",
		"您的验证码是 {{code}}，10 分钟内有效。请勿告诉他人。",
	},
	Test: {
		"{{code}} is a test code. If you can read this, text messages work.",
		"这是一条测试短信，验证码是 {{code}}。收到即表示短信可以正常发送。",
	},
	Continue: {
		"{{code}} is your code to finish signing up, valid for 10 minutes. Do not share it with anyone.",
		"您正在完善账号信息，验证码是 {{code}}，10 分钟内有效。请勿告诉他人。",
	},
	OrganizationInvitation: {
		"{{code}} is your code to join the organization, valid for 10 minutes. Do not share it with anyone.",
		"您正在加入组织，验证码是 {{code}}，10 分钟内有效。请勿告诉他人。",
	},
	UserPermissionValidation: {
		"{{code}} is your code to confirm that it is you, valid for 10 minutes. Do not share it with anyone.",
		"您正在进行身份确认，验证码是 {{code}}，10 分钟内有效。请勿告诉他人。",
	},
	BindNewIdentifier: {
		"{{code}} is your code to confirm your new phone number, valid for 10 minutes. Do not share it with anyone.",
		"您正在绑定新手机号，验证码是 {{code}}，10 分钟内有效。请勿告诉他人。",
	},
	MfaVerification: {
		"{{code}} is your code for two-step verification, valid for 10 minutes. Do not share it with anyone.",
		"您的两步验证码是 {{code}}，10 分钟内有效。请勿告诉他人。",
	},
	BindMfa: {
		"{{code}} is your code to turn on two-step verification, valid for 10 minutes. Do not share it with anyone.",
		"您正在开启两步验证，验证码是 {{code}}，10 分钟内有效。请勿告诉他人。",
	},
}
