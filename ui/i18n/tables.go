package i18n

// tables are all sentences, by area; see the file of each. A key is in one of
// them only.
//
// Words that are the same everywhere in Chinese: account 账号, Twilio Console
// Twilio 控制台, messaging service 短信服务 (with "（Messaging Service）" where it
// is first met), sender 发送方, sender pool 发送方列表, recipient 收件人, template
// 模板, usage type 用途类型, segment 条, verification code 验证码, credentials 凭据,
// carrier 运营商, region 区域, trial account 试用账号. Auth Token, Account SID, Campaign and
// Brand stay as they are, and so do endpoint, App ID and App Secret; names in the
// Twilio Console stand in 「」. To push is 推送, to pull 拉取.
var tables = []map[string]text{
	textProblems,
	valueProblems,
	formProblems,
	hostProblems,
	templateProblems,
	phoneProblems,
	checkTexts,
	callTexts,
	statusTexts,
	frameTexts,
	stepTexts,
	senderTexts,
	savingTexts,
	helpTexts,
	failureTexts,
	cliTexts,
	usageTexts,
	validateTexts,
	previewTexts,
	doctorTexts,
	sendTexts,
	schemaTexts,
	explainTexts,
	completionTexts,
	manTexts,
	tokenTexts,
	outputTexts,
	generateTexts,
	exportTexts,
	scriptTexts,
	plainTexts,
	logtoTexts,
	logtoFlagTexts,
	pushTexts,
	pullTexts,
}

// find finds the sentence of a key. A miss in one table costs some ten
// nanoseconds: there is no need of one large map, which would be built at start.
func find(key string) (text, bool) {
	for _, t := range tables {
		if s, ok := t[key]; ok {
			return s, true
		}
	}
	return text{}, false
}
