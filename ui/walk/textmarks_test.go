package walk

import (
	"strings"
	"testing"

	"logto-twilio/connector"
)

func TestCostly(t *testing.T) {
	tests := []struct{ text, costly, plain string }{
		{"", "", ""},
		{"Your code is {{code}}.", "", ""},
		{"“Code” – {{code}}", "“ ” –", `" " -`},
		{"Ihr Code 🔐: {{code}}…", "🔐 …", "..."},
		{"don’t\u200b", "’", "' "},
		{"｛｛code｝｝ ， ok", "｛ ｝ ，", ","},
		{"【Logto】 {{code}}", "【 】", "[ ]"},
		{"您的验证码是 {{code}}。", "", ""},
		{"“您好”", "", ""},
		{"コード {{code}}…", "", ""},
		{"Ваш код для входа: {{code}}", "", ""},
		{"Cоde {{code}}", "о", ""}, // a Cyrillic о
	}
	for _, tt := range tests {
		if got := Costly(tt.text); got != tt.costly {
			t.Errorf("Costly(%q) = %q, want %q", tt.text, got, tt.costly)
		}
		var plain []string
		for _, c := range Plain(tt.text) {
			plain = append(plain, c.Replacement)
		}
		if got := strings.Join(plain, " "); got != tt.plain {
			t.Errorf("Plain(%q) = %q, want %q", tt.text, got, tt.plain)
		}
	}
}

func TestMarksOf(t *testing.T) {
	text := "“{{code}}” {{name}} " + strings.Repeat("a", 60)
	m := MarksOf(connector.Template{UsageType: connector.Generic, Content: text})
	if len(m.Variables) != 2 || !m.Variables[0].Filled || m.Variables[1].Filled || text[m.Variables[1].Start:m.Variables[1].End] != "{{name}}" {
		t.Errorf("the variables are %+v", m.Variables)
	}
	if len(m.Costly) != 2 || text[m.Costly[1].Offset:][:len("”")] != "”" {
		t.Errorf("the costly characters are %+v", m.Costly)
	}
	if len(m.Segments) != 1 || len([]rune(strings.Replace(text[:m.Segments[0]], "{{code}}", TestCode, 1))) != 67 {
		t.Errorf("the segments begin at %v", m.Segments)
	}
}
