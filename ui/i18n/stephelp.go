package i18n

// helpTexts are what the documentation says of each step, in paragraphs; {create},
// {add} and {region} are what one presses, or answers, to create a service, to add a
// number and to name another region.
var helpTexts = map[string]text{
	"help.keys": {"Keys", "快捷键"},

	"help.start.title": {"What this makes", "这个向导会生成什么"},
	"help.start": {"Logto sends verification codes by SMS through a connector. Its configuration is a small JSON: your Twilio credentials, the messaging service to send from, and the texts.\nIf you have no Twilio account yet, create one first, and upgrade it before the test: a trial account sends only Twilio's own texts, to verified US numbers.\nNothing is sent or written until you say so.",
		"Logto 通过连接器发送短信验证码。连接器的配置是一小段 JSON：Twilio 凭据、用来发送的短信服务，以及短信正文。\n如果还没有 Twilio 账号，请先注册，并在测试之前升级：试用账号只能把 Twilio 预设的正文发给已验证的美国号码。\n在你确认之前，不会发送任何短信，也不会写入任何文件。"},
	"help.credentials.title": {"Where to find them", "在哪里可以找到"},
	"help.credentials": {"Sign in to the Twilio Console and go to Settings > Account settings > “API keys & auth tokens”; in the legacy Console it is “API keys & tokens” in the “Account” menu at the top right. Under “Live credentials” are the Account SID and the Auth Token.\nAn API key (SK…) does not work here: Logto's connector signs in with the Account SID itself.\nTest credentials cannot be used with a messaging service.\nThe token must be of the region that Logto sends through, which is the US (US1). If your account is in another one, such as Ireland (IE1), its host can be given here ({region}); that needs Logto 1.44 or later.",
		"登录 Twilio 控制台，进入「Settings」→「Account settings」→「API keys & auth tokens」；旧版控制台则是右上角「Account」菜单中的「API keys & tokens」。「Live credentials」下就是 Account SID 和 Auth Token。\nAPI Key（SK 开头）不能用在这里：Logto 的连接器直接使用 Account SID 登录。\n测试凭据不能与短信服务一起使用。\nAuth Token 必须属于 Logto 发送短信所用的区域，通常是美国（US1）。如果账号在爱尔兰（IE1）等其他区域，可在此处填写该区域的主机名（{region}）；这需要 Logto 1.44 或更高版本。"},
	"help.sender.title": {"What a messaging service is", "什么是短信服务"},
	"help.sender": {"A messaging service is a pool of senders: phone numbers, short codes or names. Twilio picks the one that suits the recipient.\nHere you can choose one, create one ({create}), and add a number to it ({add}): one of the account's, or a new one. Numbers are billed monthly; you see the price before you buy. A number stays yours until you release it in the Twilio Console.\nA number can be in only one service, so adding it to another moves it.\nCarriers want to know who is texting: a US number must be registered for A2P 10DLC, a toll-free number must be verified, and some countries require a registered address to buy a number. All of this is done in the Twilio Console. A2P registration takes 10 to 15 business days, toll-free verification 3 to 5.",
		"短信服务是一组发送方：电话号码、短号码（short code）或字母数字发送方 ID，Twilio 会从中选用适合收件人的一个。\n在这里可以选择已有的短信服务，新建短信服务（{create}），或为它添加号码（{add}）：账号已有的号码，或新购买的号码。号码按月收费，购买前会显示价格；在 Twilio 控制台释放之前，号码一直归你使用。\n一个号码只能属于一个短信服务，添加到另一个服务就会从原来的服务移出。\n运营商要求登记发送者：美国号码需要 A2P 10DLC 注册，toll-free 号码需要验证，有些国家要求先登记地址才能购买号码。这些都在 Twilio 控制台办理。A2P 注册需要 10 到 15 个工作日，toll-free 验证需要 3 到 5 个。"},
	"help.templates.title": {"How a text becomes a message", "正文如何变成短信"},
	"help.templates": {"{{code}} is where the verification code goes. Write it exactly like that: older releases of Logto know no other form.\nTwilio bills by segment: 160 characters in the GSM-7 alphabet, or 70 as soon as one character is outside it, such as a curly quote, a Chinese character or an emoji.\nLogto requires four types: Register, SignIn, ForgotPassword and Generic. Since Logto 1.35, a missing type falls back to Generic.",
		"{{code}} 是验证码的位置，请照原样填写：旧版 Logto 只认这种写法。\nTwilio 按计费条数收费：GSM-7 字符集内每条 160 个字符；只要有一个字符不在其中，例如弯引号、汉字或表情符号，每条就只有 70 个字符。\nLogto 要求四种用途类型：Register、SignIn、ForgotPassword 和 Generic。从 Logto 1.35 起，缺少的类型会改用 Generic。"},
	"help.review.title": {"Two verdicts", "两个结论"},
	"help.review": {"One is whether Logto accepts the file: its connector checks little more than that the fields are there.\nThe other is the problems: what may still fail when the first user waits for a code, even if Logto accepts it. The number of a problem leads to where it can be fixed; you come back here afterwards.",
		"这里有两个结论。一是 Logto 是否接受该文件：连接器几乎只检查字段是否齐全。\n二是列出的问题：即使 Logto 接受，用户等待验证码时也可能出错。输入问题下方的数字即可前往修改，改完会回到这里。"},
	"help.test.title": {"What is sent", "发送的内容"},
	"help.test": {"The same request that Logto's connector makes: the same four fields, the same text, with the code 000000. It is sent once and never repeated automatically.\nThe message goes through accepted, queued, sending and sent to delivered. Some carriers never confirm delivery.\nDo not use a number of your own Twilio account: a number cannot text itself.",
		"与 Logto 连接器完全相同的请求：同样的四个字段、同样的正文，验证码为 000000。只发送一次，绝不会自动重发。\n短信状态依次为已接受、排队中、发送中、已发出、已送达。有些运营商从不发送回执。\n请不要使用你自己 Twilio 账号中的号码：号码不能给自己发短信。"},
	"help.save.title": {"What happens to the file", "文件如何写入"},
	"help.save": {"A file is written in one go: the old one stays whole until the new one is complete. Links are not followed, and the mode is 0600.\nKeep what holds the auth token out of git: with the format “JSON and .env” that is .env, with the script nothing, with any other format the file itself.\nWhat to do with it in Logto depends on the format; you are told once it is saved.",
		"文件一次性写入：新文件完整之前，旧文件保持不变。不会通过符号链接写入，权限为 0600。\n请不要把包含 Auth Token 的文件提交到 git：「JSON 和 .env」格式中是 .env，脚本中没有，其他格式都是文件本身。\n保存后会说明该格式接下来在 Logto 中如何使用。"},
}
