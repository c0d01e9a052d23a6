package i18n

// completionTexts are the sentences of the command completion.
var completionTexts = map[string]text{
	"completion.short":         {"Write the completion script of a shell", "输出 shell 的补全脚本"},
	"completion.long":          {"Writes a completion script for commands, flags, their values and file names: bash (needs the package bash-completion), zsh, fish or powershell.", "输出补全脚本，使 shell 能补全命令、选项、选项的值和文件名：bash（需要 bash-completion 软件包）、zsh、fish 或 powershell。"},
	"completion.examples":      {"  source <(logto-twilio completion bash)\n  logto-twilio completion zsh > ~/.zfunc/_logto-twilio\n  logto-twilio completion fish > ~/.config/fish/completions/logto-twilio.fish\n  logto-twilio completion powershell | Out-String | Invoke-Expression", "  source <(logto-twilio completion bash)\n  logto-twilio completion zsh > ~/.zfunc/_logto-twilio\n  logto-twilio completion fish > ~/.config/fish/completions/logto-twilio.fish\n  logto-twilio completion powershell | Out-String | Invoke-Expression"},
	"completion.no-shell":      {"Name a shell: {shells}", "请指定一种 shell：{shells}"},
	"completion.no-shell.hint": {"For example logto-twilio completion bash", "例如 logto-twilio completion bash"},
	"completion.unknown":       {"There is no completion for “{shell}”.", "没有「{shell}」的补全脚本。"},
	"completion.unknown.hint":  {"Supported shells: {shells}.", "支持 {shells}。"},
}
