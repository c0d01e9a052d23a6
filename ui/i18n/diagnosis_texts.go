package i18n

// The words for a sign-up that is open to anyone, of a choice and of a check.
var (
	openSignUp = text{"Anyone can have SMS sent at your expense by starting to sign up, and this Logto has no CAPTCHA.",
		"任何人只要开始注册，就能让短信发出，费用由你承担；而这个 Logto 没有设置 CAPTCHA。"}
	openSignUpHint = text{"Set up a CAPTCHA in the Logto Console (Security → CAPTCHA) before you go live.", "上线之前，请在 Logto 控制台中设置 CAPTCHA（「安全」→「CAPTCHA」）。"}
	captchaOff     = text{"Anyone can have SMS sent at your expense by starting to sign up; a CAPTCHA is set up, but not switched on.",
		"任何人只要开始注册，就能让短信发出，费用由你承担；已设置 CAPTCHA，但没有启用。"}
	captchaOffHint = text{"Switch the CAPTCHA on in the Logto Console (Security → CAPTCHA).", "请在 Logto 控制台中启用 CAPTCHA（「安全」→「CAPTCHA」）。"}
	captchaUnknown = text{"Anyone can have SMS sent at your expense by starting to sign up; whether there is a CAPTCHA could not be determined.",
		"任何人只要开始注册，就能让短信发出，费用由你承担；无法确定是否设置了 CAPTCHA。"}
	captchaUnknownHint = text{"Look in the Logto Console (Security → CAPTCHA).", "请在 Logto 控制台中查看（「安全」→「CAPTCHA」）。"}
	seeAuditLog        = text{"Look at the entries in the Logto Console, under Audit logs.", "请在 Logto 控制台的「审计日志」中查看这些记录。"}
	shorterTime        = text{"Choose a shorter time with --since.", "请用 --since 指定更短的时间。"}
)

