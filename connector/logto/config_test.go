package logto

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/twiliosim"
)

func configOf(t *testing.T, text string) Config {
	t.Helper()
	c, err := Desired(connector.Decode([]byte(text)))
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return c
}

func TestEqualByMeaning(t *testing.T) {
	for _, tt := range []struct {
		a, b  string
		equal bool
	}{
		{`{"a":"1","b":"2"}`, `{"b":"2","a":"1"}`, true},
		{`{"a":"1","a":"2"}`, `{"a":"2"}`, true},
		{`{"a":"x","n":null,"o":{"i":{}},"l":[[],""],"t":""}`, `{"a":"x"}`, true},
		{`{"$schema":"./schema.json","a":"x"}`, `{"a":"x"}`, true},
		{`{"a":1.0}`, `{"a":1}`, true},
		{`{"a":"\u0041"}`, `{"a":"A"}`, true},
		{`{"a":false}`, `{}`, false},
		{`{"a":0}`, `{}`, false},
		{`{"a":"1"}`, `{"a":1}`, false},
		{`{"a":["1","2"]}`, `{"a":["2","1"]}`, false},
		{`{"a":[{"x":1,"y":2}]}`, `{"a":[{"y":2,"x":1}]}`, true},
		{`{"a":{"b":1}}`, `{"a":{"c":1}}`, false},
		{`{"connectorId":"x","config":{"accountSID":"A"}}`, `{"accountSID":"A"}`, true},
	} {
		a, b := configOf(t, tt.a), configOf(t, tt.b)
		if a.Equal(b) != tt.equal || b.Equal(a) != tt.equal || (len(a.Changes(b)) == 0) != tt.equal {
			t.Errorf("%s and %s: equal %t, changes %v", tt.a, tt.b, a.Equal(b), a.Changes(b))
		}
	}
	if !(Config{}).Equal(configOf(t, `{"a":""}`)) {
		t.Error("the zero Config is not empty")
	}
}

// Two configurations differ exactly where there are changes, whatever they are.
func TestChangesAndEqualityAgree(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(list ...string) string { return list[random.IntN(len(list))] }
	var value func(depth int) string
	value = func(depth int) string {
		if depth == 0 {
			return pick(`1`, `1.0`, `"x"`, `"y"`, `true`, `null`, `""`)
		}
		return pick(value(0), `{"k":`+value(depth-1)+`,"m":`+value(0)+`}`, `[`+value(depth-1)+`,`+value(0)+`]`)
	}
	template := func() string {
		return pick(`{"usageType":"`+pick("SignIn", "Generic", "Test")+`","content":"`+pick("a", "b")+`"}`,
			`{"usageType":"SignIn","content":"a","more":`+value(1)+`}`, value(1))
	}
	config := func() Config {
		list := []string{}
		for range random.IntN(5) {
			list = append(list, template())
		}
		templates := "[" + strings.Join(list, ",") + "]"
		if random.IntN(10) == 0 {
			templates = value(1)
		}
		c, err := Desired(connector.Decode([]byte(`{"authToken":"` + pick("aaaaaaaaaaaa", "bbbbbbbbbbbb") + `","templates":` + templates + `,"other":` + value(2) + `}`)))
		if err != nil {
			return Config{}
		}
		return c
	}
	same := 0
	for range 5_000 {
		a, b := config(), config()
		if a.Equal(b) {
			same++
		}
		if a.Equal(b) != (len(a.Changes(b)) == 0) {
			t.Fatalf("%s\n%s\nequal %t, changes %v", a.Document().Bytes(), b.Document().Bytes(), a.Equal(b), a.Changes(b))
		}
		if again := configOf(t, string(a.Document().Bytes())); !again.Equal(a) {
			t.Fatalf("written as %s", a.Document().Bytes())
		}
	}
	if same == 0 || same == 5_000 {
		t.Errorf("%d were the same", same)
	}
}

