package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Words for people are broken between words on a terminal, and nowhere else.
func TestTell(t *testing.T) {
	for _, test := range []struct {
		width int
		text  string
		hints []string
		want  string
	}{
		{0, "One long sentence that goes on and on.", []string{"A hint.", "", "https://example.com"},
			"One long sentence that goes on and on.\n  A hint.\n  https://example.com\n"},
		{24, "One long sentence that goes on and on.", []string{"A hint, which is as long as that.\nA page"},
			"One long sentence that\n  goes on and on.\n  A hint, which is as\n  long as that.\n  A page\n"},
		{24, "", []string{"https://www.twilio.com/docs/api/errors/30034"}, "  https://www.twilio.com/docs/api/errors/30034\n"},
		{24, "Mend it first: logto-twilio validate --fix does.", nil,
			"Mend it first:\n  logto-twilio validate --fix\n  does.\n"},
		{24, "For example with --to +15551234567", nil, "For example with\n  --to +15551234567\n"},
		{20, "运行 logto-twilio validate 可查看其他问题。", nil, "运行\n  logto-twilio validate\n  可查看其他问题。\n"},
		{20, "a\u00a0b logto-twilio validate", nil, "a\u00a0b logto-twilio\n  validate\n"},
		{300, strings.Repeat("word ", 20), nil, strings.TrimSpace(strings.Repeat("word ", 15)) + "\n  " + strings.TrimSpace(strings.Repeat("word ", 5)) + "\n"},
		{1, "a b", nil, "a\n  b\n"},
	} {
		var words bytes.Buffer
		(&app{Env: Env{Err: &words, ErrWidth: test.width}}).tell(test.text, test.hints...)
		if got := words.String(); got != test.want {
			t.Errorf("%q at %d:\n%q, want\n%q", test.text, test.width, got, test.want)
		}
	}
}

// Whatever a command has to say, it says so.
func TestWordsOnATerminal(t *testing.T) {
	const width = 40
	for _, lang := range []string{"en", "zh-CN"} {
		for _, args := range [][]string{
			{"send", "-"}, {"send", "-", "--to", "+15551234567"}, {"generate"}, {"export", "-", "--format", "json"},
			{"push", "-"}, {"pull"}, {"render", "-"}, {"validate", "-"}, {"nonsense"}, {"doctor", "--nonsense"},
		} {
			var words bytes.Buffer
			Main(append(args, "--lang", lang), Env{
				In:  strings.NewReader(`{"accountSID": "SK", "templates": [{"usageType": "SignIn", "content": "{{cdoe}}"}]}`),
				Out: &bytes.Buffer{}, Err: &words, Getenv: func(string) string { return "" }, ErrWidth: width,
			})
			if words.Len() == 0 {
				t.Errorf("%v says nothing", args)
			}
			for line := range strings.Lines(words.String()) {
				line = strings.TrimSpace(line)
				if ansi.StringWidth(line) > width && !commandLine().MatchString(line) {
					t.Errorf("%v: too wide: %s", args, line)
				}
			}
		}
	}
}
