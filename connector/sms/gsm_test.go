package sms

import (
	"reflect"
	"testing"
)

func TestNonGSMClusters(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []NonGSM
	}{
		{"GSM-7", "Hello [€]\r\n", nil},
		{"offsets are bytes", "é“x”", []NonGSM{
			{Cluster: "“", Offset: 2, Replacement: `"`},
			{Cluster: "”", Offset: 6, Replacement: `"`},
		}},
		{"apostrophe and backtick", "’`", []NonGSM{
			{Cluster: "’", Replacement: "'"},
			{Cluster: "`", Offset: 3, Replacement: "'"},
		}},
		{"dashes", "–—", []NonGSM{{Cluster: "–", Replacement: "-"}, {Cluster: "—", Offset: 3, Replacement: "-"}}},
		{"ellipsis", "…", []NonGSM{{Cluster: "…", Replacement: "..."}}},
		{"spaces", "\u00a0\t\u3000", []NonGSM{
			{Cluster: "\u00a0", Replacement: " "},
			{Cluster: "\t", Offset: 2, Replacement: " "},
			{Cluster: "\u3000", Offset: 3, Replacement: " "},
		}},
		{"zero-width space", "a\u200bb", []NonGSM{{Cluster: "\u200b", Offset: 1, Removable: true}}},
		{"joiner on a letter", "a\u200db", []NonGSM{{Cluster: "a\u200d", Replacement: "a"}}},
		{"full-width", "Ａ｛～", []NonGSM{
			{Cluster: "Ａ", Replacement: "A"},
			{Cluster: "｛", Offset: 3, Replacement: "{"},
			{Cluster: "～", Offset: 6, Replacement: "~"},
		}},
		{"full-width backtick", "｀", []NonGSM{{Cluster: "｀", Replacement: "'"}}},
		{"a bullet", "•", []NonGSM{{Cluster: "•", Replacement: "-"}}},
		{"decomposed letters", "e\u0301a\u030a", []NonGSM{
			{Cluster: "e\u0301", Replacement: "é"},
			{Cluster: "a\u030a", Offset: 3, Replacement: "å"},
		}},
		{"an accent that GSM-7 lacks", "áa\u0301", []NonGSM{{Cluster: "á"}, {Cluster: "a\u0301", Offset: 2}}},
		{"a sign as emoji", "©\ufe0f", []NonGSM{{Cluster: "©\ufe0f", Replacement: "(C)"}}},
		{"nothing reads like it", "中👍🏿", []NonGSM{{Cluster: "中"}, {Cluster: "👍🏿", Offset: 3}}},
		{"a lone surrogate", "\xed\xa0\xbd", []NonGSM{{Cluster: "\xed\xa0\xbd"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := NonGSMClusters(tt.text); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("NonGSMClusters(%+q) = %+v, want %+v", tt.text, got, tt.want)
			}
		})
	}
}

func TestLookalikes(t *testing.T) {
	last := rune(-1)
	for _, l := range lookalikes {
		if l.low <= last || l.high < l.low {
			t.Errorf("range %#x to %#x after %#x", l.low, l.high, last)
		}
		last = l.high
		if MeasureText(l.reading).Encoding != GSM7 {
			t.Errorf("%#x reads %q, which is not GSM-7", l.low, l.reading)
		}
		for r := l.low; r <= l.high; r++ {
			if septets(r) > 0 {
				t.Errorf("%#x is GSM-7 itself", r)
			}
		}
	}
	for r := rune(fullwidthFirst); r <= fullwidthLast; r++ {
		if reading, ok := lookalike(r); !ok || len(reading) != 1 {
			t.Errorf("%q reads %q", r, reading)
		}
	}
}

func TestCompositionsAreSorted(t *testing.T) {
	last := ""
	for _, c := range compositions {
		if c.pair <= last || MeasureText(c.letter).Encoding != GSM7 {
			t.Errorf("%+q after %+q", c, last)
		}
		last = c.pair
	}
}