func TestUnfit(t *testing.T) {
	for text, want := range map[string]UnfitError{
		`{`:                                    {Reason: NoConfiguration},
		`[]`:                                   {Reason: NoConfiguration},
		`{"authToken":"${TWILIO_AUTH_TOKEN}"}`: {Reason: TokenPlaceholder, Path: "/authToken"},
		`{"accountSID":""}`:                    {Reason: EmptyRequired, Path: "/accountSID"},
		`{"templates":[{"content":"x"},{"usageType":"Generic","content":""}]}`: {Reason: EmptyRequired, Path: "/templates/1/content"},
		`{"templates":[{"usageType":"","content":"x"}]}`:                       {Reason: EmptyRequired, Path: "/templates/0/usageType"},
	} {
		_, err := NewPlan(State{}, connector.Decode([]byte(text)))
		var unfit *UnfitError
		if !errors.As(err, &unfit) || *unfit != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// A file that comes back from Logto is the one that went in.
func TestDocumentIsWrittenAsNew(t *testing.T) {
	on := true
	for _, d := range []*connector.Document{
		demoDocument(),
		demoDocument(func(c *connector.Config) { c.DisableRiskCheck = &on }),
		demoDocument(func(c *connector.Config) {
			c.Templates[0].Content = "验证码 “{{code}}” \t\n\\ </script> 👩‍💻"
		}),
	} {
		c, err := Desired(d)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Document().Bytes(); string(got) != string(d.Bytes()) {
			t.Errorf("%s\nis not\n%s", got, d.Bytes())
		}
	}
	got := string(configOf(t, `{"x":{"b":1},"templates":[{"usageType":"A","z":[true],"content":"c"}],"authToken":"t"}`).Document().Bytes())
	want := "{\n  \"authToken\": \"t\",\n  \"templates\": [\n    {\n      \"content\": \"c\",\n      \"usageType\": \"A\",\n" +
		"      \"z\": [\n        true\n      ]\n    }\n  ],\n  \"x\": {\n    \"b\": 1\n  }\n}\n"
	if got != want {
		t.Errorf("%s", got)
	}
	if got := string((Config{}).Document().Bytes()); got != "{}\n" {
		t.Errorf("%q", got)
	}
}

func TestChanges(t *testing.T) {
	before := configOf(t, `{"accountSID":"AC1","authToken":"`+twiliosim.DemoAuthToken+`","disableRiskCheck":false,"templates":[
		{"usageType":"Register","content":"r"},{"usageType":"SignIn","content":"s"},{"usageType":"Test","content":"t"},
		{"usageType":"SignIn","content":"never"}],"kept":{"a":1}}`)
	after := configOf(t, `{"accountSID":"AC2","authToken":"`+rotatedToken+`","templates":[
		{"usageType":"SignIn","content":"`+rotatedToken+` \u001b[31mred"},{"usageType":"Generic","content":"g"},
		{"usageType":"Register","content":"r","note":"n"}],"kept":{"a":2,"b":[1]}}`)
	want := []Change{
		{Kind: Altered, Path: "/accountSID", Old: `"AC1"`, New: `"AC2"`},
		{Kind: Altered, Path: "/authToken", Secret: true},
		{Kind: Altered, Path: "/templates/0/content", Usage: "SignIn", Old: `"s"`, New: `"` + redact.Mask + ` \u001b[31mred"`},
		{Kind: Added, Path: "/templates/1", Usage: "Generic", New: `"g"`},
		{Kind: Added, Path: "/templates/2/note", Usage: "Register", New: `"n"`},
		{Kind: Removed, Path: "/templates/2", Usage: "Test", Old: `"t"`},
		{Kind: Removed, Path: "/templates/3", Usage: "SignIn", Old: `"never"`},
		{Kind: Moved, Path: "/templates", Old: `["Register","SignIn"]`, New: `["SignIn","Register"]`},
		{Kind: Altered, Path: "/kept/a", Old: "1", New: "2"},
		{Kind: Added, Path: "/kept/b", New: `[1]`},
		{Kind: Removed, Path: "/disableRiskCheck", Old: "false"},
	}
	got := before.Changes(after)
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("change %d of\n%+v\nwant\n%+v", i, got, want)
		}
	}
}

// A change shows no token, whatever its characters, and nothing that looks like one.
func TestChangesShowNoToken(t *testing.T) {
	const signs, unknown = `!\§$%&/()=?`, "0123456789abcdef0123456789abcdef"
	for name, extra := range map[string]string{"signs, which JSON escapes": signs, "a token of another account": unknown} {
		desired := configOf(t, `{"authToken":`+jsondoc.Quote(signs)+`,"x":`+jsondoc.Quote(extra)+`,"templates":[]}`)
		changes := Config{}.Changes(desired)
		shown := fmt.Sprintf("%+v", changes)
		if len(changes) != 2 || !strings.Contains(shown, redact.Mask) {
			t.Errorf("%s: %s", name, shown)
		}
		if strings.Contains(shown, extra) || strings.Contains(shown, strings.Trim(jsondoc.Quote(extra), `"`)) {
			t.Errorf("%s: %s", name, shown)
		}
	}
}
