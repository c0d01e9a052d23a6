package wizard

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"logto-twilio/ui/i18n"
)

// keyMap are the keys of the wizard. A screen offers only those that do something now.
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
	Buy, Look, OtherFormat                  key.Binding
	ShowAll, AddIt, MoveIt, Region          key.Binding

	Plain   key.Binding
	Editing []key.Binding // what help says of a text: its keys, which ui/editor takes, and a mark
}

// newKeys names the keys in a language.
func newKeys(p i18n.Printer) keyMap {
	bind := func(name, shown string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, p.T("key."+name)))
	}
	shown := func(name, keys string) key.Binding { return bind(name, keys, keys) }
	return keyMap{
		Next:        bind("next", "enter", "enter"),
		Back:        bind("back", "esc", "esc"),
		Quit:        bind("quit", "ctrl+c", "ctrl+c"),
		Help:        bind("help", "f1", "f1", "ctrl+g"),
		CloseHelp:   bind("close", "esc", "esc", "f1", "ctrl+g", "enter"),
		Open:        bind("open", "ctrl+o", "ctrl+o"),
		Reveal:      bind("reveal", "ctrl+r", "ctrl+r"),
		Suspend:     bind("suspend", "ctrl+z", "ctrl+z"),
		Up:          bind("up", "↑", "up"),
		Down:        bind("down", "↓", "down"),
		Tab:         bind("tab", "tab", "tab"),
		ShiftTab:    bind("shifttab", "shift+tab", "shift+tab"),
		Cancel:      bind("cancel", "esc", "esc"),
		Retry:       bind("retry", "r", "r"),
		SkipTest:    bind("skip", "ctrl+s", "ctrl+s"),
		ByHand:      bind("byhand", "m", "m"),
		Filter:      bind("filter", "/", "/"),
		Edit:        bind("edit", "e", "e"),
		Toggle:      bind("toggle", "space", "space"),
		Default:     bind("default", "d", "d"),
		Language:    bind("language", "l", "l"),
		Undo:        bind("undo", "u", "u"),
		Rename:      bind("rename", "c", "c"),
		AddAll:      bind("addall", "a", "a"),
		Keep:        bind("keep", "esc", "esc"),
		Discard:     bind("discard", "ctrl+x", "ctrl+x"),
		NewLine:     bind("newline", "enter", "enter"),
		Change:      bind("change", "←→", "left", "right"),
		Stop:        bind("stop", "esc", "esc"),
		Page:        bind("page", "pgup/pgdn", "pgup", "pgdown"),
		Jump:        bind("jump", "1-9", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		Scroll:      bind("scroll", "↑↓", "up", "down"),
		Yes:         bind("yes", "y", "y", "Y"),
		Save:        bind("save", "enter", "enter"),
		New:         bind("new", "n", "n"),
		Create:      bind("create", "enter", "enter", "n"),
		CreateIt:    bind("create-it", "enter", "enter"),
		Numbers:     bind("numbers", "a", "a"),
		Buy:         bind("buy", "b", "b"),
		Look:        bind("look", "enter", "enter"),
		ShowAll:     bind("show-all", "esc", "esc"),
		AddIt:       bind("add-it", "enter", "enter"),
		MoveIt:      bind("move-it", "enter", "enter"),
		OtherFormat: bind("other-form", "tab", "tab"),
		Region:      bind("region", "ctrl+t", "ctrl+t"),
		Finish:      bind("finish", "enter", "enter"),
		No:          bind("no", "n", "n", "N"),
		Plain:       bind("plain", "ctrl+r", "ctrl+r"),
		Editing: []key.Binding{
			shown("by-word", "ctrl+←→"), shown("line-ends", "home/end"), shown("text-ends", "alt+</>"),
			shown("word-left", "ctrl+w"), shown("word-right", "alt+d"), shown("line-left", "ctrl+u"), shown("line-right", "ctrl+k"),
			shown("yank", "ctrl+y"), shown("undo", "ctrl+_"), shown("redo", "alt+/"), shown("segment", "┤2├"),
		},
	}
}

// keyLine is what the keys do now.
func (m *Model) keyLine() string { return " " + m.footer.ShortHelpView(m.shownKeys()) }

// shownKeys are the keys that fit into the line. Help is always among them: it lists
// all keys.
func (m *Model) shownKeys() []key.Binding {
	k := m.keys
	switch {
	case m.quitting != nil:
		return m.fitting(m.quitting.keys(), nil)
	case m.helpOn:
		return m.fitting(append(m.helpPane.scrolls(k), k.CloseHelp, k.Open), []key.Binding{k.Quit}, nil)
	}
	return m.fitting(m.top().ShortHelp(), []key.Binding{k.Help, k.Quit}, []key.Binding{k.Help})
}

// fitting leaves out the last keys where the line is too short, and adds the first of
// the ends that fits.
func (m *Model) fitting(keys []key.Binding, ends ...[]key.Binding) []key.Binding {
	for n := len(keys); n >= 0; n-- {
		for _, end := range ends {
			line := append(slices.Clone(keys[:n]), end...)
			if m.lineWidth(line) <= m.term.width-2 {
				return line
			}
		}
	}
	return nil
}

// lineWidth is the width of the keys and the separators, in cells.
func (m *Model) lineWidth(keys []key.Binding) int {
	width := 0
	for _, k := range keys {
		if h := k.Help(); k.Enabled() {
			width += lipgloss.Width(h.Key+" "+h.Desc) + lipgloss.Width(m.footer.ShortSeparator)
		}
	}
	return width - lipgloss.Width(m.footer.ShortSeparator)
}

// global takes the keys that mean the same everywhere.
func (m *Model) global(msg tea.KeyPressMsg) (handled bool, cmd tea.Cmd) {
	if m.term.tooSmall() {
		return true, m.blindKey(msg)
	}
	if !m.helpOn && m.quitting == nil && m.scrollBy(msg) {
		return true, nil
	}
	switch {
	case key.Matches(msg, m.keys.Suspend):
		if m.Suspend {
			cmd = tea.Suspend
		}
		return true, cmd
	case m.quitting != nil:
		return true, m.updateQuit(msg)
	case key.Matches(msg, m.keys.Quit):
		return true, m.askToQuit()
	case m.helpOn:
		return true, m.updateHelp(msg)
	case key.Matches(msg, m.keys.Help):
		m.showHelp(true)
		return true, nil
	case key.Matches(msg, m.keys.Open):
		return true, m.openLink(m.shownLink())
	}
	return false, nil
}

// blindKey takes a key while the terminal is too small to draw anything: only suspend
// and quit work, for nobody can see what another key would do. To leave, ctrl+c is
// pressed twice.
func (m *Model) blindKey(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.Suspend) && m.Suspend:
		return tea.Suspend
	case !key.Matches(msg, m.keys.Quit):
		return nil
	case m.quitting != nil:
		return m.quitNow(false)
	}
	return m.askToQuit()
}
