package connector

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestPlacesWithinAText(t *testing.T) {
	for source, want := range map[string][]string{
		`{Code}`:                           {"2 misspelt-code"},
		`é验\u00e9\n😀\ud83d\ude00 {Code}`:   {"26 misspelt-code"},
		`\ud800{{code}}`:                   {"2 lone-surrogate"},
		`{{code}} {{foo}} \u201C`:          {"11 unknown-variable", "19 avoidable-ucs2"},
		`{{code}} “{{toString}}”`:          {"11 avoidable-ucs2", "12 object-name"},
		`{{ code }} {{user.x}} {{locale}}`: {"2 spaced-placeholder", "13 email-variable", "24 locale-variable"},
		`no code`:                          {"1 missing-code"},
	} {
		d := Decode([]byte("{\"templates\": [\n{\"usageType\": \"Generic\", \"content\":\n\"" + source + "\"}]}"))
		var got []string
		for _, p := range d.Problems() {
			if p.At.Line == 3 {
				got = append(got, fmt.Sprint(p.At.Column, " ", p.Code))
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %q\nwant %q", source, got, want)
		}
	}
}

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
		c := newCursor(source)
		offset := 1
		for i, part := range parts {
			text := Decode([]byte(`"` + strings.Join(parts[:i], "") + `"`)).Root.Text
			c.to(len(text))
			if c.offset != offset || c.column != len([]rune(source[:offset])) {
				t.Fatalf("%s: part %d is at %d, column %d; want %d", source, i, c.offset, c.column, offset)
			}
			offset += len(part)
		}
	}
}
