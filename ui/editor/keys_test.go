package editor

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestKeys presses keys in a text in which | is the cursor.
func TestKeys(t *testing.T) {
	tests := []struct{ keys, before, after string }{
		{"left", "a|", "|a"},
		{"left", "|a", "|a"},
		{"right", "|👩‍👩‍👧‍👦b", "👩‍👩‍👧‍👦|b"},
		{"right right", "e\u0301|🇨🇳🇺🇸", "e\u0301🇨🇳🇺🇸|"},
		{"backspace", "a👍🏽|b", "a|b"},
		{"backspace", "one\n|two", "one|two"},
		{"backspace", "one\r\n|two", "one|two"},
		{"delete", "|e\u0301a", "|a"},
		{"delete", "a|", "a|"},
		{"enter", "a|b", "a\n|b"},
		{"home", "one\ntw|o\nthree", "one\n|two\nthree"},
		{"end", "one\nt|wo\nthree", "one\ntwo|\nthree"},
		{"alt+<", "one\nt|wo", "|one\ntwo"},
		{"ctrl+end", "o|ne\ntwo", "one\ntwo|"},
		{"alt+f", "Your| code", "Your code|"},
		{"alt+f", "co|de is", "code| is"},
		{"alt+f", "it |can't be", "it can't| be"},
		{"alt+f", "end|\n\n  next", "end\n\n  next|"},
		{"alt+f", "code: |{{code}}.", "code: {{code|}}."},
		{"alt+b", "code: {{code}}|", "code: {{|code}}"},
		{"alt+b", "one\n\n|two", "|one\n\ntwo"},
		{"alt+b alt+b", "pay 3.14 euros|", "pay |3.14 euros"},
		{"alt+b", "请勿泄露|", "请勿|泄露"},
		{"alt+b", "您的验证码是|", "您的验证码|是"},
		{"alt+b alt+b", "您的验证码是|", "您的|验证码是"},
		{"alt+f", "|您的验证码", "您的|验证码"},
		{"alt+f", "|，。请勿", "，。请勿|"},
		{"alt+f", "验|证码是", "验证码|是"},
		{"alt+backspace", "do not share|", "do not |"},
		{"alt+d", "|do not", "| not"},
		{"ctrl+w", "see https://example.com/a|", "see |"},
		{"ctrl+w", "code: {{code}} |", "code: |"},
		{"ctrl+w", "您的验证码是{{code}}|", "您的验证码是|"},
		{"ctrl+w", "请勿泄露，|", "请勿泄露|"},
		{"ctrl+w", "请勿泄露|", "请勿|"},
		{"ctrl+w", "一二三四五六七|", "一二三四五六|"},
		{"ctrl+w", "ひらがなカタカナ|", "ひらがな|"},
		{"ctrl+w", "one\n|two", "one|two"},
		{"ctrl+w", "|two", "|two"},
		{"ctrl+u", "one\ntw|o", "one\n|o"},
		{"ctrl+k", "one\nt|wo\nthree", "one\nt|\nthree"},
		{"ctrl+k", "one|\ntwo", "one|two"},
		{"ctrl+k", "one|", "one|"},
		{"ctrl+u ctrl+y ctrl+y", "one|", "oneone|"},
		{"ctrl+w ctrl+w ctrl+y", "one two three|", "one two three|"},
		{"ctrl+k ctrl+k end ctrl+y", "|one\ntwo", "twoone\n|"},
		{"ctrl+w left ctrl+w ctrl+y ctrl+y", "one two three|", "one twotwo| "},
		{"ctrl+w ctrl+_", "one two|", "one two|"},
		{"ctrl+w ctrl+/ alt+/", "one two|", "one |"},
		{"backspace backspace ctrl+_", "one|", "one|"},
		{"delete delete ctrl+_", "|one", "|one"},
		{"backspace left backspace ctrl+_", "one|", "o|n"},
		{"backspace ctrl+_ alt+/ alt+/", "one|", "on|"},
		{"up", "|one\ntwo", "|one\ntwo"},
		{"down down", "one|\n\nthree", "one\n\nthr|ee"},
		{"down", "字字|字\nabcdefg", "字字字\nabcd|efg"},
		{"down", "abc|d\n字字字", "abcd\n字|字字"},
		{"tab", "a|", "a|"},
	}
	for _, tt := range tests {
		before, after, _ := strings.Cut(tt.before, "|")
		m := editorOf(before+after, 70, 5)
		m.move(m.text.index(len(before)))
		for name := range strings.FieldsSeq(tt.keys) {
			m.Update(press(name))
			check(t, m)
		}
		at := m.text.offset(m.cursor)
		got := m.Value()[:at] + "|" + m.Value()[at:]
		if got != tt.after {
			t.Errorf("%s in %q is %q, want %q", tt.keys, tt.before, got, tt.after)
		}
	}
}

