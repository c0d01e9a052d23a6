package i18n

// generateTexts are the sentences of the command generate.
var generateTexts = map[string]text{
	"generate.short": {"Generate a configuration without asking questions", "直接生成配置，不提问"},
	"generate.long": {"Makes a connector JSON from flags and the environment; the same input always gives the same bytes. The auth token comes from TWILIO_AUTH_TOKEN or one of the flags. A configuration with errors (see validate) is refused. The templates come from a preset: portable (Register, SignIn, ForgotPassword, Generic, Test), which nearly every release of Logto accepts; current, the nine types that Logto has today; full, those and Test; or documented, the three in the documentation, which Logto no longer accepts. Each --template changes one of them, in the order given: a text replaces that of its usage type or is added at the end, an empty text removes that type, @FILE reads the text from a file, and a text that begins with @ is written with a second @.\nWithout -o the JSON goes to standard output, unless that is a terminal. An existing file is not overwritten without --force: the difference is shown on a terminal, and the exit code is 1.",
		"根据选项和环境变量生成连接器 JSON，相同的输入总是得到完全相同的内容。Auth Token 取自 TWILIO_AUTH_TOKEN 或选项。有错误的配置（见 validate）会被拒绝。模板取自预设：portable（Register、SignIn、ForgotPassword、Generic、Test），几乎所有版本的 Logto 都接受；current，Logto 目前的九种类型；full，在此之外还有 Test；documented，文档中的三种，Logto 已不再接受。各个 --template 按先后顺序每次修改其中一个：正文会替换同一用途类型的正文，没有该类型时加在最后；空正文会去掉该类型；@FILE 表示从文件读取正文；正文本身以 @ 开头时请多写一个 @。\n没有 -o 时 JSON 写到标准输出，但不会写到终端。没有 --force 时不会覆盖已有文件：在终端中会显示差异，退出码为 1。"},
	"generate.examples": {"  logto-twilio generate -o connector.json\n  logto-twilio generate --auth-token-file token.txt > connector.json\n  logto-twilio generate --template 'SignIn=Code: {{code}}' -o connector.json\n  pass show twilio | logto-twilio generate --auth-token-stdin -o connector.json",
		"  logto-twilio generate -o connector.json\n  logto-twilio generate --auth-token-file token.txt > connector.json\n  logto-twilio generate --template 'SignIn=Code: {{code}}' -o connector.json\n  pass show twilio | logto-twilio generate --auth-token-stdin -o connector.json"},

	"generate.flag.account-sid":           {"the Account `SID`; by default TWILIO_ACCOUNT_SID", "Account `SID`；未指定时取自 TWILIO_ACCOUNT_SID"},
	"generate.flag.messaging-service-sid": {"the `SID` of the messaging service; by default TWILIO_MESSAGING_SERVICE_SID", "短信服务的 `SID`；未指定时取自 TWILIO_MESSAGING_SERVICE_SID"},
	"generate.flag.host": {"the `HOST` of Twilio's API for an account outside the US region, such as api.dublin.ie1.twilio.com; needs Logto 1.44 or later",
		"账号不在美国区域时 Twilio API 的主机名 `HOST`，例如 api.dublin.ie1.twilio.com；需要 Logto 1.44 或更高版本"},
	"generate.flag.preset":             {"the `PRESET` of usage types: portable, full, current or documented", "用途类型的预设 `PRESET`：portable、full、current 或 documented"},
	"generate.flag.template-lang":      {"the `LANGUAGE` of the preset's texts: en or zh-CN", "预设正文的语言 `LANGUAGE`：en 或 zh-CN"},
	"generate.flag.template":           {"set a template, as `TYPE=TEXT` or TYPE=@FILE; may be given more than once", "设置一个模板，写作 `TYPE=TEXT` 或 TYPE=@FILE；可以多次使用"},
	"generate.flag.disable-risk-check": {"ask Twilio not to check these messages for fraud", "让 Twilio 不对这些短信做欺诈风险检查"},

	"generate.no-account-sid":                {"The Account SID is missing.", "缺少 Account SID。"},
	"generate.no-account-sid.hint":           {"Use --account-sid, or set TWILIO_ACCOUNT_SID.", "请使用 --account-sid，或设置 TWILIO_ACCOUNT_SID。"},
	"generate.no-messaging-service-sid":      {"The SID of the messaging service is missing.", "缺少短信服务的 SID。"},
	"generate.no-messaging-service-sid.hint": {"Use --messaging-service-sid, or set TWILIO_MESSAGING_SERVICE_SID.", "请使用 --messaging-service-sid，或设置 TWILIO_MESSAGING_SERVICE_SID。"},
	"generate.preset":                        {"There is no preset “{preset}”.", "没有预设「{preset}」。"},
	"generate.preset.hint":                   {"The presets are {presets}.", "可用的预设：{presets}。"},
	"generate.template-lang":                 {"There are no texts in the language “{lang}”.", "没有语言「{lang}」的正文。"},
	"generate.template-lang.hint":            {"--template-lang is en or zh-CN.", "--template-lang 可以是 en 或 zh-CN。"},
	"generate.template":                      {"“{template}” is not a valid template.", "「{template}」不是有效的模板写法。"},
	"generate.template.hint":                 {"Write the usage type, an equals sign and the text: --template 'SignIn=Your code is {{code}}'", "请写成用途类型、等号和正文：--template 'SignIn={{code}}'"},
}
