package systems

import "strings"

// What the rows are run with.
const (
	account = "ACde30de30de30de30de30de30de30de30"
	service = "MGde30de30de30de30de30de30de300001"
	token   = "de30de30de30de30de30de30de30de30"
	good    = `{
  "accountSID": "` + account + `",
  "authToken": "${TWILIO_AUTH_TOKEN}",
  "fromMessagingServiceSID": "` + service + `",
  "templates": [
    {"content": "{{code}} is your code to register.", "usageType": "Register"},
    {"content": "{{code}} is your code to sign in.", "usageType": "SignIn"},
    {"content": "{{code}} is your code for a new password.", "usageType": "ForgotPassword"},
    {"content": "您的验证码是 {{code}}。", "usageType": "Generic"},
    {"content": "{{code}} is a test.", "usageType": "Test"}
  ]
}
`
)

// Kinds of that configuration.
var (
	whole   = strings.Replace(good, "${TWILIO_AUTH_TOKEN}", token, 1)
	bad     = strings.Replace(good, "{{code}} is a", "{code} is a", 1)
	odd     = strings.Replace(good, `"accountSID"`, `"note": "x", "accountSID"`, 1)
	broken  = strings.Replace(good, ",\n", "\n", 1)
	windows = strings.ReplaceAll(good, "\n", "\r\n")
	tokened = []string{"TWILIO_AUTH_TOKEN=" + token}
	ids     = []string{"TWILIO_AUTH_TOKEN=" + token, "TWILIO_ACCOUNT_SID=" + account, "TWILIO_MESSAGING_SERVICE_SID=" + service}
	nobody  = "http://127.0.0.1:9" // where nobody listens
)

// in is a folder with one file.
func in(name, data string) map[string]string { return map[string]string{name: data} }

// words are the arguments of a command, none of which has a blank.
func words(s string) []string { return strings.Fields(s) }

// table is every row, by command.
func table() []row {
	var all []row
	for _, rows := range [][]row{validating(), generating(), exporting(), rendering(), looking(), calling()} {
		all = append(all, rows...)
	}
	return all
}

func validating() []row {
	folder := map[string]string{"conf/good.json": good, "conf/bad.json": bad, "conf/deep/broken.json": broken, "conf/deep/other.json": "{}",
		"conf/.hidden/bad.json": bad, "conf/node_modules/x/bad.json": bad}
	return []row{
		{args: words("validate good.json"), files: in("good.json", good), out: "good.json:3:16: info[token-from-environment]: ", said: "1 file checked"},
		{args: words("validate whole.json"), files: in("whole.json", whole), said: "no problems found"},
		{args: words("validate bad.json"), files: in("bad.json", bad), code: 1, out: "bad.json:10:18: error[misspelt-code]: "},
		{args: words("validate good.json bad.json broken.json"), files: map[string]string{"good.json": good, "bad.json": bad, "broken.json": broken}, code: 1, out: "broken.json:"},
		{args: words("validate conf"), files: folder, code: 1, out: "conf/deep/broken.json:", said: "3 files checked: 2 errors"},
		{args: words("validate conf --json"), files: folder, code: 1, out: `"conf/deep/broken.json"`},
		{args: words("validate ."), files: in("空 格.json", bad), code: 1, out: "空 格.json:10:18: "},
		{args: []string{"validate", "空 格.json"}, files: in("空 格.json", bad), code: 1, out: "空 格.json:10:18: "},
		{args: words("validate -"), stdin: good, out: "info[token-from-environment]"},
		{args: words("validate - --lang zh-CN"), stdin: bad, code: 1, out: "error[misspelt-code]: "},
		{args: words("validate - --json"), stdin: windows, out: `"accepted":true`},
		{args: words("validate -"), code: 1, out: ":1:1: error["},
		{args: words("validate marked.json"), files: in("marked.json", "\ufeff"+good), code: 1, out: "error[byte-order-mark]"},
		{args: words("validate odd.json"), files: in("odd.json", odd), out: "warning[unknown-key]"},
		{args: words("validate odd.json --strict"), files: in("odd.json", odd), code: 1, out: "warning[unknown-key]"},
		{args: words("validate whole.json --no-token"), files: in("whole.json", whole), code: 1, out: "error["},
		{args: words("validate good.json --logto all"), files: in("good.json", good), out: "info["},
		{args: words("validate conf/bad.json --format github"), files: in("conf/bad.json", bad), code: 1, out: "::error file=conf/bad.json,line=10,col=18::"},
		{args: words("validate bad.json --fix"), files: in("bad.json", bad), code: 1, out: "{{code}} is a test"},
		{args: words("validate bad.json --fix --write"), files: in("bad.json", bad), out: "info[", left: in("bad.json", "{{code}} is a test")},
		{args: words("validate missing.json"), code: 1, out: "missing.json:1:1: error[not-found]"},
		{args: words("validate"), code: 2, said: "logto-twilio"},
		{args: words("validate good.json --no-such-flag"), files: in("good.json", good), code: 2, said: "--no-such-flag"},
	}
}

