package i18n

// tokenTexts are the sentences about where a command gets the auth token from.
var tokenTexts = map[string]text{
	"token.flag.file": {"read the auth token from this `FILE`: the token alone, or a .env file that sets TWILIO_AUTH_TOKEN",
		"从文件 `FILE` 读取 Auth Token：文件中只有 Auth Token 本身，或是设置了 TWILIO_AUTH_TOKEN 的 .env 文件"},
	"token.flag.stdin": {"read the auth token from standard input", "从标准输入读取 Auth Token"},

	"token.stdin":   {"standard input", "标准输入"},
	"token.missing": {"The auth token is missing.", "缺少 Auth Token。"},
	"token.missing.hint": {"Set TWILIO_AUTH_TOKEN, or use --auth-token-file or --auth-token-stdin. No flag takes the token itself: it would show up in the process list.",
		"请设置 TWILIO_AUTH_TOKEN，或使用 --auth-token-file 或 --auth-token-stdin。没有任何选项直接接受 Auth Token，因为选项会出现在进程列表中。"},
	"token.wrong":            {"The auth token from {name} is wrong.", "来自 {name} 的 Auth Token 不正确。"},
	"token.unexpanded":       {"The given auth token is the variable itself.", "提供的 Auth Token 本身就是变量。"},
	"token.unexpanded.hint":  {"Check where TWILIO_AUTH_TOKEN is set: its actual value is missing there.", "请检查设置 TWILIO_AUTH_TOKEN 的位置：那里没有填入实际的值。"},
	"token.two-ways":         {"The auth token comes from a file or from standard input, not both.", "Auth Token 只能来自文件或标准输入之一。"},
	"token.two-ways.hint":    {"Leave out --auth-token-file or --auth-token-stdin.", "请去掉 --auth-token-file 或 --auth-token-stdin。"},
	"token.stdin-taken":      {"Standard input holds the file, so it cannot hold the auth token too.", "标准输入已用于读取文件，不能再读取 Auth Token。"},
	"token.stdin-taken.hint": {"Name the file, or use TWILIO_AUTH_TOKEN or --auth-token-file.", "请指定文件名，或改用 TWILIO_AUTH_TOKEN 或 --auth-token-file 提供 Auth Token。"},
	"token.empty":            {"{file} contains no auth token.", "{file} 中没有 Auth Token。"},
	"token.empty.hint":       {"It must contain the token alone, or a line TWILIO_AUTH_TOKEN=… as in a .env file.", "其中应只有 Auth Token 本身，或像 .env 文件那样包含一行 TWILIO_AUTH_TOKEN=…。"},
	"token.too-long":         {"{file} is too long to be an auth token.", "{file} 的内容过长，不是 Auth Token。"},
	"token.too-long.hint":    {"It must contain the token alone (32 letters and digits), or a line TWILIO_AUTH_TOKEN=… as in a .env file.", "其中应只有 Auth Token 本身（32 位字母和数字），或像 .env 文件那样包含一行 TWILIO_AUTH_TOKEN=…。"},
	"token.not-alone":        {"{file} contains something other than an auth token.", "{file} 中不只是 Auth Token。"},
	"token.not-alone.hint":   {"It must contain the token alone (32 letters and digits), or a line TWILIO_AUTH_TOKEN=… as in a .env file.", "其中应只有 Auth Token 本身（32 位字母和数字），或像 .env 文件那样包含一行 TWILIO_AUTH_TOKEN=…。"},
}
