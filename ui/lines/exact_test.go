package lines

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// Pieces of texts that are broken in a way of their own.
var pieces = []string{
	"有效期10分钟", "验证码", "token", "{{code}}", " ", "  ", "      ", `"authToken": "`, "https://docs.logto.io/integrations/twilio",
	"👩‍👩‍👧", "🇩🇪", "é", "e\u0301", "。", "，", "「", "」", "-", "--twilio-url", "/api/connectors", "MG0123456789abcdef0123456789abcdef",
	"한국어", "ภาษาไทย", "עברית", "\u00a0", "\u3000", "…", "\\n", "\x1b[31m", "\x1b[0m", "\x1b]8;;https://a.example\x1b\\",
}

// randomText is a text of up to most pieces.
func randomText(r *rand.Rand, most int) string {
	var b strings.Builder
	for range r.IntN(most) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// TestExact holds what is drawn, joined, against the text, at every width.
func TestExact(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 5))
	for range 300 {
		text := randomText(r, 30)
		for width := 2; width <= 120; width++ {
			rows := Exact(text, width)
			if joined := strings.Join(rows, ""); joined != text {
				t.Fatalf("at %d, %q has become %q", width, text, joined)
			}
			for _, row := range rows {
				if ansi.StringWidth(row) > width && uniseg.GraphemeClusterCount(ansi.Strip(row)) > 1 {
					t.Fatalf("at %d, a line of %q is %d wide: %q", width, text, ansi.StringWidth(row), row)
				}
			}
		}
	}
}

func TestExactBreaksWhereItMay(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"one two", 7, []string{"one two"}},
		{"one two", 5, []string{"one ", "two"}},
		{"one  two", 4, []string{"one ", " two"}},
		{"有效期10分钟", 8, []string{"有效期10", "分钟"}},
		{"abcdefgh", 3, []string{"abc", "def", "gh"}},
		{"", 10, []string{""}},
	} {
		if got := Exact(c.text, c.width); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q at %d is %q", c.text, c.width, got)
		}
	}
}
