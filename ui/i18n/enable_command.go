package i18n

// enableCommandTexts are the sentences of the command enable alone; the wizard shares
// those of enableTexts.
var enableCommandTexts = map[string]text{
	"enable.short": {"Let a running Logto use SMS, and prove it", "让运行中的 Logto 使用短信，并加以验证"},
	"enable.long": {"A connector alone sends nothing: Logto has to be told what to use SMS for. This shows what it uses SMS for today (sign-in, sign-up, password recovery, second factor, changing the number in the account center) and switches on what you choose, through Logto's Management API. It shows what changes, asks, changes nothing else, and reads the result back. No way to sign in is taken from anyone. On a terminal without a choice it asks; elsewhere choose with flags.\n\n" +
		"--sign-up lets new users sign up with their phone number, and brings sign-in by SMS with it. Where sign-up asks for something else already, add which it shall be: besides (new users give both) or instead (the phone number alone). A second factor by SMS and sign-in by SMS exclude each other in Logto.\n\n" +
		"--test has Logto send a real code to your phone, once; type what arrives, and Logto checks it. That proves the whole way from Logto over Twilio to the phone and back. Without a terminal the code is sent and nothing is proved. With --test alone nothing is changed.\n\n" +
		"It signs in as a machine-to-machine application with the role Logto Management API access. The exit code is 1 if the choice cannot be had, someone else has changed the settings, Logto or Twilio refuses, or the code is not recognised, 2 if something is missing, the choice is not clear or the question cannot be asked, and 3 if Logto could not be reached or may or may not have accepted the change.\n\n" +
		"--json has endpoint and resource, uses (each with use, state, why), before and after (the settings that have to do with SMS; after is null if they could not be read back), patch (the body that is sent), undo (the body that leads back), changes (each with code, path, old, new), notices (each with code, severity, use, message, hint), outcome (unchanged, changed, unverified, different, unknown) and test (null, or sent: sent, refused, unknown; and proved).",
		"只有连接器还不会发送短信：还要告诉 Logto 把短信用在哪里。本命令会显示目前的用途（登录、注册、找回密码、多因素验证、在账户中心更换手机号），并通过 Management API 启用你选择的用途。它会显示有哪些变化，询问后只做这些改动，并回读核对结果。不会取消任何人的登录方式。在终端中不加选择运行时会逐项询问，其他情况请用选项指定。\n\n" +
			"--sign-up 允许新用户用手机号注册，同时启用短信登录。如果注册时已要求填写其他标识，请选择：--sign-up=besides 表示两者都要填写，--sign-up=instead 表示只填手机号。在 Logto 中，短信多因素验证与短信登录不能同时启用。\n\n" +
			"--test 让 Logto 向你的手机发送一次真实的验证码；输入收到的内容，由 Logto 核对。这可以验证从 Logto 经 Twilio 到手机再返回的完整路径。没有终端时只发送，不验证。只用 --test 时不改动任何设置。\n\n" +
			"登录使用机器对机器应用，它需要角色「Logto Management API access」。无法启用所选用途、设置在此期间被他人修改、Logto 或 Twilio 拒绝，或验证码不正确时退出码为 1；缺少必要信息、选择不明确或无法询问时为 2；无法连接 Logto，或不确定 Logto 是否已接受时为 3。\n\n" +
			"--json 中有：endpoint 和 resource、uses（各含 use、state、why）、before 和 after（与短信有关的设置；无法回读时 after 为 null）、patch（发送的内容）、undo（恢复原状的内容）、changes（各含 code、path、old、new）、notices（各含 code、severity、use、message、hint）、outcome（unchanged、changed、unverified、different、unknown），以及 test（null，或含 sent：sent、refused、unknown，以及 proved）。"},
	"enable.examples": {"  logto-twilio enable\n  logto-twilio enable --sign-in --dry-run\n  logto-twilio enable --sign-up=besides --recovery --yes --json\n  logto-twilio enable --test +15551234567",
		"  logto-twilio enable\n  logto-twilio enable --sign-in --dry-run\n  logto-twilio enable --sign-up=besides --recovery --yes --json\n  logto-twilio enable --test +15551234567"},
	"enable.flag.sign-in":  {"let users sign in with a code by SMS", "允许用户用短信验证码登录"},
	"enable.flag.sign-up":  {"let new users sign up with their phone number; `HOW` is besides or instead, if sign-up asks for something else already", "允许新用户用手机号注册；如果注册时已要求其他标识，`HOW` 为 besides（两者都要）或 instead（取而代之）"},
	"enable.flag.recovery": {"let users recover a forgotten password by SMS", "允许用户通过短信找回密码"},
	"enable.flag.mfa":      {"offer a code by SMS as a second factor", "提供短信验证码作为第二因素"},
	"enable.flag.test":     {"have Logto send a code to this `NUMBER`, and check what you type", "让 Logto 向此 `NUMBER` 发送验证码，并核对你输入的内容"},
	"enable.flag.yes":      {"do not ask, even before an SMS is sent", "不询问，发送短信之前也不询问"},
	"enable.flag.json":     doneAsJSON,

	"demo.flag":       {"use a simulated Twilio and Logto: no account, no SMS, no cost", "使用模拟的 Twilio 和 Logto：无需账号，不发短信，没有费用"},
	"demo.note":       {"DEMO: Twilio and Logto are simulated. Nothing is sent, nothing is charged.", "演示：Twilio 和 Logto 均为模拟，不会发送短信，也不会产生费用。"},
	"demo.own-file":   {"Account, token and messaging service in your file are replaced with those of the demo.", "文件中的账号、Auth Token 和短信服务已换成演示用的。"},
	"demo.flags":      {"The demo uses a simulated Twilio and Logto and cannot be combined with {flag}.", "演示使用模拟的 Twilio 和 Logto，不能与 {flag} 同时使用。"},
	"demo.flags.hint": leaveOneOut,

	"push.next": {"A new connector sends nothing by itself. See what Logto uses SMS for, and let users use it: logto-twilio enable", "新的连接器本身不会发送短信。查看 Logto 将短信用于哪些用途并启用：logto-twilio enable"},

	"enable.unchosen":        {"Nothing was chosen, and there is no terminal to ask on. Nothing was changed in Logto.", "没有选择用途，也没有可以提问的终端。没有改动 Logto。"},
	"enable.unchosen.hint":   {"Choose with --sign-in, --sign-up, --recovery or --mfa, or add --dry-run to only look.", "请用 --sign-in、--sign-up、--recovery 或 --mfa 选择；只想查看请加上 --dry-run。"},
	"enable.identifier.hint": {"--sign-up=besides: they give both. --sign-up=instead: their phone number alone. Who has an account already signs in as before.", "--sign-up=besides 表示两者都填写；--sign-up=instead 表示只填手机号。已有账号的用户登录方式不变。"},
	"enable.nothing-left":    {"There is nothing to switch on.", "没有可以启用的用途。"},
	"enable.no-answer":       {"Type a number from 1 to {of}.", "请输入 1 到 {of} 的编号。"},
	"enable.declined":        nothingChanged,
	"enable.declined.hint":   {"Run it again when you are ready.", "需要时请再次运行。"},
	"enable.not-sent":        {"No code was sent.", "没有发送验证码。"},
	"enable.not-sent.hint":   {"To prove it later: logto-twilio enable --test NUMBER", "以后再验证：logto-twilio enable --test 号码"},
	"enable.undo":            {"To go back, send this with PATCH /api/sign-in-exp:", "如需恢复原状，请用 PATCH /api/sign-in-exp 发送："},
	"proof.not-proved.hint":  {"If none arrived, logto-twilio doctor says what may be in the way.", "如果没有收到，logto-twilio doctor 会指出可能的原因。"},
}
