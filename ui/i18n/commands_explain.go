package i18n

// explainTexts are the sentences of the command explain.
var explainTexts = map[string]text{
	"explain.short": {"Explain an error code", "解释错误码"},
	"explain.long": {"Explains a Twilio error code, as found in a message log or in Twilio's response: what happened, why, what to do, and where to read more. It works offline. The named codes of this program are explained too: those of validate, of doctor, and of the errors in --json.",
		"解释 Twilio 的错误码（见消息日志或 Twilio 的响应）：发生了什么、原因、处理办法，以及详细说明的页面。无需联网。也可以解释本程序的代码：validate 和 doctor 报告的代码，以及 --json 中的错误代码。"},
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
	"explain.unknown.hint": {"Twilio's codes are numbers, such as 30034; those of this program have names, such as token-missing. All of Twilio's are listed at https://www.twilio.com/docs/api/errors", "Twilio 的错误码是数字，例如 30034；本程序的代码是名称，例如 token-missing。Twilio 的全部错误码见 https://www.twilio.com/docs/api/errors"},

	// "code.CODE" explains a code for which there is no one sentence elsewhere.
	"code.not-found":             {"What was named does not exist: a file, or a connector that Logto had before.", "指定的内容不存在：文件不存在，或 Logto 中原有的连接器已不存在。"},
	"code.not-found.hint":        {"Check the name of the file and the folder you started in. If it is a connector, push again to see what is there now.", "请检查文件名以及启动时所在的文件夹；如果是连接器，请再次推送，查看现在的状态。"},
	"code.timed-out":             {"Twilio or Logto did not answer in time.", "Twilio 或 Logto 没有及时响应。"},
	"code.timed-out.hint":        {"The network or the service may be slow. Try again in a minute.", "可能是网络或服务暂时较慢，请稍后重试。"},
	"code.canceled":              {"The command was interrupted.", "命令被中断。"},
	"code.canceled.hint":         {"If a request was under way, the message says whether it may have been carried out. Otherwise run the command again at any time.", "如果当时有请求正在进行，错误信息会说明它是否可能已经执行；否则可以随时重新运行。"},
	"code.refused":               {"Twilio or Logto refused the request.", "Twilio 或 Logto 拒绝了请求。"},
	"code.refused.hint":          {"The message says why; if Twilio gave a code, it is explained by logto-twilio explain, too.", "原因见错误信息；如果 Twilio 给出了错误码，也可以用 logto-twilio explain 查看解释。"},
	"code.twilio-refused":        {"Logto asked Twilio to send the test message, and Twilio refused.", "Logto 请求 Twilio 发送测试短信，但 Twilio 拒绝了。"},
	"code.twilio-refused.hint":   {"Twilio's code says why: logto-twilio explain explains it.", "原因见 Twilio 的错误码，可用 logto-twilio explain 查看解释。"},
	"code.token-unreadable":      {"The auth token could not be read, or what was read cannot be one.", "无法读取 Auth Token，或读到的内容不是有效的 Auth Token。"},
	"code.token-unreadable.hint": {"Check the file in --auth-token-file, or what is piped to --auth-token-stdin.", "请检查 --auth-token-file 指定的文件，或传给 --auth-token-stdin 的内容。"},
	"code.flags-conflict":        {"Some of the flags cannot be used together.", "有些选项不能同时使用。"},
	"code.flags-conflict.hint":   {"Leave out one of those that the message names.", "请从错误信息提到的选项中去掉一个。"},
	"code.undelivered":           {"Twilio accepted the message, but it will not arrive.", "Twilio 已接受短信，但短信不会送达。"},
	"code.undelivered.hint":      {"Twilio's code says why: logto-twilio explain explains it.", "原因见 Twilio 的错误码，可用 logto-twilio explain 查看解释。"},
	"code.not-done":              {"The command did not do its work.", "命令没有完成。"},
	"code.not-done.hint":         {"The message says why.", "原因见错误信息。"},
}
