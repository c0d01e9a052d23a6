package i18n

// validateTexts are the sentences of the command validate.
var validateTexts = map[string]text{
	"validate.short": {"Find problems in configurations", "检查配置中的问题"},
	"validate.long": {"Checks configuration files against the rules of Logto's connector and what Twilio can send. Each problem is one line, with a hint under it. Use - to read standard input. In a folder, *.json files are checked recursively, except in hidden folders and node_modules; files with none of the connector's keys are skipped. The exit code is 1 if there is an error.",
		"按 Logto 连接器的规则和 Twilio 的发送要求检查配置文件，每个问题一行，下一行附处理建议。文件名为 - 时读取标准输入；给出文件夹时递归检查其中的 *.json，但跳过隐藏文件夹、node_modules 以及不含任何连接器键的文件。有错误时退出码为 1。"},
	"validate.examples": {"  logto-twilio validate connector.json\n  logto-twilio validate --strict --logto all config/\n  logto-twilio validate --fix --write connector.json\n  logto-twilio validate --format github .\n  logto-twilio validate --json - < connector.json",
		"  logto-twilio validate connector.json\n  logto-twilio validate --strict --logto all config/\n  logto-twilio validate --fix --write connector.json\n  logto-twilio validate --format github .\n  logto-twilio validate --json - < connector.json"},

	"validate.flag.json":   {"write the problems as JSON, for programs", "输出供程序读取的 JSON"},
	"validate.flag.format": {"write the problems in this `FORMAT`: text, or github for annotations in a pull request", "问题的输出格式 `FORMAT`：text，或用于拉取请求标注的 github"},
	"validate.flag.strict": {"count warnings as errors", "把警告视为错误"},
	"validate.flag.logto":  {"the `VERSION` of Logto that must accept the files: 1.24, 1.42.0, documented (1.0.0-beta.1), or all since 1.0", "必须接受这些文件的 Logto 版本 `VERSION`：1.24、1.42.0、documented（1.0.0-beta.1），或 all（1.0 起的所有版本）"},
	"validate.flag.fix":    {"fix what needs no decision, and show the difference", "修复无需你决定的问题，并显示差异"},
	"validate.flag.write":  {"with --fix: write the fixes to the file", "与 --fix 合用：把修复结果写回文件"},

	"validate.total": {"{files} {files|file|files} checked: {errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {infos} {infos|info|infos}.",
		"已检查 {files} 个文件：{errors} 个错误，{warnings} 个警告，{infos} 条提示。"},
	"validate.clean":   {"{files} {files|file|files} checked, no problems found.", "已检查 {files} 个文件，没有发现问题。"},
	"validate.nothing": {"No configuration was found.", "没有找到配置。"},
	"validate.skipped": {"{n} other JSON {n|file has|files have} none of the connector's keys and {n|was|were} skipped.",
		"另有 {n} 个 JSON 文件不含任何连接器键，已跳过。"},
	"validate.can-mend":   {"Some problems may be fixable: --fix shows which.", "有些问题也许可以自动修复：加上 --fix 查看。"},
	"validate.would-mend": {"{n} can be fixed: add --write to do so.", "可以自动修复 {n} 个：加上 --write 写回文件。"},
	"validate.mended":     {"{n} fixed in {files} {files|file|files}.", "已在 {files} 个文件中修复 {n} 个问题。"},

	"validate.no-file":          {"The file to validate is missing.", "缺少要检查的文件。"},
	"validate.no-file.hint":     {"Name files or folders after validate, or - for standard input.", "请在 validate 后写出文件或文件夹，或用 - 表示标准输入。"},
	"validate.stdin-twice":      {"Standard input can be read only once.", "标准输入只能读取一次。"},
	"validate.stdin-twice.hint": {"Use - only once.", "请只写一个 -。"},
	"validate.format":           {"--format does not support “{format}”.", "--format 不支持「{format}」。"},
	"validate.format.hint":      {"Use text or github; for JSON, use --json.", "可以是 text 或 github。需要 JSON 时请用 --json。"},
	"validate.two-formats":      {"--json and --format cannot be combined.", "--json 与 --format 不能同时使用。"},
	"validate.two-formats.hint": {"Leave out one of the two.", "请去掉其中一个。"},
	"validate.write-alone":      {"--write needs --fix.", "--write 需要与 --fix 合用。"},
	"validate.write-alone.hint": {"Add --fix, or leave out --write.", "请加上 --fix，或去掉 --write。"},
	"validate.write-stdin":      {"Standard input cannot be written back.", "无法写回标准输入。"},
	"validate.write-stdin.hint": {"Name the file itself, or leave out --write to see the difference.", "请指定文件本身，或去掉 --write 只查看差异。"},
	"validate.logto":            {"Logto {version} is not a known version.", "没有 Logto {version} 的资料。"},
	"validate.logto.hint":       {"Use {first} to {last}, 1.0.0-rc, documented (1.0.0-beta.1), or all.", "可以是 {first} 至 {last}、1.0.0-rc、documented（1.0.0-beta.1）或 all。"},
}
