package wizard

import (
	"fmt"
	"strings"
	"testing"
	"testing/synctest"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
)

// scene is a piece of a walk, with the screens that are looked at.
type scene struct {
	golden  string // the name of the file that holds them
	name    string
	options []func(*Options)
	actions []action
}

// size is the size of a terminal.
type size struct{ width, height int }

func (s size) String() string { return fmt.Sprintf("%dx%d", s.width, s.height) }

// sizes are those at which every screen is looked at; the first is where the
// walk goes on.
func sizes() []size { return []size{{80, 24}, {120, 40}, {40, 15}} }

// TestScreens holds what a terminal shows against testdata: every step and
// state, in both languages, at three sizes. With -update it writes them.
func TestScreens(t *testing.T) {
	for _, name := range goldens() {
		t.Run(name, func(t *testing.T) {
			for _, lang := range []i18n.Lang{i18n.English, i18n.Chinese} {
				screens := map[size]*strings.Builder{}
				for _, s := range scenes() {
					if s.golden == name {
						t.Run("", func(t *testing.T) { play(t, s, lang, screens) }) // ends in its own folder
					}
				}
				for _, at := range sizes() {
					t.Run(fmt.Sprintf("%s-%s", lang, at), func(t *testing.T) {
						golden.RequireEqual(t, screens[at].String())
					})
				}
			}
		})
	}
}

// goldens are the names of the files, in the order of the walk.
func goldens() []string {
	var names []string
	for _, s := range scenes() {
		if len(names) == 0 || names[len(names)-1] != s.golden {
			names = append(names, s.golden)
		}
	}
	return names
}

// play plays a scene in a terminal and adds its screens.
func play(t *testing.T, s scene, lang i18n.Lang, screens map[size]*strings.Builder) {
	folder(t)
	synctest.Test(t, func(t *testing.T) {
		x := newTerminal(t, s.start(lang), look{profile: colorprofile.TrueColor})
		defer x.close()
		first := true
		for _, a := range s.actions {
			if a.do != nil {
				a.do(x)
				continue
			}
			x.look(s.name+": "+a.shot, first, screens)
			first = false
		}
	})
}

// look checks the screen and adds it to the files, at every size; in a large
// terminal only the first of a scene.
func (x *terminal) look(name string, first bool, screens map[size]*strings.Builder) {
	for i, at := range sizes() {
		if at.height == 40 && !first {
			continue
		}
		if i > 0 {
			x.resize(at.width, at.height)
		}
		x.check(name)
		if screens[at] == nil {
			screens[at] = &strings.Builder{}
		}
		fmt.Fprintf(screens[at], "=== %s\n%s", name, x.screen())
	}
	x.resize(80, 24)
}

// start are the options that a scene starts with.
func (s scene) start(lang i18n.Lang) Options {
	o := newOptions(lang)
	for _, change := range s.options {
		change(&o)
	}
	return o
}

// check looks for what is wrong on every screen.
func (x *terminal) check(name string) {
	x.t.Helper()
	width, height := x.emu.Width(), x.emu.Height()
	screen := x.screen()
	shown, _, _ := strings.Cut(screen, "[cursor")
	fail := func(format string, args ...any) {
		x.t.Helper()
		x.t.Errorf("%s at %d×%d: %s\n%s", name, width, height, fmt.Sprintf(format, args...), screen)
	}
	x.inspect(func(m *Model) {
		lines := strings.Split(m.View().Content, "\n")
		if len(lines) > height {
			fail("%d lines", len(lines))
		}
		for i, line := range lines {
			if w := lipgloss.Width(line); w > width {
				fail("line %d takes %d cells", i+1, w)
			}
		}
		if want := plain(m); strings.TrimRight(shown, "\n") != strings.TrimRight(want, "\n") {
			fail("the terminal does not show what was drawn:\n%s", want)
		}
		if missing := m.unseen(shown); missing != "" {
			fail("the line with the focus is not in sight: %q", missing)
		}
	})
	if strings.Contains(shown, "⟦") {
		fail("a text is missing")
	}
	if leaked(shown) {
		fail("the token is shown")
	}
}

// leaked reports whether a text holds a good part of the token, however wrapped.
func leaked(text string) bool {
	return strings.Contains(squeezed(text), twiliosim.DemoAuthToken[:12])
}

// unseen is the line of the step that the keys act on, where a screen does not
// show it.
func (m *Model) unseen(screen string) string {
	if m.quitting != nil || m.helpOn || m.term.tooSmall() {
		return ""
	}
	for _, line := range strings.Split(ansi.Strip(m.top().View().text), "\n") {
		line = strings.TrimRight(line, " ")
		if (strings.HasPrefix(line, "┃ ›") || strings.HasPrefix(line, "› ")) && !strings.Contains(screen, line) {
			return line
		}
	}
	return ""
}
