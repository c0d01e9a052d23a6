package i18n

// verifyErrors are of Twilio Verify, which is another product than the one that
// Logto's connector sends with: people look them up nevertheless.
var verifyErrors = []twilioText{
	{60200,
		text{"Twilio Verify: a parameter is not valid", "Twilio Verify：参数无效"},
		text{"The error comes from Twilio Verify, which Logto's connector does not use.",
			"该错误来自 Twilio Verify，Logto 的连接器不使用它。"},
		text{"Find what else uses Verify with this account. For Logto, choose a messaging service (MG…).",
			"请检查还有什么程序在用该账号调用 Verify。Logto 需要的是短信服务（Messaging Service，MG 开头）。"}},
	{60203,
		text{"Twilio Verify: too many codes sent to one number", "Twilio Verify：向同一号码发送验证码过多"},
		text{"Verify sends at most five codes for one verification. Logto's connector does not use Verify.",
			"Verify 对同一次验证最多发送五次。Logto 的连接器不使用 Verify。"},
		text{"Wait ten minutes, then try again in the application that uses Verify.",
			"请等待十分钟，然后在使用 Verify 的应用中重试。"}},
	{60205,
		text{"Twilio Verify: a landline cannot receive SMS", "Twilio Verify：固定电话不能接收短信"},
		text{"The error comes from Twilio Verify, which Logto's connector does not use.",
			"该错误来自 Twilio Verify，Logto 的连接器不使用它。"},
		text{"Use a mobile number in the application that uses Verify.",
			"请在使用 Verify 的应用中改用手机号。"}},
	{60410,
		text{"Twilio Verify: the destination is blocked", "Twilio Verify：该目的地被拦截"},
		text{"Verify's Fraud Guard blocked it for 12 hours. Logto's connector does not use Verify.",
			"Verify 的 Fraud Guard 将其拦截 12 小时。Logto 的连接器不使用 Verify。"},
		text{"Wait until the block ends. Messages that Logto sends are not affected.",
			"请等待拦截结束。它不影响 Logto 发送的短信。"}},
}
