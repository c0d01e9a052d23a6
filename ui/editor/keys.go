package editor

import "charm.land/bubbles/v2/key"

// KeyMap are the keys of an editor. Their help is empty: a program says in its own
// words, and its own language, what they do.
type KeyMap struct {
	Left, Right, Up, Down            key.Binding // by a character, by a row
	WordLeft, WordRight              key.Binding // to the beginning of a word, to the end of one
	LineStart, LineEnd               key.Binding // of what stands between two line ends
	PageUp, PageDown                 key.Binding
	TextStart, TextEnd               key.Binding
	DeleteLeft, DeleteRight          key.Binding // a character
	DeleteWordLeft, DeleteWordRight  key.Binding
	DeleteToBlank                    key.Binding // to the left, as far as a word of Chinese or a blank
	DeleteLineLeft, DeleteLineRight  key.Binding
	Yank                             key.Binding // puts in what the last of these took away
	NewLine, Undo, Redo, FromOutside key.Binding // the last: what the terminal has copied
}

// DefaultKeys are the keys of readline, and those of the arrows and their block.
func DefaultKeys() KeyMap {
	bind := func(keys ...string) key.Binding { return key.NewBinding(key.WithKeys(keys...)) }
	return KeyMap{
		Left:            bind("left", "ctrl+b"),
		Right:           bind("right", "ctrl+f"),
		Up:              bind("up", "ctrl+p"),
		Down:            bind("down", "ctrl+n"),
		WordLeft:        bind("ctrl+left", "alt+left", "alt+b"),
		WordRight:       bind("ctrl+right", "alt+right", "alt+f"),
		LineStart:       bind("home", "ctrl+a"),
		LineEnd:         bind("end", "ctrl+e"),
		PageUp:          bind("pgup"),
		PageDown:        bind("pgdown"),
		TextStart:       bind("ctrl+home", "alt+<"),
		TextEnd:         bind("ctrl+end", "alt+>"),
		DeleteLeft:      bind("backspace", "ctrl+h", "shift+backspace"),
		DeleteRight:     bind("delete", "ctrl+d"),
		DeleteWordLeft:  bind("alt+backspace", "ctrl+backspace"),
		DeleteWordRight: bind("alt+d", "alt+delete", "ctrl+delete"),
		DeleteToBlank:   bind("ctrl+w"),
		DeleteLineLeft:  bind("ctrl+u"),
		DeleteLineRight: bind("ctrl+k"),
		Yank:            bind("ctrl+y"),
		NewLine:         bind("enter", "shift+enter", "alt+enter", "ctrl+j"),
		Undo:            bind("ctrl+_", "ctrl+/", "ctrl+-"),
		Redo:            bind("alt+/", "alt+_", "ctrl+shift+z"),
		FromOutside:     bind("ctrl+v"),
	}
}
