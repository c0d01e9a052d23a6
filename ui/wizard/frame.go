package wizard

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"logto-twilio/ui/walk"
)

// View draws the screen: header, rail, body, help, keys.
func (m *Model) View() tea.View {
	defer m.maskPanic()
	v := tea.NewView("")
	v.AltScreen = true
	v.WindowTitle = "logto-twilio"
	switch {
	case m.term.width == 0: // the size is not known yet
		return v
	case m.term.tooSmall():
		v.SetContent(m.tooSmall())
		return v
	}
	body := m.body()
	x := 1
	blank, rule := column{width: 1}, column{m.rule(), 1}
	columns := []column{blank, {body.text, m.term.bodyWidth + 1}}
	if m.term.rail > 0 {
		columns = append([]column{{m.rail(), m.term.rail - 1}, rule}, columns...)
		x += m.term.rail
	}
	if m.term.panel > 0 {
		columns = append(columns, rule, blank, column{m.panel(), m.term.panel - 2})
	}
	parts := []string{m.header()}
	if m.term.rail == 0 {
		parts = append(parts, m.progress())
	}
	if m.term.roomy {
		parts = append(parts, "")
	}
	y := len(parts)
	parts = append(parts, beside(m.term.bodyHeight, columns...), m.noticeLine(), m.keyLine())
	v.SetContent(strings.Join(parts, "\n"))
	if body.cursor != nil && m.quitting == nil && !m.helpOn {
		v.Cursor = body.cursor
		v.Cursor.X += x
		v.Cursor.Y += y
	}
	return v
}

// rule is the line between columns.
func (m *Model) rule() string {
	return strings.TrimSpace(strings.Repeat(m.styles.Dim.Render("│")+"\n", m.term.bodyHeight))
}

// body is the step, or what covers it, cut to the room there is.
func (m *Model) body() view {
	switch {
	case m.quitting != nil:
		return view{text: m.quitting.view()}
	case m.helpOn:
		return view{text: m.helpPage.shown(m.styles)}
	}
	v := m.top().View()
	v.text = window(v.text, m.term.bodyHeight, v.top, v.bottom, m.scroll, m.styles)
	return v
}

// scrollBy moves a body that is longer than the screen by half of it, on the page
// keys; any other key brings it back.
func (m *Model) scrollBy(msg tea.KeyPressMsg) bool {
	over := 0
	if key.Matches(msg, m.keys.Page) { // else the step need not be drawn to be measured
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

func (m *Model) tooSmall() string {
	size := m.tr.T("frame.too-small", "width", m.term.width, "height", m.term.height, "minWidth", minWidth, "minHeight", minHeight)
	if m.quitting != nil {
		size = m.tr.T("frame.too-small-quit")
	}
	return lipgloss.NewStyle().MaxHeight(m.term.height).Render(wrap(size, m.term.width))
}

// header names the program, and what it is that is not the usual case.
func (m *Model) header() string {
	left := m.styles.Badge.Render("logto-twilio")
	switch {
	case m.Demo:
		left += m.styles.DemoBadge.Render(m.tr.T("frame.demo"))
	case m.BaseURL != "":
		left += m.styles.DemoBadge.Render(cut(m.BaseURL, max(12, m.term.width-20)))
	}
	about := m.tr.T("frame.about")
	if m.Demo {
		about = m.tr.T("frame.demo-about")
	}
	if room := m.term.width - lipgloss.Width(left) - 1; lipgloss.Width(about) <= room {
		left += " " + m.styles.Dim.Render(about)
	}
	return cut(left, m.term.width)
}

// rail lists the steps, each with what was answered under it.
func (m *Model) rail() string {
	width := m.term.rail - 2
	twoLines := m.term.bodyHeight >= 2*len(walk.Steps())
	var lines []string
	for _, s := range walk.Steps() {
		name := m.tr.T("step." + s.Key())
		lines = append(lines, " "+m.railMark(s)+" "+m.railName(s).Render(cut(name, width-3)))
		if twoLines {
			lines = append(lines, "   "+m.styles.Dim.Render(cut(m.Walk.Summary(m.tr, s), width-3)))
		}
	}
	return strings.Join(lines, "\n")
}

func (m *Model) railMark(s walk.Step) string {
	switch {
	case m.at(s):
		return m.styles.Accent.Render("▸")
	case s > m.Walk.Furthest:
		return m.styles.Dim.Render("·")
	case m.Walk.Wants(s):
		return m.styles.Warn.Render("!")
	case m.Walk.Pending(s):
		return m.styles.Dim.Render("–")
	}
	return m.styles.OK.Render("✓")
}

func (m *Model) railName(s walk.Step) lipgloss.Style {
	switch {
	case m.at(s):
		return m.styles.Title
	case s > m.Walk.Furthest:
		return m.styles.Dim
	}
	return m.styles.Text
}

// progress is the rail of a narrow terminal.
func (m *Model) progress() string {
	var b strings.Builder
	for _, s := range walk.Steps() {
		b.WriteString(m.railMark(s))
	}
	name := m.tr.T("step." + m.Walk.Step.Key())
	n := m.tr.T("frame.progress", "n", int(m.Walk.Step)+1, "of", len(walk.Steps()))
	return cut(" "+b.String()+" "+m.styles.Title.Render(name)+m.styles.Dim.Render(" "+n), m.term.width)
}

// noticeLine is what there is to say for a moment.
func (m *Model) noticeLine() string {
	style := m.styles.OK
	if m.notice.warns {
		style = m.styles.Warn
	}
	return style.Render(cut(" "+m.notice.text, m.term.width))
}

// keyLine is what the keys do now.
func (m *Model) keyLine() string { return " " + m.footer.ShortHelpView(m.shownKeys()) }

// shownKeys are the keys that the line has room for. Help, which lists all those
// of a step, is always among them.
func (m *Model) shownKeys() []key.Binding {
	k := m.keys
	switch {
	case m.quitting != nil:
		return m.fitting(m.quitting.keys(), nil)
	case m.helpOn:
		return m.fitting(append(m.helpPage.scrolls(k), k.CloseHelp, k.Open), []key.Binding{k.Quit}, nil)
	}
	return m.fitting(m.top().ShortHelp(), []key.Binding{k.Help, k.Quit}, []key.Binding{k.Help})
}

// fitting leaves out the last of the keys where the line is too short for all,
// and says after them the first of the ends that fits.
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

// lineWidth is how many cells the keys take, with what stands between them.
func (m *Model) lineWidth(keys []key.Binding) int {
	width := 0
	for _, k := range keys {
		if h := k.Help(); k.Enabled() {
			width += lipgloss.Width(h.Key+" "+h.Desc) + lipgloss.Width(m.footer.ShortSeparator)
		}
	}
	return width - lipgloss.Width(m.footer.ShortSeparator)
}
