package editor

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// texts are what a message may be made of, and what is hard to cut or to draw.
var texts = []string{
	"",
	"Your code is {{code}}. Do not share it with anyone, not even with us.",
	"【Logto】您的验证码是 {{code}}，10 分钟内有效。请勿告诉他人，谢谢！",
	"您的验证码是{{code}}，请勿泄露。Your verification code is {{ code }} (10 minutes).",
	"\n\none\n\ntwo\n",
	"crlf\r\nand\rall\u2028the\u2029others\u0085\v\f",
	"tab\there, zero\u200bwidth, no\u00a0break, soft\u00adhyphen, \u202eright to left\u202c",
	"\x00\x1b[31m\x7f\u009bm",
	"\xff\xfe broken \xed\xa0\xbd\xed\xb8\x80 halves \xe6\x88",
	"👩‍👩‍👧‍👦 🇨🇳🇺🇸🇩 👍🏽 ❤️ ☎︎ 1️⃣",
	"e\u0301a\u030a \u0301 lone, \n\u0301 at the start",
	"क्षि नमस्ते สวัสดีครับ 안녕하세요 각 مرحبا \u0600123",
	"ひらがなとカタカナと漢字、。「」",
	strings.Repeat("a", 100),
	strings.Repeat("字", 60) + strings.Repeat(" ", 30),
	"https://example.com/a/very/long/path/that-goes-on?and=on&on=1",
	"  leading and    many   blanks   and trailing       ",
	"，。，。，。、、、；：？！……——（（（【【【",
}

// press is the message of a key of this name.
func press(name string) tea.KeyPressMsg {
	mods := map[string]tea.KeyMod{"ctrl": tea.ModCtrl, "alt": tea.ModAlt, "shift": tea.ModShift}
	codes := map[string]rune{"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "enter": tea.KeyEnter,
		"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "tab": tea.KeyTab}
	var k tea.Key
	parts := strings.Split(name, "+")
	for _, p := range parts[:len(parts)-1] {
		k.Mod |= mods[p]
	}
	last := parts[len(parts)-1]
	if code, ok := codes[last]; ok {
		k.Code = code
	} else {
		k.Code = []rune(last)[0]
	}
	return tea.KeyPressMsg(k)
}

// typed is the message of a text that is typed.
func typed(s string) tea.KeyPressMsg { return tea.KeyPressMsg{Text: s, Code: tea.KeyExtended} }

// editorOf is an editor of a size with a text.
func editorOf(s string, width, height int) *Model {
	m := New()
	m.SetSize(width, height)
	m.SetValue(s)
	return m
}

// keyNames are the names of all keys of the editor.
func keyNames() []string {
	k := DefaultKeys()
	var names []string
	for _, b := range []interface{ Keys() []string }{
		k.Left, k.Right, k.Up, k.Down, k.WordLeft, k.WordRight, k.LineStart, k.LineEnd, k.PageUp, k.PageDown, k.TextStart,
		k.TextEnd, k.DeleteLeft, k.DeleteRight, k.DeleteWordLeft, k.DeleteWordRight, k.DeleteToBlank, k.DeleteLineLeft,
		k.DeleteLineRight, k.Yank, k.NewLine, k.Undo, k.Redo,
	} {
		names = append(names, b.Keys()[0])
	}
	return names
}

// marked are marks as the wizard makes them: braces, wide characters, a lead at
// every fiftieth byte, and some that are wrong.
func marked(s string) []Mark {
	look, lead := NewLook(lipgloss.NewStyle().Bold(true)), NewLook(lipgloss.NewStyle().Reverse(true))
	marks := []Mark{{Start: -3, End: 2}, {Start: 5, End: 1}, {Start: 0, End: 1 << 20}}
	for i := range len(s) {
		if i%50 == 49 {
			marks = append(marks, Mark{Start: i, End: i, Lead: "┤2├", Look: lead})
		}
		if s[i] == '{' || s[i] >= 0xe0 {
			marks = append(marks, Mark{Start: i, End: i + 1, Look: look})
		}
	}
	return marks
}

// check holds an editor against what must always be true of it.
func check(t *testing.T, m *Model) {
	t.Helper()
	checkText(t, m.text)
	if m.cursor < 0 || m.cursor > m.text.len() {
		t.Fatalf("the cursor is before cluster %d of %d", m.cursor, m.text.len())
	}
	view := m.View()
	lines := strings.Split(view, "\n")
	if len(lines) != m.height {
		t.Fatalf("%d rows are drawn in %d: %q", len(lines), m.height, view)
	}
	for _, line := range lines {
		if w := ansi.StringWidth(line); w != m.width {
			t.Fatalf("a row of %d cells in %d: %q of %+q", w, m.width, line, m.text.s)
		}
	}
	if c := m.Cursor(); c.X < 0 || c.X >= m.width || c.Y < 0 || c.Y >= m.height {
		t.Fatalf("the cursor is at %d, %d of %d×%d, %+q", c.X, c.Y, m.width, m.height, m.text.s)
	}
	checkRows(t, m)
}

// checkText holds what was measured change by change against the whole measured at once.
func checkText(t *testing.T, got *text) {
	t.Helper()
	want := newText(got.s)
	if !slices.Equal(got.clusters, want.clusters) {
		t.Fatalf("the clusters of %+q are\n%v, want\n%v", got.s, got.clusters, want.clusters)
	}
	if !slices.Equal(got.segments, want.segments) {
		t.Fatalf("the segments of %+q are\n%v, want\n%v", got.s, got.segments, want.segments)
	}
	joined := ""
	for i := range got.len() {
		joined += got.cluster(i)
	}
	if joined != got.s {
		t.Fatalf("the clusters joined are %+q, want %+q", joined, got.s)
	}
}

// checkRows draws all rows and holds them, joined, against the text.
func checkRows(t *testing.T, m *Model) {
	t.Helper()
	whole := &Model{text: m.text, width: m.width, height: 1, Marks: m.Marks}
	whole.arrange()
	var drawn, want strings.Builder
	for row := range whole.layout.rows {
		var b strings.Builder
		first, end := whole.layout.rows[row], whole.layout.end(row, whole.text.len())
		if used := whole.drawRow(&b, first, end); used > m.width {
			t.Fatalf("row %d of %+q has %d cells of %d", row, m.text.s, used, m.width)
		}
		drawn.WriteString(strings.ReplaceAll(ansi.Strip(b.String()), "┤2├", ""))
	}
	for i, c := range whole.text.clusters {
		if c.cells > m.width-1 {
			want.WriteString(tooWide)
			continue
		}
		want.WriteString(glyph(whole.text.cluster(i), c.kind))
	}
	if drawn.String() != want.String() {
		t.Fatalf("drawn %+q\nwant  %+q", drawn.String(), want.String())
	}
}
