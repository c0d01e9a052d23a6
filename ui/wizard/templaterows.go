package wizard

import (
	"strings"

	"charm.land/lipgloss/v2"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/walk"
)

// rowKind is what a row of the templates stands for.
type rowKind uint8

const (
	rowTemplate rowKind = iota
	rowAbsent           // a type that has no template: space adds one
	rowUse              // something SMS may be used for: space adds its types
)

// templateRow is one row. Its text is measured once for each change.
type templateRow struct {
	kind rowKind
	connector.Template
	use      walk.Use
	body     string // as a person receives it
	measure  sms.Measure
	problems []problem.Problem
}

func newTemplateRow(x connector.Template) templateRow {
	body := walk.Body(x)
	return templateRow{Template: x, body: body, measure: sms.MeasureText(body), problems: connector.CheckTemplate(x)}
}

// rowsOf are the templates, the types that could be added, and the uses.
func rowsOf(w *walk.Walk) []templateRow {
	var rows []templateRow
	for i, problems := range w.TemplateProblems() {
		body := walk.Body(w.Templates[i])
		rows = append(rows, templateRow{Template: w.Templates[i], body: body, measure: sms.MeasureText(body), problems: problems})
	}
	for _, u := range w.Absent() {
		rows = append(rows, templateRow{kind: rowAbsent, Template: connector.Template{UsageType: u}})
	}
	for _, u := range walk.Uses() {
		rows = append(rows, templateRow{kind: rowUse, use: u})
	}
	return rows
}

// drawRow draws the i-th row in one line.
func (t *templates) drawRow(i int) string {
	s, r := t.s, t.rows[i]
	mark, style := "  ", s.styles.Text
	if i == t.at {
		mark, style = s.styles.Accent.Render("› "), s.styles.Title
	}
	switch r.kind {
	case rowUse:
		return mark + t.box(r.use) + " " + style.Render(cut(s.tr.T("use."+r.use.ID), s.width-6))
	case rowAbsent:
		sign, note := s.styles.Dim.Render("·"), s.tr.T("templates.optional")
		if walk.Required(r.UsageType) {
			sign, note = s.styles.Fail.Render("✗"), s.tr.T("templates.missing")
		}
		head := mark + sign + " " + t.name(r, style)
		return head + s.styles.Dim.Render(cut(note, s.width-lipgloss.Width(head)))
	}
	return t.templateLine(mark, style, r)
}

// templateLine draws a template: type, size, text.
func (t *templates) templateLine(mark string, style lipgloss.Style, r templateRow) string {
	s := t.s
	sign := s.styles.OK.Render("✓")
	for _, p := range r.problems {
		if p.Severity != problem.Info {
			sign = s.severity(p.Severity).Render(s.mark(p.Severity))
			break
		}
	}
	head := mark + sign + " " + t.name(r, style)
	size := s.tr.T("templates.size", "n", r.measure.Segments)
	rest := s.width - lipgloss.Width(head) - lipgloss.Width(size) - 2
	if rest < 12 {
		return head + s.styles.Dim.Render(cut(size, s.width-lipgloss.Width(head)))
	}
	return head + s.styles.Dim.Render(size+"  "+cut(oneLine(redact.Text(r.Content, 200)), rest))
}

// name is the usage type, filled up to a column.
func (t *templates) name(r templateRow, style lipgloss.Style) string {
	name := cut(string(r.UsageType), 24)
	return style.Render(name) + strings.Repeat(" ", max(18-lipgloss.Width(name), 1))
}

// box shows whether all, some or none of the types of a use have a template.
func (t *templates) box(u walk.Use) string {
	switch {
	case t.s.Walk.Has(u):
		return t.s.styles.OK.Render("[✓]")
	case t.s.Walk.HasPart(u):
		return t.s.styles.Warn.Render("[-]")
	}
	return "[ ]"
}

// about shows the text under the cursor as a phone shows it, with its problems; or what
// the row would add.
func (t *templates) about() string {
	s, r := t.s, t.rows[t.at]
	dim := func(text string) string { return "\n\n" + s.styles.Dim.Render(wrap(text, s.width)) }
	switch r.kind {
	case rowUse:
		return dim(s.tr.T("templates.use-adds", "types", r.use.Types))
	case rowAbsent:
		return dim(walk.UsageText(s.tr, r.UsageType))
	}
	text := dim(walk.UsageText(s.tr, r.UsageType))
	for _, p := range r.problems {
		text += "\n" + s.problem(p, s.width)
	}
	if r.body == "" {
		return text
	}
	return text + "\n" + s.bubble(r.body)
}
