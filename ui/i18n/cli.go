package i18n

// cliTexts are the sentences of the command line.
var cliTexts = map[string]text{
	"cli.short": {"From a Twilio account to a working Logto SMS connector", "从 Twilio 账号到可用的 Logto 短信连接器"},
	"cli.long": {"logto-twilio walks you through setting up Logto's Twilio SMS connector: credentials, messaging service, templates, a real test SMS. It checks every answer and writes the connector JSON. The commands below each do a part of it, for scripts and pipelines: without a terminal, none of them asks questions.",
		"logto-twilio 一步步配置 Logto 的 Twilio 短信连接器：凭据、短信服务、模板、真实的测试短信。它会检查每一项内容，并写出连接器 JSON。下列命令分别完成其中的一部分，适合脚本和流水线：没有终端时，它们都不会提问。"},
	"cli.examples": {"  logto-twilio                    start a new configuration\n  logto-twilio connector.json     edit a file, or start one that is saved there\n  logto-twilio --demo             the whole wizard with a simulated Twilio",
		"  logto-twilio                    新建配置\n  logto-twilio connector.json     编辑文件，或新建并保存到该文件\n  logto-twilio --demo             使用模拟的 Twilio 走完全程"},
	"cli.usage":       {"Usage:", "用法："},
	"cli.example":     {"Examples:", "示例："},
	"cli.commands":    {"Commands:", "命令："},
	"cli.flags":       {"Flags:", "选项："},
	"cli.error":       {"logto-twilio: {message}", "logto-twilio：{message}"},
	"cli.interrupted": {"Interrupted.", "已中断。"},
	"cli.saved":       {"Saved: {file}", "已保存：{file}"},
	"cli.crashed":     {"The program ran into an internal error and had to stop.", "程序出现内部错误，已停止。"},
	"cli.draft-kept":  {"Your answers are kept as a draft, {file}: run logto-twilio again to resume.", "已填写的内容保存为草稿 {file}：再次启动 logto-twilio 即可继续。"},

	"cli.too-many":         {"Open one file at a time, not {n}.", "一次只能打开一个文件，现在指定了 {n} 个。"},
	"cli.too-many.hint":    {"logto-twilio FILE", "logto-twilio 文件"},
	"cli.lang":             {"“{lang}” is not a supported language.", "不支持语言「{lang}」。"},
	"cli.lang.hint":        {"--lang is en or zh-CN.", "--lang 可以是 en 或 zh-CN。"},
	"cli.demo-file":        {"The demo cannot open a file: {file}", "演示不能打开文件：{file}"},
	"cli.demo-file.hint":   {"Leave out the file or --demo.", "请去掉文件名，或去掉 --demo。"},
	"cli.demo-url":         {"The demo uses a simulated Twilio and cannot be combined with --twilio-url.", "演示使用模拟的 Twilio，不能与 --twilio-url 同时使用。"},
	"cli.demo-url.hint":    {"Leave out one of the two.", "请去掉其中一个。"},
	"cli.no-terminal":      {"The wizard asks questions and needs a terminal, but there is none.", "向导需要在终端中提问，但当前没有终端。"},
	"cli.no-terminal.hint": {"Start it in a terminal, with neither input nor output redirected.", "请在终端中启动，不要重定向输入或输出。"},
	"cli.no-file":          {"“{file}” is neither a file nor a command.", "没有文件「{file}」，也没有这个命令。"},
	"cli.no-file.hint":     {"logto-twilio --help lists the commands. To start a new configuration, give it a name that ends in .json.", "运行 logto-twilio --help 可查看所有命令。如需新建配置，请使用以 .json 结尾的名称。"},
	"cli.twilio-url":       {"{from} must be an https address, or http on this machine.", "{from} 需要 https 地址，或本机的 http 地址。"},
	"cli.twilio-url.hint":  {"For example https://mock.example.com or http://127.0.0.1:4010", "例如 https://mock.example.com 或 http://127.0.0.1:4010"},

	"cli.twilio-url-set": {"Every call to Twilio goes to {url}.", "所有 Twilio 请求都发送到 {url}。"},

	"flag.demo":       {"use a simulated Twilio: no account, no SMS, no cost", "使用模拟的 Twilio：无需账号，不发短信，没有费用"},
	"flag.output":     {"save to this `FILE`", "保存到文件 `FILE`"},
	"flag.lang":       {"`LANGUAGE` of the interface: en or zh-CN", "界面语言 `LANGUAGE`：en 或 zh-CN"},
	"flag.twilio-url": {"send every call to Twilio to this `URL` instead", "把所有 Twilio 请求发送到此 `URL`"},
	"flag.help":       {"show this help", "显示帮助"},
	"flag.version":    {"show the version", "显示版本"},
}
