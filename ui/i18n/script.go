package i18n

import (
	"maps"
	"strings"
)

// scriptTexts are the sentences of the script that export --format curl writes: of
// its comments, and what it says, where %s is filled in by printf of the shell. Of a
// refusal that push knows, it says the same.
var scriptTexts = asInPush(map[string]text{
	"script.about":    {"Puts a configuration of the Twilio SMS connector into Logto. It needs curl and jq, and reads:", "把 Twilio 短信连接器的配置写入 Logto。需要 curl 和 jq，并读取以下变量："},
	"script.endpoint": {"where Logto is, such as https://your-tenant.logto.app", "Logto 的地址，例如 https://your-tenant.logto.app"},
	"script.auth":     {"a machine-to-machine application with the role “Logto Management API access”, as ID:SECRET", "具有「Logto Management API access」角色的机器对机器应用，写作 ID:SECRET"},
	"script.resource": {"the API resource, if it is not that of the endpoint (Cloud) or https://default.logto.app/api", "API 资源，默认取自 Logto 的地址（Cloud）或为 https://default.logto.app/api"},
	"script.token":    {"the auth token of the Twilio account", "Twilio 账号的 Auth Token"},

	"script.needs":          {"This script needs %s, which is not installed.", "此脚本需要 %s，但没有安装。"},
	"script.unset":          {"%s is not set. See the top of this script.", "没有设置 %s，请参阅脚本开头的说明。"},
	"script.no-auth":        {"LOGTO_AUTH is not ID:SECRET.", "LOGTO_AUTH 不是 ID:SECRET 的形式。"},
	"script.no-endpoint":    {"LOGTO_ENDPOINT must be an https address, or http on this machine.", "LOGTO_ENDPOINT 需要是 https 地址，或本机的 http 地址。"},
	"script.unreachable":    {"Logto could not be reached at %s, or its response was lost.", "无法连接到 %s 的 Logto，或没有收到响应。"},
	"script.unintelligible": {"The server at %s is not Logto.", "%s 的响应不是来自 Logto。"},
	"script.token-refused":  {"Logto refused LOGTO_AUTH or LOGTO_RESOURCE: %s", "Logto 拒绝了 LOGTO_AUTH 或 LOGTO_RESOURCE：%s"},
	"script.no-scope":       {"The application in LOGTO_AUTH has no access to the Management API. Assign it the role “Logto Management API access” in the Logto Console.", "LOGTO_AUTH 中的应用没有 Management API 的权限。请在 Logto 控制台中为它分配「Logto Management API access」角色。"},
	"script.refused":        {"Logto refused the request: %s", "Logto 拒绝了请求：%s"},
	"script.replaces":       {"This replaces the existing SMS connector: %s", "将替换现有的短信连接器：%s"},
	"script.updated":        {"The Twilio SMS connector of %s was updated.", "%s 的 Twilio 短信连接器已更新。"},
	"script.created":        {"The Twilio SMS connector of %s was created.", "%s 的 Twilio 短信连接器已创建。"},
}, "several-sms", "several-email", "several-social", "not-installed", "not-storable",
	"wrong-resource", "wrong-audience", "wrong-issuer")

// scriptHoles are what the script fills in, in the order in which it names them.
var scriptHoles = []string{"{host}", "{resource}", "{status}"}

// asInPush adds to the sentences of the script those of these kinds of refusal by
// Logto, each with its hint.
func asInPush(texts map[string]text, kinds ...string) map[string]text {
	all := maps.Clone(texts)
	for _, kind := range kinds {
		said, hint := logtoTexts["logto."+kind], logtoTexts["logto."+kind+".hint"]
		both := text{said.en + " " + hint.en, said.zh + hint.zh}
		for _, hole := range scriptHoles {
			both = text{strings.ReplaceAll(both.en, hole, "%s"), strings.ReplaceAll(both.zh, hole, "%s")}
		}
		all["script."+kind] = both
	}
	return all
}
