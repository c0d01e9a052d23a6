package wizard

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// session is what all steps share.
type session struct {
	Options
	stack
	tr     i18n.Printer
	styles *styles
	keys   keyMap

	wayOut      any    // out of the step, nil while it goes on
	problemPath string // the place of the problem that a step was opened for

	visit    context.Context // ends when the step is left
	endVisit context.CancelFunc
	serial   int // of the last draft
	calls    int // the number of the last call
}

// severity is the colour of a problem.
func (s *session) severity(v problem.Severity) lipgloss.Style {
	switch v {
	case problem.Error:
		return s.styles.Fail
	case problem.Warning:
		return s.styles.Warn
	}
	return s.styles.Dim
}

// mark is the sign of a problem, for those who see no colours.
func (s *session) mark(v problem.Severity) string {
	switch v {
	case problem.Error:
		return "✗"
	case problem.Warning:
		return "!"
	}
	return "i"
}

// status draws the result of a check with what can be done, and where.
func (s *session) status(c account.Check, width int) string {
	text := s.ended(c.Status, s.tr.Check(c), width)
	if url := walk.CheckLink(c); url != "" {
		text += "\n" + indent(s.linkLines(url, width-2))
	}
	return text
}

// statusMark is the colour and the sign of a status.
func (s *session) statusMark(v account.CheckStatus) (lipgloss.Style, string) {
	switch v {
	case account.CheckWarning:
		return s.styles.Warn, "!"
	case account.CheckFailed:
		return s.styles.Fail, "✗"
	case account.CheckUnknown:
		return s.styles.Warn, "?"
	}
	return s.styles.OK, "✓"
}

// marked draws a text behind a mark.
func marked(style lipgloss.Style, mark, text string, width int) string {
	return style.Render(mark + " " + hang(wrap(text, width-2)))
}

// message draws a message with its hint under it.
func (s *session) message(style lipgloss.Style, mark string, said i18n.Message, width int) string {
	text := marked(style, mark, said.Message, width)
	if said.Hint != "" {
		text += "\n" + indent(s.styles.Dim.Render(wrap(said.Hint, width-2)))
	}
	return text
}

// failure draws an error of a call.
func (s *session) failure(err error, width int) string {
	v, said := walk.FailureText(s.tr, err)
	return s.ended(v, said, width)
}

// ended draws how something ended.
func (s *session) ended(v account.CheckStatus, said i18n.Message, width int) string {
	style, mark := s.statusMark(v)
	return s.message(style, mark, said, width)
}

// hang indents all lines but the first, which stands behind a mark.
func hang(s string) string {
	return lipgloss.NewStyle().Render(indent(s)[2:])
}

// notify shows a notice in the line above the keys.
func (s *session) notify(key string, args ...any) tea.Cmd {
	text := s.tr.T(key, args...)
	return func() tea.Msg { return noticeMsg{text: text} }
}

// at reports whether the walk is at a step.
func (s *session) at(step walk.Step) bool { return s.Walk.Step == step }

// heading is the title of a screen and, if there is room, its introduction.
func (s *session) heading(name string) string {
	return s.headingWith(name, s.tr.T("intro."+name))
}

func (s *session) headingWith(name, intro string) string {
	text := s.styles.Title.Render(s.tr.T("title." + name))
	if s.height >= 14 {
		text += "\n" + wrap(intro, s.width) + "\n"
	}
	return text + "\n"
}

// problem draws a problem with its hint.
func (s *session) problem(p problem.Problem, width int) string {
	return s.message(s.severity(p.Severity), s.mark(p.Severity), s.tr.Problem(p), width)
}

// textQuestion is the field of a question of the walk.
func (s *session) textQuestion(q walk.Question) *field {
	label, why := s.tr.T("ask."+q.ID), s.tr.T("ask."+q.ID+".why")
	value := q.Get(s.Walk)
	example := ""
	if q.Example != "" {
		example = s.tr.T("ask.example", "example", q.Example)
	}
	x := textField(label, why, example, value, q.Clean, q.Check)
	if q.Secret {
		x.hide()
	}
	x.from, x.began = s.OriginText(s.tr, q), value
	x.shown = value != ""
	return x
}

// bubble is a message as a phone shows it. A long one is cut before it is drawn: it is
// drawn again at every change.
func (s *session) bubble(body string) string {
	width := min(s.width-2, 46)
	lines := strings.Split(wrap(redact.Text(body, s.height*width), width-4), "\n")
	if len(lines) > s.height {
		lines = lines[:s.height]
	}
	widest := 0
	for i, line := range lines {
		lines[i] = " " + line + " "
		widest = max(widest, lipgloss.Width(lines[i]))
	}
	return framed(s.styles.Dim, lines, widest, "", "")
}
