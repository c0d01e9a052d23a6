package connector

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// good is a configuration with nothing to say about.
func good() Config {
	return Config{
		AccountSID: fakeAccount, AuthToken: fakeToken, FromMessagingServiceSID: fakeService, Templates: templatesOf(Portable),
	}
}

func TestNoProblems(t *testing.T) {
	for _, p := range []Preset{Portable, Full, Current} {
		c := good()
		c.Templates = templatesOf(p)
		for _, p := range NewDocument(c).Problems() {
			if p.Code != problem.OrganizationInvitationUnused {
				t.Errorf("%+v", p)
			}
		}
	}
}

func TestDocumentedFile(t *testing.T) {
	data, err := os.ReadFile("testdata/documented.json")
	if err != nil {
		t.Fatal(err)
	}
	d := Decode(data)
	want := []string{
		"2:19 error placeholder-left /accountSID",
		"3:18 error placeholder-left /authToken",
		"4:32 error placeholder-left /fromMessagingServiceSID",
		"5:18 error missing-usage-types /templates",
		"7:24 warning example-content /templates/0/content",
		"11:24 warning example-content /templates/1/content",
		"15:24 warning example-content /templates/2/content",
	}
	if got := lines(d.Problems()); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	p := find(d.Problems(), problem.MissingUsageTypes)
	if !reflect.DeepEqual(p.Args, problem.Args{"types": []UsageType{"ForgotPassword", "Generic"}, "count": 2}) {
		t.Errorf("%v", p.Args)
	}
}

func TestStructure(t *testing.T) {
	const text = `{
  "$schema": "x", "accountsid": "y", "note~/": "\u0000",
  "authToken": 5,
  "fromMessagingServiceSID": null, "fromMessagingServiceSID": "MG1",
  "disableRiskCheck": true,
  "templates": [
    7,
    {"usageType": "Signin", "contents": "x"},
    {"usageType": "Generic", "content": "{{code}}"},
    {"usageType": "Generic", "content": false}
  ]
}`
	want := []string{
		"1:1 error missing-key /accountSID",
		"2:19 warning misspelt-key /accountsid",
		"2:38 warning unknown-key /note~0~1",
		"2:48 error nul-character /note~0~1",
		"3:16 error wrong-type /authToken",
		"4:36 warning duplicate-key /fromMessagingServiceSID",
		"4:63 error sid-length /fromMessagingServiceSID",
		"5:23 info risk-check-disabled /disableRiskCheck",
		"6:16 error missing-usage-types /templates",
		"7:5 error wrong-type /templates/0",
		"8:5 error missing-key /templates/1/content",
		"8:19 warning misspelt-usage-type /templates/1/usageType",
		"8:29 warning misspelt-key /templates/1/contents",
		"10:19 warning duplicate-usage-type /templates/3/usageType",
		"10:41 error wrong-type /templates/3/content",
	}
	problems := Decode([]byte(text)).Problems()
	if got := lines(problems); !slices.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
	for code, args := range map[problem.Code]problem.Args{
		problem.MissingKey: {"key": "accountSID"}, problem.MisspeltKey: {"key": "accountsid", "suggestion": "accountSID"},
		problem.WrongType:          {"key": "authToken", "expected": "string", "found": "number"},
		problem.DuplicateKey:       {"key": "fromMessagingServiceSID", "line": 4},
		problem.SIDLength:          {"key": "fromMessagingServiceSID", "prefix": "MG", "length": 3, "expected": 34},
		problem.MisspeltUsageType:  {"usageType": "Signin", "suggestion": "SignIn"},
		problem.DuplicateUsageType: {"usageType": "Generic", "first": 3, "line": 9},
	} {
		if got := find(problems, code).Args; !reflect.DeepEqual(got, args) {
			t.Errorf("%s: %v, want %v", code, got, args)
		}
	}
}

// lines are problems in short: place, severity, code, path.
func lines(problems []problem.Problem) []string {
	var all []string
	for _, p := range problems {
		all = append(all, fmt.Sprintf("%d:%d %s %s %s", p.At.Line, p.At.Column, p.Severity, p.Code, p.Path))
	}
	return all
}

