package i18n

// logtoFlagTexts are the sentences about which Logto is meant, and who signs in.
var logtoFlagTexts = map[string]text{
	"logto-flag.endpoint":  {"the `URL` of your Logto: https://TENANT.logto.app, or where you host it; by default LOGTO_ENDPOINT", "Logto 的地址 `URL`：https://TENANT.logto.app 或自行部署的地址；未指定时取自 LOGTO_ENDPOINT"},
	"logto-flag.resource":  {"the `API` resource to request a token for; by default LOGTO_RESOURCE, or that of the endpoint", "要申请令牌的 `API` 资源；未指定时取自 LOGTO_RESOURCE 或由 endpoint 决定"},
	"logto-flag.auth-file": {"read id:secret of the machine-to-machine application from this `FILE`; by default LOGTO_AUTH", "从文件 `FILE` 读取机器对机器应用的 id:secret；未指定时取自 LOGTO_AUTH"},

	"logto-flag.no-endpoint":       {"The address of your Logto is missing.", "缺少 Logto 的地址。"},
	"logto-flag.no-endpoint.hint":  {"Set LOGTO_ENDPOINT or add --endpoint, for example https://TENANT.logto.app", "请设置 LOGTO_ENDPOINT 或加上 --endpoint，例如 https://TENANT.logto.app"},
	"logto-flag.bad-endpoint":      {"The endpoint must be an https address, or http on this machine, without user, query or fragment.", "endpoint 需要 https 地址，或本机的 http 地址，不带用户名、查询参数或片段。"},
	"logto-flag.bad-endpoint.hint": {"For example https://TENANT.logto.app or http://127.0.0.1:3001", "例如 https://TENANT.logto.app 或 http://127.0.0.1:3001"},
	"logto-flag.no-auth":           {"The application that signs in to Logto is missing.", "没有指定用来登录 Logto 的应用。"},
	"logto-flag.no-auth.hint":      {"Set LOGTO_AUTH to the App ID and App Secret of a machine-to-machine application with a colon between them, or use --auth-file to name a file that holds them. No flag takes the secret itself.", "请把 LOGTO_AUTH 设为机器对机器应用的 App ID 和 App Secret（中间用冒号分隔），或用 --auth-file 指定保存它的文件。没有任何选项直接接受密钥。"},
	"logto-flag.bad-auth":          {"{from} does not hold an App ID and an App Secret with a colon between them.", "{from} 中没有以冒号分隔的 App ID 和 App Secret。"},
	"logto-flag.bad-auth.hint":     {"Both are in the Logto Console: Applications > your machine-to-machine application.", "可在 Logto 控制台的「全部应用」中打开机器对机器应用查看。"},
}

