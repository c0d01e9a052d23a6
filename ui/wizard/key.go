package wizard

import (
	"charm.land/bubbles/v2/key"

	"logto-twilio/ui/i18n"
)

// keyMap are the keys of the wizard. A step offers those that do something in
// its present state, so that the line at the bottom is true.
type keyMap struct {
	Next, Back, Quit, Help, Open, Reveal, Suspend key.Binding

	Up, Down, Tab, ShiftTab key.Binding

	Cancel, Retry, SkipTest, ByHand, Filter key.Binding
	Edit, Toggle, Default, Language, Undo   key.Binding
	Rename, AddAll, Keep, Discard, NewLine  key.Binding
	Change, Stop, Page                      key.Binding
	Jump, Scroll, Yes, No, CloseHelp        key.Binding
	Save, Finish                            key.Binding
	New, Create, CreateIt, Numbers          key.Binding
	Buy, Look, OtherForm                    key.Binding
	ShowAll, AddIt, MoveIt, Region          key.Binding
}

// newKeys names the keys in a language.
func newKeys(p i18n.Printer) keyMap {
	bind := func(name, shown string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, p.T("key."+name)))
	}
	return keyMap{
		Next:      bind("next", "enter", "enter"),
		Back:      bind("back", "esc", "esc"),
		Quit:      bind("quit", "ctrl+c", "ctrl+c"),
		Help:      bind("help", "f1", "f1", "ctrl+g"),
		CloseHelp: bind("close", "esc", "esc", "f1", "ctrl+g", "enter"),
		Open:      bind("open", "ctrl+o", "ctrl+o"),
		Reveal:    bind("reveal", "ctrl+r", "ctrl+r"),
		Suspend:   bind("suspend", "ctrl+z", "ctrl+z"),
		Up:        bind("up", "↑", "up"),
		Down:      bind("down", "↓", "down"),
		Tab:       bind("tab", "tab", "tab"),
		ShiftTab:  bind("shifttab", "shift+tab", "shift+tab"),
		Cancel:    bind("cancel", "esc", "esc"),
		Retry:     bind("retry", "r", "r"),
		SkipTest:  bind("skip", "ctrl+s", "ctrl+s"),
		ByHand:    bind("byhand", "m", "m"),
		Filter:    bind("filter", "/", "/"),
		Edit:      bind("edit", "e", "e"),
		Toggle:    bind("toggle", "space", "space"),
		Default:   bind("default", "d", "d"),
		Language:  bind("language", "l", "l"),
		Undo:      bind("undo", "u", "u"),
		Rename:    bind("rename", "c", "c"),
		AddAll:    bind("addall", "a", "a"),
		Keep:      bind("keep", "esc", "esc"),
		Discard:   bind("discard", "ctrl+x", "ctrl+x"),
		NewLine:   bind("newline", "enter", "enter"),
		Change:    bind("change", "←→", "left", "right"),
		Stop:      bind("stop", "esc", "esc"),
		Page:      bind("page", "pgup/pgdn", "pgup", "pgdown"),
		Jump:      bind("jump", "1-9", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		Scroll:    bind("scroll", "↑↓", "up", "down"),
		Yes:       bind("yes", "y", "y", "Y"),
		Save:      bind("save", "enter", "enter"),
		New:       bind("new", "n", "n"),
		Create:    bind("create", "enter", "enter", "n"),
		CreateIt:  bind("create-it", "enter", "enter"),
		Numbers:   bind("numbers", "a", "a"),
		Buy:       bind("buy", "b", "b"),
		Look:      bind("look", "enter", "enter"),
		ShowAll:   bind("show-all", "esc", "esc"),
		AddIt:     bind("add-it", "enter", "enter"),
		MoveIt:    bind("move-it", "enter", "enter"),
		OtherForm: bind("other-form", "tab", "tab"),
		Region:    bind("region", "ctrl+t", "ctrl+t"),
		Finish:    bind("finish", "enter", "enter"),
		No:        bind("no", "n", "n", "N"),
	}
}