func TestTokenIsNeverShown(t *testing.T) {
	text := fmt.Sprintf(`{"authToken": %q, "accountSID": %[1]q, "fromMessagingServiceSID": " %s", "%[2]s": 1, "x%[2]s/": 2, "x%[2]s/": 2,
		"templates": [{"usageType": "SignIn%[2]s", "content": "{{%[2]s}} {{ code%[2]s }}"}]}`, fakeToken, fakeToken)
	problems := Decode([]byte(text)).Problems()
	checkSecret(t, problems, fakeToken)
	if p := find(problems, problem.UnknownKey); p == nil || p.Path != "/••••••••" {
		t.Errorf("the key that is the token: %+v", p)
	}
}

func TestArgumentsAreSafeToShow(t *testing.T) {
	d := Decode([]byte(`{"\u001b[31m\ud800": 1, "` + strings.Repeat("é", 100) + `": 2}`))
	var got []string
	for _, p := range d.Problems() {
		if p.Code == problem.UnknownKey {
			got = append(got, p.Args["key"].(string))
		}
	}
	if want := []string{"\ufffd[31m\ufffd\ufffd\ufffd", strings.Repeat("é", 60) + "…"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestManyProblems(t *testing.T) {
	text := `{"accountSID":"` + fakeAccount + `","authToken":"` + fakeToken + `","fromMessagingServiceSID":"` + fakeService + `","templates":[` +
		strings.TrimSuffix(strings.Repeat("1,", 400_000), ",") + `]}`
	start := time.Now()
	problems := Decode([]byte(text)).Problems()
	if p := find(problems, problem.MoreProblems); len(problems) != maxListed+1 || p == nil || p.Args["count"] != 400_001-maxListed {
		t.Errorf("%d problems, %+v", len(problems), p)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %s", took)
	}
}

// TestTimeIsLinear decodes, judges and mends texts of 1 MiB that would take
// minutes if anything were quadratic.
func TestTimeIsLinear(t *testing.T) {
	repeat := func(s string) string { return strings.Repeat(s, (jsondoc.MaxSize-400)/len(s)) }
	content := func(s string) string {
		return `{"templates":[{"usageType":"Generic","content":"` + s + `"}]}`
	}
	odd := `{"content":"` + strings.Repeat("<b>{% x %}{{", 400) + `"},` // slow with the race detector: an eighth of 1 MiB
	texts := map[string]string{
		"one long line":       "[" + strings.TrimSuffix(repeat(`"é",`), ",") + "]",
		"equal keys":          "{" + strings.TrimSuffix(repeat(`"a":1,`), ",") + "}",
		"deep":                strings.TrimSuffix("["+repeat(strings.Repeat("[", 900)+strings.Repeat("]", 900)+","), ",") + "]",
		"escapes":             `"` + repeat(`\ud800`) + `"`,
		"unclosed":            repeat("[{\"a\":"),
		"opening braces":      content(repeat("{")),
		"pairs of braces":     content(repeat("{{")),
		"brackets and blanks": content(repeat("{ code ")),
		"unknown variables":   content(repeat("{{a}}{")),
		"misspelt codes":      content(repeat("{Code}")),
		"right codes":         content(repeat("{{code}}{")),
		"long names":          content("{{" + repeat("a") + "}}"),
		"dots":                content("{{" + repeat(".") + "}}"),
		"braced codes":        content(repeat("{ {{code}} ")),
		"other systems":       `{"templates":[` + strings.TrimSuffix(repeat(`{"content":"`+strings.Repeat("$code %s &#123;", 400)+`"},`), ",") + "]}",
		"odd things":          `{"templates":[` + strings.TrimSuffix(strings.Repeat(odd, jsondoc.MaxSize/8/len(odd)), ",") + "]}",
		"smart quotes":        content(repeat("’")),
		"spaced codes":        content(repeat("{{ code }}")),
		"escapes and codes":   content(repeat(`\u00e9{{ code }}{{a}}`)),
		"NUL":                 content(repeat(`\u0000`)),
		"short links":         content(repeat(".bit.ly")),
		"links":               content(repeat("a://%20 &amp; ")),
		"tags and variables":  content(repeat("<b>{{a}}\\\\n")),
		"braces around codes": content(repeat("{{{code}}}")),
		"trailing commas":     "[" + repeat("[1,],") + "1]",
		"full-width commas":   "[" + repeat("1，") + "1]",
	}
	for name, text := range texts {
		for what, do := range map[string]func(){
			"judging": func() { Decode([]byte(text)).Problems() },
			"mending": func() { Decode([]byte(text)).Fix() },
		} {
			start := time.Now()
			do()
			if took := time.Since(start); took > 10*time.Second { // with the race detector, on a machine that is busy
				t.Errorf("%s: %s took %s", name, what, took)
			}
		}
	}
}
