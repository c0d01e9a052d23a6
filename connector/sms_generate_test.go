package connector

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// textMaker makes texts that are likely to show a difference in rendering, in
// grapheme clusters or at the edge of a segment. Texts are UTF-16, as in
// JavaScript, so that surrogates can stand alone.
type textMaker struct{ rng *rand.Rand }

// The pieces that texts are made of.
var (
	bracePieces = []string{
		"{", "}", "{{", "}}", "{{{", "}}}", "{{code}}", "{{ code }}", "{{code.x}}", "{{code.length}}", "{{.code}}",
		"{{code.}}", "{{application}}", "{{application.name}}", "{{application..name}}", "{{user.profile.givenName}}",
		"{{nothing}}", "{{user.avatar}}", "{{low}}", "{{high}}", "{{empty}}", "code", ".", "_", "é", "K", "ſ", "٣",
	}
	blankPieces = []string{
		" ", "\t", "\n", "\v", "\f", "\r", "\u00a0", "\u1680", "\u2000", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f",
		"\u3000", "\ufeff", "\u0085", "\u180e", "\u200b", "\u2060", "\x1f", "\x00",
	}
	clusterPieces = []string{
		"👨\u200d👩\u200d👧\u200d👦", "👩🏽\u200d🚀", "👍🏿", "🇩🇪", "🇩", "🏽", "❤\ufe0f", "❤\ufe0f\u200d🔥", "1\ufe0f\u20e3",
		"🏴\U000e0067\U000e0062\U000e007f", "e\u0301", "ก\u0e33", "நி", "\u0600", "\u1100", "\u1161", "\u11a8", "가", "각",
		"\r\n", "\r", "\n", "\u200d", "\u0300", "\u0903", "🧑\u200d🎄", "☝\ufe0f🏼", "☝🏼", "😀", "中", "—", "`", "\u00ad",
	}
	// A member of each class, so that short texts meet every rule.
	classPieces = []string{
		"a", "\x01", "\u0300", "\u0600", "\u0903", "\u1100", "\u1161", "\u11a8", "가", "각", "\u200d", "🇦", "☝", "🏻", "👩", "❤",
	}
	edgePieces = []string{"a", "a", "a", "0", "@", "é", "Ω", "\n", "\r\n", "€", "]", "{", "~", "\f"}
)

// make makes the text of one of the kinds by turns.
func (m textMaker) make(i int) []uint16 {
	switch i % 6 {
	case 0:
		var text []uint16
		for range m.rng.IntN(8) {
			text = append(text, m.mix(m.rng.IntN(6), bracePieces, bracePieces, blankPieces)...)
			text = append(text, m.placeholder()...)
		}
		return text
	case 1: // GSM-7, about one, two or three segments
		return m.fill(153*(1+m.rng.IntN(3))-10+m.rng.IntN(20), edgePieces)
	case 2: // UCS-2, likewise
		return m.fill(67*(1+m.rng.IntN(3))-8+m.rng.IntN(16), edgePieces, clusterPieces)
	case 3: // of four classes, so that long clusters come about
		var few []string
		for range 4 {
			few = append(few, classPieces[m.rng.IntN(len(classPieces))])
		}
		return m.mix(1+m.rng.IntN(20), few)
	case 4: // clusters of dozens of units
		var text []uint16
		for range 1 + m.rng.IntN(6) {
			text = append(text, m.mix(m.rng.IntN(9), edgePieces)...)
			text = append(text, 'e')
			text = append(text, slices.Repeat([]uint16{0x0301}, m.rng.IntN(90))...)
		}
		return text
	}
	return m.mix(m.rng.IntN(120), bracePieces, blankPieces, clusterPieces, edgePieces, nil, nil)
}

// placeholder makes what is a placeholder if its blanks are JavaScript's.
func (m textMaker) placeholder() []uint16 {
	names := []string{"code", "user.name", "code.", "nothing", "low", "empty"}
	text := utf16.Encode([]rune("{{"))
	text = append(text, m.mix(m.rng.IntN(3), blankPieces)...)
	text = append(text, m.mix(1, names)...)
	text = append(text, m.mix(m.rng.IntN(3), blankPieces)...)
	return append(text, '}', '}')
}

// mix puts n pieces of the kinds in a row; a nil kind stands for code points
// from anywhere.
func (m textMaker) mix(n int, kinds ...[]string) []uint16 {
	var text []uint16
	for range n {
		text = append(text, m.piece(kinds)...)
	}
	return text
}

// fill puts pieces in a row until there are n units.
func (m textMaker) fill(n int, kinds ...[]string) []uint16 {
	var text []uint16
	for len(text) < n {
		text = append(text, m.piece(kinds)...)
	}
	return text
}

// piece chooses a piece of one of the kinds.
func (m textMaker) piece(kinds [][]string) []uint16 {
	kind := kinds[m.rng.IntN(len(kinds))]
	if kind != nil {
		return utf16.Encode([]rune(kind[m.rng.IntN(len(kind))]))
	}
	switch m.rng.IntN(4) {
	case 0: // a surrogate, which may meet its other half
		return []uint16{uint16(0xD800 + m.rng.IntN(0x800))}
	case 1: // at either end of a range of marks, which join what stands before them
		b := unicode.M.R16[m.rng.IntN(len(unicode.M.R16))]
		ends := []rune{rune(b.Lo) - 1, rune(b.Lo), rune(b.Hi), rune(b.Hi) + 1}
		return utf16.Encode([]rune{max(0, ends[m.rng.IntN(len(ends))])})
	case 2:
		return utf16.Encode([]rune{rune(m.rng.IntN(0x3100))})
	}
	return utf16.Encode([]rune{rune(m.rng.IntN(utf8.MaxRune + 1))})
}

// fromUTF16 writes a JavaScript string as [Value] holds it.
func fromUTF16(units []uint16) string {
	var out []byte
	for i := 0; i < len(units); i++ {
		unit := rune(units[i])
		if i+1 < len(units) {
			if r := utf16.DecodeRune(unit, rune(units[i+1])); r != utf8.RuneError {
				out = utf8.AppendRune(out, r)
				i++
				continue
			}
		}
		if utf16.IsSurrogate(unit) {
			out = append(out, 0xED, byte(0x80|unit>>6&0x3F), byte(0x80|unit&0x3F))
			continue
		}
		out = utf8.AppendRune(out, unit)
	}
	return string(out)
}

// jsonString writes a JavaScript string as JSON, every unit as an escape.
func jsonString(units []uint16) string {
	const hex = "0123456789abcdef"
	var out strings.Builder
	out.WriteByte('"')
	for _, u := range units {
		out.Write([]byte{'\\', 'u', hex[u>>12], hex[u>>8&0xF], hex[u>>4&0xF], hex[u&0xF]})
	}
	out.WriteByte('"')
	return out.String()
}
