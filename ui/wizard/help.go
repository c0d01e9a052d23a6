package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"logto-twilio/ui/walk"
)

// showHelp opens or closes the help of the step over the body.
func (m *Model) showHelp(on bool) {
	m.helpOn, m.helpPane.at = on, 0
	m.fitHelp()
}

// fitHelp lays the help out in the room there is.
func (m *Model) fitHelp() {
	text := m.allKeys(m.term.bodyWidth)
	if m.term.panel == 0 { // the panel shows the text already
		text = m.helpText(m.term.bodyWidth) + "\n\n" + text
	}
	m.helpPane.fit(m.term.bodyWidth, m.term.bodyHeight, text)
}

// updateHelp takes a key while the help is open.
func (m *Model) updateHelp(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.CloseHelp):
		m.showHelp(false)
		return nil
	case key.Matches(msg, m.keys.Open):
		return m.openLink(m.helpPage().Links[0].URL)
	}
	return m.helpPane.update(msg)
}

// panel is the help beside the body of a wide terminal.
func (m *Model) panel() string {
	return window(m.helpText(m.term.panel-3), m.term.bodyHeight, 0, 0, 0, m.styles)
}

// helpText is what the documentation says of a screen or its step, and where it leads.
func (m *Model) helpText(width int) string {
	page := m.helpPage()
	var b strings.Builder
	b.WriteString(m.styles.Title.Render(wrap(page.Title, width)) + "\n\n")
	for i, paragraph := range strings.Split(page.Text, "\n") {
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(wrap(paragraph, width))
	}
	b.WriteString("\n")
	for _, l := range page.Links {
		b.WriteString("\n" + m.linkLine(l, width))
	}
	return b.String()
}

// helpPage is the help of the screen, else that of the step.
func (m *Model) helpPage() walk.Page {
	if x, ok := m.top().(interface{ Help() walk.Page }); ok {
		return x.Help()
	}
	at := m.Walk.Step
	return walk.Page{
		Title: m.tr.T("help." + at.Key() + ".title"),
		Text:  at.Help(m.tr, m.keys.New.Help().Key, m.keys.Numbers.Help().Key, m.keys.Region.Help().Key),
		Links: at.Links(string(m.tr.Lang())),
	}
}

func (m *Model) linkLine(l walk.Link, width int) string {
	return wrap(m.tr.T("link."+l.Name), width) + "\n" + m.linkLines(l.URL, width)
}

// linkLines is an address that can be clicked. It is never cut, so that it can be copied.
func (s *session) linkLines(url string, width int) string {
	lines := strings.Split(ansi.Hardwrap(url, max(width, 1), true), "\n")
	for i, part := range lines {
		lines[i] = clickable(s.styles.Accent, part, url)
	}
	return strings.Join(lines, "\n")
}

// allKeys lists every key of the step.
func (m *Model) allKeys(width int) string {
	lines := []string{m.styles.Title.Render(m.tr.T("help.keys"))}
	keys := m.top().ShortHelp()
	if x, ok := m.top().(interface{ FullHelp() []key.Binding }); ok { // more than the line at the bottom has
		keys = x.FullHelp()
	}
	said := map[string]bool{}
	for _, k := range append(keys, m.keys.Page, m.keys.Open, m.keys.Help, m.keys.Suspend, m.keys.Quit) {
		h := k.Help()
		if !k.Enabled() || said[h.Key+h.Desc] {
			continue
		}
		said[h.Key+h.Desc] = true
		pad := strings.Repeat(" ", max(1, 11-len([]rune(h.Key))))
		lines = append(lines, cut(m.styles.Bold.Render(h.Key)+pad+m.styles.Dim.Render(h.Desc), width))
	}
	return strings.Join(lines, "\n")
}

// noticeMsg is shown in the line above the keys until the next key, or, if it stays,
// until the next step.
type noticeMsg struct {
	text         string
	warns, stays bool
}

// shownLink is the page that ctrl+o opens: that of the screen, else that of the step.
func (m *Model) shownLink() string {
	if x, ok := m.top().(interface{ Link() string }); ok && x.Link() != "" {
		return x.Link()
	}
	return m.helpPage().Links[0].URL
}

// openLink shows a page in the browser, or says its address where there is none.
func (m *Model) openLink(url string) tea.Cmd {
	open, failed := m.OpenURL, m.tr.T("link.failed", "url", url)
	return guarded(func() tea.Msg {
		if open == nil || open(url) != nil {
			return noticeMsg{text: failed, warns: true}
		}
		return nil
	})
}

// noticeLine draws the notice.
func (m *Model) noticeLine() string {
	style := m.styles.OK
	if m.notice.warns {
		style = m.styles.Warn
	}
	return style.Render(cut(" "+m.notice.text, m.term.width))
}
