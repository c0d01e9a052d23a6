package i18n

// doctorTexts are the sentences of the command doctor; "doctor.STATUS" is the word
// for the status of a check.
var doctorTexts = map[string]text{
	"doctor.short": {"Check the Twilio account of a configuration", "检查配置所用的 Twilio 账号"},
	"doctor.long": {"Checks with Twilio whether messages can go out with a configuration: the configuration itself, the account and its balance, the messaging service and its senders, the registrations that the US requires, and how the service's settings affect the templates. Each check is one line, with what to do under it. Nothing is sent, bought or changed. Use - to read standard input. The Auth Token comes from the file or, if the file leaves it out, from TWILIO_AUTH_TOKEN. The exit code is 1 if a check failed, 2 if there is no Auth Token, and 3 if Twilio could not be reached, whatever else failed; warnings do not count.",
		"向 Twilio 核对某个配置能否发出短信，依次检查配置本身、账号及余额、短信服务及其发送方、美国要求的注册，以及服务设置对模板的影响。每项检查一行，下一行附处理办法。不会发送、购买或更改任何内容。文件名为 - 时读取标准输入。Auth Token 取自文件；文件中没有时取自 TWILIO_AUTH_TOKEN。有检查失败时退出码为 1；没有 Auth Token 时为 2；无法连接 Twilio 时为 3，无论是否另有失败；警告不影响退出码。"},
	"doctor.examples": {"  logto-twilio doctor connector.json\n  logto-twilio doctor connector.json --json\n  logto-twilio doctor - --auth-token-file token < connector.json",
		"  logto-twilio doctor connector.json\n  logto-twilio doctor connector.json --json\n  logto-twilio doctor - --auth-token-file token < connector.json"},
	"doctor.flag.json": {"write the checks as JSON, for programs", "输出供程序读取的 JSON"},

	"doctor.asking.account":       {"Asking Twilio about the account…", "正在向 Twilio 核对账号…"},
	"doctor.asking.service":       {"Asking Twilio about the messaging service…", "正在向 Twilio 核对短信服务…"},
	"doctor.asking.registrations": {"Asking Twilio about registrations…", "正在向 Twilio 核对注册情况…"},

	"doctor.at": {"Line {line}, column {column}: {message}", "第 {line} 行第 {column} 列：{message}"},
	"doctor.unreadable": {"The file could not be read as a configuration, so nothing else was checked.",
		"该文件无法作为配置读取，因此没有进行其他检查。"},

	"doctor.ok":      {"{mark} ok", "{mark} 正常"},
	"doctor.warning": {"{mark} warning", "{mark} 警告"},
	"doctor.failed":  {"{mark} failed", "{mark} 失败"},
	"doctor.unknown": {"{mark} unknown", "{mark} 未知"},
	"doctor.line":    {"{status}: {message}", "{status}：{message}"},
	"doctor.clean":   {"{n} {n|check|checks}, all ok.", "共 {n} 项检查，全部正常。"},
	"doctor.total": {"{n} {n|check|checks}: {failed} failed, {warnings} {warnings|warning|warnings}, {unknown} unknown.",
		"共 {n} 项检查：{failed} 项失败，{warnings} 项警告，{unknown} 项未知。"},
}
