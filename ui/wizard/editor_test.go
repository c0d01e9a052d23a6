package wizard

import (
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"logto-twilio/ui/walk"
)

// writing is a wizard of 80×24 in the editor of a text.
func writing(text string) *Model {
	m := began(chosen, func(o *Options) { o.Walk.SetContent(0, text) })
	m.to(walk.Templates)
	m.Update(keyPress("e"))
	return m
}

func TestWhatCostsIsMarkedInTheText(t *testing.T) {
	view := writing("“{{code}}” for {{name}}" + strings.Repeat(" abcd", 12)).View().Content
	for _, want := range []string{"\x1b[1;38;", "\x1b[4;38;", "\x1b[1;4;", "┤2├"} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q is drawn in %q", want, view)
		}
	}
	if shown := ansi.Strip(view); !strings.Contains(shown, "“{{code}}” for {{name}} abcd") {
		t.Errorf("drawn is %s", shown)
	}
	if view := ansi.Strip(writing("{{code}}").View().Content); strings.Contains(view, "┤") {
		t.Errorf("one segment has a mark: %s", view)
	}
}

func TestWhatHasAGSMTwinIsReplaced(t *testing.T) {
	m := writing("“{{code}}”…")
	offered := func() bool {
		return slices.ContainsFunc(m.top().ShortHelp(), func(k key.Binding) bool { return k.Help().Key == "ctrl+r" })
	}
	for _, step := range []struct {
		key, want string
		offered   bool
	}{
		{"left", "“{{code}}”…", true},
		{"ctrl+r", `"{{code}}"...`, false},
		{"ctrl+r", `"{{code}}"...`, false},
		{"ctrl+_", "“{{code}}”…", true},
	} {
		m.Update(keyPress(step.key))
		if got := m.Walk.Templates[0].Content; got != step.want || offered() != step.offered {
			t.Errorf("%s makes it %q (offered: %t), want %q (%t)", step.key, got, offered(), step.want, step.offered)
		}
	}
}

func TestWhatAnInputMethodSendsIsTyped(t *testing.T) {
	m := writing("")
	for _, text := range []string{"esc", "ctrl+x", "验证码"} {
		m.Update(tea.KeyPressMsg{Text: text, Code: tea.KeyExtended})
	}
	m.Update(tea.PasteMsg{Content: " {{code}}\r\n"})
	if got, want := m.Walk.Templates[0].Content, "escctrl+x验证码 {{code}}\n"; got != want {
		t.Errorf("the text is %q, want %q", got, want)
	}
}

// The cursor stands where the text is, at every size and in both scripts.
func TestTheCursorStandsBehindWhatIsTyped(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {40, 15}, {120, 40}, {200, 50}} {
		m := writing("")
		m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for _, text := range strings.Split("您的验证码是 {{code}}，请勿泄露。Do not share it", "") {
			m.Update(tea.KeyPressMsg{Text: text, Code: tea.KeyExtended})
			v := m.View()
			if v.Cursor == nil {
				t.Fatalf("%v: no cursor", size)
			}
			line := ansi.Strip(strings.Split(v.Content, "\n")[v.Cursor.Y])
			if before := ansi.Truncate(line, v.Cursor.X, ""); text != " " && !strings.HasSuffix(before, text) {
				t.Fatalf("%v: the cursor is behind %q, not behind %q", size, before, text)
			}
		}
	}
}
