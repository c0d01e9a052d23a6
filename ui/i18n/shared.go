package i18n

// What is said of several things, each in one place.
var (
	// of commands
	asWarning   = text{"Warning: {message}", "警告：{message}"}
	whatNow     = text{"What now?", "接下来？"}
	goOn        = text{"Continue", "下一步"}
	interrupted = text{"Interrupted.", "已中断。"}
	seeHelp     = text{"See {command} --help.", "请参阅 {command} --help。"}
	seeValidate = text{"logto-twilio validate shows {count|it|each}, with its line and how to fix it.",
		"运行 logto-twilio validate 可查看每个问题所在的行和处理办法。"}
	leaveOneOut = text{"Leave out one of the two.", "请去掉其中一个。"}
	codeFlag    = text{"the verification `CODE` to fill in", "填入的验证码 `CODE`"}
	tokenAlone  = text{"It must contain the token alone (32 letters and digits), or a line TWILIO_AUTH_TOKEN=… as in a .env file.",
		"其中应只有 Auth Token 本身（32 位字母和数字），或像 .env 文件那样包含一行 TWILIO_AUTH_TOKEN=…。"}
	nothingFound = text{"No configuration was found.", "没有找到配置。"}
	checkNames   = text{"Check the names of the files and folders: in a folder, only *.json files are read.",
		"请检查文件和文件夹的名称：文件夹中只读取 *.json 文件。"}
	badVariable    = text{"This is not a valid variable name.", "这不是有效的变量名。"}
	variableRule   = text{"Use letters, digits and _ only, and do not begin with a digit.", "名称只能由字母、数字和 _ 组成，且不能以数字开头。"}
	nothingWritten = text{"Nothing was written.", "没有写入任何内容。"}
	codeSaysWhy    = text{"Twilio's code says why: logto-twilio explain explains it.", "原因见 Twilio 的错误码，可用 logto-twilio explain 查看解释。"}
	inSegments     = text{"{n} {n|segment|segments}", "计费 {n} 条"}

	// of files
	isFolder        = text{"{path} is a folder.", "{path} 是文件夹。"}
	saveAsUTF8      = text{"Save the file as UTF-8.", "请将文件保存为 UTF-8。"}
	pasteConfigOnly = text{"Paste only the part under config into the Logto Console.", "在 Logto 控制台中，请只粘贴 config 部分。"}
	partOfValue     = text{"Remove them: Twilio treats them as part of the value.", "请删除，Twilio 会把它们当作值的一部分。"}
	whereValuesAre  = text{"In the Twilio Console, Account SID and Auth Token are under Settings > Account settings > API keys & auth tokens (legacy Console: Account > API keys & tokens); the SID of a messaging service (MG…) is under Messaging > Services.",
		"在 Twilio 控制台中，Account SID 和 Auth Token 位于「Settings」→「Account settings」→「API keys & auth tokens」（旧版控制台为「Account」→「API keys & tokens」），短信服务（Messaging Service）的 SID（MG 开头）位于「Messaging」→「Services」。"}
	throughAService = text{"Logto sends from a number through a messaging service (MG…): Messaging > Services in the Twilio Console.",
		"Logto 通过短信服务（Messaging Service，MG 开头）使用号码，见 Twilio 控制台的「Messaging」→「Services」。"}

	// of calls
	unreachable = text{"{host} could not be reached.", "无法连接到 {host}。"}
	tooSlow     = text{"{host} did not answer in time.", "{host} 没有及时响应。"}
	canceled    = text{"The request to {host} was canceled.", "对 {host} 的请求已取消。"}
	startAgain  = text{"You can start it again at any time.", "可以随时重新开始。"}

	// of Logto
	noConnector    = text{"{host} has no SMS connector.", "{host} 上没有短信连接器。"}
	lacksConnector = text{"This Logto has no SMS connector.", "这个 Logto 没有短信连接器。"}
	pushFirst      = text{"Push the configuration first: logto-twilio push.", "请先推送配置：logto-twilio push。"}
	seeNow         = text{"Start again to see what is there now.", "请重新开始，查看现在的状态。"}
	haveNewOne     = text{"Have a new one sent.", "请重新发送。"}
	doneAsJSON     = text{"write what was found and done as JSON, for programs", "输出供程序读取的 JSON"}
	nothingChanged = text{"Nothing was changed in Logto.", "没有改动 Logto。"}
	pushFixes      = text{"logto-twilio push fixes that: one connector is left.", "运行 logto-twilio push 可以修复：最后只保留一个连接器。"}

	// of senders
	seeSenders   = text{"Checking the senders of “{service}”…", "正在查看「{service}」的发送方…"}
	inNoService  = text{"in no service", "未被使用"}
	checkSenders = text{"Check the service's senders before trying again: here, or under Messaging > Services in the Twilio Console.",
		"重试之前，请先查看该服务的发送方：可在此处，或在 Twilio 控制台的「Messaging」→「Services」中查看。"}
	registerAddress = text{"The page lists what is required. Register the address and buy the number in the Twilio Console, or choose another number.",
		"网页列出了具体要求。请在 Twilio 控制台登记地址并购买，或选择其他号码。"}
	sameInLegacy = text{"The same in the legacy Console", "旧版控制台的同一页面"}

	// of Twilio's codes
	accountInactive = text{"The Twilio account is not active", "Twilio 账号未激活或已停用"}
	internalError   = text{"Twilio had an internal error", "Twilio 内部出错"}
	twiliosSide     = text{"The problem is on Twilio's side.", "故障发生在 Twilio 一方。"}
	mobileNumber    = text{"Use a mobile number, with + and the country code.", "请使用手机号，并带上加号和国家/地区代码。"}
	noText          = text{"The message has no text", "短信没有正文"}
	writeText       = text{"Write a text with {{code}} in it for this template.", "请为该模板填写包含 {{code}} 的正文。"}
	badValidity     = text{"The validity period is out of range", "有效期超出范围"}
	notRegistered   = text{"This number could not be registered (A2P 10DLC)", "该号码未能注册（A2P 10DLC）"}
	setService      = text{"Set fromMessagingServiceSID to the SID of a messaging service (MG…).",
		"请将 fromMessagingServiceSID 设为短信服务的 SID（MG 开头）。"}
	sendAgain = text{"Send again. If that fails too, give Twilio support the message SID.",
		"请重新发送。如果仍然失败，请把短信的 SID 提供给 Twilio 支持团队。"}
	ofVerify = text{"The error comes from Twilio Verify, which Logto's connector does not use.",
		"该错误来自 Twilio Verify，Logto 的连接器不使用它。"}
	noReason   = text{"refused without a reason", "未说明拒绝原因"}
	noAgeCheck = text{"an age check is missing", "缺少年龄验证"}
)
