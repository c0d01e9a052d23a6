package editor

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// long is a text of n characters.
func long(sentence string, n int) string {
	return string([]rune(strings.Repeat(sentence, n/len([]rune(sentence))+1))[:n])
}

var sentences = []struct{ name, text string }{
	{"English", "Your code is {{code}}. "}, {"Chinese", "您的验证码是 {{code}}，请勿泄露。"},
}

// BenchmarkKey is a key in the middle of a text of 1,600 characters, with its drawing.
func BenchmarkKey(b *testing.B) {
	for _, s := range sentences {
		for _, keys := range [][2]tea.KeyPressMsg{{typed("x"), press("backspace")}, {press("alt+b"), press("alt+f")}, {press("up"), press("down")}} {
			b.Run(s.name+"/"+keys[0].String(), func(b *testing.B) {
				m := editorOf(long(s.text, 1600), 70, 8)
				m.move(800)
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					m.Update(keys[i%2])
					_ = m.View()
				}
			})
		}
	}
}

// BenchmarkPaste is a paste of 10,000 characters into an empty text, with its drawing.
func BenchmarkPaste(b *testing.B) {
	for _, s := range sentences {
		b.Run(s.name, func(b *testing.B) {
			paste := tea.PasteMsg{Content: long(s.text, 10000)}
			b.ReportAllocs()
			for b.Loop() {
				m := editorOf("", 70, 8)
				m.Update(paste)
				_ = m.View()
			}
		})
	}
}
