package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/exp/golden"

	"logto-twilio/connector"
	"logto-twilio/ui/i18n"
)

// messages are what a preview has trouble with: Chinese, line ends, emoji, what
// a terminal would obey, half of a character, a long word.
const messages = `{"templates": [
  {"usageType": "SignIn", "content": "Your code is {{code}}."},
  {"usageType": "Register", "content": "【示例】你的验证码是 {{code}}，十分钟内有效。如果不是你本人操作，请忽略这条短信。"},
  {"usageType": "Generic", "content": "{{code}}\n\nis for 👩‍👩‍👧 and \ud800\u001b[31m alone"},
  {"content": "https://example.com/a/very/long/address/that/does/not/fit/in/a/bubble?code={{code}}"}
]}`

// bubbles shows the messages on a terminal of some width.
func bubbles(width int, l i18n.Lang, environ ...string) string {
	var out bytes.Buffer
	env := Env{In: strings.NewReader(messages), Out: &out, Width: width, Environ: environ}
	c := previewCommand{app: &app{env, i18n.In(l)}, file: stdin, code: "123456"}
	if err := c.run(context.Background()); err != nil {
		return err.Error()
	}
	return out.String()
}

func TestBubbles(t *testing.T) {
	golden.RequireEqual(t, bubbles(80, i18n.English))
}

func TestBubblesFit(t *testing.T) {
	for _, width := range []int{10, 20, 49, 200} {
		for line := range strings.Lines(bubbles(width, i18n.Chinese)) {
			isBubble := strings.ContainsAny(line, "╭│╰")
			if n := lipgloss.Width(strings.TrimSuffix(line, "\n")); isBubble && n > width {
				t.Errorf("%d columns of %d: %s", n, width, line)
			}
		}
	}
}

func TestColours(t *testing.T) {
	forced := []string{"TTY_FORCE=1", "TERM=xterm-256color"}
	const cyan = "\x1b[36m"
	if got := bubbles(80, i18n.English, forced...); !strings.Contains(got, cyan) {
		t.Errorf("no colours:\n%q", got)
	}
	if got := bubbles(80, i18n.English, append(forced, "NO_COLOR=1")...); strings.Contains(got, cyan) {
		t.Errorf("colours in spite of NO_COLOR:\n%q", got)
	}
	if got := bubbles(80, i18n.English); strings.Contains(got, "\x1b") {
		t.Errorf("escapes where there is no terminal:\n%q", got)
	}
}

// The blanks around a text are sent, and shown.
func TestBlanksAroundMessages(t *testing.T) {
	file := saved(t, demoDocument(func(c *connector.Config) { c.Templates[0].Content = "\n  {{code}} is it \n \n" }))
	usage := string(connector.Portable.UsageTypes()[0])
	const want = "\n    123456 is it \n   \n\n"
	if out, said, code := run("preview", file); code != exitOK || !strings.Contains(out, "segment\n"+want) {
		t.Errorf("preview: exit code %d\n%q\n%s", code, out, said)
	}
	out, said, code := run("send", file, "--to", "+15551234567", "--type", usage, "--code", "123456", "--dry-run")
	if code != exitOK || !strings.Contains(out, "Body:\n"+want) {
		t.Errorf("send: exit code %d\n%q\n%s", code, out, said)
	}
}
