package i18n

// outputTexts are the sentences about where a command puts what it made.
var outputTexts = map[string]text{
	"output.flag.output":        {"write to this `FILE`, readable only by you; - is standard output, even a terminal", "写入文件 `FILE`（仅你本人可读）；- 表示标准输出，包括终端"},
	"output.flag.force":         {"overwrite an existing file", "覆盖已有文件"},
	"output.flag.force-invalid": {"continue even if validate finds errors", "即使 validate 发现错误也继续"},

	"output.terminal":      {"The output holds your auth token, and standard output is a terminal.", "内容中有你的 Auth Token，而标准输出是终端。"},
	"output.terminal.hint": {"Save it with -o FILE, pipe it to another program, or add -o - to see it.", "请用 -o 文件保存，用管道交给其他程序，或加上 -o - 直接显示。"},
	"output.exists":        {"{file} already exists with other content. Nothing was changed.", "{file} 已存在且内容不同，没有任何改动。"},
	"output.exists.hint":   {"Add --force to overwrite it, or choose another name.", "请加上 --force 覆盖它，或换一个名称。"},
	"output.refused":       {"There are errors, so nothing was written.", "配置中有错误，没有写入任何内容。"},
	"output.refused.hint":  {"Fix them, or add --force-invalid to continue anyway.", "请先处理这些错误，或加上 --force-invalid 继续。"},
	"output.git":           {"Warning: {file} is in a git work tree and not ignored. It holds your auth token: do not commit it.", "警告：{file} 位于 git 工作区内且未被忽略。其中包含 Auth Token，请勿提交。"},
	"output.git-unknown":   {"Warning: {file} is in a git work tree, and git could not be asked whether it is ignored: git is missing, too slow or does not trust the folder (safe.directory). It holds your auth token: do not commit it.", "警告：{file} 位于 git 工作区内，但无法向 git 确认它是否被忽略：可能没有安装 git、git 响应太慢，或 git 不信任该目录（safe.directory）。其中包含 Auth Token，请勿提交。"},
	"output.git-tracked":   {"Warning: git already tracks {file}. It holds your auth token: do not commit it, and stop tracking it with git rm --cached.", "警告：git 已经跟踪 {file}。其中包含 Auth Token，请勿提交，并用 git rm --cached 取消跟踪。"},

	"cli.confirm": {"{question} [y/N]", "{question} [y/N]"},
}
