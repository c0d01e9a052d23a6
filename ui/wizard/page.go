package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
)

// page is a text that may be longer than the room for it, and scrolls. It stays
// where it was scrolled to when the terminal was large enough for all in between.
type page struct {
	view viewport.Model
	at   int
}

func newPage() page { return page{view: viewport.New()} }

// fit lays a text out in the room there is.
func (p *page) fit(width, height int, text string) {
	p.view.SetWidth(width)
	p.view.SetHeight(height)
	p.view.SetContent(text)
	p.view.SetYOffset(p.at)
}

// fitUpTo lays a text out in the lines that it takes, up to so many: what stands
// below it follows at once.
func (p *page) fitUpTo(width, most int, text string) {
	p.fit(width, max(min(most, strings.Count(text, "\n")+1), 3), text)
}

// shown is the part of the text that there is room for.
func (p *page) shown(s *styles) string {
	lines := strings.Split(p.view.View(), "\n")
	sayMore(lines, !p.view.AtTop(), !p.view.AtBottom(), s)
	return strings.Join(lines, "\n")
}

// update takes a key that may scroll.
func (p *page) update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	p.view, cmd = p.view.Update(msg)
	p.at = p.view.YOffset()
	return cmd
}

// scrolls are the keys that scroll, where there is more than is seen.
func (p *page) scrolls(k keyMap) []key.Binding {
	if p.view.TotalLineCount() > p.view.Height() {
		return []key.Binding{k.Scroll}
	}
	return nil
}
