package sms

import (
	"strings"
	"testing"
)

func TestMeasureText(t *testing.T) {
	a, zh := strings.Repeat, "中"
	for _, tt := range []struct {
		name, text string
		want       Measure
	}{
		{"empty", "", Measure{GSM7, 1, 0, 0, 160}},
		{"160 septets", a("a", 160), Measure{GSM7, 1, 160, 160, 160}},
		{"161 septets", a("a", 161), Measure{GSM7, 2, 161, 8, 153}},
		{"306 septets", a("a", 306), Measure{GSM7, 2, 306, 153, 153}},
		{"307 septets", a("a", 307), Measure{GSM7, 3, 307, 1, 153}},
		{"all that cost two", "\f[\\]^{|}~€", Measure{GSM7, 1, 20, 20, 160}},
		{"80 brackets", a("]", 80), Measure{GSM7, 1, 160, 160, 160}},
		{"two septets do not straddle", a("]", 154), Measure{GSM7, 3, 308, 4, 153}},
		{"two septets at the edge of the only segment", a("a", 159) + "]", Measure{GSM7, 2, 161, 8, 153}},
		{"two septets at the edge of the first segment", a("a", 152) + "]" + a("a", 8), Measure{GSM7, 2, 162, 10, 153}},
		{"the alphabet beyond ASCII", "¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ", Measure{GSM7, 1, 39, 39, 160}},
		{"a backtick", "`", Measure{UCS2, 1, 1, 1, 70}},
		{"a tab", "\t", Measure{UCS2, 1, 1, 1, 70}},
		{"a small c with cedilla", "ç", Measure{UCS2, 1, 1, 1, 70}},
		{"CR LF", "a\r\nb", Measure{GSM7, 1, 4, 4, 160}},
		{"CR LF in UCS-2", "中\r\n", Measure{UCS2, 1, 3, 3, 70}},
		{"70 units", a(zh, 70), Measure{UCS2, 1, 70, 70, 70}},
		{"71 units", a(zh, 71), Measure{UCS2, 2, 71, 4, 67}},
		{"134 units", a(zh, 134), Measure{UCS2, 2, 134, 67, 67}},
		{"135 units", a(zh, 135), Measure{UCS2, 3, 135, 1, 67}},
		{"what costs two in GSM-7 costs one in UCS-2", "中" + a("€", 69), Measure{UCS2, 1, 70, 70, 70}},
		{"decomposed é", "e\u0301", Measure{UCS2, 1, 1, 2, 70}},
		{"a family", "👨\u200d👩\u200d👧\u200d👦", Measure{UCS2, 1, 1, 11, 70}},
		{"a cluster is not split", a("a", 66) + "👍🏿" + "a", Measure{UCS2, 2, 68, 5, 67}},
		{"a cluster longer than a segment", "e" + a("\u0301", 99), Measure{UCS2, 2, 1, 100, 67}},
		{"the second segment overfilled", a("a", 10) + "e" + a("\u0301", 57) + "e" + a("\u0301", 19), Measure{UCS2, 2, 12, 78, 67}},
		{"lone surrogates", "\xed\xa0\xbd\xed\xa0\xbd\xed\xb8\x80", Measure{UCS2, 1, 3, 3, 70}},
		{"no UTF-8", "\xff\xed", Measure{UCS2, 1, 2, 2, 70}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := MeasureText(tt.text); got != tt.want {
				t.Errorf("MeasureText(%q) = %+v, want %+v", tt.text, got, tt.want)
			}
		})
	}
}

// A key typed in the editor measures a whole message again.
func TestMeasureTextAllocatesNothing(t *testing.T) {
	for _, text := range []string{longText("a"), longText("中"), longText("👩🏽\u200d🚀")} {
		if n := testing.AllocsPerRun(10, func() { MeasureText(text) }); n > 0 {
			t.Errorf("%v allocations for %.40q", n, text)
		}
	}
}

func FuzzSegments(f *testing.F) {
	for _, seed := range []string{
		"", "Your code is 123456", strings.Repeat("]", 154), "e\u0301\r\n👩🏽\u200d🚀", "\xed\xa0\xbd\xed", "\u0600a", "“…”",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m := MeasureText(text)
		if m.Segments < 1 || m.Characters > 2*len(text) || m.Used > max(m.Capacity, len(text)) {
			t.Errorf("MeasureText(%q) = %+v", text, m)
		}
		longer := MeasureText(text + "a")
		if longer.Encoding != m.Encoding || longer.Segments < m.Segments || longer.Characters < m.Characters {
			t.Errorf("MeasureText(%q) = %+v, with an a more %+v", text, m, longer)
		}
		var whole strings.Builder
		clusters := ClusterScanner{Text: text}
		for clusters.Scan() {
			whole.WriteString(text[clusters.start:clusters.end])
		}
		if whole.String() != text {
			t.Errorf("the clusters of %q make %q", text, whole.String())
		}
		found := NonGSMClusters(text)
		if (len(found) == 0) != (m.Encoding == GSM7) {
			t.Errorf("%q is %s with %d clusters that are not", text, m.Encoding, len(found))
		}
		for _, c := range found {
			if MeasureText(c.Replacement).Encoding != GSM7 || text[c.Offset:c.Offset+len(c.Cluster)] != c.Cluster {
				t.Errorf("a cluster of %q: %+v", text, c)
			}
		}
	})
}

func BenchmarkMeasureText(b *testing.B) {
	for _, bb := range []struct{ name, filler string }{{"GSM", "a"}, {"Chinese", "中"}, {"mixed", "a—"}, {"emoji", "👩🏽"}} {
		text := string([]rune(longText(bb.filler))[:1600])
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				MeasureText(text)
			}
		})
	}
}

func BenchmarkNonGSMClusters(b *testing.B) {
	text := longText("中")
	for b.Loop() {
		NonGSMClusters(text)
	}
}

// longText is 1,600 characters, the most that Twilio takes, with braces between
// them; filler is one character.
func longText(filler string) string {
	one := "{{code}} {{ application.name }} "
	return strings.Repeat(one+strings.Repeat(filler, 200-len(one)), 8)
}
