package i18n

// plainTexts are what plain mode says beside the sentences of the steps.
var plainTexts = map[string]text{
	"plain.keys": {"Questions, one line at a time. Choose from a list with a number or the beginning of a word. Enter alone takes the answer shown, < goes back, ? explains the step, Ctrl+D leaves.",
		"逐行提问。列表可用编号或选项的开头几个字回答。直接按 Enter 采用所示的答案，输入 < 返回，输入 ? 查看说明，按 Ctrl+D 退出。"},
	"plain.keys-draft": {"Questions, one line at a time. Choose from a list with a number or the beginning of a word. Enter alone takes the answer shown, < goes back, ? explains the step, Ctrl+D leaves and keeps a draft.",
		"逐行提问。列表可用编号或选项的开头几个字回答。直接按 Enter 采用所示的答案，输入 < 返回，输入 ? 查看说明，按 Ctrl+D 退出并保留草稿。"},

	"plain.answer":   {"answer “{label}”", "回答「{label}」"},
	"plain.first":    {"This is the first question: there is none to go back to. Ctrl+D leaves.", "这是第一个问题，无法再返回。按 Ctrl+D 退出。"},
	"plain.left":     {"Left before the configuration was saved.", "已退出，配置尚未保存。"},
	"plain.finished": {"Finished: {file} is saved.", "已结束：{file} 已保存。"},

	"plain.step": {"Step {n} of {of}: {step}", "第 {n} 步，共 {of} 步：{step}"},
	"plain.in":   {"{place}: {what}", "{place}：{what}"},
	"plain.row":  {"{n}. {label}", "{n}. {label}"},

	"plain.ok":      {"OK: {message}", "正常：{message}"},
	"plain.info":    {"Note: {message}", "提示：{message}"},
	"plain.warning": {"Warning: {message}", "警告：{message}"},
	"plain.error":   {"Error: {message}", "错误：{message}"},
	"plain.unknown": {"Unknown: {message}", "未知：{message}"},

	"plain.prompt":         {"{label}:", "{label}："},
	"plain.prompt-default": {"{label} (Enter: {default}):", "{label}（Enter：{default}）："},
	"plain.prompt-empty":   {"{label} (Enter: {default}, -: empty):", "{label}（Enter：{default}，-：留空）："},
	"plain.kept":           {"unchanged", "保持不变"},
	"plain.choose":         {"Your choice:", "请选择："},
	"plain.choose-default": {"Your choice (Enter: {n}, {default}):", "请选择（Enter：{n}，{default}）："},
	"plain.no-usual":       {"Enter alone is not an answer here.", "此处不能只按 Enter。"},
	"plain.none":           {"No such answer. Type a number from 1 to {of}, or the beginning of a word.", "没有这个选项。请输入 1 到 {of} 的编号，或选项的开头几个字。"},
	"plain.several":        {"Several answers begin like that: {numbers}. Type a number.", "有多个选项符合：{numbers}。请输入编号。"},
	"plain.no-match":       {"Nothing matches. A slash alone shows all.", "没有匹配项。只输入 / 可显示全部。"},
	"plain.page":           {"{from} to {to} of {of}. Type “more” for the next ones, or a slash and words to search.", "第 {from} 到 {to} 个，共 {of} 个。输入「更多」继续显示，或输入 / 加文字搜索。"},
	"plain.last-page":      {"{from} to {to} of {of}, the last ones. Type a slash and words to search.", "第 {from} 到 {to} 个，共 {of} 个，已是最后。输入 / 加文字搜索。"},

	"plain.changed": {"Changed: {line}", "更改：{line}"},
	"plain.senders": {"{names} ({n} {n|sender|senders})", "{names}（共 {n} 个发送方）"},
	"plain.numbers": {"add a number to a service", "为短信服务添加号码"},
	"plain.held":    {"in “{service}”, can be moved", "属于「{service}」，可以移动"},
	"plain.free":    {"in no service", "未被使用"},
	"plain.nothing": {"No such number is available. Try another kind or area code, or go back and choose another country.", "目前没有符合条件的号码。请换一个类型或区号，或返回选择其他国家。"},

	"plain.texts":             {"Choose a text to change it, or a use to turn it on or off:", "选择要修改的正文，或要开启、关闭的用途："},
	"plain.templates-missing": {"Logto requires texts that are missing: {types}.", "缺少 Logto 要求的正文：{types}。"},
	"plain.template":          {"{type}, {size}: {text}", "{type}，{size}：{text}"},
	"plain.missing":           {"missing: choose to add", "缺少：选择即可添加"},
	"plain.optional":          {"not included: choose to add", "未包含：选择即可添加"},
	"plain.use":               {"{question} {use}: {state}", "{question}{use}（{state}）"},
	"plain.yes":               {"yes", "是"},
	"plain.no":                {"no", "否"},
	"plain.in-part":           {"partly", "部分"},
	"plain.keep":              {"Leave it as it is", "保持现在的内容"},
	"plain.remove":            {"Remove it", "移除"},
	"plain.one-line":          {"Write it on one line", "用一行输入"},
	"plain.one-line.why":      {"\\n stands for a new line.", "\\n 表示换行。"},
	"plain.many-lines":        {"Write it on several lines", "用多行输入"},
	"plain.many-lines.why":    {"Type the text as it should be sent, then a line with a single dot. A dot alone leaves the text unchanged.", "请按发送时的样子输入正文，最后单独输入一行句点（.）。只输入句点则保持原来的正文。"},

	"plain.json":     {"Show the JSON, with the token masked", "显示 JSON（Auth Token 已隐藏）"},
	"plain.verified": {"Asking which numbers this trial account can text…", "正在查询此试用账号可以发送的号码…"},
	"plain.skip":     {"Enter alone skips the test.", "直接按 Enter 跳过测试。"},
	"plain.status":   {"{time} {status}. {about}", "{time} {status}。{about}"},
	"plain.added":    {"added: {line}", "新增：{line}"},
	"plain.removed":  {"removed: {line}", "删除：{line}"},

	"flag.plain": {"ask line by line, for screen readers and simple terminals", "逐行提问，适合屏幕阅读器和简单的终端"},
}
