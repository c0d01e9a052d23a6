package i18n

// enableTexts are the sentences of the last step: what a Logto uses SMS for, and the
// proof that its codes arrive.
var enableTexts = map[string]text{
	"help.enable.title": {"What SMS can be used for", "短信可以用来做什么"},
	"help.enable": {"A connector sends nothing by itself: Logto's sign-in experience says when users get a code by SMS.\n" +
		"Sign-in: users with a phone number sign in with a code, and every other way to sign in stays. Sign-up: new users give a phone number, in addition to what they give today or instead of it. Whoever starts a sign-up has an SMS sent that you pay for.\n" +
		"Password recovery: who forgot the password gets a code. Second factor: a code after the first sign-in step; whether users must have one is Logto's MFA policy, which stays. Logto allows a second factor by SMS or sign-in by SMS, not both.\n" +
		"Only what you choose is switched on: what changes is shown first and read back afterwards. To switch something off, use the Logto Console.",
		"连接器本身不会发送任何短信：用户何时收到短信验证码，由 Logto 的登录体验决定。\n" +
			"登录：有手机号的用户可以用验证码登录，其他登录方式全部保留。注册：新用户填写手机号，可以是在现有内容之外另行填写，也可以代替现有内容。任何人只要开始注册就会触发短信，费用由你承担。\n" +
			"找回密码：忘记密码的用户会收到验证码。多因素认证：第一步登录之后再输入验证码；是否强制由 Logto 的 MFA 策略决定，策略不会改变。Logto 只允许短信用于多因素认证或登录之一。\n" +
			"只会启用你选择的项目：先显示将要改动的内容，之后再回读核对。如需关闭，请使用 Logto 控制台。"},
	"help.proof.title": {"A code on its whole way", "验证码的完整路径"},
	"help.proof": {"Logto sends a code as it does for a user. That is one SMS, which Twilio bills. Type the code that arrives, and Logto checks it: then you know that the whole way works.\n" +
		"A wrong code costs nothing and can be typed again. A new code is another SMS, and you are asked first. Logto sends ten messages in ten minutes to one number at most.\n" +
		"If nothing arrives, look at Twilio's message log. logto-twilio doctor says what failed lately, and why.",
		"Logto 会像对待用户一样发送验证码。这是一条短信，由 Twilio 计费。输入收到的验证码，由 Logto 核对，即可确认整条路径可用。\n" +
			"输错验证码不产生费用，可以重新输入。发送新的验证码是另一条短信，会先询问你。Logto 对同一号码十分钟内最多发送十条。\n" +
			"如果没有收到，请查看 Twilio 的短信日志。logto-twilio doctor 会说明最近哪些没有送达以及原因。"},
	"title.enable":                   {"Use SMS for sign-in", "启用短信登录"},
	"enable.looking":                 {"Checking what {host} uses SMS for…", "正在查看 {host} 将短信用于哪些用途…"},
	"enable.today":                   {"What {host} uses SMS for today:", "{host} 目前将短信用于："},
	"enable.never":                   {"The connector is there, but nothing uses it: no user ever gets a code.", "已有连接器，但没有任何功能使用它：用户不会收到验证码。"},
	"enable.use":                     {"{use}: {state}", "{use}：{state}"},
	"enable.not-offered":             {"{use} is not offered. {why}", "无法启用「{use}」。{why}"},
	"enable.ask.sign-in":             {"Let users sign in with a code by SMS?", "允许用户用短信验证码登录？"},
	"enable.ask.sign-in.about":       {"Every other way to sign in stays.", "其他登录方式全部保留。"},
	"enable.ask.sign-up":             {"Let new users sign up with their phone number?", "允许新用户用手机号注册？"},
	"enable.ask.sign-up.about":       {"Anyone can then have SMS sent that you pay for.", "此后任何人都可能触发由你付费的短信。"},
	"enable.ask.recovery":            {"Let users recover a forgotten password by SMS?", "允许用户通过短信找回密码？"},
	"enable.ask.recovery.about":      {"For users whose account has a phone number.", "适用于账号中有手机号的用户。"},
	"enable.ask.second-factor":       {"Offer a code by SMS as a second factor?", "提供短信验证码作为第二因素？"},
	"enable.ask.second-factor.about": {"Logto does not allow this together with signing in by SMS.", "Logto 不允许它与短信登录同时启用。"},
	"enable.yes":                     {"Yes", "是"},
	"enable.no":                      {"No, leave it as it is", "否，保持不变"},
	"enable.besides":                 {"Yes, besides: {identifiers}", "是，同时仍填写：{identifiers}"},
	"enable.instead":                 {"Yes, instead of: {identifiers}", "是，不再填写：{identifiers}"},
	"enable.nothing":                 {"What SMS is used for stays as it is: nothing to do.", "不作改动，短信的用途保持不变。"},
	"title.enable-plan":              {"Change the sign-in experience of {host}", "修改 {host} 的登录体验"},
	"enable.change":                  {"Change it?", "修改？"},
	"enable.do":                      {"Change", "修改"},
	"enable.not-now":                 {"Not now", "暂不"},
	"enable.writing":                 {"Changing the sign-in experience of {host} and reading back…", "正在修改 {host} 的登录体验并回读核对…"},

	"title.proof": {"Prove it with your phone", "用你的手机验证"},
	"proof.about": {"Logto sends a real code through Twilio; you type what arrives, and Logto checks it. That is the whole way a user's code takes.",
		"Logto 通过 Twilio 发送真实的验证码；你输入收到的内容，由 Logto 核对。这正是用户验证码的完整路径。"},
	"proof.ask":           {"Have {host} send a code to {number}?", "让 {host} 向 {number} 发送验证码？"},
	"proof.ask-again":     {"Have {host} send another code to {number}?", "让 {host} 再向 {number} 发送一个验证码？"},
	"proof.sending":       {"{host} is asking Twilio to text a code to {number}…", "{host} 正在请求 Twilio 向 {number} 发送验证码…"},
	"proof.sent":          {"Logto has handed a code for {number} to Twilio.", "Logto 已把发往 {number} 的验证码交给 Twilio。"},
	"proof.phone":         {"The simulated phone shows: {text}", "模拟手机显示：{text}"},
	"proof.phone-waiting": {"The simulated phone shows nothing yet…", "模拟手机尚未收到短信…"},
	"proof.phone-silent":  {"Nothing has arrived at the simulated phone.", "模拟手机没有收到短信。"},
	"proof.checking":      {"{host} is checking the code…", "{host} 正在核对验证码…"},
	"proof.proved": {"Proved: {host} sent a code through Twilio to {number}, and recognised it.",
		"验证成功：{host} 通过 Twilio 向 {number} 发送了验证码，并识别了它。"},
	"proof.not-proved":   {"Sent, not proved: nobody typed the code that arrived.", "已发送，尚未验证：没有输入收到的验证码。"},
	"ask.proof-code":     {"Code that arrived", "收到的验证码"},
	"ask.proof-code.why": {"The six digits in the message. A wrong one costs nothing: no new message is sent.", "短信中的六位数字。输错不会重新发送，也不产生费用。"},
	"proof.type-again":   {"Type the code again", "重新输入验证码"},
	"proof.type":         {"Type the code", "输入验证码"},
	"proof.new-code":     {"Have a new code sent", "发送新的验证码"},
	"proof.finish":       {"Continue", "下一步"},
	"push.enable":        {"Let users use it: sign-in, sign-up, recovery…", "让用户使用：登录、注册、找回密码…"},
	"enable.again":       {"Look again", "再次查看"},
}
