package wizard

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
)

// heard is a screen that writes down what it is told.
type heard struct {
	name string
	log  *[]string
}

func (h *heard) note(what string) tea.Cmd {
	*h.log = append(*h.log, h.name+" "+what)
	return nil
}

func (h *heard) Enter() tea.Cmd            { return h.note("enters") }
func (h *heard) Update(tea.Msg) tea.Cmd    { return h.note("updates") }
func (h *heard) View() view                { return view{text: h.name} }
func (h *heard) Resize(width, height int)  { h.note(fmt.Sprintf("is %d×%d", width, height)) }
func (h *heard) ShortHelp() []key.Binding  { return nil }
func (h *heard) Return() tea.Cmd           { return h.note("returns") }
func (h *heard) takePiece(p piece) tea.Cmd { return h.note(fmt.Sprint("takes ", p.id)) }

// other is a screen of another type, which neither listens nor returns.
type other struct{ screen }

// Where each way out of a screen leads, and what the screens are told.
func TestStack(t *testing.T) {
	var log []string
	named := func(name string) screen { return &heard{name, &log} }
	for name, c := range map[string]struct {
		do   func(*session)
		top  string
		want []string
	}{
		"show":               {func(s *session) { s.show(named("d")) }, "d", []string{"d is 80×24", "d enters"}},
		"replace":            {func(s *session) { s.replace(named("d")) }, "d", []string{"d is 80×24", "d enters"}},
		"replace and close":  {func(s *session) { s.replace(named("d")); log = nil; s.close() }, "b", []string{"b is 80×24"}},
		"close":              {func(s *session) { s.close() }, "b", []string{"b is 80×24"}},
		"close twice":        {func(s *session) { s.close(); log = nil; s.close() }, "a", []string{"a returns", "a is 80×24"}},
		"back past one":      {func(s *session) { s.close(); log = nil; backTo[*heard](s) }, "a", []string{"a is 80×24"}},
		"back to the top":    {func(s *session) { backTo[*heard](s) }, "c", []string{"c is 80×24"}},
		"a message":          {func(s *session) { s.update(coverMsg{}) }, "c", []string{"c updates"}},
		"a piece":            {func(s *session) { s.update(piece{id: 7}) }, "c", []string{"a takes 7", "c takes 7"}},
		"a size":             {func(s *session) { s.resize(40, 15) }, "c", []string{"c is 40×15"}},
		"a size, then close": {func(s *session) { s.resize(40, 15); log = nil; s.close() }, "b", []string{"b is 40×15"}},
	} {
		s := &session{stack: stack{width: 80, height: 24, screens: []screen{named("a"), other{named("b")}, named("c")}}}
		log = nil
		c.do(s)
		if top := s.top().View().text; top != c.top || !slices.Equal(log, c.want) {
			t.Errorf("%s: %s is shown, want %s; %q, want %q", name, top, c.top, log, c.want)
		}
	}
}

// toSale goes to the numbers that are for sale in a country where no area is asked for.
func toSale(country string) []action {
	return []action{press("enter", "enter", "enter"), answered, press("enter", "enter"), answered, press("enter"), answered,
		press("/"), typed(country), press("enter", "enter"), answered}
}

// Where no question was asked, Esc leads from the numbers to the countries.
func TestEscFromNumbersThatNothingWasAskedFor(t *testing.T) {
	o := newOptions(i18n.English)
	emptied(&o)
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(toSale("sweden")...)
		d.shows(d.m.tr.T("title.buy-number"))
		d.do(press("esc"))
		d.shows(d.m.tr.T("title.buy-country"))
	})
}

// A number that wants documents is not asked about, and not bought.
func TestNumberThatWantsDocumentsIsNotBought(t *testing.T) {
	o := newOptions(i18n.English)
	emptied(&o)
	driven(t, o, func(t *testing.T, d *direct) {
		d.do(append(toSale("germany"), press("down", "enter"), answered)...)
		d.shows(d.m.tr.T("title.buy-number"))
		before := d.screen()
		d.do(press("enter"), answered)
		if d.screen() != before {
			t.Errorf("Enter does something:\n%s", d.screen())
		}
	})
}

// Whatever panics, the token is not in what is printed.
func TestPanicHidesTheToken(t *testing.T) {
	fault := func() { panic("a fault with " + twiliosim.DemoAuthToken) }
	for name, do := range map[string]func(*Model){
		"an update": func(m *Model) { m.screens = []screen{faulty{m.top(), fault}}; m.Update(coverMsg{}) },
		"a view":    func(m *Model) { m.screens = []screen{faulty{m.top(), fault}}; m.View() },
		"a command": func(m *Model) { m.Update(guarded(func() tea.Msg { fault(); return nil })()) },
		"a feed": func(m *Model) {
			_, cmd := startFeed(m.session, func(*feed) error { fault(); return nil })
			m.Update(cmd())
		},
	} {
		o := newOptions(i18n.English)
		signedIn(&o)
		m := New(o)
		m.Init()
		m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		func() {
			defer func() {
				report := fmt.Sprint(recover())
				if !strings.Contains(report, "a fault") || strings.Contains(report, twiliosim.DemoAuthToken) {
					t.Errorf("%s: %s", name, report)
				}
			}()
			do(m)
		}()
	}
}

// faulty is a screen that panics.
type faulty struct {
	screen
	fault func()
}

func (f faulty) Update(tea.Msg) tea.Cmd { f.fault(); return nil }
func (f faulty) View() view             { f.fault(); return view{} }