func generating() []row {
	kept := in("connector.json", whole)
	return []row{
		{args: words("generate"), env: ids, out: `"authToken": "` + token + `"`},
		{args: words("generate --preset full --template-lang zh-CN --disable-risk-check"), env: ids, out: "验证码"},
		{args: []string{"generate", "--template", `SignIn="{{code}}" 是您的验证码 % ^ \`}, env: ids, out: `"\"{{code}}\" 是您的验证码 % ^ \\"`},
		{args: words("generate --template SignIn=@text.txt"), env: ids, files: in("text.txt", "{{code}}: from a file"), out: "{{code}}: from a file"},
		{args: words("generate --account-sid " + account + " --messaging-service-sid " + service + " --auth-token-stdin"), stdin: token + "\r\n", out: token},
		{args: words("generate --auth-token-file token"), env: ids[1:], files: in("token", "TWILIO_AUTH_TOKEN="+token+"\n"), out: token},
		{args: words("generate -o connector.json"), env: ids, said: "Saved: connector.json", left: in("connector.json", token)},
		{args: []string{"generate", "-o", "配置 1/连接器.json"}, env: ids, files: in("配置 1/x", ""), said: "连接器.json", left: in("配置 1/连接器.json", token)},
		{args: words("generate -o connector.json"), env: ids, files: kept, code: 1, said: "connector.json already exists"},
		{args: words("generate -o connector.json --force"), env: ids, files: kept, said: "Saved: ", left: in("connector.json", token)},
		{args: words("generate -o nowhere/connector.json"), env: ids, code: 1, said: "does not exist"},
		{args: words("generate -o ."), env: ids, code: 1, said: "is a folder"},
		{args: words("generate -o " + strings.Repeat("n", 256)), env: ids, code: 1, said: "too long"},
		{args: words("generate -o documented.json --preset documented"), env: ids, code: 1, said: "error[missing-usage-types]"},
		{args: words("generate --preset documented --force-invalid"), env: ids, out: `"Register"`, said: "error[missing-usage-types]"},
		{args: words("generate"), env: ids[1:], code: 2, said: "token"},
		{args: words("generate --preset half"), env: ids, code: 2, said: "half"},
		{args: words("generate connector.json"), env: ids, code: 2, said: "no arguments"},
	}
}

func exporting() []row {
	file, split := in("whole.json", whole), map[string]string{"config/connector.json": "${TWILIO_AUTH_TOKEN}", "config/.env": "TWILIO_AUTH_TOKEN=" + token}
	rows := []row{
		{args: words("export - --format json"), stdin: windows, out: account},
		{args: words("export good.json --format logto-api"), files: in("good.json", good), env: tokened, out: token},
		{args: words("export good.json --format env"), files: in("good.json", good), code: 2, said: "TWILIO_AUTH_TOKEN"},
		{args: words("export whole.json --format docker-env -o a.env"), files: file, said: "Saved: a.env", left: in("a.env", "LOGTO_TWILIO_CONFIG=")},
		{args: words("export whole.json --format k8s-secret --name sms --namespace x"), files: file, out: `namespace: "x"`},
		{args: words("export whole.json --format curl --lang zh-CN -o push.sh"), files: file, left: in("push.sh", "#!/bin/sh")},
		{args: words("export whole.json --format split -o config/connector.json"), files: map[string]string{"whole.json": whole, "config/x": ""}, left: split},
		{args: words("export whole.json --format split -o config/connector.json"), files: map[string]string{"whole.json": whole, "config/.env": "OTHER=1\n"}, code: 2, said: ".env"},
		{args: words("export whole.json --format split -o config/connector.json --force"), files: map[string]string{"whole.json": whole, "config/.env": "OTHER=1\n"}, left: split},
		{args: words("export whole.json --format split"), files: file, code: 2, said: "-o"},
		{args: words("export whole.json"), files: file, code: 2, said: "--format"},
		{args: words("export whole.json --format yaml"), files: file, code: 2, said: "yaml"},
		{args: words("export bad.json --format json"), files: in("bad.json", bad), code: 1, said: "misspelt-code"},
		{args: words("export broken.json --format json"), files: in("broken.json", broken), code: 1, said: "broken.json:"},
		{args: words("export missing.json --format json"), code: 1, said: "missing.json"},
	}
	for format, part := range map[string]string{"json": `"authToken": "` + token, "logto-api": `"connectorId"`, "env": "LOGTO_TWILIO_CONFIG='",
		"docker-env": "LOGTO_TWILIO_CONFIG={", "k8s-secret": "kind: Secret", "curl": "#!/bin/sh"} {
		rows = append(rows, row{args: words("export whole.json --format " + format), files: file, out: part})
	}
	return rows
}

func rendering() []row {
	return []row{
		{args: words("render good.json"), files: in("good.json", good), env: tokened, out: token},
		{args: words("render good.json -o whole.json"), files: in("good.json", good), env: tokened, left: in("whole.json", token)},
		{args: words("render -"), stdin: windows, env: tokened, out: token},
		{args: words("render config/connector.json --auth-token-file config/.env"), files: map[string]string{"config/connector.json": good, "config/.env": "A=1\r\nTWILIO_AUTH_TOKEN=" + token + "\r\n"}, out: token},
		{args: words("render good.json"), files: in("good.json", good), code: 2, said: "TWILIO_AUTH_TOKEN"},
		{args: words("render whole.json"), files: in("whole.json", whole), env: tokened, code: 1, said: "TWILIO_AUTH_TOKEN"},
	}
}

// looking are the commands that only show something.
func looking() []row {
	rows := []row{
		{args: words("preview good.json"), files: in("good.json", good), out: "您的验证码是 123456。"},
		{args: words("preview - --json --code 000000"), stdin: good, out: `"encoding": "UCS-2"`},
		{args: words("preview good.json --lang zh-CN"), files: in("good.json", good), out: "123456 is a test."},
		{args: words("preview broken.json"), files: in("broken.json", broken), code: 1, said: "broken.json:"},
		{args: words("preview ."), code: 1, said: "folder"},
		{args: words("explain 30034"), out: "30034"},
		{args: words("explain 30034 --json --lang zh-CN"), out: `"code"`},
		{args: words("explain missing-code"), out: "missing-code"},
		{args: words("explain 99999"), code: 1, out: "99999"},
		{args: words("explain"), code: 2, said: "explain"},
		{args: words("schema"), out: `"$schema"`},
		{args: words("man --lang zh-CN"), out: ".TH"},
		{args: words("completion tcsh"), code: 2, said: "tcsh"},
		{args: words("__complete explain 3003"), out: "30034"},
		{args: words("--version"), out: "logto-twilio version "},
		{args: words("--help"), out: "logto-twilio --demo"},
		{args: words("help generate --lang zh-CN"), out: "--template"},
		{args: words("valdate"), code: 2, said: "validate"},
		{args: words("--lang fr"), code: 2, said: "fr"},
		{args: words("--demo good.json"), files: in("good.json", good), code: 2, said: "--demo"},
		{args: words("new.json"), code: 2, said: "terminal"},
	}
	for _, shell := range words("bash zsh fish powershell") {
		rows = append(rows, row{args: words("completion " + shell), out: "logto-twilio"})
	}
	return rows
}

// calling are the commands that call a service, which is not there.
func calling() []row {
	file := in("whole.json", whole)
	return []row{
		{args: words("send whole.json --to +15551234567 --dry-run --json"), files: file, out: `"method": "POST"`},
		{args: words("send whole.json --to 12"), files: file, code: 2, said: "country code"},
		{args: words("send whole.json --to +15551234567 --json --twilio-url " + nobody), files: file, code: 3, out: "{", ownWords: true},
		{args: words("doctor whole.json --twilio-url " + nobody), files: file, code: 3, out: "account", ownWords: true},
		{args: words("push whole.json"), files: file, code: 2, said: "LOGTO_ENDPOINT"},
		{args: words("push whole.json --yes"), files: file, env: []string{"LOGTO_ENDPOINT=" + nobody, "LOGTO_AUTH=id:secret"}, code: 3, said: "127.0.0.1", ownWords: true},
		{args: words("pull -o connector.json"), env: []string{"LOGTO_ENDPOINT=https://logto.example", "LOGTO_AUTH=id"}, code: 2, said: "LOGTO_AUTH"},
	}
}