// pushTexts are the sentences of the command push.
var pushTexts = map[string]text{
	"push.short": {"Push a configuration to a running Logto", "把配置推送到运行中的 Logto"},
	"push.long": {"Gives the Twilio SMS connector of a running Logto the configuration in a file, through Logto's Management API. It shows what is there, what changes and what would be deleted, asks, makes only the changes needed (none if all is equal), and reads the result back. A {variable} in the file is filled in from TWILIO_AUTH_TOKEN or one of the flags. Use - to read standard input.\n\n" +
		"It signs in as a machine-to-machine application with the role Logto Management API access. The exit code is 1 if the file or the Auth Token has an error, a file cannot be read, or Logto refuses, 2 if something is missing (the Auth Token, the address of the Logto, the application) or the question cannot be asked, and 3 if Logto could not be reached or may or may not have accepted the push.\n\n" +
		"--json has endpoint and resource (empty if no valid address was given), action (none, patch, post; null if Logto could not be read), connectors and deletes (each with id, connectorId, name), several, hidden (why no connector could be seen: several-email, several-social; else empty), changes (each with path, change, usageType, old, new, secret), outcome (unchanged, pushed, unverified, different, unknown) and test (sent, refused, unknown or null).",
		"通过 Logto 的 Management API，把文件中的配置设为运行中的 Logto 的 Twilio 短信连接器。它会显示现有内容、有哪些变化以及会删除什么，询问后只做必要的改动（完全一致时什么也不做），并回读核对结果。文件中的 {variable} 会由 TWILIO_AUTH_TOKEN 或选项提供的值填入。文件名为 - 时读取标准输入。\n\n" +
			"登录使用机器对机器应用，它需要角色「Logto Management API access」。文件或 Auth Token 有误、文件无法读取，或 Logto 拒绝时退出码为 1；缺少 Auth Token、Logto 的地址或应用，或无法询问时为 2；无法连接 Logto，或不确定 Logto 是否已接受时为 3。\n\n" +
			"--json 中有：endpoint 和 resource（没有给出有效的地址时为空）、action（none、patch、post；无法查看 Logto 时为 null）、connectors 和 deletes（各含 id、connectorId、name）、several、hidden（无法查看连接器的原因：several-email、several-social；否则为空）、changes（各含 path、change、usageType、old、new、secret）、outcome（unchanged、pushed、unverified、different、unknown），以及 test（sent、refused、unknown 或 null）。"},
	"push.examples": {"  logto-twilio push connector.json --dry-run\n  logto-twilio push connector.json --endpoint https://TENANT.logto.app\n  logto-twilio push connector.json --yes --json\n  logto-twilio push connector.json --test +15551234567",
		"  logto-twilio push connector.json --dry-run\n  logto-twilio push connector.json --endpoint https://TENANT.logto.app\n  logto-twilio push connector.json --yes --json\n  logto-twilio push connector.json --test +15551234567"},
	"push.flag.yes":     {"do not ask, even if a connector is deleted", "不询问，即使会删除连接器"},
	"push.flag.dry-run": {"only show what would be done", "只显示将要做什么"},
	"push.flag.test":    {"then have Logto send a test SMS to this `NUMBER`", "随后让 Logto 向此 `NUMBER` 发送测试短信"},
	"push.flag.json":    {"write what was found and done as JSON, for programs", "输出供程序读取的 JSON"},

	"push.there":             {"{host} has {connector}.", "{host} 上有 {connector}。"},
	"push.there-none":        {"{host} has no SMS connector.", "{host} 上没有短信连接器。"},
	"push.there-several":     {"{host} has more than one SMS connector and cannot list them. A push deletes them all and leaves the new one.", "{host} 上有多个短信连接器，且无法列出。推送会删除它们，只保留新的连接器。"},
	"push.there-hidden":      {"What {host} has for SMS cannot be seen. A push deletes any SMS connector that is there and leaves the new one.", "无法查看 {host} 上的短信连接器。推送会删除现有的短信连接器（如果有），只保留新的。"},
	"push.nothing":           {"It already has this configuration: nothing to do.", "配置已经一致，无需改动。"},
	"push.deletes":           {"{host} has {connector}, which would be deleted.", "{host} 上有 {connector}，它会被删除。"},
	"push.patch":             {"What changes:", "变化如下："},
	"push.post":              {"What the new Twilio connector gets:", "新的 Twilio 连接器将使用："},
	"push.ask":               {"Push this to Logto?", "推送到 Logto？"},
	"push.ask-delete":        {"Delete what is there and push this to Logto?", "删除现有连接器，并推送到 Logto？"},
	"push.ask-hidden":        {"Delete any SMS connector that is there and push this to Logto?", "删除现有的短信连接器（如果有），并推送到 Logto？"},
	"push.unasked":           {"There is no terminal to ask on. Nothing was changed in Logto.", "没有可以提问的终端，没有改动 Logto。"},
	"push.unasked.hint":      {"Add --yes to go ahead, or --dry-run to only look.", "如果确认如此，请加上 --yes；只想查看请加上 --dry-run。"},
	"push.declined":          {"Nothing was changed in Logto.", "没有改动 Logto。"},
	"push.declined.hint":     {"Push again when you are ready.", "需要时请再次推送。"},
	"push.dry-run":           {"Nothing was changed in Logto (--dry-run).", "没有改动 Logto（--dry-run）。"},
	"push.refused":           {"The file has errors. No request was sent to Logto.", "文件中有错误，没有向 Logto 发送任何请求。"},
	"push.refused.hint":      {"Fix them first: logto-twilio validate --fix does what needs no decision.", "请先处理这些错误：logto-twilio validate --fix 会处理无需你决定的问题。"},
	"push.test-sent":         {"Logto has handed the test message for {number} to Twilio. Check the phone.", "Logto 已把发往 {number} 的测试短信交给 Twilio，请查看手机。"},
	"push.test-dry-run":      {"With --dry-run no test message is sent.", "使用 --dry-run 时不会发送测试短信。"},
	"push.test-dry-run.hint": {"Leave out --test or --dry-run.", "请去掉 --test 或 --dry-run。"},
}

// pullTexts are the sentences of the command pull.
var pullTexts = map[string]text{
	"pull.short": {"Pull the configuration from a running Logto", "从运行中的 Logto 拉取配置"},
	"pull.long": {"Writes the configuration of the Twilio SMS connector of a running Logto to a file that only you can read, auth token included, and says what is wrong with it, as validate does. The exit code is 1 if there is an error (the file is written anyway), and 3 if Logto could not be reached.",
		"把运行中的 Logto 的 Twilio 短信连接器的配置（包括 Auth Token）写入仅你本人可读的文件，并像 validate 一样指出其中的问题。有错误时退出码为 1，但文件仍会写入；无法连接 Logto 时为 3。"},
	"pull.examples": {"  logto-twilio pull -o connector.json --endpoint https://TENANT.logto.app\n  logto-twilio pull -o connector.json --force\n  logto-twilio pull | logto-twilio validate -",
		"  logto-twilio pull -o connector.json --endpoint https://TENANT.logto.app\n  logto-twilio pull -o connector.json --force\n  logto-twilio pull | logto-twilio validate -"},
	"pull.declined":      {"Nothing was written.", "没有写入任何内容。"},
	"pull.declined.hint": {"Choose another file with -o FILE, or answer yes next time.", "请用 -o 文件选择其他文件，或重新运行并确认。"},
	"pull.interrupted":   {"Nothing was written.", "没有写入任何内容。"},
	"pull.none":          {"{host} has no SMS connector.", "{host} 上没有短信连接器。"},
	"pull.none.hint":     {"There is nothing to write. logto-twilio push creates one.", "没有可写入的内容。logto-twilio push 可以创建连接器。"},
	"pull.other":         {"{host} has {connector}, not Twilio's.", "{host} 上是 {connector}，而不是 Twilio 的连接器。"},
	"pull.other.hint":    {"There is nothing to write. logto-twilio push replaces it.", "没有可写入的内容。logto-twilio push 会替换它。"},
	"pull.several":       {"{host} has more than one SMS connector and cannot list them.", "{host} 上有多个短信连接器，且无法列出。"},
	"pull.several.hint":  {"logto-twilio push fixes that: one connector is left.", "运行 logto-twilio push 可以修复：最后只保留一个连接器。"},
}
