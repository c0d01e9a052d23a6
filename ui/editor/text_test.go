package editor

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// A change measures what is around it, and finds what the whole text would give.
func TestAChangeIsMeasuredAsTheWhole(t *testing.T) {
	pieces := []string{"$", "(", ")", "1", "-", " ", "a", "/", ".", "字", "，", "“", "🇨", "\u0301", "\u200d", "👍", "🏽", "\n", "\r", "\u00a0",
		"\u200b", "\u2060", "%", "{{", "}}", "각", "\u1100", "क", "\u094d", "\xe6", "\x88", "\xed\xa0\xbd"}
	for n := range 300 {
		r := rand.New(rand.NewPCG(uint64(n), 0))
		some := func(most int) string {
			var b strings.Builder
			for range r.IntN(most) {
				b.WriteString(pieces[r.IntN(len(pieces))])
			}
			return b.String()
		}
		m := newText(some(30))
		for range 100 {
			from := r.IntN(m.len() + 1)
			to := from + r.IntN(min(m.len()-from, 3)+1)
			m.replace(m.offset(from), m.offset(to), some(4))
			checkText(t, m)
		}
	}
}
