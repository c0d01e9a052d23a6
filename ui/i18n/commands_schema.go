package i18n

// schemaTexts are the sentences of the command schema, and in "schema.key.KEY"
// what the schema says of the keys.
var schemaTexts = map[string]text{
	"schema.short": {"Write the JSON Schema of a configuration", "输出配置的 JSON Schema"},
	"schema.long": {"Writes a JSON Schema (draft 2020-12) for editors and validators. It accepts what Logto's connector accepts; validate finds the problems beyond that. A file can name it under $schema, a key that Logto does not read.",
		"输出 JSON Schema（draft 2020-12），供编辑器和校验工具使用。它与 Logto 连接器接受的内容一致；除此之外的问题由 validate 查找。可以在文件的 $schema 中引用它，Logto 不读取这个键。"},
	"schema.examples": {"  logto-twilio schema > connector.schema.json",
		"  logto-twilio schema > connector.schema.json"},

	"schema.title":       {"Configuration of Logto's Twilio SMS connector", "Logto 的 Twilio 短信连接器配置"},
	"schema.key.$schema": {"The JSON Schema that editors check this file against. Logto does not read it.", "编辑器校验此文件所用的 JSON Schema，Logto 不读取。"},
	"schema.key.host": {"Host of Twilio's API, without a scheme (https://), for an account in another region: api.dublin.ie1.twilio.com for Ireland. Since connector 1.5.0 (Logto 1.44); older ones ignore it.",
		"其他区域账号所用的 Twilio API 主机名，不带协议（https://），例如爱尔兰为 api.dublin.ie1.twilio.com。连接器 1.5.0（Logto 1.44）起支持，更早的版本会忽略它。"},
	"schema.key.accountSID": {"SID of the Twilio account: AC and 32 hexadecimal digits.", "Twilio 账号的 SID：AC 加 32 位十六进制数字。"},
	"schema.key.authToken": {"Auth Token of the account. It is a secret that can spend money: keep this file out of version control. An API key does not work.",
		"账号的 Auth Token。它是可以产生费用的密钥，请不要把此文件纳入版本管理。不能使用 API Key。"},
	"schema.key.fromMessagingServiceSID": {"SID of the messaging service that sends: MG and 32 hexadecimal digits.", "用来发送的短信服务（Messaging Service）的 SID：MG 加 32 位十六进制数字。"},
	"schema.key.disableRiskCheck":        {"true sends each message with RiskCheck=disable, so that Twilio does not check it for fraud (since connector 1.4.0).", "设为 true 时，每条短信都带有 RiskCheck=disable，Twilio 不做欺诈风险检查（连接器 1.4.0 起）。"},
	"schema.key.templates":               {"The texts, one for each usage type. Register, SignIn, ForgotPassword and Generic are required.", "短信正文，每种用途类型一个。Register、SignIn、ForgotPassword 和 Generic 必不可少。"},
	"schema.key.content":                 {"The text of the message, with {{code}} where the verification code goes.", "短信正文，{{code}} 是验证码的位置。"},
	"schema.key.usageType":               {"What the message is for, spelled exactly as Logto does.", "短信的用途类型，须与 Logto 的写法完全一致。"},
}
