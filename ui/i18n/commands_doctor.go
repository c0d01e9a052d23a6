package i18n

// doctorTexts are the sentences of the command doctor; "doctor.STATUS" is the word
// for the status of a check.
var doctorTexts = map[string]text{
	"doctor.short": {"Check the Twilio account of a configuration", "检查配置所用的 Twilio 账号"},
	"doctor.long": {"Asks Twilio whether messages can go out with a configuration, one line a check with what to do under it: the configuration itself, the account and its balance, the messaging service and its senders, the registrations that the US want, and what the service makes of the templates. Nothing is sent, bought or changed. A file of - is standard input. The Auth Token is that of the file; where the file leaves it out, that of TWILIO_AUTH_TOKEN. The exit code is 1 where a check failed, 2 where there is no Auth Token, and 3 where Twilio could not be reached, whatever else failed; warnings do not count.",
		"向 Twilio 核对某个配置能否发出短信，每项检查一行，下面是处理办法：配置本身、账号及余额、短信服务及其发送方、美国要求的注册，以及服务对模板的影响。不会发送、购买或更改任何内容。文件写作 - 时读取标准输入。Auth Token 取自文件；文件中没有时取自 TWILIO_AUTH_TOKEN。有检查失败时退出码为 1；没有 Auth Token 时为 2；无法连接 Twilio 时为 3，无论是否另有失败；警告不计。"},
	"doctor.examples": {"  logto-twilio doctor connector.json\n  logto-twilio doctor connector.json --json\n  logto-twilio doctor - --auth-token-file token < connector.json",
		"  logto-twilio doctor connector.json\n  logto-twilio doctor connector.json --json\n  logto-twilio doctor - --auth-token-file token < connector.json"},
	"doctor.flag.json": {"write the checks as JSON, for programs", "输出供程序读取的 JSON"},

	"doctor.asking.account":       {"Asking Twilio about the account …", "正在向 Twilio 核对账号……"},
	"doctor.asking.service":       {"Asking Twilio about the messaging service …", "正在向 Twilio 核对短信服务……"},
	"doctor.asking.registrations": {"Asking Twilio about registrations …", "正在向 Twilio 核对注册情况……"},

	"doctor.at": {"Line {line}, column {column}: {message}", "第 {line} 行第 {column} 列：{message}"},
	"doctor.unreadable": {"The file is no configuration that could be read, so nothing else was checked.",
		"该文件不是可以读取的配置，因此没有进行其他检查。"},

	"doctor.ok":      {"{mark} ok", "{mark} 正常"},
	"doctor.warning": {"{mark} warning", "{mark} 警告"},
	"doctor.failed":  {"{mark} failed", "{mark} 失败"},
	"doctor.unknown": {"{mark} unknown", "{mark} 未知"},
	"doctor.line":    {"{status}: {message}", "{status}：{message}"},
	"doctor.clean":   {"{n} {n|check|checks}, all ok.", "共 {n} 项检查，全部正常。"},
	"doctor.total": {"{n} {n|check|checks}: {failed} failed, {warnings} {warnings|warning|warnings}, {unknown} unknown.",
		"共 {n} 项检查：{failed} 项失败，{warnings} 项警告，{unknown} 项未知。"},
}
