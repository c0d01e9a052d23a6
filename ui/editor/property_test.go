package editor

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// play presses keys that bytes stand for, and holds the editor against what each
// must do.
func play(t *testing.T, m *Model, keys []byte) {
	t.Helper()
	names := keyNames()
	first := m.Value()
	for _, k := range keys {
		before, cursor := m.Value(), m.text.offset(m.cursor)
		var did string
		switch n := int(k); {
		case n < len(names)*4:
			did = names[n%len(names)]
			m.Update(press(did))
		case n < 240:
			s := texts[n%len(texts)]
			s = s[:min(len(s), n%29)]
			did = fmt.Sprintf("%+q", s)
			m.Update(tea.PasteMsg{Content: s})
		case n < 250:
			did = []string{"x", " ", "字", "\u0301", "\u200d", "🇨", "👍", "🏽", "{", "。"}[n-240]
			m.Update(typed(did))
			if want := before[:cursor] + did + before[cursor:]; m.Value() != want {
				t.Fatalf("%+q typed at %d of %+q is %+q", did, cursor, before, m.Value())
			}
		default:
			did = "resize"
			m.SetSize(2+n%50, 1+n%7)
		}
		if !holds(before, cursor, m.Value(), m.text.offset(m.cursor), did) {
			t.Fatalf("%s at %d of %+q: %+q", did, cursor, before, m.Value())
		}
		check(t, m)
	}
	for range len(m.history.done) {
		m.Update(press("ctrl+_"))
	}
	if m.Value() != first {
		t.Fatalf("all undone, the text is %+q, want %+q", m.Value(), first)
	}
	check(t, m)
}

// holds reports whether a key did no more than a key of its name may.
func holds(before string, at int, after string, cursor int, did string) bool {
	k := DefaultKeys()
	switch {
	case did == k.Undo.Keys()[0] || did == k.Redo.Keys()[0] || did == k.Yank.Keys()[0]:
		return true
	case strings.HasPrefix(did, "backspace"), strings.HasSuffix(did, "delete"), strings.HasPrefix(did, "alt+backspace"),
		did == "ctrl+w", did == "ctrl+u", did == "alt+d", did == "ctrl+k":
		lost := len(before) - len(after)
		if lost == 0 {
			return after == before
		}
		left := lost <= at && before[:at-lost]+before[at:] == after
		right := at+lost <= len(before) && before[:at]+before[at+lost:] == after
		return left || right
	case did == "enter":
		return after == before[:at]+"\n"+before[at:]
	case len(after) > len(before):
		return strings.HasPrefix(after, before[:at]) && strings.HasSuffix(after, before[at:])
	}
	return after == before && cursor <= len(after)
}

func TestNoKeysHurtTheText(t *testing.T) {
	for n := range 10 * len(texts) {
		r := rand.New(rand.NewPCG(uint64(n), 0))
		m := editorOf(texts[n%len(texts)], 2+r.IntN(60), 1+r.IntN(8))
		if n%2 == 0 {
			m.Marks = marked
		}
		keys := make([]byte, 40)
		for i := range keys {
			keys[i] = byte(r.IntN(256))
		}
		play(t, m, keys)
	}
}

func FuzzKeys(f *testing.F) {
	for i, s := range texts {
		f.Add(s, uint8(10+i), uint8(3), []byte{0, 40, 90, 120, 200, 241, 245, byte(i), 19, 20, 21})
	}
	f.Fuzz(func(t *testing.T, s string, width, height uint8, keys []byte) {
		if len(s) > 2000 || len(keys) > 100 {
			return
		}
		m := editorOf(s, int(width%100), int(height%10))
		m.Marks = marked
		check(t, m)
		play(t, m, keys)
	})
}

func TestUndoneAndDoneAgain(t *testing.T) {
	for n := range 50 {
		r := rand.New(rand.NewPCG(uint64(n), 1))
		m := editorOf(texts[n%len(texts)], 20, 4)
		for range 30 {
			names := keyNames()
			m.Update(press(names[r.IntN(len(names)-2)]))
			m.Update(typed(string([]rune("ab 字，🇨")[r.IntN(6)])))
		}
		last, steps := m.Value(), len(m.history.done)
		for range steps {
			m.Update(press("ctrl+/"))
		}
		for range steps {
			m.Update(press("alt+/"))
		}
		if m.Value() != last {
			t.Errorf("all undone and done again is %+q, want %+q", m.Value(), last)
		}
	}
}
