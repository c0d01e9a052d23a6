package connector

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// found are the codes of problems, with their places.
func found(problems []problem.Problem) string {
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%s %d:%d", p.Code, p.At.Line, p.At.Column))
	}
	return strings.Join(all, ", ")
}

// TestForms holds what is said of texts that are no JSON, what is taken out of them,
// and what Fix makes of them.
func TestForms(t *testing.T) {
	whole := fixable()
	line := strings.ReplaceAll(strings.ReplaceAll(whole, "\n", ""), "  ", "")
	indented := "    " + strings.ReplaceAll(strings.TrimSpace(whole), "\n", "\n    ") + "\n"
	tests := []struct {
		name, text string
		want       string
		accepted   bool
		fixed      bool
	}{
		// Comments.
		{"line comments", "// a\n" + whole + "// b", "comment 1:1, comment 29:1", false, true},
		{"comment blocks", "/* a\n b */ {" + whole[1:], "comment 1:1", false, true},
		{"hash", strings.Replace(whole, "\n", " # a\n", 2), "comment 1:3, comment 2:55", false, true},
		{"in a text is none", strings.Replace(whole, "{{code}}", "{{code}} // # /* \\\"", 1) + "//", "comment 28:1", false, true},
		{"commas too", strings.Replace(whole, "]\n}", "], // x\n}", 1), "trailing-comma 26:4, comment 26:6", false, true},
		{"not closed", whole + "/* x", "comment 28:1", false, true},
		{"something else too", `{"a": 1, // x` + "\n b: 2}", "comment 1:10, unquoted-key 2:2", false, false},

		// Lines that set variables.
		{"unquoted", "LOGTO_TWILIO_CONFIG=" + line + "\nX=1\n", "environment-line 1:1", true, false},
		{"behind others", "# x\nA=1\nB='2'\n\nexport SMS='" + line + "'", "environment-line 5:8", true, false},
		{"over lines", "SMS='" + whole + "'\n", "environment-line 1:1", true, false},
		{"double quotes", `SMS="` + strings.ReplaceAll(line, `"`, `\"`) + `"`, "environment-line 1:1", true, false},
		{"PowerShell", "$env:SMS = '" + line + "'", "environment-line 1:6", true, false},
		{"set of cmd.exe", "set SMS=" + line, "environment-line 1:5", true, false},
		{"the quote of a shell", "SMS='" + strings.Replace(line, "{{code}}", `It'\''s {{code}}`, 1) + "'", "environment-line 1:1", true, false},
		{"no configuration", "TWILIO_ACCOUNT_SID=AC\nTWILIO_AUTH_TOKEN=x\n", "environment-file 1:1", false, false},
		{"a body", `SMS='{"connectorId":"twilio-short-message-service","config":` + line + "}'", "environment-line 1:1, wrapped-configuration 1:6", true, false},

		// YAML.
		{"secret, in base64", "apiVersion: v1\nkind: Secret\ndata:\n  x: YQ==\n  a.json: " + base64.StdEncoding.EncodeToString([]byte(whole)), "manifest-value 5:3", true, false},
		{"config map", "apiVersion: v1\nkind: ConfigMap\ndata:\n  a.json: |\n" + indented, "manifest-value 4:3", true, false},
		{"block with a chomp", "sms: |-\n" + indented + "other: 1", "manifest-value 1:1", true, false},
		{"single quotes", "a: 1\nsms: '" + line + "'", "manifest-value 2:1", true, false},
		{"double quotes of YAML", "sms: " + strconv.Quote(line), "manifest-value 1:1", true, false},
		{"flow", "sms: " + line, "manifest-value 1:1", true, false},
		{"mapping", "accountSID: AC\nauthToken: x\n", "other-format 1:1", false, false},
		{"document", "---\nx: 1", "other-format 1:1", false, false},
		{"list", "- a\n- b\n", "other-format 1:1", false, false},
		{"block that breaks off", "a: |\n  {\"accountSID\": 1\n", "manifest-value 1:1, unclosed 3:1", false, false},

		// Programs.
		{"commonjs", "module.exports = " + whole + ";", "program-code 1:1", false, false},
		{"export default", "// x\nexport default " + whole, "program-code 1:1", false, false},
		{"typed", "import { X } from 'y';\nconst a: X = " + whole + " satisfies X;", "program-code 1:1", false, false},
		{"a call", "'use strict'\nsetup(" + whole + ")", "program-code 1:1", false, false},
		{"Python", "config = " + whole, "program-code 1:1", false, false},
		{"keys without quotes", "export default {accountSID: 'AC'}", "program-code 1:1", false, false},

		// Markdown.
		{"code block", "```json\n" + whole + "```\n", "code-block 1:1", false, true},
		{"tildes", "~~~\n" + whole + "~~~", "code-block 1:1", false, true},
		{"no end", "```\n" + whole, "code-block 1:1", false, true},
		{"in a page", "# Set up\n\nPaste:\n\n```sh\nls\n```\n\n```json\n" + whole + "```\nDone.", "code-block 9:1", false, false},
		{"with a comment", "```jsonc\n// x\n" + whole + "```", "code-block 1:1, comment 2:1", false, true},
		{"no configuration", "Hello\n```\nls\n```", "code-block 2:1", false, false},

		// Escapes.
		{"escaped", strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(whole), "escaped-json 1:1", false, true},
		{"a string", strconv.Quote(line), "escaped-json 1:1", false, true},
		{"a string of something else", `"{\"a\":1}"`, "not-an-object 1:1", false, false},
		{"a list", `[\"accountSID\"]`, "escaped-json 1:1, not-an-object 1:1", false, true},
		{"over lines, escaped", strings.ReplaceAll(whole, `"`, `\"`), "escaped-json 1:1", false, true},

		// UTF-16.
		{"little endian", utf16LE(whole)[2:], "utf-16 1:1", false, true},
		{"marked", utf16LE(whole), "byte-order-mark 1:1", false, true},
		{"Chinese", utf16LE(strings.Replace(whole, "{{code}} is", "{{code}} 验证码", 1))[2:], "utf-16 1:1", false, true},
		{"big endian", swapped(utf16LE(whole)[2:]), "utf-16 1:1", false, true},
		{"no configuration", utf16LE(`{"a" 1}`)[2:], "utf-16 1:1, missing-colon 1:5", false, false},
		{"with a comment", utf16LE(whole + "// x")[2:], "utf-16 1:1, comment 28:1", false, true},

		// Conflicts.
		{"conflict", "{\n<<<<<<< HEAD\n\"a\":1\n=======\n\"a\":2\n>>>>>>> main\n}", "conflict-markers 2:1", false, false},
		{"of diff3", "{\r\n<<<<<<< HEAD\r\n\"a\":1\r\n||||||| x\r\n=======\r\n>>>>>>> b\r\n}", "conflict-markers 2:1", false, false},
		{"in a .env file", "A=1\n<<<<<<< a\nB=1\n=======\nB=2\n>>>>>>> b\n", "conflict-markers 2:1", false, false},
		{"in YAML", "a: 1\n<<<<<<< a\n=======\n>>>>>>> b\n", "conflict-markers 2:1", false, false},
		{"signs alone", "{\n<<<<<<< a\n}", "unexpected-character 2:1", false, false},

		// Others.
		{"HTML", "\n<!DOCTYPE html>\n<html>", "html-page 1:1", false, false},
		{"HTML, lower", "<html lang=\"en\"><head>", "html-page 1:1", false, false},
		{"XML", `<?xml version="1.0"?><a/>`, "other-format 1:1", false, false},
		{"TOML", "[twilio]\naccountSID = \"AC\"", "other-format 1:1", false, false},
		{"TOML, keys", "# x\naccountSID = \"AC\"", "other-format 1:1", false, false},
		{"Terraform", "resource \"a\" \"b\" {\n}", "other-format 1:1", false, false},
		{"SQL", "INSERT INTO connectors VALUES (1)", "other-format 1:1", false, false},
		{"RTF", `{\rtf1\ansi {}}`, "other-format 1:1", false, false},
		{"a placeholder", "<your-configuration>", "unquoted-value 1:1", false, false},
		{"words", "hello there", "unquoted-value 1:1", false, false},
	}
	for _, test := range tests {
		d := Decode([]byte(test.text))
		if got := found(d.Problems()); got != test.want || Latest().Accepts(d) != test.accepted {
			t.Errorf("%s: accepted %t, %s, want %s", test.name, Latest().Accepts(d), got, test.want)
		}
		fixed, mended := d.Fix()
		if test.fixed != (len(mended) > 0) || test.fixed && fixed.container != nil || !test.fixed && fixed != d {
			t.Errorf("%s: mended %s\n%s", test.name, found(mended), fixed.Bytes())
		}
		if test.fixed && strings.Contains(string(fixed.Bytes()), "accountSID\": \"AC") && !Latest().Accepts(fixed) {
			t.Errorf("%s: not accepted once mended:\n%s", test.name, fixed.Bytes())
		}
	}
}

