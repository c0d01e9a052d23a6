package i18n

// hostProblems are of the host of another region: "problem.CODE" and its hint.
var hostProblems = map[string]text{
	"problem.empty-host": {"{key} is empty, which Logto does not accept.",
		"{key} 为空，Logto 不接受。"},
	"problem.empty-host.hint": {"Remove it if the account is in the US region. For Ireland (IE1), write api.dublin.ie1.twilio.com.",
		"账号在美国区域时请删除它；在爱尔兰（IE1）时请填写 api.dublin.ie1.twilio.com。"},
	"problem.host-is-address": {"{key} must be the bare name of a host, without a scheme (https://), a port or a path.",
		"{key} 应只写主机名，不带协议（https://）、端口或路径。"},
	"problem.host-is-address.hint": {"Write {suggestion}.",
		"请写成 {suggestion}。"},
	"problem.misspelt-host": {"{key} is not the full name of a host of Twilio's API. Did you mean {suggestion}?",
		"{key} 不是完整的 Twilio API 主机名，是否应为 {suggestion}？"},
	"problem.misspelt-host.hint": {"Write {suggestion}: Logto does not accept the configuration otherwise.",
		"请写成 {suggestion}，否则 Logto 不接受该配置。"},
	"problem.bad-host": {"{key} must name a host of Twilio's API: api.….twilio.com, at most 253 characters.",
		"{key} 应为 Twilio API 的主机名：api.….twilio.com，最多 253 个字符。"},
	"problem.bad-host.hint": {"Write it without a scheme (https://), a port or a path, for Ireland (IE1) api.dublin.ie1.twilio.com. Remove {key} if the account is in the US region.",
		"请不要写协议（https://）、端口或路径；爱尔兰（IE1）为 api.dublin.ie1.twilio.com。账号在美国区域时请删除 {key}。"},
	"problem.retired-host": {"Twilio switched this host off on 28 April 2026.",
		"Twilio 已于 2026 年 4 月 28 日停用该主机名。"},
	"problem.retired-host.hint": {"It always led to the US region. Remove {key} if the account is there; otherwise write {suggestion}.",
		"它一直指向美国区域。账号在美国区域时请删除 {key}，否则请写成 {suggestion}。"},
	"problem.host-since": {"Only connector {since} (Logto {logto}) and later use {key}. Older ones send to api.twilio.com, in the US region.",
		"连接器 {since}（Logto {logto}）起才使用 {key}，更早的版本会发送到美国区域的 api.twilio.com。"},
	"problem.host-since.hint": {"There, Twilio refuses the Auth Token of another region (20003), so no message is sent. Check that your Logto is {logto} or later.",
		"Twilio 在那里不接受其他区域的 Auth Token（20003），短信都发不出去。请确认你的 Logto 是 {logto} 或更高版本。"},
}
