package sms

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

func TestSegmentStarts(t *testing.T) {
	a, z := strings.Repeat("a", 153), strings.Repeat("字", 67)
	tests := []struct {
		name, text string
		want       []int
	}{
		{"empty", "", nil},
		{"one of GSM-7", strings.Repeat("a", 160), nil},
		{"two of GSM-7", strings.Repeat("a", 161), []int{153}},
		{"three of GSM-7", a + a + "a", []int{153, 306}},
		{"a brace that does not fit", strings.Repeat("a", 152) + "{" + strings.Repeat("a", 10), []int{152}},
		{"one of UCS-2", strings.Repeat("字", 70), nil},
		{"two of UCS-2", strings.Repeat("字", 71), []int{67 * 3}},
		{"three of UCS-2", z + z + "字", []int{67 * 3, 134 * 3}},
		{"an emoji that does not fit", strings.Repeat("字", 66) + "👍🏽" + "字字字", []int{66 * 3}},
		{"one long character at the end", strings.Repeat("字", 67) + "👩‍👩‍👧‍👦", []int{67 * 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := SegmentStarts(tt.text); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("SegmentStarts = %v, want %v", got, tt.want)
			}
		})
	}
}

func TestSegmentStartsAsManyAsSegments(t *testing.T) {
	pieces := []string{"a", "{", "€", "Your code is 1. ", "字", "，", "👍🏽", "🇨🇳", "e\u0301", "👩‍👩‍👧‍👦", strings.Repeat("a", 50), strings.Repeat("字", 30)}
	for n := range 2000 {
		r := rand.New(rand.NewPCG(uint64(n), 0))
		of := pieces[:4]
		if n%2 == 0 {
			of = pieces
		}
		var b strings.Builder
		for range r.IntN(80) {
			b.WriteString(of[r.IntN(len(of))])
		}
		m, starts := MeasureText(b.String()), SegmentStarts(b.String())
		if len(starts) != m.Segments-1 {
			t.Fatalf("%d starts of %d segments of %q", len(starts), m.Segments, b.String())
		}
		at := 0
		for _, start := range starts {
			if start <= at {
				t.Fatalf("%v of %q do not follow one another", starts, b.String())
			}
			at = start
		}
		if at > 0 && units(b.String()[at:], m.Encoding) != m.Used {
			t.Fatalf("the last of %v of %q holds %d, want %d", starts, b.String(), units(b.String()[at:], m.Encoding), m.Used)
		}
	}
}

// units is how much of a segment a text takes.
func units(text string, e Encoding) int {
	n := 0
	for _, r := range text {
		switch {
		case e == GSM7:
			n += septets(r)
		case r > 0xffff:
			n += 2
		default:
			n++
		}
	}
	return n
}
