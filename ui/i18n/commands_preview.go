package i18n

// previewTexts are the sentences of the command preview.
var previewTexts = map[string]text{
	"preview.short": {"Show each message as the recipient gets it", "显示用户收到的每条短信"},
	"preview.long": {"Shows each template of a configuration as the recipient gets it, with the code filled in, and its size: encoding, characters, and segments, which Twilio bills by. Use - to read standard input.",
		"按用户收到的样子显示配置中的每个模板（已填入验证码），以及编码、字符数和计费条数（Twilio 按计费条数收费）。文件名为 - 时读取标准输入。"},
	"preview.examples": {"  logto-twilio preview connector.json\n  logto-twilio preview connector.json --code 000000\n  logto-twilio preview - --json < connector.json",
		"  logto-twilio preview connector.json\n  logto-twilio preview connector.json --code 000000\n  logto-twilio preview - --json < connector.json"},
	"preview.flag.code": {"the verification `CODE` to fill in", "填入的验证码 `CODE`"},
	"preview.flag.json": {"write the messages as JSON, for programs, in file order", "输出供程序读取的 JSON，顺序与文件一致"},
	"preview.size":      {"{encoding}, {characters} {characters|character|characters}, {n} {n|segment|segments}", "{encoding}，{characters} 个字符，计费 {n} 条"},
	"preview.no-type":   {"(no usage type)", "（没有用途类型）"},
	"preview.none":      {"There is no template in this file.", "该文件中没有模板。"},
	"preview.none.hint": {"See what is wrong with it: logto-twilio validate {file}", "查看问题所在：logto-twilio validate {file}"},
}
