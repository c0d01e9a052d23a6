package editor

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// rowsOf are the rows of an editor's view without their styles and what fills them up.
func rowsOf(m *Model) string {
	lines := strings.Split(ansi.Strip(m.View()), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.TrimRight(strings.Join(lines, "/"), "/")
}

func TestRows(t *testing.T) {
	tests := []struct {
		width int
		text  string
		want  string
	}{
		{12, "Your code is 1", "Your code/is 1"},
		{13, "Your code is 1", "Your code is/1"},
		{14, "Your code is 1", "Your code is/1"},
		{15, "Your code is 1", "Your code is 1"},
		{9, "不要告诉他人。", "不要告诉/他人。"},
		{9, "不要告。诉他人", "不要告。/诉他人"},
		{9, "不要告诉。他人", "不要告/诉。他人"},
		{9, "（不要告诉（他人", "（不要告/诉（他人"},
		{9, "不要告（诉他人）", "不要告/（诉他/人）"},
		{12, "验证码{{code}}，", "验证码/{{code}}，"},
		{12, "code: {{ code }}.", "code:/{{ code }}."},
		{6, "abcdefghij", "abcde/fghij"},
		{6, "ab cdefghij", "ab/cdefg/hij"},
		{6, "ab      c", "ab/  c"},
		{6, "a\n\nb\n", "a//b"},
		{6, "12345\n1", "12345/1"},
		{6, "🇨🇳🇺🇸🇩🇪", "🇨🇳🇺🇸/🇩🇪"},
		{2, "a字b", "a/…/b"},
		{20, "a\tb\u200bc\x00\x7f\u2028d\r\n\u0301", "a→ b·c␀␡↵/d↵/◌\u0301"},
	}
	for _, tt := range tests {
		m := editorOf(tt.text, tt.width, 9)
		if got := rowsOf(m); got != tt.want {
			t.Errorf("%q in %d cells is %q, want %q", tt.text, tt.width, got, tt.want)
		}
		check(t, m)
	}
}

func TestCursorStandsInTheText(t *testing.T) {
	tests := []struct {
		text string
		at   int // the offset
		x, y int
	}{
		{"", 0, 0, 0},
		{"字字", 3, 2, 0},
		{"12345678", 8, 8, 0},
		{"123456789", 9, 9, 0},
		{"1234567890", 10, 1, 1},
		{"123456789 ", 9, 9, 0},
		{"123456789 ", 10, 0, 1},
		{"123456789\n", 10, 0, 1},
		{"123456789 \n", 10, 0, 1},
		{"字字字字字", 12, 0, 1},
		{"a\n\nb", 2, 0, 1},
	}
	for _, tt := range tests {
		m := editorOf(tt.text, 10, 3)
		m.move(m.text.index(tt.at))
		if c := m.Cursor(); c.Position != (tea.Position{X: tt.x, Y: tt.y}) {
			t.Errorf("at %d of %q the cursor is at %v, want %d, %d", tt.at, tt.text, c.Position, tt.x, tt.y)
		}
	}
}

func TestScrolling(t *testing.T) {
	m := editorOf("1\n2\n3\n4\n5", 10, 2)
	for _, tt := range []struct {
		key, rows    string
		above, below int
	}{
		{"end", "4/5", 3, 0}, {"up", "4/5", 3, 0}, {"up", "3/4", 2, 1}, {"pgup", "1/2", 0, 3},
		{"down", "1/2", 0, 3}, {"down", "2/3", 1, 2}, {"alt+>", "4/5", 3, 0},
	} {
		m.Update(press(tt.key))
		above, below := m.Hidden()
		if got := rowsOf(m); got != tt.rows || above != tt.above || below != tt.below {
			t.Errorf("%s shows %q (%d above, %d below), want %q (%d, %d)", tt.key, got, above, below, tt.rows, tt.above, tt.below)
		}
	}
	m.SetSize(10, 4)
	if got := rowsOf(m); got != "2/3/4/5" {
		t.Errorf("in four rows: %q", got)
	}
}

func TestUpAndDownKeepTheColumn(t *testing.T) {
	m := editorOf("abcdef\nab\n\n字字字字", 10, 5)
	m.move(5)
	for _, want := range []tea.Position{{X: 2, Y: 1}, {X: 0, Y: 2}, {X: 4, Y: 3}} {
		m.Update(press("down"))
		if got := m.Cursor().Position; got != want {
			t.Errorf("down leads to %v, want %v", got, want)
		}
	}
	m.move(m.cursor)
	m.Update(press("ctrl+p"))
	m.Update(press("ctrl+p"))
	if got, want := m.Cursor().Position, (tea.Position{X: 2, Y: 1}); got != want {
		t.Errorf("up leads to %v, want %v", got, want)
	}
}

func TestMarks(t *testing.T) {
	bold, under := NewLook(lipgloss.NewStyle().Bold(true)), NewLook(lipgloss.NewStyle().Underline(true))
	on, off, u := bold.open, bold.close, under.open
	tests := []struct {
		name, text string
		marks      []Mark
		want       string
	}{
		{"a word", "a b c", []Mark{{Start: 2, End: 3, Look: bold}}, "a " + on + "b" + off + " c"},
		{"half a character", "a字c", []Mark{{Start: 2, End: 3, Look: bold}}, "a" + on + "字" + off + "c"},
		{"a part of a cluster", "e\u0301x", []Mark{{Start: 1, End: 3, Look: bold}}, on + "e\u0301" + off + "x"},
		{"the later one wins", "abc", []Mark{{Start: 0, End: 3, Look: bold}, {Start: 1, End: 2, Look: under}}, on + "a" + off + u + "b" + off + on + "c" + off},
		{"neighbours", "ab", []Mark{{Start: 0, End: 1, Look: bold}, {Start: 1, End: 2, Look: bold}}, on + "ab" + off},
		{"a lead", "ab", []Mark{{Start: 1, End: 1, Look: bold, Lead: "┤2├"}}, "a" + on + "┤2├" + off + "b"},
		{"a lead that is too wide", "ab", []Mark{{Start: 1, End: 1, Lead: "12345678901"}}, "ab"},
		{"a lead behind the text", "ab", []Mark{{Start: 2, End: 2, Lead: "┤2├"}}, "ab"},
		{"outside", "ab", []Mark{{Start: -1, End: 1, Look: bold}, {Start: 1, End: 9, Look: bold}, {Start: 2, End: 1, Look: bold}}, "ab"},
		{"none", "ab", nil, "ab"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := editorOf(tt.text, 12, 1)
			m.Marks = func(string) []Mark { return tt.marks }
			m.Refresh()
			if got := strings.TrimRight(m.View(), " "); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestALeadGoesWithWhatFollows(t *testing.T) {
	m := editorOf("abcdefg hij", 12, 3)
	m.Marks = func(string) []Mark { return []Mark{{Start: 9, End: 9, Lead: "┤2├"}} }
	m.Refresh()
	if got, want := rowsOf(m), "abcdefg/h┤2├ij"; got != want {
		t.Errorf("drawn is %q, want %q", got, want)
	}
	m.move(9)
	if got, want := m.Cursor().Position, (tea.Position{X: 4, Y: 1}); got != want {
		t.Errorf("the cursor is at %v, want %v: behind the lead", got, want)
	}
}

func TestMarksAreAskedOnceAChange(t *testing.T) {
	m := editorOf("", 12, 3)
	asked := 0
	m.Marks = func(string) []Mark { asked++; return nil }
	m.Refresh()
	for range 3 {
		m.Update(typed("字"))
		for range 3 {
			_, _, _ = m.View(), m.Cursor(), m.Update(press("left"))
		}
	}
	if asked != 3 {
		t.Errorf("asked %d times for 3 changes", asked)
	}
}
