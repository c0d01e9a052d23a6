package jsondoc

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestCursor goes through texts with and without escapes, of which it knows
// where every part stands.
func TestCursor(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 5))
	written := []string{"a", "é", "验", "😀", `\n`, `\"`, `\u0041`, `\u00e9`, `\u9a8c`, `\ud83d\ude00`, `\ud800x`, `\ud800\u0041`, `\udc00`}
	for range 1000 {
		var parts []string
		for range rng.IntN(8) {
			parts = append(parts, written[rng.IntN(len(written))])
		}
		source := `"` + strings.Join(parts, "") + `"`
		c := NewCursor(source)
		offset := 1
		for i, part := range parts {
			text := ParseValue([]byte(`"` + strings.Join(parts[:i], "") + `"`)).Text
			c.To(len(text))
			if c.Offset != offset || c.Column != len([]rune(source[:offset])) {
				t.Fatalf("%s: part %d is at %d, column %d; want %d", source, i, c.Offset, c.Column, offset)
			}
			offset += len(part)
		}
	}
}
