package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
)

// pane is a text that scrolls. It keeps its place while the terminal is so large that
// all is in sight.
type pane struct {
	view viewport.Model
	at   int
}

func newPane() pane { return pane{view: viewport.New()} }

// fit puts a text into the room there is.
func (p *pane) fit(width, height int, text string) {
	p.view.SetWidth(width)
	p.view.SetHeight(height)
	p.view.SetContent(text)
	p.view.SetYOffset(p.at)
}

// fitUpTo takes the lines that the text needs, at most so many: what stands below it
// follows directly.
func (p *pane) fitUpTo(width, most int, text string) {
	p.fit(width, max(min(most, strings.Count(text, "\n")+1), 3), text)
}

// shown is the part of the text that there is room for.
func (p *pane) shown(s *styles) string {
	lines := strings.Split(p.view.View(), "\n")
	sayMore(lines, !p.view.AtTop(), !p.view.AtBottom(), s)
	return strings.Join(lines, "\n")
}

// update takes a key that may scroll.
func (p *pane) update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	p.view, cmd = p.view.Update(msg)
	p.at = p.view.YOffset()
	return cmd
}

// scrolls are the keys that scroll, where there is more than is seen.
func (p *pane) scrolls(k keyMap) []key.Binding {
	if p.more() {
		return []key.Binding{k.Scroll}
	}
	return nil
}

// more reports whether there is more than is seen.
func (p *pane) more() bool { return p.view.TotalLineCount() > p.view.Height() }

// window cuts a text to height lines so that the lines from top to bottom are in sight,
// then moves it by scroll. The first and the last line say if there is more.
func window(text string, height, top, bottom, scroll int, s *styles) string {
	lines := strings.Split(text, "\n")
	if len(lines) <= height || height < 1 {
		return text
	}
	from := bottom - height + 1
	if bottom < len(lines)-1 {
		from++ // the last line says that there is more
	}
	from = max(min(from, top-1), 0) // and so does the first
	from = min(max(from+scroll, 0), len(lines)-height)
	shown := append([]string(nil), lines[from:from+height]...)
	sayMore(shown, from > 0, from+height < len(lines), s)
	return strings.Join(shown, "\n")
}

// sayMore replaces the first or the last line in sight where there is more.
func sayMore(shown []string, above, below bool, s *styles) {
	if len(shown) < 3 {
		return
	}
	if above {
		shown[0] = s.Dim.Render("  ↑ …")
	}
	if below {
		shown[len(shown)-1] = s.Dim.Render("  ↓ …")
	}
}

// scrollBy moves a body that is longer than the screen by half of it, on the page
// keys; any other key brings it back.
func (m *Model) scrollBy(msg tea.KeyPressMsg) bool {
	over := 0
	if key.Matches(msg, m.keys.Page) { // for other keys, spare the drawing
		over = strings.Count(m.top().View().text, "\n") + 1 - m.term.bodyHeight
	}
	if over <= 0 {
		m.scroll = 0
		return false
	}
	by := max(m.term.bodyHeight/2, 1)
	if msg.Code == tea.KeyPgUp {
		by = -by
	}
	m.scroll = min(max(m.scroll+by, -over), over)
	return true
}
