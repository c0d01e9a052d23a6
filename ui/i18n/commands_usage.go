package i18n

// usageTexts are the sentences about the command line itself: its help and what
// is wrong with how it was called.
var usageTexts = map[string]text{
	"cli.use-flags":    {"[flags]", "[选项]"},
	"cli.global-flags": {"Flags of every command:", "所有命令的选项："},
	"cli.default":      {" (default: {value})", "（默认：{value}）"},
	"cli.more-help":    {"Run {command} --help to learn more about a command.", "运行 {command} --help 可查看某个命令的详细说明。"},
	"cli.see-help":     {"See {command} --help.", "请参阅 {command} --help。"},
	"cli.did-you-mean": {"Did you mean {right}?", "是否想输入 {right}？"},

	"cli.help-command":       {"Show help for a command", "显示某个命令的帮助"},
	"cli.no-command":         {"“{command}” is not a command.", "没有「{command}」这个命令。"},
	"cli.one-file":           {"{n|The file is missing|The file is missing|This command takes one file, not #}.", "{n|缺少文件参数|缺少文件参数|只能指定一个文件，而不是 # 个}。"},
	"cli.one-file.hint":      {"Name the file after {command}, or - for standard input.", "请在 {command} 后写出文件名，或用 - 表示标准输入。"},
	"cli.no-arguments":       {"This command takes no arguments.", "此命令没有参数。"},
	"cli.no-arguments.hint":  {"See {command} --help.", "请参阅 {command} --help。"},
	"cli.unknown-flag":       {"There is no flag {flag}.", "没有选项 {flag}。"},
	"cli.flag-without-value": {"The flag {flag} needs a value.", "选项 {flag} 缺少值。"},
	"cli.flag-value":         {"The flag {flag} does not take “{value}”.", "选项 {flag} 不接受「{value}」。"},
	"cli.flag-duration.hint": {"A time needs a unit: 60s, 2m or 1m30s.", "时间要带单位，例如 60s、2m 或 1m30s。"},
	"cli.flag-syntax":        {"“{flag}” is not a valid flag.", "「{flag}」不是有效的选项写法。"},
}