// swapped is UTF-16 in the other order of bytes.
func swapped(s string) string {
	b := []byte(s)
	for i := 0; i+1 < len(b); i += 2 {
		b[i], b[i+1] = b[i+1], b[i]
	}
	return string(b)
}

// TestPlacesOfWhatIsTaken holds that a problem has its place in the file, not in what
// was taken out of it.
func TestPlacesOfWhatIsTaken(t *testing.T) {
	flawed := fixable(`"templates"`, `"accountSID": "AC",`+"\n  \"templates\"")
	line := strings.ReplaceAll(strings.ReplaceAll(flawed, "\n", ""), "  ", "")
	for name, text := range map[string]string{
		"code block":   "Text é\n\n```\n" + flawed + "```",
		"one line":     "A=1\nSMS='" + line + "'",
		"a shell":      "A=1\nSMS=\"" + strings.ReplaceAll(line, `"`, `\"`) + `"`,
		"YAML":         "a: é\nsms: |\n      " + strings.ReplaceAll(flawed, "\n", "\n      "),
		"a program":    "const é = 1;\nmodule.exports = " + flawed,
		"comments":     "/* é\n é */ " + flawed + "// x",
		"escaped":      strings.NewReplacer(`"`, `\"`, "\n", `\n`).Replace(flawed),
		"as text":      `{"connector_id":"` + FactoryID + `","config":` + strconv.Quote(flawed) + `}`,
		"list":         `[{"connectorId":"x","config":{}},` + "\n" + `{"connectorId":"` + FactoryID + `","config":` + flawed + `}]`,
		"text in YAML": "sms: '" + `{"connector_id":"` + FactoryID + `","config":` + strconv.Quote(line) + `}` + "'",
	} {
		d := Decode([]byte(text))
		p, dup := find(d.Problems(), problem.SIDLength), find(d.Problems(), problem.DuplicateKey)
		at := strings.Index(text, `"AC"`)
		if at < 0 {
			at = strings.Index(text, `\"AC\"`)
		}
		if p == nil || p.At != jsondoc.PositionOf(text, at) {
			t.Errorf("%s: %+v, want %+v", name, p, jsondoc.PositionOf(text, at))
		}
		first := jsondoc.PositionOf(text, strings.Index(text, "accountSID")).Line
		if dup == nil || dup.Args["line"] != first {
			t.Errorf("%s: %+v, want line %d", name, dup, first)
		}
		if string(d.Bytes()) != text {
			t.Errorf("%s is written otherwise", name)
		}
	}
}

