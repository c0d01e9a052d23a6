package wizard

import (
	"strings"

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

// body is the screen, or the help or the question above it, cut to the room there is.
func (m *Model) body() view {
	switch {
	case m.quitting != nil:
		return view{text: m.quitting.view()}
	case m.helpOn:
		return view{text: m.helpPane.shown(m.styles)}
	}
	v := m.top().View()
	v.text = window(v.text, m.term.bodyHeight, v.top, v.bottom, m.scroll, m.styles)
	return v
}

func (m *Model) tooSmall() string {
	size := m.tr.T("frame.too-small", "width", m.term.width, "height", m.term.height, "minWidth", minWidth, "minHeight", minHeight)
	if m.quitting != nil {
		size = m.tr.T("frame.too-small-quit")
	}
	return lipgloss.NewStyle().MaxHeight(m.term.height).Render(wrap(size, m.term.width))
}

// header names the program, and says so in the demo or with another server.
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

// layout is how the terminal is divided. All sizes are in cells.
type layout struct {
	width, height         int
	rail, panel           int // widths, borders included; 0: not shown
	bodyWidth, bodyHeight int
	roomy                 bool // blank lines around the body
}

// The smallest terminal in which the walk is usable.
const (
	minWidth  = 36
	minHeight = 12
)

// newLayout divides a terminal: a rail from 72 columns, help beside the body
// from 132, blank lines from 18 rows.
func newLayout(width, height int) layout {
	l := layout{width: width, height: height, roomy: height >= 18}
	if width >= 72 {
		l.rail = 25
	}
	if width >= 132 {
		l.panel = 38
	}
	l.bodyWidth = min(width-2, 96)
	if l.rail > 0 {
		l.bodyWidth = min(width-l.rail-l.panel-2, 96) // a blank on either side
	}
	l.bodyHeight = height - 3 // the header, the keys, the notice
	if l.roomy {
		l.bodyHeight--
	}
	if l.rail == 0 {
		l.bodyHeight-- // the progress line
	}
	// Nothing is drawn in so small a terminal, but the steps are told its size.
	l.bodyWidth, l.bodyHeight = max(l.bodyWidth, 1), max(l.bodyHeight, 1)
	return l
}

// tooSmall reports whether the walk does not fit.
func (l layout) tooSmall() bool { return l.width < minWidth || l.height < minHeight }
