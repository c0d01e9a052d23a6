package connector

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// saidOf is what is said of a text: severity, code, and the thing as it is named.
func saidOf(text string) []string {
	var got []string
	for _, p := range checkContent(Generic, text) {
		if p.Code == problem.AvoidableUCS2 || p.Code == problem.InvisibleUCS2 {
			continue // of what it costs
		}
		line := string(p.Severity) + " " + string(p.Code)
		for _, name := range []string{"found", "name", "meant", "sent", "character", "hidden"} {
			switch v := p.Args[name].(type) {
			case string:
				line += " " + v
			case []string:
				line += " " + strings.Join(v, ", ")
			}
		}
		got = append(got, line)
	}
	return got
}

func TestWhatUsersReadAsTyped(t *testing.T) {
	for text, want := range map[string]string{
		// HTML
		"<p>{{code}}</p>":                          "warning html-markup <p>",
		"<P>{{code}}</P>":                          "warning html-markup <P>",
		"{{code}}<br>Acme":                         "warning html-markup <br>",
		"{{code}} <!-- note -->":                   "warning html-markup <!--",
		`<a href="https://a.example">{{code}}</a>`: `warning html-markup <a href="https://a.example">`,
		`<span style="x">{{code}}</span>`:          `warning html-markup <span style="x">`,
		"<code>{{code}}</code>":                    "warning html-markup </code>",
		"<h1>{{code}}":                             "warning html-markup <h1>",
		"<Acme> {{code}}":                          "",
		"{{code}} < 5 minutes > 3":                 "",
		"I <3 Acme: {{code}}":                      "",
		"<Acme: your code is {{code}}>":            "warning example-content",
		// Markdown
		"**{{code}}**":                       "warning markdown-markup **{{code}}**",
		"Use __{{code}}__ now":               "warning markdown-markup __{{code}}__",
		"{{code}} [help](https://a.example)": "warning markdown-markup [help](https://a.example)",
		"Your code: `{{code}}`":              "warning markdown-markup `{{code}}`",
		"# Acme\n{{code}}":                   "warning markdown-markup # A",
		"{{code}} 2 ** 3 = 8":                "",
		"#1 Acme {{code}}":                   "",
		"*{{code}}* [Acme]":                  "",
		"@acme.example #{{code}}":            "", // as browsers want it (WebOTP)
		// escapes
		`{{code}}\nAcme`:                          `warning escaped-character \n U+000A LINE FEED`,
		`\t{{code}}`:                              `warning escaped-character \t U+0009 CHARACTER TABULATION`,
		`\"{{code}}\"`:                            `warning escaped-character \" "`,
		`{{code}} it\'s`:                          `warning escaped-character \' '`,
		`{{code}} caf\u00e9`:                      `warning escaped-character \u00e9 é`,
		`{{code}} caf\xe9`:                        `warning escaped-character \xe9 é`,
		`{{code}} https:\/\/a.example`:            `warning escaped-character \/ /`,
		"Acme%20{{code}}":                         "warning escaped-character %20 U+0020 SPACE",
		"%E9%AA%8C {{code}}":                      "warning escaped-character %E9%AA%8C 验",
		"{{code}}%0A":                             "warning escaped-character %0A U+000A LINE FEED",
		"A &amp; B: {{code}}":                     "warning escaped-character &amp; &",
		"{{code}}&nbsp;Acme":                      "warning escaped-character &nbsp; U+00A0 NO-BREAK SPACE",
		"{{code}} it&#39;s":                       "warning escaped-character &#39; '",
		"{{code}} it&#x27;s":                      "warning escaped-character &#x27; '",
		"{{code}} &quot;Acme&quot;":               `warning escaped-character &quot; "`,
		"100%20 {{code}}":                         "",
		"100% safe {{code}}":                      "",
		"https://a.example/?q=a%20b {{code}}":     "",
		"https://a.example/?a=1&copy;=2 {{code}}": "",
		"AT&T; {{code}}":                          "",
		`{{code}} C:\Acme`:                        "",
		// link shorteners
		"{{code}} https://bit.ly/abc":       "warning link-shortener bit.ly",
		"{{code}} bit.ly/abc":               "warning link-shortener bit.ly",
		"{{code}} http://TinyURL.com/x":     "warning link-shortener TinyURL.com",
		"{{code}} www.goo.gl/x":             "warning link-shortener goo.gl",
		"{{code}} (t.co/x)":                 "warning link-shortener t.co",
		"{{code}} https://t.cn/A6":          "warning link-shortener t.cn",
		"{{code}} https://is.gd/x":          "warning link-shortener is.gd",
		"{{code}} https://orbit.ly/x":       "",
		"{{code}} https://my-bit.ly/x":      "",
		"{{code}} https://bit.ly.example/x": "",
		"{{code}} https://a.example/bit.ly": "",
		"{{code}} https://target.com/x":     "",
		"{{code}} me@bit.ly":                "",
		// not to be seen, in a text that is UCS-2 anyway
		"验证码\u2028{{code}}":                   "warning hidden-character U+2028 LINE SEPARATOR",
		"验证码\u200b{{code}}":                   "warning hidden-character U+200B ZERO WIDTH SPACE",
		"验证码\t{{code}}":                       "warning hidden-character U+0009 CHARACTER TABULATION",
		"验证码\u202e{{code}}":                   "warning hidden-character U+202E RIGHT-TO-LEFT OVERRIDE",
		"验证码\ufeff{{code}}":                   "warning hidden-character U+FEFF ZERO WIDTH NO-BREAK SPACE",
		"验证码\u3164{{code}}":                   "warning hidden-character U+3164 HANGUL FILLER",
		"验证码\u0001{{code}}":                   "warning hidden-character U+0001",
		"验证码\n\u3000{{code}} 👨\u200d👩\u200d👧": "",
		"שלום\u200f {{code}}":                 "",
	} {
		if got := strings.Join(saidOf(text), ", "); got != want {
			t.Errorf("%q\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestOtherPlaceholders(t *testing.T) {
	misspelt := func(found string) string { return "error misspelt-code " + found }
	for text, want := range map[string]string{
		`\{\{code\}\} is it`:                     misspelt(`\{\{code\}\}`),
		`{\{code}\} is it`:                       misspelt(`{\{code}\}`),
		"&#123;&#123;code&#125;&#125; is it":     misspelt("&#123;&#123;code&#125;&#125;"),
		"&#x7B;&#x7B;code&#x7D;&#x7D; is it":     misspelt("&#x7B;&#x7B;code&#x7D;&#x7D;"),
		"&lbrace;&lbrace; code &rbrace;&rbrace;": misspelt("&lbrace;&lbrace; code &rbrace;&rbrace;"),
		"%7B%7Bcode%7D%7D is it":                 misspelt("%7B%7Bcode%7D%7D"),
		`\u007b\u007bcode\u007d\u007d is it`:     misspelt(`\u007b\u007bcode\u007d\u007d`),
		"{{ code | upper }} is it":               misspelt("{{ code | upper }}"),
		"{{code|default:'x'}} is it":             misspelt("{{code|default:'x'}}"),
		"{{#if code}}":                           misspelt("{{#if code}}"),
		`{{ t "otp" }} is it`:                    misspelt(`{{ t "otp" }}`),
		"{{verification.code}} is it":            misspelt("{{verification.code}}"),
		"{code:6} is it":                         misspelt("{code:6}"),
		"<%= code %> is it":                      misspelt("<%= code %>"),
		"<%otp%> is it":                          misspelt("<%otp%>"),
		"@@password@@ is it":                     misspelt("@@password@@"),
		"@@code@@ is it":                         misspelt("@@code@@"),
		"*|CODE|* is it":                         misspelt("*|CODE|*"),
		"%(code)s is it":                         misspelt("%(code)s"),
		"$code is it":                            misspelt("$code"),
		"__CODE__ is it":                         misspelt("__CODE__"),
		"%s is it":                               misspelt("%s"),
		"%06d is it":                             misspelt("%06d"),
		"%1$s is it":                             misspelt("%1$s"),
		"{0} is it":                              misspelt("{0}"),
		"{####} is it":                           misspelt("{####}"),
		"{} is it":                               misspelt("{}"),
		"{{соde}} is it":                         misspelt("{{соde}}") + " U+0441 CYRILLIC SMALL LETTER ES, U+043E CYRILLIC SMALL LETTER O",
		// beside the right one
		"{{code}} {{ code | upper }}":        "warning misspelt-code {{ code | upper }}",
		`{{code}} \{\{code\}\}`:              `warning misspelt-code \{\{code\}\}`,
		"{{code}}, $code, %s, @@code@@, {0}": "",
		"{{code}} {{ user name }}":           "error template-tag {{ user name }}",
		"{{code}} {{user.name | upper}}":     "error template-tag {{user.name | upper}}",
		"{{#if user}}{{code}}{{/if}}":        "error template-tag {{#if user}}",
		"{% raw %}{{code}}{% endraw %}":      "error template-tag {% raw %}",
		"{{code}}{{}}":                       "error template-tag {{}}",
		"<% if x %>{{code}}":                 "error template-tag <% if x %>",
		"{{code}} {{first-name}}":            "error template-tag {{first-name}}",
		// around the right one
		"{{{code}}} is it":       "warning code-in-braces {{{code}}} {123456}",
		"{{{{code}}}} is it":     "warning code-in-braces {{{{code}}}} {{123456}}",
		"{'{{code}}'} is it":     "warning code-in-braces {'{{code}}'} {'123456'}",
		`{{ "{{code}}" }} is it`: `warning code-in-braces {{ "{{code}}" }} {{ "123456" }}`,
		"{{`{{code}}`}} is it":   "warning code-in-braces {{`{{code}}`}} {{`123456`}}, warning markdown-markup `{{code}}`",
		"${{code}} is it":        "warning code-in-braces ${{code}} $123456",
		`\{{code}} is it`:        `warning code-in-braces \{{code}} \123456`,
		"[{{code}}] '{{code}}' ({{code}}) 【{{code}}】": "",
	} {
		if got := strings.Join(saidOf(text), ", "); got != want {
			t.Errorf("%q\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// What cannot be told by looking is told by its name, in keys and usage types too.
func TestHiddenInNames(t *testing.T) {
	for text, want := range map[string]string{
		`{"аuthToken": "x"}`:                        "U+0430 CYRILLIC SMALL LETTER A",
		`{"authToken ": "x"}`:                       "U+0020 SPACE",
		`{" authToken": "x"}`:                       "U+0020 SPACE",
		`{"authToken\u00a0": "x"}`:                  "U+00A0 NO-BREAK SPACE",
		`{"auth\u200bToken": "x"}`:                  "U+200B ZERO WIDTH SPACE",
		`{"\ufeffnote": "x"}`:                       "U+FEFF ZERO WIDTH NO-BREAK SPACE",
		`{"note\t": "x"}`:                           "U+0009 CHARACTER TABULATION",
		`{"templаtes\u2028": []}`:                   "U+0430 CYRILLIC SMALL LETTER A, U+2028 LINE SEPARATOR",
		`{"authtoken": "x"}`:                        "",
		`{"my note": "x"}`:                          "",
		`{"备注": "x"}`:                               "",
		`{"templates": [{"usageType": "SignIn "}]}`: "U+0020 SPACE",
		`{"templates": [{"usageType": "Gеneric"}]}`: "U+0435 CYRILLIC SMALL LETTER IE",
		`{"templates": [{"соntent": ""}]}`:          "U+0441 CYRILLIC SMALL LETTER ES, U+043E CYRILLIC SMALL LETTER O",
	} {
		codes := []problem.Code{problem.UnknownKey, problem.MisspeltKey, problem.MisspeltUsageType}
		got := ""
		for _, p := range Decode([]byte(text)).Problems() {
			if hidden, ok := p.Args["hidden"].([]string); ok && slices.Contains(codes, p.Code) {
				got += strings.Join(hidden, ", ")
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// A text whose braces are all those of placeholders is spared the patterns for braces,
// which must find nothing in it.
func TestBracesOfPlaceholdersAreNothingElse(t *testing.T) {
	pieces := []string{"{", "{{", "}", "}}", "{{code}}", "{{ locale }}", "code", " | ", "$", "\n", "x"}
	spared := 0
	for n := range 20000 {
		r := rand.New(rand.NewPCG(uint64(n), 0))
		text := ""
		for range 1 + r.IntN(8) {
			text += pieces[r.IntN(len(pieces))]
		}
		found := Placeholders(text)
		spans := make([]jsondoc.Span, len(found))
		for i, p := range found {
			spans[i] = jsondoc.Span{Start: p.Start, End: p.End}
		}
		if strings.Count(text, "{") == 2*len(found) {
			spared++
			for _, s := range spansOf(moreInBraces(), text) {
				if !overlaps(s, spans) {
					t.Fatalf("%q is found in %q", text[s.Start:s.End], text)
				}
			}
		}
		if strings.Count(text, "{{") == len(found) {
			for _, s := range spansOf(typedKinds[0].pattern(), text) {
				if typedKinds[0].counts(text[s.Start:s.End]) {
					t.Fatalf("%q is found in %q", text[s.Start:s.End], text)
				}
			}
		}
	}
	if spared < 1000 {
		t.Errorf("only %d texts were spared", spared)
	}
}

func TestShortenersAreFoundWhereverTheyStand(t *testing.T) {
	for _, text := range []string{"bit.ly", "a. b. bit.ly/x", "IS.GD", "iſ.gd", "字t.co字", "www.x.co"} {
		if !slices.ContainsFunc(checkContent(Generic, text), func(p problem.Problem) bool { return p.Code == problem.LinkShortener }) {
			t.Errorf("no shortener is found in %q", text)
		}
	}
	for _, s := range shorteners {
		if text := "see " + strings.ToUpper(s) + "/x."; !mayShorten(text) || len(s) > 12 {
			t.Errorf("no shortener may be in %q", text)
		}
	}
}
