package connector

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/jsondoc"
)

func TestNewDocument(t *testing.T) {
	disabled := true
	c := Config{
		AccountSID: "AC", AuthToken: `<"&\>`, FromMessagingServiceSID: "MG", DisableRiskCheck: &disabled,
		Templates: []Template{{UsageType: Generic, Content: "码\n{{code}}\u2028\xed\xa0\xbd"}, {}},
	}
	const want = `{
  "accountSID": "AC",
  "authToken": "<\"&\\>",
  "fromMessagingServiceSID": "MG",
  "disableRiskCheck": true,
  "templates": [
    {
      "content": "码\n{{code}}` + "\u2028" + `\ud83d",
      "usageType": "Generic"
    },
    {
      "content": "",
      "usageType": ""
    }
  ]
}
`
	if got := string(NewDocument(c).Bytes()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	const empty = "{\n  \"accountSID\": \"\",\n  \"authToken\": \"\",\n  \"fromMessagingServiceSID\": \"\",\n  \"templates\": []\n}\n"
	if got := string(NewDocument(Config{}).Bytes()); got != empty {
		t.Errorf("the empty configuration: %s", got)
	}
}

// edits are changes that the tests below make.
var edits = map[string]func(*Config){
	"nothing": func(*Config) {},
	"token":   func(c *Config) { c.AuthToken = "new" },
	"host":    func(c *Config) { host := "api.x.twilio.com"; c.Host = &host },
	"no host": func(c *Config) { c.Host = nil },
	"risk":    func(c *Config) { on := true; c.DisableRiskCheck = &on },
	"no risk": func(c *Config) { c.DisableRiskCheck = nil },
	"content": func(c *Config) { c.Templates[0].Content = `"q"` },
	"add":     func(c *Config) { c.Templates = append(c.Templates, Template{UsageType: Generic, Content: "g"}) },
	"remove":  func(c *Config) { c.Templates = c.Templates[1:] },
	"reverse": func(c *Config) { slices.Reverse(c.Templates) },
	"clear":   func(c *Config) { c.Templates = nil },
	"all": func(c *Config) {
		*c = Config{AccountSID: "a", AuthToken: "b", FromMessagingServiceSID: "c", Templates: []Template{{UsageType: "U", Content: "t"}}}
	},
}

func TestWith(t *testing.T) {
	const pretty = "{\r\n\t\"authToken\" : \"\\u0061\", \"x\": 1.0,\r\n\t\"templates\": [\r\n\t\t{\"usageType\": \"A\", \"n\": [ ], \"content\": \"a\"},\r\n\t\t{\"usageType\": \"B\", \"content\": \"b\"}\r\n\t]\r\n}"
	tests := []struct{ source, edit, want string }{
		{pretty, "nothing", pretty},
		{pretty, "token", strings.Replace(pretty, `\u0061`, "new", 1)},
		{pretty, "content", strings.Replace(pretty, `"a"}`, `"\"q\""}`, 1)},
		{pretty, "risk", strings.Replace(pretty, `"\u0061",`, "\"\\u0061\", \"disableRiskCheck\" : true,", 1)},
		{pretty, "add", strings.Replace(pretty, "\"b\"}", "\"b\"},\r\n\t\t{\"content\": \"g\", \"usageType\": \"Generic\"}", 1)},
		{pretty, "remove", strings.Replace(pretty, "\r\n\t\t{\"usageType\": \"A\", \"n\": [ ], \"content\": \"a\"},", "", 1)},
		{pretty, "reverse", "{\r\n\t\"authToken\" : \"\\u0061\", \"x\": 1.0,\r\n\t\"templates\": [\r\n\t\t{\"usageType\": \"B\", \"content\": \"b\"},\r\n\t\t{\"usageType\": \"A\", \"n\": [ ], \"content\": \"a\"}\r\n\t]\r\n}"},
		{pretty, "clear", "{\r\n\t\"authToken\" : \"\\u0061\", \"x\": 1.0,\r\n\t\"templates\": []\r\n}"},

		{`{"authToken":"a","templates":[{"content":"c"}]}`, "all",
			`{"accountSID":"a","authToken":"b","fromMessagingServiceSID":"c","templates":[{"content":"t","usageType":"U"}]}`},
		{`{"authToken": "a", "authToken": "b"}`, "token", `{"authToken": "a", "authToken": "new"}`},
		{`{"disableRiskCheck":true,"a":1,"disableRiskCheck":null}`, "no risk", `{"a":1}`},
		{`{"disableRiskCheck":false}`, "no risk", `{}`},
		{`{ }`, "nothing", `{ }`},
		{"{}", "token", "{\n  \"authToken\": \"new\"\n}"},
		{"{\n    \"x\": {}\n}\n", "all", `{
    "accountSID": "a",
    "authToken": "b",
    "fromMessagingServiceSID": "c",
    "templates": [
        {
            "content": "t",
            "usageType": "U"
        }
    ],
    "x": {}
}
`},
		{"{\n  \"templates\": []\n}", "add", "{\n  \"templates\": [\n    {\n      \"content\": \"g\",\n      \"usageType\": \"Generic\"\n    }\n  ]\n}"},
		{`{"templates": [5, {"usageType": 1}]}`, "content", `{"templates": [{"content": "\"q\"", "usageType": ""}, {"usageType": 1}]}`},
		{`{"templates": "x"}`, "add", `{"templates": [{"content": "g", "usageType": "Generic"}]}`},
		{`["x"]`, "add", "{\n  \"accountSID\": \"\",\n  \"authToken\": \"\",\n  \"fromMessagingServiceSID\": \"\",\n  \"templates\": [\n    {\n      \"content\": \"g\",\n      \"usageType\": \"Generic\"\n    }\n  ]\n}"},
		{"{\n  \"connectorId\": \"twilio-short-message-service\",\n  \"config\": {}\n}", "risk", "{\n  \"connectorId\": \"twilio-short-message-service\",\n  \"config\": {\n    \"disableRiskCheck\": true\n  }\n}"},
		{`{"connectorId":"twilio-short-message-service","config":{"authToken":""}}`, "token", `{"connectorId":"twilio-short-message-service","config":{"authToken":"new"}}`},
	}
	for _, test := range tests {
		d := Decode([]byte(test.source))
		c := d.Config()
		edits[test.edit](&c)
		if got := string(d.With(c).Bytes()); got != test.want {
			t.Errorf("%s of %s:\ngot  %q\nwant %q", test.edit, test.source, got, test.want)
		}
		if string(d.Bytes()) != test.source {
			t.Errorf("%s changed the document itself", test.edit)
		}
	}
}

func TestUnwrapped(t *testing.T) {
	const config = "{\n  \"authToken\": \"t\",\n  \"x\": [\n    1\n  ]\n}"
	wrapped := "{\n  \"connectorId\": \"twilio-short-message-service\",\n  \"config\": " + strings.ReplaceAll(config, "\n", "\n  ") + "\n}\n"
	if got := string(Decode([]byte(wrapped)).Unwrapped().Bytes()); got != config+"\n" {
		t.Errorf("got %s", got)
	}
	if got := string(Decode([]byte(config)).Unwrapped().Bytes()); got != config {
		t.Errorf("what is not wrapped became %s", got)
	}
	if got := string(Decode([]byte(`{"connectorId":"twilio-short-message-service","config":{"a":1}}`)).Unwrapped().Bytes()); got != "{\"a\":1}\n" {
		t.Errorf("on one line: %s", got)
	}
}

// TestEditedDocumentsSayWhatTheyShould makes every edit in many texts, right and
// wrong ones, and reads the result again.
func TestEditedDocumentsSayWhatTheyShould(t *testing.T) {
	maker := configMaker{rand.New(rand.NewPCG(1, 2)), true}
	for range 2000 {
		d := Decode([]byte(maker.config()))
		checkEdits(t, d)
	}
}

// checkEdits holds what With promises against every edit of a document.
func checkEdits(t *testing.T, d *Document) {
	if d.Root == nil || d.bom {
		return
	}
	if d.container != nil { // an edit leaves the configuration alone
		d = decode(d.text)
	}
	if risk := d.Root.Get("disableRiskCheck"); d.Root.Is(jsondoc.Object) && (risk == nil || risk.Kind == jsondoc.Bool) && d.With(d.Config()) != d {
		t.Fatalf("With changes %s without need:\n%s", d.Bytes(), d.With(d.Config()).Bytes())
	}
	for name, edit := range edits {
		c := d.Config()
		if len(c.Templates) == 0 && (name == "content" || name == "remove") {
			continue
		}
		edit(&c)
		edited := d.With(c)
		if got := edited.Config(); said(got) != said(c) || edited.Wrapped != d.Wrapped {
			t.Fatalf("%s of %s\nreads %s\nwant  %s\nin %s", name, d.Bytes(), said(got), said(c), edited.Bytes())
		}
		for key, raw := range unknown(d) {
			if d.Root.Is(jsondoc.Object) && unknown(edited)[key] != raw {
				t.Fatalf("%s of %s lost %s: %s", name, d.Bytes(), key, edited.Bytes())
			}
		}
	}
}

// said is what a configuration says, wherever its templates came from.
func said(c Config) string {
	risk := "unset"
	if c.DisableRiskCheck != nil {
		risk = fmt.Sprint(*c.DisableRiskCheck)
	}
	host := "unset"
	if c.Host != nil {
		host = fmt.Sprintf("%q", *c.Host)
	}
	s := fmt.Sprintf("%s %q %q %q %s", host, c.AccountSID, c.AuthToken, c.FromMessagingServiceSID, risk)
	for _, t := range c.Templates {
		s += fmt.Sprintf(" %q:%q", t.UsageType, t.Content)
	}
	return s
}

// unknown are the keys of a configuration that nothing reads, and their values
// as they are written.
func unknown(d *Document) map[string]string {
	found := make(map[string]string)
	for _, m := range d.Root.Members {
		if !slices.Contains(configKeys, m.Key) {
			found[m.Key] = d.text[m.Value.Start:m.Value.End]
		}
	}
	return found
}
