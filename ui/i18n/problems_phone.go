package i18n

// phoneProblems are of a phone number: "problem.CODE" and its hint.
var phoneProblems = map[string]text{
	"problem.phone-empty": {"There is no phone number yet.",
		"还没有填写手机号。"},
	"problem.phone-empty.hint": {"Enter it with + and the country code, as in +15551234567.",
		"请填写带加号和国家代码的号码，例如 +15551234567。"},
	"problem.phone-no-country": {"The country code is missing.",
		"缺少国家代码。"},
	"problem.phone-no-country.hint": {"Begin with + and the country code: +1 for the US, +86 for China.",
		"请以加号和国家代码开头，例如中国为 +86，美国为 +1。"},
	"problem.phone-leading-zero": {"No country code begins with 0.",
		"国家代码不会以 0 开头。"},
	"problem.phone-leading-zero.hint": {"Write + and the country code, then the number without its leading 0.",
		"请先写 + 和国家代码，再写去掉开头 0 的号码。"},
	"problem.phone-too-long": {"The number has {digits} digits, more than the {limit} there can be.",
		"号码有 {digits} 位，最多只能有 {limit} 位。"},
	"problem.phone-too-long.hint": {"See whether a digit or the country code is there twice.",
		"请检查是否有重复的数字或国家代码。"},
	"problem.phone-too-short": {"The number has {digits} {digits|digit|digits}, fewer than the {limit} it needs.",
		"号码只有 {digits} 位，至少需要 {limit} 位。"},
	"problem.phone-too-short.hint": {"See whether it is complete, country code included.",
		"请检查号码是否完整，包括国家代码。"},
	"problem.phone-character": {"“{character}” cannot be in a phone number.",
		"手机号中不能有「{character}」。"},
	"problem.phone-character.hint": {"Use digits, with + before the country code.",
		"请使用数字，并在国家代码前加上 +。"},
}
