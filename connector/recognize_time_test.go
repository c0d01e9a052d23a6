package connector

import (
	"strings"
	"testing"
	"time"

	"logto-twilio/connector/jsondoc"
)

// TestTimeOfForms decodes, judges and mends texts of 1 MiB that look like something
// else than JSON, and would take minutes if anything were quadratic.
func TestTimeOfForms(t *testing.T) {
	repeat := func(s string) string { return strings.Repeat(s, (jsondoc.MaxSize-400)/len(s)) }
	utf16 := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	texts := map[string]string{
		"code blocks":            repeat("```json\n{\"accountSID\"\n```\n"),
		"code block, not closed": "```\n" + repeat(`{"accountSID":`),
		"lines of .env":          repeat("A='{accountSID\n"),
		"quotes of .env":         "A='" + repeat(`{''`),
		"escapes of .env":        `A="` + repeat(`{\"accountSID`),
		"keys of YAML":           "a: 1\n" + repeat("k: '{accountSID\n"),
		"blocks of YAML":         "a:\n" + repeat(" k: |\n  {accountSID\n"),
		"blank lines of YAML":    "a: |\n" + repeat("\n"),
		"base64":                 "a:\n k: " + repeat("eyJhIjox"),
		"lines of base64":        "a:\n" + repeat(" k: eyJhY2NvdW50U0lEIjox\n"),
		"program code":           "const a = " + repeat("=[{"),
		"calls":                  "module.exports = " + repeat("({accountSID:("),
		"objects in code":        "const a = {" + repeat(`"accountSID":1,`),
		"comments":               "{" + repeat("\"a\":1,//\n") + "}",
		"comment, not closed":    "{/*" + repeat("/*"),
		"comment blocks":         repeat("/**/") + "{}",
		"hashes":                 "[" + repeat("1,#\n") + "]",
		"escaped JSON":           `{\"` + repeat(`\u0041`),
		"a string":               `"` + repeat(`\"`) + `"`,
		"conflicts":              repeat("<<<<<<< a\n=======\n"),
		"tags":                   repeat("<a"),
		"TOML":                   "[a]\n" + repeat("a\n"),
		"UTF-16":                 utf16("{" + strings.Repeat(`"a":`, jsondoc.MaxSize/8-400)),
		"connectors":             "[" + repeat(`{"connectorId":"`+FactoryID+`","config":{}},`) + "{}]",
		"configs as text":        "[" + repeat(`{"connectorId":"`+FactoryID+`","config":"{}"},`) + "{}]",
		"lists":                  "{" + repeat(`"a":[{}],`) + `"b":1}`,
		"blank lines":            repeat(" \n"),
	}
	for name, text := range texts {
		start := time.Now()
		d := Decode([]byte(text))
		d.Problems()
		d.Fix()
		if took := time.Since(start); took > 10*time.Second { // with the race detector, on a machine that is busy
			t.Errorf("%s took %s", name, took)
		}
	}
}