func TestTypingIsUndoneByWords(t *testing.T) {
	m := editorOf("", 40, 3)
	for _, r := range "one two，三" {
		m.Update(typed(string(r)))
	}
	for _, want := range []string{"one two，", "one ", "", ""} {
		m.Update(press("ctrl+_"))
		if m.Value() != want {
			t.Errorf("undone is %q, want %q", m.Value(), want)
		}
	}
}

func TestWhatIsTypedIsNoKey(t *testing.T) {
	m := editorOf("", 40, 3)
	m.Update(tea.KeyPressMsg{Text: "left", Code: tea.KeyExtended})
	m.Update(tea.KeyPressMsg{Text: "enter", Code: tea.KeyExtended})
	if m.Value() != "leftenter" {
		t.Errorf("typed is %q", m.Value())
	}
}

func TestPaste(t *testing.T) {
	tests := []struct{ paste, want string }{
		{"a\r\nb\rc\nd", "[a\nb\nc\nd]"},
		{"字\xff", "[字\ufffd]"},
		{"\x00\x1b\t", "[\x00\x1b\t]"},
		{"\u0301", "[\u0301]"},
		{"", "[]"},
	}
	for _, tt := range tests {
		m := editorOf("[]", 40, 3)
		m.Update(press("left"))
		m.Update(tea.PasteMsg{Content: tt.paste})
		if m.Value() != tt.want {
			t.Errorf("%+q pasted is %+q, want %+q", tt.paste, m.Value(), tt.want)
		}
		check(t, m)
		m.Update(press("ctrl+_"))
		if m.Value() != "[]" {
			t.Errorf("%+q pasted and undone is %+q", tt.paste, m.Value())
		}
	}
}

func TestLimit(t *testing.T) {
	for _, tt := range []struct{ text, paste, want string }{
		{"ab", "cdef", "abcde"},
		{"ab", "c字", "abc"},
		{"ab", "e\u0301\u0302", "ab"},
		{"abcdef", "g", "abcdef"},
		{"", "👍🏽", ""},
	} {
		m := editorOf(tt.text, 40, 3)
		m.Limit = 5
		m.Update(tea.PasteMsg{Content: tt.paste})
		if m.Value() != tt.want {
			t.Errorf("%q with %q is %q, want %q", tt.text, tt.paste, m.Value(), tt.want)
		}
	}
}

func TestReplace(t *testing.T) {
	tests := []struct {
		before string
		edits  []Edit
		after  string
	}{
		{"“a”|", []Edit{{0, 3, `"`}, {4, 7, `"`}}, `"a"|`},
		{"|“a”", []Edit{{0, 3, `"`}, {4, 7, `"`}}, `|"a"`},
		{"…|x", []Edit{{0, 3, "..."}}, "...|x"},
		{"a|…", []Edit{{1, 4, "..."}}, "a|..."},
		{"a\u200b|b", []Edit{{1, 4, ""}}, "a|b"},
		{"a|b", nil, "a|b"},
	}
	for _, tt := range tests {
		before, after, _ := strings.Cut(tt.before, "|")
		m := editorOf(before+after, 40, 3)
		m.move(m.text.index(len(before)))
		m.Replace(tt.edits)
		at := m.text.offset(m.cursor)
		if got := m.Value()[:at] + "|" + m.Value()[at:]; got != tt.after {
			t.Errorf("%q becomes %q, want %q", tt.before, got, tt.after)
		}
		check(t, m)
		m.Update(press("ctrl+_"))
		if m.Value() != before+after {
			t.Errorf("%q undone is %q", tt.before, m.Value())
		}
	}
}
