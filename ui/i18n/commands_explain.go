package i18n

// explainTexts are the sentences of the command explain.
var explainTexts = map[string]text{
	"explain.short": {"Explain an error code", "解释错误码"},
	"explain.long": {"Explains a Twilio error code, as found in a message log or in Twilio's response: what happened, why, what to do, and where to read more. It works offline. The codes of problems that validate finds are explained too.",
		"解释 Twilio 的错误码（见消息日志或 Twilio 的响应）：发生了什么、原因、处理办法，以及详细说明的页面。无需联网。也可以解释 validate 报告的问题代码。"},
	"explain.examples": {"  logto-twilio explain 30034\n  logto-twilio explain \"Twilio error #21608\" --json\n  logto-twilio explain missing-usage-types",
		"  logto-twilio explain 30034\n  logto-twilio explain \"Twilio error #21608\" --json\n  logto-twilio explain missing-usage-types"},
	"explain.flag.json":    {"write the explanation as JSON, for programs", "输出供程序读取的 JSON"},
	"explain.title":        {"{code}: {title}", "{code}：{title}"},
	"explain.why":          {"Why", "原因"},
	"explain.do":           {"What to do", "处理办法"},
	"explain.link":         {"More", "详细说明"},
	"explain.no-code":      {"The error code is missing.", "缺少错误码。"},
	"explain.no-code.hint": {"For example logto-twilio explain 30034", "例如 logto-twilio explain 30034"},
	"explain.unknown":      {"“{word}” does not name a single error code.", "「{word}」不能对应到唯一的错误码。"},
	"explain.unknown.hint": {"Twilio's codes are numbers, such as 30034; all of them are listed at https://www.twilio.com/docs/api/errors", "Twilio 的错误码是数字，例如 30034；全部列表见 https://www.twilio.com/docs/api/errors"},
}