// diagnosisTexts has "check.CODE" of the checks of a Logto and of what was sent, and their
// hints, as checkTexts has those of an account; "span.UNIT" says how long a time is.
var diagnosisTexts = map[string]text{
	"check.logto-unanswered":     {"The Logto at {host} could not be checked.", "无法核对 {host} 上的 Logto。"},
	"check.logto-refused":        {"The Logto at {host} refused to be checked.", "{host} 上的 Logto 拒绝了核对。"},
	"check.logto-connector-same": {"The connector in {host} is exactly this configuration.", "{host} 中的连接器与该配置完全一致。"},
	"check.logto-connector-differs": {"The connector in {host} is not this configuration: {count} {count|difference|differences} ({changes}).",
		"{host} 中的连接器与该配置不一致，有 {count} 处不同（{changes}）。"},
	"check.logto-connector-differs.hint": {"logto-twilio push with --dry-run shows each difference; without it, it puts this configuration there.",
		"运行 logto-twilio push 并加上 --dry-run 可查看每处不同；不加则把该配置推送过去。"},
	"check.logto-connector-uncompared": {"There is a Twilio connector in {host}, but it could not be compared: this configuration cannot be put into Logto as it is.",
		"{host} 中有 Twilio 连接器，但无法比较：该配置目前不能写入 Logto。"},
	"check.logto-connector-uncompared.hint": {"Mend the configuration first: logto-twilio validate.", "请先修正配置：logto-twilio validate。"},
	"check.logto-connector-missing":         {"There is no SMS connector in {host}, so it sends no codes by SMS.", "{host} 中没有短信连接器，因此不会发送短信验证码。"},
	"check.logto-connector-missing.hint":    pushFirst,
	"check.logto-connector-other":           {"SMS from {host} goes through {connector}, not through Twilio.", "{host} 通过 {connector} 发送短信，而不是 Twilio。"},
	"check.logto-connector-other.hint": {"To use Twilio instead, push this configuration: logto-twilio push. That deletes the other connector.",
		"如需改用 Twilio，请推送该配置：logto-twilio push。另一个连接器会被删除。"},
	"check.logto-connector-several":      {"There is more than one SMS connector in {host}, and Logto cannot use any.", "{host} 中有多个短信连接器，Logto 一个也无法使用。"},
	"check.logto-connector-several.hint": {"Pushing this configuration replaces them: logto-twilio push.", "推送该配置即可取代它们：logto-twilio push。"},
	"check.logto-connector-hidden":       {"Which SMS connector there is in {host} could not be determined.", "无法确定 {host} 中有哪个短信连接器。"},

	"check.sms-used":            {"Codes by SMS are used in {host} for: {uses}.", "{host} 将短信用于：{uses}。"},
	"check.sms-never-used":      {"There is a connector in {host}, but nothing uses it: no user ever gets a code.", "{host} 中有连接器，但没有任何功能使用它：用户不会收到验证码。"},
	"check.sms-never-used.hint": {"Switch on what you need: logto-twilio enable", "请启用需要的功能：logto-twilio enable"},
	"check.sms-use-unknown":     {"What {host} uses SMS for could not be determined.", "无法确定 {host} 将短信用于哪些用途。"},

	"check.open-sign-up":                      openSignUp,
	"check.open-sign-up.hint":                 openSignUpHint,
	"check.open-sign-up-captcha-off":          captchaOff,
	"check.open-sign-up-captcha-off.hint":     captchaOffHint,
	"check.open-sign-up-captcha-unknown":      captchaUnknown,
	"check.open-sign-up-captcha-unknown.hint": captchaUnknownHint,

	"check.text-outlives-code": {"According to the text of {usageTypes}, a code is valid for {said}, but it expires after {lives} in {host}.",
		"{usageTypes} 的正文写明验证码的有效期为 {said}，但在 {host} 中只有 {lives}。"},
	"check.text-outlives-code.hint": {"Change the text, or how long codes are valid in Logto (verificationCodePolicy.expirationDuration of the sign-in experience).",
		"请修改正文，或修改 Logto 中验证码的有效时间（登录体验的 verificationCodePolicy.expirationDuration）。"},
	"check.code-outlives-text": {"According to the text of {usageTypes}, a code is valid for {said} only, but it is valid for {lives} in {host}.",
		"{usageTypes} 的正文写明验证码的有效期只有 {said}，但在 {host} 中是 {lives}。"},
	"check.code-outlives-text.hint": {"Users hurry for nothing. Change the text to {lives}, or how long codes are valid in Logto.",
		"用户会白白着急。请把正文改为 {lives}，或修改 Logto 中验证码的有效时间。"},

	"check.sends-none": {"{host}: no user was sent a code by SMS in the last {since}.", "最近 {since}，{host} 没有向用户发送短信验证码。"},
	"check.sends-none.hint": {"If a user asked for one, Logto had nobody to send it to: logto-twilio doctor --help says when it answers as if sent.",
		"如果有用户请求过，说明 Logto 没有可发送的对象：logto-twilio doctor --help 说明了何时看似已发送。"},
	"check.sends-ok": {"{host}: {total} {total|code|codes} by SMS in the last {since}, and Twilio accepted {total|it|each}: {kinds}.",
		"最近 {since}，{host} 发送了 {total} 个短信验证码，Twilio 全部接受：{kinds}。"},
	"check.sends-failed": {"{host}: {total} {total|code|codes} by SMS in the last {since} ({kinds}), of which {failed} {failed|was|were} not sent.",
		"最近 {since}，{host} 有 {total} 个短信验证码（{kinds}），其中 {failed} 个没有发出。"},
	"check.sends-refused":          {"{count} not sent ({kinds}): Twilio error {twilioCode}. {title}.", "{count} 个没有发出（{kinds}）：Twilio 错误 {twilioCode}，{title}。"},
	"check.sends-limited":          {"{count} not sent ({kinds}): too many to one number in a short time, so Logto sent no more.", "{count} 个没有发出（{kinds}）：短时间内发往同一号码过多，Logto 不再发送。"},
	"check.sends-limited.hint":     {"One user who asks again and again, or an attack: a CAPTCHA in the Logto Console (Security → CAPTCHA) helps.", "可能是同一用户反复请求，也可能是攻击：可在 Logto 控制台设置 CAPTCHA（「安全」→「CAPTCHA」）。"},
	"check.sends-stopped":          {"{count} not sent ({kinds}): Logto stopped with {logtoCode}.", "{count} 个没有发出（{kinds}）：Logto 返回了 {logtoCode}。"},
	"check.sends-stopped.hint":     seeAuditLog,
	"check.sends-unexplained":      {"{count} not sent ({kinds}), and the audit log does not say why.", "{count} 个没有发出（{kinds}），审计日志中没有说明原因。"},
	"check.sends-unexplained.hint": seeAuditLog,
	"check.sends-cut":              {"The audit log of {host} has more than could be read at once: only the newest codes were counted.", "{host} 的审计日志过多，只统计了最新的部分。"},
	"check.sends-cut.hint":         shorterTime,
	"check.sends-unanswered":       {"The audit log of {host} could not be read to its end.", "未能读完 {host} 的审计日志。"},

	"check.messages-none":      {"Twilio has no messages of this messaging service from the last {since}.", "最近 {since}，Twilio 没有该短信服务的短信。"},
	"check.messages-none.hint": {"What Logto sends goes through the service in its own connector: is it this one?", "Logto 通过自己的连接器中的短信服务发送：是这一个吗？"},
	"check.messages-ok": {"Twilio has {total} {total|message|messages} of this messaging service from the last {since}, none known to be lost: {statuses}.",
		"最近 {since}，该短信服务有 {total} 条短信，没有发现丢失：{statuses}。"},
	"check.messages-failed": {"Twilio has {total} {total|message|messages} of this messaging service from the last {since}, and {failed} did not arrive: {statuses}.",
		"最近 {since}，该短信服务有 {total} 条短信，其中 {failed} 条没有送达：{statuses}。"},
	"check.messages-lost":       {"{count} did not arrive: Twilio error {twilioCode}. {title}.", "{count} 条没有送达：Twilio 错误 {twilioCode}，{title}。"},
	"check.messages-doubtful":   {"{count} may not have arrived: Twilio reports {twilioCode}. {title}.", "{count} 条可能没有送达：Twilio 返回了 {twilioCode}，{title}。"},
	"check.messages-cut":        {"The account has more messages than could be read at once: only the newest were counted.", "账号的短信过多，只统计了最新的部分。"},
	"check.messages-cut.hint":   shorterTime,
	"check.messages-unanswered": {"The messages of the last {since} could not be listed to the end.", "未能列出全部短信（最近 {since}）。"},

	"span.days":    {"{n} {n|day|days}", "{n} 天"},
	"span.hours":   {"{n} {n|hour|hours}", "{n} 小时"},
	"span.minutes": {"{n} {n|minute|minutes}", "{n} 分钟"},
	"span.seconds": {"{n} {n|second|seconds}", "{n} 秒"},
}
