package i18n

// previewTexts are the sentences of the command preview.
var previewTexts = map[string]text{
	"preview.short": {"Show each message as its reader gets it", "显示用户收到的每条短信"},
	"preview.long": {"Shows each template of a configuration as its reader gets it, with the code put in, and its size: encoding, characters, and segments, by which Twilio bills. A file of - is standard input.",
		"按用户收到的样子显示配置中的每个模板（已填入验证码），以及编码、字符数和条数（Twilio 按条计费）。文件写作 - 时读取标准输入。"},
	"preview.examples": {"  logto-twilio preview connector.json\n  logto-twilio preview connector.json --code 000000\n  logto-twilio preview - --json < connector.json",
		"  logto-twilio preview connector.json\n  logto-twilio preview connector.json --code 000000\n  logto-twilio preview - --json < connector.json"},
	"preview.flag.code": {"the verification `CODE` to put in", "填入的验证码 `CODE`"},
	"preview.flag.json": {"write a list for machines, in the order of the file", "输出供程序读取的列表，顺序与文件一致"},
	"preview.size":      {"{encoding}, {characters} {characters|character|characters}, {n} {n|segment|segments}", "{encoding}，{characters} 个字符，{n} 条"},
	"preview.no-type":   {"(no usage type)", "（没有用途类型）"},
	"preview.none":      {"There is no template in this file.", "该文件中没有模板。"},
	"preview.none.hint": {"See what is wrong with it: logto-twilio validate {file}", "查看问题所在：logto-twilio validate {file}"},
}
