package i18n

// validateTexts are the sentences of the command validate.
var validateTexts = map[string]text{
	"validate.short": {"Say what is wrong with configurations", "检查配置中的问题"},
	"validate.long": {"Judges configuration files by the rules of Logto's connector and by what Twilio sends, one line a problem, a hint under it. A file of - is standard input. Of a folder its *.json files are judged, recursively, but for those in hidden folders and node_modules and those that have none of the connector's keys. The exit code is 1 where there is an error.",
		"按 Logto 连接器的规则和 Twilio 的发送要求检查配置文件，每个问题一行，下面是处理建议。文件写作 - 时读取标准输入；给出文件夹时递归检查其中的 *.json，但不包括隐藏文件夹、node_modules 以及没有连接器任何键的文件。有错误时退出码为 1。"},
	"validate.examples": {"  logto-twilio validate connector.json\n  logto-twilio validate --strict --logto all config/\n  logto-twilio validate --fix --write connector.json\n  logto-twilio validate --no-token --format github .\n  logto-twilio validate --json - < connector.json",
		"  logto-twilio validate connector.json\n  logto-twilio validate --strict --logto all config/\n  logto-twilio validate --fix --write connector.json\n  logto-twilio validate --no-token --format github .\n  logto-twilio validate --json - < connector.json"},

	"validate.flag.json":   {"write what was found as JSON, for programs", "输出供程序读取的 JSON"},
	"validate.flag.format": {"write the problems in this `FORMAT`: text, or github for annotations in a pull request", "问题的输出格式 `FORMAT`：text，或用于拉取请求标注的 github"},
	"validate.flag.strict": {"count warnings as errors", "把警告视为错误"},
	"validate.flag.logto":  {"the `VERSION` of Logto that has to accept the files: 1.24, 1.42.0, documented (1.0.0-beta.1), or all since 1.0", "必须接受这些文件的 Logto 版本 `VERSION`：1.24、1.42.0、documented（1.0.0-beta.1），或 all（1.0 起的所有版本）"},
	"validate.flag.fix":    {"mend what needs no choice, and show the difference", "处理无需选择的问题，并显示差异"},
	"validate.flag.write":  {"with --fix: keep what was mended, in the file", "与 --fix 合用：把处理结果写回文件"},
	"validate.flag.no-token": {"treat an Auth Token in a file as an error: a file that is committed has the variable TWILIO_AUTH_TOKEN instead",
		"把文件中的 Auth Token 视为错误：提交的文件应以变量 TWILIO_AUTH_TOKEN 代替它"},

	"validate.total": {"{files} {files|file|files} checked: {errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}, {infos} {infos|info|infos}.",
		"已检查 {files} 个文件：{errors} 个错误，{warnings} 个警告，{infos} 条提示。"},
	"validate.clean":   {"{files} {files|file|files} checked, no problem found.", "已检查 {files} 个文件，没有发现问题。"},
	"validate.nothing": {"No configuration was found.", "没有找到配置。"},
	"validate.skipped": {"{n} other JSON {n|file has|files have} none of the connector's keys and {n|was|were} passed over.",
		"另有 {n} 个 JSON 文件没有连接器的任何键，已跳过。"},
	"validate.can-mend":   {"Some of it may be mended at once: --fix shows what.", "有些问题也许可以自动处理：--fix 显示结果。"},
	"validate.would-mend": {"{n} would be mended: --write keeps that.", "可以自动处理 {n} 个：加上 --write 写回文件。"},
	"validate.mended":     {"{n} mended in {files} {files|file|files}.", "已在 {files} 个文件中处理 {n} 个问题。"},

	"validate.no-file":          {"There is no file to validate.", "没有要检查的文件。"},
	"validate.no-file.hint":     {"Name files or folders after validate, or - for standard input.", "请在 validate 后写出文件或文件夹，或用 - 表示标准输入。"},
	"validate.stdin-twice":      {"Standard input can be read once only.", "标准输入只能读取一次。"},
	"validate.stdin-twice.hint": {"Write - one time.", "请只写一个 -。"},
	"validate.format":           {"--format does not know “{format}”.", "--format 不支持「{format}」。"},
	"validate.format.hint":      {"It takes text or github. For JSON there is --json.", "可以是 text 或 github。需要 JSON 时请用 --json。"},
	"validate.two-formats":      {"--json and --format are two formats at a time.", "--json 与 --format 是两种不同的格式。"},
	"validate.two-formats.hint": {"Leave one of the two out.", "请去掉其中一个。"},
	"validate.write-alone":      {"--write has nothing to write without --fix.", "没有 --fix 时，--write 没有可写的内容。"},
	"validate.write-alone.hint": {"Add --fix, or leave --write out.", "请加上 --fix，或去掉 --write。"},
	"validate.write-stdin":      {"Standard input cannot be written back.", "无法写回标准输入。"},
	"validate.write-stdin.hint": {"Name the file itself, or leave --write out to see the difference.", "请指定文件本身，或去掉 --write 只查看差异。"},
	"validate.logto":            {"Logto {version} is not known here.", "没有 Logto {version} 的资料。"},
	"validate.logto.hint":       {"Known are {first} to {last}, 1.0.0-rc, documented (1.0.0-beta.1), and all.", "可以是 {first} 至 {last}、1.0.0-rc、documented（1.0.0-beta.1）或 all。"},
}