// TestTakenIsEdited holds that an edit leaves the configuration alone.
func TestTakenIsEdited(t *testing.T) {
	for _, text := range []string{
		"SMS='" + fixable() + "'", "```\n" + fixable() + "```", fixable() + "// x", utf16LE(fixable()),
		`{"connectorId":"` + FactoryID + `","config":` + strconv.Quote(fixable()) + `}`,
	} {
		d := Decode([]byte(text))
		if got := string(d.With(d.Config()).Bytes()); got != fixable() {
			t.Errorf("%.20q: got\n%s", text, got)
		}
		with := d.WithAuthToken("new")
		if with.Config().AuthToken != "new" || string(with.Bytes()) != fixable(fakeToken, "new") {
			t.Errorf("%.20q: got\n%s", text, with.Bytes())
		}
		if wrong := find(with.Problems(), problem.UnusualToken); wrong == nil || strings.Contains(text, "SMS") && wrong.At != (problem.Position{Line: 3, Column: 16}) {
			t.Errorf("%.20q: %+v", text, wrong)
		}
	}
}

func TestWhoseItIs(t *testing.T) {
	const us = `{"connectorId":"` + FactoryID + `","config":`
	const templates = `"templates":[{"usageType":"SignIn","content":"{{code}}"}]`
	tests := []struct {
		text, want string
		keys       bool
	}{
		{`{"host":"h","port":1,"auth":{},"fromEmail":"a","templates":[]}`, "foreign-configuration SMTP", false},
		{`{"apiKey":"x","fromEmail":"a","templates":[]}`, "foreign-configuration SendGrid", false},
		{`{"domain":"x","apiKey":"a","from":"b","deliveries":{}}`, "foreign-configuration Mailgun", false},
		{`{"serverToken":"x","fromEmail":"a","templates":[]}`, "foreign-configuration Postmark", false},
		{`{"accessKeyId":"x","accessKeySecret":"a","signName":"b","sdkAppId":"c","region":"d","templates":[]}`, "foreign-configuration Tencent SMS", false},
		{`{"accessKeyId":"x","accessKeySecret":"a","accountName":"b","templates":[]}`, "foreign-configuration Aliyun Direct Mail", false},
		{`{"accessKeyId":"x","accessKeySecret":"a","region":"b","templates":[]}`, "foreign-configuration AWS SES", false},
		{`{"apiKey":"x","apiSecret":"a","brandName":"b",` + templates + `}`, "foreign-configuration Vonage SMS", false},
		{`{"apikey":"x",` + templates + `}`, "foreign-configuration YunPian SMS", false},
		{`{"endpoint":"x","apiToken":"a","sender":"b",` + templates + `}`, "foreign-configuration GatewayAPI SMS", false},
		{`{"clientId":"x","clientSecret":"a"}`, "foreign-configuration OAuth", false},
		{`{"connectorId":"vonage-sms","config":{` + templates + `}}`, "foreign-configuration Vonage SMS", false},
		{`{"connector_id":"never-heard-of","config":{}}`, "foreign-configuration never-heard-of", false},
		{`{"connectorId":"vonage-sms","config":"{}"}`, "foreign-configuration Vonage SMS", false},
		{`[{"connectorId":"vonage-sms","config":{}},{"connectorId":"x","config":{}}]`, "no-twilio-connector", false},
		{`{"data":[{"connector_id":"x","config":{}}]}`, "no-twilio-connector", false},

		{us + fixable() + `}`, "wrapped-configuration", true},
		{`[` + us + fixable() + `}]`, "connector-list", true},
		{`{"rows":[1,` + us + fixable() + `}]}`, "connector-list", true},
		{`{"connector_id":"` + FactoryID + `","config":` + strconv.Quote(fixable()) + `}`, "database-row", true},
		{`[{"connector_id":"` + FactoryID + `","config":` + strconv.Quote(fixable()) + `}]`, "connector-list", true},
		{"[" + us + fixable() + "},\n" + us + fixable() + "}]", "connector-list, several-connectors", true},
		{`{"connectorId":"mock","config":` + fixable() + `}`, "wrapped-configuration, other-connector", true},

		{`{` + templates + `}`, "", false},
		{`{"authToken":"x"}`, "", false},
		{`{"accountSid":"AC","authToken":"x","from":"+1"}`, "", false},
		{`{"accountsid":"AC",` + templates + `}`, "", true},
		{`{"apiKey":"x","fromEmail":"a","accountSID":"AC"}`, "", true},
		{`[]`, "", false}, {`[1,{"config":{}}]`, "", false}, {`5`, "", false},
	}
	about := []problem.Code{problem.ForeignConfiguration, problem.NoTwilioConnector, problem.WrappedConfiguration, problem.ConnectorList, problem.DatabaseRow, problem.SeveralConnectors, problem.OtherConnector}
	for _, test := range tests {
		d := Decode([]byte(test.text))
		var got []string
		for _, p := range d.Problems() {
			if !slices.Contains(about, p.Code) {
				continue
			}
			name, _ := p.Args["name"].(string)
			got = append(got, strings.TrimSpace(string(p.Code)+" "+name))
		}
		if strings.Join(got, ", ") != test.want || d.HasKeys() != test.keys {
			t.Errorf("%.60s: %q, for the connector %t", test.text, got, d.HasKeys())
		}
		if strings.HasPrefix(test.want, "foreign") && (len(d.Problems()) != 1 || d.Root != nil) {
			t.Errorf("%.60s: %s", test.text, found(d.Problems()))
		}
		if d.Wrapped != (test.want != "" && d.Root != nil) || d.Wrapped && !Latest().Accepts(d) {
			t.Errorf("%.60s: wrapped %t, accepted %t", test.text, d.Wrapped, Latest().Accepts(d))
		}
	}
}
