package sms

import (
	"reflect"
	"testing"
)

// The clusters are what sms-segments-calculator 1.3.0 answers, where it departs
// from Unicode too.
func TestClusters(t *testing.T) {
	for _, tt := range []struct {
		name string
		want []string
	}{
		{"plain", []string{"a", "b", "中"}},
		{"CR LF", []string{"\r", "\n", "\n", "\r"}},
		{"marks on controls", []string{"\n", "\u0301", "\x01", "\u0301"}},
		{"marks", []string{"e\u0301\u0323", "க\u0bcd", "\u0915\u0903"}},
		{"mark at the start", []string{"\u0301\u0301", "a"}},
		{"prepend", []string{"\u0600a", "\u0600\u0600b", "\u0600", "\n"}},
		{"Hangul letters", []string{"\u1100\u1161\u11a8", "\u1100\u1100\u1161\u11a8\u11a8"}},
		{"Hangul syllables", []string{"가\u11a8", "각\u11a8", "각", "가", "\u1100가"}},
		{"no vowel after a final consonant", []string{"각", "\u1161"}},
		{"flags", []string{"🇩🇪", "🇫🇷", "🇦"}},
		{"a flag takes one mark only", []string{"🇩🇪\u0301", "\u0301"}},
		{"half a flag takes many", []string{"🇩\u0301\u0301"}},
		{"prepend before flags", []string{"\u0600🇩", "🇪🇫"}},
		{"skin tones", []string{"👍🏿", "☝🏼", "a", "🏼"}},
		{"skin tone over one mark", []string{"☝\ufe0f🏼"}},
		{"skin tone over two marks", []string{"☝\ufe0f\ufe0f", "🏼"}},
		{"skin tone after a mark on an earlier base", []string{"e\u0301\u200d👩", "🏼"}},
		{"skin tone after a mark and a joiner", []string{"e\u0301\u200d👩\u200d", "🏼"}},
		{"joined", []string{"👨\u200d👩\u200d👧\u200d👦", "👩🏽\u200d🚀", "❤\ufe0f"}},
		{"joiner before what Unicode 10 does not join", []string{"🧑\u200d", "🎄"}},
		{"younger than Unicode 10", []string{"🥷", "🏽"}},
		{"surrogates", []string{"\xed\xa0\xbd", "\xed\xb8\x80", "\u0301"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := ""
			for _, cluster := range tt.want {
				text += cluster
			}
			var got []string
			clusters := ClusterScanner{Text: text}
			for clusters.Scan() {
				got = append(got, text[clusters.start:clusters.end])
			}
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("clusters %+q, want %+q", got, tt.want)
			}
		})
	}
}

func TestBreakRangesAreSorted(t *testing.T) {
	last := rune(-1)
	for _, b := range breakRanges {
		if b.low <= last || b.high < b.low || b.class == other {
			t.Errorf("range %#x to %#x after %#x", b.low, b.high, last)
		}
		last = b.high
	}
}

// classOf takes these for other without looking.
func TestIdeographsAndPunctuationAreOther(t *testing.T) {
	for _, b := range breakRanges {
		if b.low <= lastIdeograph && b.high >= firstIdeograph || b.low <= '‧' && b.high >= '‐' || b.low <= '~' && b.high >= ' ' {
			t.Errorf("range %#x to %#x is of class %d", b.low, b.high, b.class)
		}
	}
}
