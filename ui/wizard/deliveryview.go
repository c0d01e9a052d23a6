package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// View draws the message, its statuses so far and what can be done.
func (d *delivery) View() view {
	s := d.s
	sent := s.Walk.Sent
	title := s.tr.T("title.test")
	if sent != nil {
		title = s.tr.T("test.to", "to", sent.Outgoing.To)
	}
	parts := []string{s.styles.Title.Render(cut(title, s.width))}
	if sent != nil && s.height >= 18 {
		parts[0] += "\n" + s.bubble(sent.Outgoing.Body)
	}
	if sent != nil && len(sent.History) > 0 {
		parts = append(parts, d.timeline())
	}
	if sent != nil && sent.Message.SID != "" {
		parts[len(parts)-1] += "\n" + s.messageSID(sent.Message.SID)
	}
	switch {
	case d.noTemplate:
		parts = append(parts, marked(s.styles.Fail, "✗", s.tr.T("test.no-template"), s.width))
	case d.err != nil && s.Walk.Refusal() != 0:
		parts = append(parts, s.explain(s.Walk.Refusal()))
	case d.err != nil:
		parts = append(parts, s.failure(d.err, s.width))
	case d.pending == nil:
		parts = append(parts, d.outcome())
	}
	if d.pending != nil {
		parts = append(parts, d.pending.view())
	}
	if d.choices != nil {
		parts = append(parts, d.choices.view().text)
	}
	gap := "\n\n"
	if s.height < 16 {
		gap = "\n"
	}
	return atEnd(strings.Join(parts, gap), 1)
}

// timeline lists each status with the time at which it was first seen.
func (d *delivery) timeline() string {
	s := d.s
	var lines []string
	for _, seen := range s.Walk.Sent.History {
		mark, style := "●", s.styles.Dim
		switch e := walk.EndingOf(s.tr, account.Message{Status: seen.Status}); {
		case e.Status == account.CheckFailed:
			mark, style = "✗", s.styles.Fail
		case e.Missed:
			mark, style = "!", s.styles.Warn
		case seen.Status.Final():
			mark, style = "✓", s.styles.OK
		}
		lines = append(lines, cut(style.Render(mark)+" "+s.styles.Dim.Render(seen.At.Format("15:04:05"))+"  "+
			s.styles.Bold.Render(s.tr.Status(seen.Status).Message), s.width))
	}
	if d.pending != nil && s.height >= 14 {
		now := s.Walk.Sent.Message.Status
		lines = append(lines, indent(s.styles.Dim.Render(wrap(s.tr.Status(now).Hint, s.width-2))))
	}
	return strings.Join(lines, "\n")
}

// messageSID draws the whole SID, which Twilio's support asks for, and a label where
// there is room.
func (s *session) messageSID(sid string) string {
	line := s.tr.T("test.sid", "sid", sid)
	if ansi.StringWidth(line) > s.width {
		line = sid
	}
	return s.styles.Dim.Render(wrap(line, s.width))
}

// outcome says how it ended, and explains Twilio's error code.
func (d *delivery) outcome() string {
	s := d.s
	e := walk.EndingOf(s.tr, s.Walk.Sent.Message)
	var parts []string
	if e.Text != "" {
		parts = append(parts, s.judged(e.Status, e.Text))
	}
	switch {
	case e.Code == 0:
	case e.Status == account.CheckFailed:
		parts = append(parts, s.explain(e.Code))
	default:
		parts = append(parts, s.explainAs(s.styles.Warn, "!", e.Code))
	}
	return strings.Join(parts, "\n")
}

// explain says what one of Twilio's error codes means and what to do.
func (s *session) explain(code int) string { return s.explainAs(s.styles.Fail, "✗", code) }

// explainAs explains a code in the given colour and with the given mark.
func (s *session) explainAs(style lipgloss.Style, mark string, code int) string {
	e := s.tr.TwilioError(code)
	text := marked(style, mark, s.tr.T("test.error", "title", e.Title, "code", code), s.width)
	text += "\n" + indent(wrap(e.Why, s.width-2)) + "\n" + indent(wrap(e.Do, s.width-2))
	return text + "\n" + indent(clickable(s.styles.Accent, cut(e.Link, s.width-2), e.Link))
}

func (d *delivery) ShortHelp() []key.Binding {
	k := d.s.keys
	switch {
	case d.pending != nil && d.accepted():
		return []key.Binding{k.Stop}
	case d.pending != nil:
		return []key.Binding{k.Cancel}
	}
	return []key.Binding{k.Next, k.Back, k.Up, k.Down}
}
