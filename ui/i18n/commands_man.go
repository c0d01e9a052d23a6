package i18n

// manTexts are the headings and sections of the manual page: "man.exit.CODE" and
// "man.variable.NAME" say what these stand for.
var manTexts = map[string]text{
	"man.short": {"Write the manual page", "输出手册页"},
	"man.long":  {"Writes the manual page of logto-twilio, for man to show.", "输出可供 man 阅读的 logto-twilio 手册页。"},
	"man.examples": {"  logto-twilio man | man -l -            read it\n  logto-twilio man > logto-twilio.1      keep it, for a folder of $MANPATH",
		"  logto-twilio man | man -l -            阅读\n  logto-twilio man > logto-twilio.1      保存到文件，可放入 $MANPATH 的目录"},
	"man.title":          {"User Commands", "用户命令"},
	"man.name":           {"NAME", "名称"},
	"man.synopsis":       {"SYNOPSIS", "概要"},
	"man.description":    {"DESCRIPTION", "描述"},
	"man.options":        {"OPTIONS", "选项"},
	"man.commands":       {"COMMANDS", "命令"},
	"man.exit":           {"EXIT STATUS", "退出状态"},
	"man.json-title":     {"JSON OUTPUT", "JSON 输出"},
	"man.environment":    {"ENVIRONMENT", "环境变量"},
	"man.examples-title": {"EXAMPLES", "示例"},

	"man.json": {"With --json, a command writes one object to standard output, even if it fails or the command line is wrong. Its error is null if the exit code is 0. Otherwise error has code, message, hint, status (of HTTP) and twilioCode; the last two are 0 if there is none. All other fields are the command's own; they are empty if it did not get that far. message and hint follow the language, codes do not: logto-twilio explain explains each code.",
		"使用 --json 时，命令向标准输出写一个对象，即使命令失败或用法有误。退出码为 0 时其中的 error 为 null，否则 error 含有 code、message、hint、status（HTTP 状态码）和 twilioCode，后两者没有时为 0。其他字段因命令而异，命令没有进行到那一步时为空。message 和 hint 使用界面语言，code 不变，可用 logto-twilio explain 查看解释。"},

	"man.exit.0":   {"Done.", "完成。"},
	"man.exit.1":   {"The configuration, the account, the delivery or the file has a problem.", "配置、账号、短信送达或文件有问题。"},
	"man.exit.2":   {"Wrong usage, or a question that could not be asked.", "用法有误，或需要提问但没有终端。"},
	"man.exit.3":   {"A service could not be reached, refused for reasons of its own, or the outcome of a request is unknown.", "无法连接服务、服务因自身原因拒绝，或无法确定请求的结果。"},
	"man.exit.130": {"Interrupted.", "已中断。"},

	"man.variable.TWILIO_ACCOUNT_SID": {"The Account SID that the wizard fills in and generate uses.", "向导自动填入的 Account SID，generate 也使用它。"},
	"man.variable.TWILIO_AUTH_TOKEN": {"The Auth Token that the wizard fills in, that generate and render use, and that doctor, send, push and export use if the file leaves it out. No flag takes it: flags show up in the process list and in the shell history.",
		"向导自动填入的 Auth Token，generate 和 render 也使用它；文件中没有时，doctor、send、push 和 export 也使用它。没有任何选项接受它：选项会出现在进程列表和 shell 历史中。"},
	"man.variable.TWILIO_MESSAGING_SERVICE_SID": {"The messaging service that the wizard fills in and generate uses.", "向导自动填入的短信服务，generate 也使用它。"},
	"man.variable.LOGTO_ENDPOINT":               {"The address of the Logto that push and pull work with.", "push 和 pull 所用 Logto 的地址。"},
	"man.variable.LOGTO_AUTH": {"The machine-to-machine application that push and pull sign in as, id:secret. No flag takes the secret.",
		"push 和 pull 登录所用的机器对机器应用，写作 id:secret。没有任何选项接受密钥。"},
	"man.variable.LOGTO_RESOURCE": {"The Management API of that Logto, if its address does not tell: behind a custom domain on Logto Cloud.",
		"该 Logto 的 Management API，仅在无法由地址得知时需要，即在 Logto Cloud 使用自定义域名时。"},
	"man.variable.LOGTO_TWILIO_URL": {"The address that every call to Twilio is sent to instead, as with --twilio-url.", "所有 Twilio 请求改为发送到此地址，与 --twilio-url 相同。"},
	"man.variable.HTTPS_PROXY":      {"The proxy through which Twilio is reached.", "访问 Twilio 时使用的代理。"},
	"man.variable.LC_ALL":           {"The language, unless --lang names one. It comes before LC_MESSAGES and LANG.", "没有 --lang 时的界面语言，优先于 LC_MESSAGES 和 LANG。"},
	"man.variable.LC_MESSAGES":      {"The language if LC_ALL is not set.", "没有设置 LC_ALL 时的界面语言。"},
	"man.variable.LANG":             {"The language if neither of the two is set.", "以上两者都没有设置时的界面语言。"},
	"man.variable.LC_CTYPE":         {"The encoding of the terminal, if LC_ALL is not set, or else that of LANG. If it is one other than UTF-8, the language is English.", "没有设置 LC_ALL 时的终端编码；也没有设置它时看 LANG。编码不是 UTF-8 时界面使用英文。"},
	"man.variable.NO_COLOR":         {"If it is set, whatever its value, no colours are used.", "设置后（无论取值）不使用颜色。"},
}
